#!/bin/sh
# Runs the program over every file of a folder, whatever is in it, in every form,
# and complains where it does anything but succeed, find nothing, or refuse what
# is no text. Meant for a build with sanitizers:
#   tests/corpus.sh build-asan/examples/pacta FOLDER
set -u
if [ $# -ne 2 ] || [ ! -x "$1" ] || [ ! -d "$2" ]; then
    echo "usage: corpus.sh PROGRAM FOLDER" >&2
    exit 2
fi
program=$1
log=$(mktemp)
list=$(mktemp)
trap 'rm -f "$log" "$list"' EXIT
find "$2" -type f >"$list"
failed=0
count=0
while IFS= read -r file; do
    for options in "" "--form treaty" "--form press --tokens"; do
        # shellcheck disable=SC2086 # options are words
        timeout 300 "$program" --jsonl $options -- "$file" >/dev/null 2>"$log"
        status=$?
        if [ "$status" -gt 2 ] || grep -q -e 'ERROR: ' -e 'runtime error' "$log"; then
            echo "$file $options: status $status"
            head -n 20 "$log"
            failed=$((failed + 1))
        fi
        count=$((count + 1))
    done
done <"$list"
echo "$count runs, $failed failed"
[ "$failed" -eq 0 ]
