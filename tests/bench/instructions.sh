#!/bin/sh
# Instructions a byte of a whole extraction, as callgrind
# counts them: instructions.sh PACTA-BENCH [TEXT]...
set -u
if ! command -v valgrind >/dev/null; then
    echo "no valgrind: instructions cannot be counted" >&2
    exit 0
fi
bench=$1
shift
[ $# -gt 0 ] || set -- treaty press prose
out=$(mktemp)
trap 'rm -f "$out"' EXIT
for text in "$@"; do
    bytes=$("$bench" --once "$text") || exit 2
    log=$(valgrind --tool=callgrind --callgrind-out-file="$out" --collect-atstart=no \
        --toggle-collect=pacta_extract "$bench" --once "$text" 2>&1 >/dev/null)
    count=$(printf '%s\n' "$log" | sed -n 's/.*Collected : *\([0-9]*\).*/\1/p')
    awk -v t="$text" -v n="${count:-0}" -v b="$bytes" 'BEGIN { printf "%-40s %10d bytes %8.1f instructions a byte\n", t, b, n / b }'
done
