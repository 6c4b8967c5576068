#!/bin/sh
# Every file of a folder, whatever is in it, through a build with sanitizers: each
# form of text is extracted cold, and warm twice, every record is checked and must be the
# same, and the program prints it. Complains of all but texts that are none.
#   tests/corpus.sh BUILD FOLDER
set -u
if [ $# -ne 2 ] || [ ! -x "$1/tests/fuzz/replay_extract" ] || [ ! -d "$2" ]; then
    echo "usage: corpus.sh BUILD FOLDER" >&2
    exit 2
fi
log=$(mktemp)
list=$(mktemp)
trap 'rm -f "$log" "$list"' EXIT
failed=0
for form in 00 01 02; do # the target's first byte; then no limits, no stop
    if "$1/tests/fuzz/replay_extract" -p "${form}0000" "$2" 2>"$log"; then
        tail -n 1 "$log"
    else
        tail -n 30 "$log"
        failed=$((failed + 1))
    fi
done
find "$2" -type f >"$list"
count=0
while IFS= read -r file; do
    timeout 300 "$1/examples/pacta" --jsonl --tokens -- "$file" >/dev/null 2>"$log"
    status=$?
    if [ "$status" -gt 2 ] || grep -q -e 'ERROR: ' -e 'runtime error' "$log"; then
        echo "$file: status $status"
        head -n 20 "$log"
        failed=$((failed + 1))
    fi
    count=$((count + 1))
done <"$list"
echo "$count runs of the program, $failed failed"
[ "$failed" -eq 0 ]
