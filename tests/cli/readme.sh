#!/bin/sh
# The first C example of the README is examples/minimal.c, to the letter.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
awk '/^```/ { if (inside) exit; inside = $0 == "```c"; next } inside' "$root/README.md" |
    diff "$root/examples/minimal.c" -
