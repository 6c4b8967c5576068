#!/bin/sh
# Shows what pacta finds in a press report on a defence pact.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
sh "$root/tests/prepare.sh"
sh "$root/tests/build.sh" -DPACTA_WERROR=OFF

text=seeds/defence-pact.txt
pacta() {
    echo "\$ pacta $*"
    (cd "$root" && build/examples/pacta "$@")
    echo
}
pacta --text "$text"
pacta --json --pretty --only clauses "$text"
