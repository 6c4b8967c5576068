#!/bin/sh
# Shows what pacta finds in a press report on a defence pact, what of a report
# stands in the treaty that it quotes, and what a revision of that has changed.
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
pacta verify --treaty examples/verify/treaty.txt --text --all examples/verify/story.txt || true # 1: it misquotes
pacta compare --text examples/verify/treaty.txt examples/verify/revised.txt || true # 1: they differ
