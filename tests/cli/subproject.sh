#!/bin/sh
# subproject.sh COMPILER CMAKE: a project can have pacta inside, as a folder or by
# FetchContent, and stays as it is: no tests, no programs, no packages, nothing
# installed, no kind of build or library that it did not ask for.
set -eu
compiler=$1 cmake=$2
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# says what it printed if it fails
quietly() {
    "$@" >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
}

cat >"$dir/user.cmake" <<EOF
add_executable(user "$root/examples/minimal.c")
target_link_libraries(user PRIVATE pacta::pacta)
foreach(variable BUILD_SHARED_LIBS BUILD_TESTING CMAKE_BUILD_TYPE CMAKE_C_FLAGS CMAKE_C_STANDARD
        CMAKE_POSITION_INDEPENDENT_CODE CPACK_GENERATOR PCRE2_FOUND)
    if(NOT "\${\${variable}}" STREQUAL "")
        message(FATAL_ERROR "pacta has set \${variable}")
    endif()
endforeach()
foreach(target pacta-cli minimal test_utf8 pacta_sqlite pacta_static)
    if(TARGET \${target})
        message(FATAL_ERROR "pacta has brought \${target}")
    endif()
endforeach()
EOF
mkdir "$dir/folder" "$dir/fetched"
cat >"$dir/folder/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.16)
project(user C)
add_subdirectory("$root" pacta)
include(../user.cmake)
EOF
cat >"$dir/fetched/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.16)
project(user C)
include(FetchContent)
FetchContent_Declare(pacta SOURCE_DIR "$root")
FetchContent_MakeAvailable(pacta)
include(../user.cmake)
EOF
for project in folder fetched; do
    quietly "$cmake" -S "$dir/$project" -B "$dir/$project/build" -DCMAKE_C_COMPILER="$compiler"
done

# One of them works, and has nothing but itself to install.
quietly "$cmake" --build "$dir/folder/build" -j 2
"$dir/folder/build/user" | grep -q '^obligation art_1: '
quietly "$cmake" --install "$dir/folder/build" --prefix "$dir/installed"
[ ! -e "$dir/installed" ] || { find "$dir/installed"; exit 1; }
