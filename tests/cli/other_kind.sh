#!/bin/sh
# other_kind.sh BUILD COMPILER CMAKE SHARED [FLAG]...: builds pacta once more, as
# a shared library if SHARED is ON, for the tests that hold both kinds against
# what they promise. What is built stays for the next time.
set -eu
build=$1 compiler=$2 cmake=$3 shared=$4
shift 4
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
mkdir -p "$build"
if ! { "$cmake" -S "$root" -B "$build" -DBUILD_SHARED_LIBS="$shared" -DPACTA_TESTS=OFF -DPACTA_EXAMPLES=ON \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_FLAGS="$*" &&
    "$cmake" --build "$build" -j "$(getconf _NPROCESSORS_ONLN)"; } >"$build/log" 2>&1; then
    cat "$build/log"
    exit 1
fi
