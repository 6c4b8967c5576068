#!/bin/sh
# readme.sh PROGRAM: the README's first C example is examples/minimal.c, and its
# story gives what it says, to the letter.
set -eu
pacta=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

awk '/^```/ { if (inside) exit; inside = $0 == "```c"; next } inside' "$root/README.md" |
    diff "$root/examples/minimal.c" -

# What is set in by four blanks between the two commands and the next section.
sed -n '/^    \$ cat story.txt$/,/^## /{/^## /d;s/^    //;p;}' "$root/README.md" >"$dir/shown"
sed '1d;/^\$/,$d' "$dir/shown" | sed '$d' >"$dir/story.txt"
sed '1,/^\$ pacta/d' "$dir/shown" | sed '$d' >"$dir/expected"
cd "$dir"
"$pacta" --text --only clauses story.txt | diff expected -

# The verification that it shows is among what the program prints, line by line.
sed -n '/^    \$ pacta verify/,/^|/{s/^    //p;}' "$root/README.md" | sed '1d;/^\.\.\.$/d' >"$dir/expected"
(cd "$root" && "$pacta" verify --treaty examples/verify/treaty.txt --text examples/verify/story.txt) >"$dir/printed" || true
[ -s "$dir/expected" ]
while IFS= read -r line; do
    grep -qxF -e "$line" "$dir/printed" || { echo "not printed: $line"; exit 1; }
done <"$dir/expected"
