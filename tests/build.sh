#!/bin/sh
# Builds everything into build/, with the options of cmake given, and says
# nothing unless it fails.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! { cmake -S "$root" -B "$root/build" "$@" && cmake --build "$root/build" -j "$(getconf _NPROCESSORS_ONLN)"; } >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
