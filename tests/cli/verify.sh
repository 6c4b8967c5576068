#!/bin/sh
# verify.sh PROGRAM: what `pacta verify` and `pacta compare` promise, on the
# example's treaty, its revision and the story about it.
set -u
pacta=$1
examples=$(CDPATH='' cd -- "$(dirname -- "$0")/../../examples/verify" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp "$examples"/*.txt "$dir"
cd "$dir" || exit 2
wrong=0

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
empty() { [ ! -s "$1" ] || complain "$1 is not empty"; }
lines() { [ "$(wc -l <"$1")" -eq "$2" ] || complain "$(wc -l <"$1") lines instead of $2 in $1"; }

# ---- verify

run 1 verify --treaty treaty.txt story.txt
lines out 1
empty err
has out '"verdict":"verbatim-but"'
has out '"kind":"numeral"'
has out '"verdict":"altered"'
has out '"kind":"omitted","part":0'
has out '"verdict":"spliced"'
has out '"claim":"wrong","claimed":"art_4"'
has out '"verdict":"not-found"'
has out '"verdict":"paraphrase"'
has out '"text":"Neither Party shall dam the Sil without the consent of the other"'
run 1 verify --treaty treaty.txt --no-text story.txt
lacks out '"text"'
run 1 verify --treaty treaty.txt --pretty story.txt
has out '  "offsets": "byte"'
run 1 verify --treaty treaty.txt --text story.txt
has out 'story.txt: 5 quotations, 1 provision told, 3 to look at'
has out 'misattributed: said to be art_4'
has out 'without the [-written-] consent'
lacks out 'bullied'
run 1 verify --treaty treaty.txt --text --all story.txt
has out 'bullied'
run 1 verify --treaty treaty.txt --text --color always story.txt
has out "$(printf '\033[31mwritten')"

printf 'KORVIN - Article 3 of the Treaty on the Waters of the Sil says: "An armed attack on a lock of the Sil is an attack on both Parties."\n' >good
run 0 verify --treaty treaty.txt good
run 0 verify --treaty treaty.txt --text good
lines out 1
"$pacta" verify --treaty treaty.txt <good >out || complain "standard input"
has out '"name":null'
run 1 verify --treaty treaty.txt good story.txt
lines out 2

mkdir folder
cp treaty.txt folder/sil.txt
printf 'AGREEMENT ON THE KORVIN RAILWAY\n\nArticle 1\n\nSix trains shall run between Korvin and Tarn on every working day.\n' >folder/rail.txt
run 0 verify --treaty folder good
has out '"treaties":[{"name":"folder/rail.txt","instrument":"agreement-on-the-korvin-railway"},{"name":"folder/sil.txt"'
has out '"treaty_index":1,"eid":"art_3"'
run 0 verify --treaty folder/rail.txt --treaty treaty.txt good
has out '"treaty_index":1,"eid":"art_3"'

run 0 verify --help
has out '--treaty'
run 2 verify story.txt
has err 'no treaty'
run 2 verify --treaty missing story.txt
has err 'missing'
empty out
run 2 verify --treaty treaty.txt missing story.txt
lines out 1
run 2 verify --treaty treaty.txt --color pink story.txt
has err 'pink'
run 2 verify --treaty treaty.txt --html story.txt
mkdir nothing
run 2 verify --treaty nothing story.txt
has err 'no treaty'

# ---- compare

run 1 compare treaty.txt revised.txt
lines out 1
has out '"kind":"changed","moved":true'
has out '"kind":"added","moved":false,"score":0,"old":null,"new":{"eid":"art_2"'
has out '"kind":"replaced","old":{"begin":'
run 1 compare --text treaty.txt revised.txt
has out 'art_3__para_1 changed moved, was art_2__para_1'
has out '[-twelve-] {+six+}'
lacks out 'armed conflict'
lacks out 'definitions unchanged'
run 1 compare --html treaty.txt revised.txt
has out '<del>twelve</del>'
has out '<ins>six</ins>'
has out '</html>'
run 0 compare treaty.txt treaty.txt
lacks out '"kind":"changed"'
run 0 compare --text treaty.txt treaty.txt
lines out 1
run 0 compare --text --all treaty.txt treaty.txt
has out 'art_3 unchanged'
printf 'Article 1\n\nIs 1 < 2 & "so"?\n' >signs
run 0 compare --html signs signs
has out 'Is 1 &lt; 2 &amp; &quot;so&quot;?'
run 2 compare treaty.txt
has err 'two texts'
run 2 compare treaty.txt missing
has err 'missing'
run 2 compare --treaty treaty.txt treaty.txt treaty.txt
run 0 compare --help
has out '--html'

exit "$wrong"
