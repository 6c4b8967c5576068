#!/bin/sh
# compare.sh LIBRARY [--write]: holds a shared library (built with -g) against the
# dump of the ABI that was promised. Only functions may be added without a word:
# a struct that grows at its end, an enumeration that gains a value and a new
# soname go together with --write, which makes the dump anew, and a look at what
# that changed. 77: cannot be told here.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
library=$1
dump=$here/pacta-$(uname -m).abi
if ! command -v abidw >/dev/null 2>&1; then
    echo "no abidw (abigail-tools): left out"
    exit 77
fi
write_dump() {
    abidw --exported-interfaces-only --headers-dir "$here/../../include" --drop-private-types --no-elf-needed \
        --no-corpus-path --no-comp-dir-path --no-show-locs --type-id-style hash --out-file "$1" "$library"
}
if [ "${2-}" = --write ]; then
    write_dump "$dump"
    exit
fi
if [ ! -f "$dump" ]; then
    echo "no dump for $(uname -m): left out"
    exit 77
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
write_dump "$dir/now.abi"
abidiff --no-added-syms "$dump" "$dir/now.abi"
