#!/bin/sh
# run.sh PROGRAM: what the program's options, exit status and messages promise.
set -u
pacta=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
wrong=0

# run STATUS [ARGUMENT]...: runs the program on standard input, keeps what it
# prints in `out` and `err`, and holds its exit status against STATUS
run() {
    expected=$1
    shift
    what="pacta $*"
    "$pacta" "$@" >out 2>err
    status=$?
    [ "$status" -eq "$expected" ] || complain "exit status $status instead of $expected"
}

complain() {
    wrong=$((wrong + 1))
    echo "$what: $1"
    sed 's/^/    /' err
}

has() { grep -qF -e "$2" "$1" || complain "no '$2' in $1"; }
lacks() { ! grep -qF -e "$2" "$1" || complain "'$2' in $1"; }
empty() { [ ! -s "$1" ] || complain "$1 is not empty: $(head -c 200 "$1")"; }
lines() { [ "$(wc -l <"$1")" -eq "$2" ] || complain "$(wc -l <"$1") lines instead of $2 in $1"; }

printf 'Article 1\n\nEach Party shall inform the other of what Article 2 asks.\n' >treaty
printf 'The ferry left at noon.\n' >plain
printf 'Caf\303\251 costs \342\202\2545, she sang \360\235\204\236 aloud.\n' >wide
printf '\303\251\nab\377cd\n' >broken
: >nothing

# ---- Help, version, wrong command lines

run 0 --help </dev/null
for option in json pretty jsonl text csv html graph graphml akn webannotation check only tokens no-text offsets color encoding form rules instruments \
    no-builtin-rules list-rules help version; do
    has out "--$option"
done
empty err
for command in "" verify compare; do
    run 0 $command --help </dev/null
    awk 'length > 79 { exit 1 }' out || complain "a line is longer than 79 columns"
done
run 0 --version </dev/null
has out "pacta "
for argument in --unknown --only=beans --only= '--only=clauses,' --csv=beans --csv= --offsets=inches --form=poem --color=pink \
    --json=yes; do
    run 2 "$argument" plain
    empty out
    has err "pacta"
done
for useless in "--null" "--text-field body" "--id-field key" "--max-line 9" "--csv clauses --only references"; do
    # shellcheck disable=SC2086 # several arguments
    run 2 $useless plain
    empty out
    has err "${useless%% *}"
done
run 2 plain --encoding
run 2 --only=beans plain
has err "beans"
has err "instruments, references"
run 2 --encoding=no-such-thing plain
empty out
has err "no-such-thing"

# ---- Provisions held against the text

printf 'Article 1\n\n1. Each Party shall inform the other.\n\n2. Each Party shall answer.\n' >paragraphs
run 0 --check --form treaty paragraphs
has out "paragraphs: 3 provisions in up to 2 levels fit the text"
lines out 1
run 0 --check --form treaty treaty plain nothing
has out "treaty: 1 provision in 1 level fits the text"
has out "plain: no provisions"
has out "nothing: no provisions"
run 2 --check --form treaty broken treaty
has out "treaty: 1 provision"
lines out 1

# ---- What is found

run 0 treaty
has out '"eid":"art_1"'
has out '"modality":"obligation"'
has out '"eid":"art_2"'
run 0 --text treaty
has out "treaty: "
has out "obligation"
has out "Article 2 -> "
has out "Each Party shall inform"
run 0 --only clauses treaty
has out '"references":[],"quotations":[],"provisions":[],"clauses":[{'
has out '"provision":null'
run 0 --only references,provisions plain treaty
lines out 2

# ---- Exit status and where text comes from

run 0 --only sentences plain
run 1 --only sentences nothing
run 1 nothing
lines out 1
run 1 --only references plain
run 1 </dev/null
run 0 --only tokens - <plain
has out '"name":null'
has out '"text":"ferry"'
cp out dash
run 0 --only tokens <plain
cmp -s out dash || complain "differs from what - gives"
what="a pipe"
head -c 1000 plain | "$pacta" --only tokens >out 2>err
cmp -s out dash || complain "differs from what a file gives"
run 0 --only tokens plain
has out '"name":"plain"'
run 2 missing
has err "missing: No such file"
empty out
run 2 .
has err ".: Is a directory"

# ---- Several files: one bad file does not stop the others

run 0 --only sentences plain treaty
lines out 2
lines err 0
run 2 --only sentences plain missing broken treaty
lines out 2
lines err 2
has out '"name":"treaty"'
run 0 --only sentences nothing plain
run 1 nothing plain --only references

# ---- Text that is not UTF-8

run 2 broken
empty out
has err "broken: not UTF-8 at byte 5 (line 2, column 3)"
has err "--encoding windows-1252"
run 2 - <broken
has err "standard input: not UTF-8 at byte 5"
printf 'Caf\351 \223ouvert\224' >latin
run 0 --encoding windows-1252 --only tokens latin
has out '"bytes":18'
has out "$(printf '"begin":0,"end":5,"text":"Caf\303\251"')"
has out "$(printf '\342\200\234')"
printf 'a\201b' >undefined
run 2 --encoding windows-1252 undefined
has err "undefined: not windows-1252 at byte 1"
printf '\377\376A\000r\000t\000' >utf16
run 2 utf16
has err "--encoding UTF-16"
run 0 --encoding UTF-16 --only tokens utf16
has out '"begin":0,"end":3,"text":"Art"'
# good UTF-8 with nothing in it that could be found
printf 'A\000r\000t\000.\000' >utf16le
printf '\000A\000r\000t\000.' >utf16be
printf '\377\376\000\000A\000\000\000' >utf32
printf 'A\000 ferry\000 left.\000' >zeros
run 2 utf16le
has err "--encoding UTF-16LE"
run 2 utf16be
has err "--encoding UTF-16BE"
run 2 utf32
has err "--encoding UTF-32"
run 0 --only sentences zeros
run 2 --only tokens --encoding windows-1252 undefined plain
lines out 1

# ---- What is printed

run 0 --only sentences plain
lines out 1
has out '"offsets":"byte"'
has out '"text":"The ferry left at noon."'
for kind in instruments references quotations provisions clauses diagnostics; do
    has out "\"$kind\":[]"
done
lacks out '"tokens"'
run 0 --only tokens,sentences plain
has out '"kind":"word"'
has out '"sentences":[{'
run 0 --only sentences --tokens plain
has out '"tokens":[{'
run 0 --only tokens plain
lacks out '"sentences"'
run 0 --only sentences --no-text plain
lacks out '"text"'
run 0 --only sentences --pretty plain
has out '  "offsets": "byte"'
run 0 --only sentences --jsonl --pretty plain
lines out 1
run 0 --text --only sentences plain
has out "The ferry left at noon."
lacks out "{"
run 0 --text --only sentences --color always plain
has out "$(printf '\033[')"
run 0 --text --only sentences --color never plain
lacks out "$(printf '\033')"
printf 'Ferry \033[2J \302\233 left.\n' | run 0 --text --only sentences
lacks out "$(printf '\033')"
lacks out "$(printf '\302\233')"
if command -v script >/dev/null; then
    what="a terminal"
    : >err
    TERM=xterm NO_COLOR='' script -qc "'$pacta' --only sentences plain" /dev/null </dev/null >out
    has out '  "offsets": "byte"'
    TERM=xterm NO_COLOR='' script -qc "'$pacta' --text --only sentences plain" /dev/null </dev/null >out
    has out "$(printf '\033[')"
    TERM=xterm NO_COLOR=1 script -qc "'$pacta' --text --only sentences plain" /dev/null </dev/null >out
    lacks out "$(printf '\033')"
    script -qc "'$pacta' --jsonl --only sentences plain" /dev/null </dev/null >out
    has out '"offsets":"byte"'
fi
for form in treaty press other; do
    run 0 --only sentences --form "$form" plain
    has out "\"form\":\"$form\""
done

run 0 --csv provisions --form treaty treaty
lines out 4
has out 'document,provision,begin,end,line,eid,unit,parent,label,heading,text'
has out 'treaty,0,0,68,1,art_1,article,,"Article 1",,"Article 1'
run 1 --csv references plain
lines out 1
run 0 --csv tokens --no-text --offsets codepoint wide
lacks out 'aloud'
has out 'wide,8,26,31,1,word'

run 0 --only tokens wide
has out '"begin":32,"end":37,"text":"aloud"'
run 0 --only tokens --offsets byte wide
has out '"begin":32,"end":37,"text":"aloud"'
run 0 --only tokens --offsets codepoint wide
has out '"offsets":"codepoint"'
has out '"begin":26,"end":31,"text":"aloud"'
run 0 --only tokens --offsets utf16 wide
has out '"offsets":"utf16"'
has out '"begin":27,"end":32,"text":"aloud"'

name=$(printf 'a"\\\377\303\251')
if cp plain "$name" 2>/dev/null; then
    run 0 --only sentences "$name"
    has out "$(printf '"name":"a\\"\\\\\\ufffd\303\251"')"
fi

# ---- Output that cannot be written

i=0
while [ $i -lt 4000 ]; do
    echo 'The ferry left at noon, and nobody on the quay had a word to say about it.'
    i=$((i + 1))
done >long
what="a closed pipe"
{
    "$pacta" --only tokens long 2>err
    echo $? >status
} | head -c 10 >out
[ "$(cat status)" -eq 2 ] || complain "exit status $(cat status) instead of 2"
empty err
if [ -c /dev/full ]; then
    what="a full disk"
    "$pacta" --only tokens long >/dev/full 2>err
    [ $? -eq 2 ] || complain "exit status is not 2"
    has err "standard output: "
    for request in --help --version "verify --help"; do
        # shellcheck disable=SC2086 # several arguments
        "$pacta" $request >/dev/full 2>err
        [ $? -eq 2 ] || complain "$request: exit status is not 2"
        has err "standard output: "
    done
fi

# ---- Standard streams that are closed

what="no standard input"
"$pacta" <&- >out 2>err
[ $? -eq 2 ] || complain "exit status is not 2"
empty out
has err "standard input: "
what="no standard output"
"$pacta" treaty >&- 2>err
[ $? -eq 2 ] || complain "exit status is not 2"
has err "standard output: "
what="no standard error"
"$pacta" missing treaty >out 2>&-
[ $? -eq 2 ] || complain "exit status is not 2"
lines out 1
lacks out missing

# ---- Standard input twice

for line in "- -" "--files-from - -" "compare - -" "verify --treaty - -" "verify --treaty -"; do
    # shellcheck disable=SC2086 # several arguments
    run 2 $line <treaty
    has err "standard input (-) is named twice"
    empty out
done
run 0 compare - treaty <treaty

# ---- Rules

run 0 --list-rules </dev/null
empty err
run 0 --list-rules --no-builtin-rules </dev/null
empty out
run 2 --rules missing plain
has err "pacta: missing: "
printf 'id\ttitle_en\taliases\nostravell-2031\tTreaty of Ostravell\tRiver Pact\n' >my.tsv
printf 'pacta-rules 1\n\nunit tenet tenet article 40\n    tenet | tenets\n' >my.rules
printf 'Under Tenet 4 of the River Pact, boats may pass.\n' >tenets
run 0 --only references tenets --instruments my.tsv --rules my.rules
has out '"eid":"tenet_4"'
has out '"instrument":"ostravell-2031"'
run 1 --only references tenets
run 1 --only references --no-builtin-rules treaty
printf 'pacta-rules 1\nrule name no-such-kind\n' >bad.rules
run 2 --rules bad.rules plain
has err "bad.rules:2:"
empty out

if [ "$wrong" -gt 0 ]; then
    echo "$wrong wrong"
    exit 1
fi
