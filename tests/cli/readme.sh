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
