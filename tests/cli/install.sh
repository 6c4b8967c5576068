#!/bin/sh
# install.sh BUILD COMPILER CMAKE [FLAG]...: what is installed, into another
# prefix than the one configured, can be found and used by pkg-config and by
# CMake, and is all there.
set -eu
build=$1 compiler=$2 cmake=$3
shift 3
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
there=$dir/installed
version=$(sed -n 's/^#define PACTA_VERSION "\(.*\)"/\1/p' "$root/include/pacta/pacta.h")

fail() {
    echo "$1"
    exit 1
}

"$cmake" --install "$build" --prefix "$there" >"$dir/log"
for file in bin/pacta include/pacta/pacta.h include/pacta/verify.h share/man/man1/pacta.1 share/man/man1/pacta-verify.1 \
    share/man/man1/pacta-compare.1 share/man/man3/pacta.3 share/man/man5/pacta-rules.5 \
    share/bash-completion/completions/pacta share/fish/vendor_completions.d/pacta.fish; do
    [ -s "$there/$file" ] || fail "no $file"
done
[ -s "$there/share/zsh/site-functions/_pacta" ] || [ -s "$there/share/zsh/vendor-completions/_pacta" ] || fail "no _pacta"
pc=$(find "$there" -name pacta.pc)
libraries=$(dirname "$(dirname "$pc")")

kind=static
if [ -e "$libraries/libpacta.so" ]; then
    kind=shared
    [ "$(readlink "$libraries/libpacta.so")" = libpacta.so.0 ] || fail "libpacta.so is no link to libpacta.so.0"
    LD_LIBRARY_PATH=$libraries
    export LD_LIBRARY_PATH
fi

# needs PROGRAM: the library of this kind
needs() {
    if command -v objdump >/dev/null; then
        linked=static
        ! objdump -p "$1" | grep -q 'NEEDED *libpacta\.so\.0$' || linked=shared
        [ $linked = $kind ] || fail "$1 is linked to a $linked library instead of a $kind one"
    fi
}
needs "$there/bin/pacta"
[ "$("$there/bin/pacta" --version)" = "pacta $version" ] || fail "the program has another version"

# ---- pkg-config

PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
[ "$(pkg-config --modversion pacta)" = "$version" ] || fail "pacta.pc has another version"
# shellcheck disable=SC2046 # lists of flags
"$compiler" "$@" "$root/examples/minimal.c" $(pkg-config --cflags --libs pacta) -o "$dir/by-pkg-config"
needs "$dir/by-pkg-config"
"$dir/by-pkg-config" >"$dir/printed"
grep -q '^obligation art_1: ' "$dir/printed" || fail "minimal.c prints something else"

# ---- find_package

cat >"$dir/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.16)
project(user C)
find_package(pacta 99 QUIET)
if(pacta_FOUND)
    message(FATAL_ERROR "version 99 was found")
endif()
find_package(pacta ${version%.*} REQUIRED)
if(NOT pacta_VERSION VERSION_EQUAL $version)
    message(FATAL_ERROR "version \${pacta_VERSION} was found")
endif()
add_executable(by-cmake "$root/examples/minimal.c")
target_link_libraries(by-cmake PRIVATE pacta::pacta)
if(TARGET pacta::pacta_static)
    add_executable(by-cmake-static "$root/examples/minimal.c")
    target_link_libraries(by-cmake-static PRIVATE pacta::pacta_static)
endif()
EOF
if ! { "$cmake" -S "$dir" -B "$dir/build" -DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_FLAGS="$*" \
    -DCMAKE_PREFIX_PATH="$there" && "$cmake" --build "$dir/build"; } >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi
needs "$dir/build/by-cmake"
"$dir/build/by-cmake" | cmp - "$dir/printed"

# ---- The static library beside a shared one

if [ $kind = shared ]; then
    kind=static
    [ -s "$libraries/libpacta.a" ] || fail "no libpacta.a"
    # shellcheck disable=SC2046 # lists of flags
    "$compiler" "$@" "$root/examples/minimal.c" $(pkg-config --cflags pacta) "$libraries/libpacta.a" \
        $(pkg-config --libs libpcre2-8) -o "$dir/static"
    for program in "$dir/static" "$dir/build/by-cmake-static"; do
        needs "$program"
        "$program" | cmp - "$dir/printed"
    done
fi
