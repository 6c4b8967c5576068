#!/bin/sh
# install.sh BUILD COMPILER CMAKE [FLAG]...: what is installed can be found and
# used, by pkg-config and by CMake.
set -eu
build=$1 compiler=$2 cmake=$3
shift 3
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$cmake" --install "$build" --prefix "$dir/installed" >"$dir/log"
pc=$(find "$dir/installed" -name pacta.pc)
[ -x "$dir/installed/bin/pacta" ]

# The prefix that was configured is another.
flags=$(PKG_CONFIG_PATH=$(dirname "$pc") pkg-config --define-variable=prefix="$dir/installed" --cflags --libs pacta)
LD_LIBRARY_PATH=$(dirname "$(dirname "$pc")")
export LD_LIBRARY_PATH
# shellcheck disable=SC2086 # a list of flags
"$compiler" "$@" "$root/examples/minimal.c" $flags -o "$dir/by-pkg-config"
"$dir/by-pkg-config" >/dev/null

cat >"$dir/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.16)
project(user C)
find_package(pacta REQUIRED)
add_executable(by-cmake "$root/examples/minimal.c")
target_link_libraries(by-cmake PRIVATE pacta::pacta)
EOF
if ! { "$cmake" -S "$dir" -B "$dir/build" -DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_FLAGS="$*" \
    -DCMAKE_PREFIX_PATH="$dir/installed" && "$cmake" --build "$dir/build"; } >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi
"$dir/build/by-cmake" >/dev/null
