#!/bin/sh
# exports.sh LIBRARY HEADER...: a shared library exports the headers' functions, each
# with a version, and nothing else; a static one has no global name that is not
# pacta's. 77: cannot be told here.
set -eu
library=$1
shift
if ! command -v nm >/dev/null 2>&1; then
    echo "no nm: left out"
    exit 77
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

case $library in
*.a)
    # the compilers' own begin with two low lines
    if nm -g --defined-only "$library" | awk 'NF == 3 { print $3 }' | grep -v -e '^pacta_' -e '^PACTA_' -e '^__'; then
        echo "these global names are not pacta's"
        exit 1
    fi
    ;;
*)
    cat "$@" | grep -o 'PACTA_API .*' | grep -o 'pacta_[a-z_0-9]*(' | tr -d '(' | sort >"$dir/promised"
    nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' | grep -v '^__' | sort >"$dir/exported"
    sed 's/@@PACTA_[0-9.]*$//' "$dir/exported" >"$dir/names"
    if ! diff "$dir/promised" "$dir/names"; then
        echo "< is promised by the headers, > is exported"
        exit 1
    fi
    if grep -v '@@PACTA_[0-9.]*$' "$dir/exported"; then
        echo "these have no version"
        exit 1
    fi
    ;;
esac
