#!/bin/sh
# Builds everything and runs all tests. The last line says how many passed and
# how many failed; the exit status is 0 only if none failed.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

if ! sh "$root/tests/prepare.sh" || ! sh "$root/tests/build.sh" -DPACTA_TESTS=ON -DPACTA_WERROR=ON; then
    echo "0 passed, 1 failed"
    exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
(cd "$root/build" && ctest --output-on-failure 2>&1) | tee "$log"
passed=$(grep -c '^ *[0-9]*/[0-9]* Test .* Passed ' "$log")
failed=$(sed -n 's/.* tests passed, \([0-9]*\) tests* failed out of .*/\1/p' "$log")
[ "$passed" -gt 0 ] && [ -n "$failed" ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
