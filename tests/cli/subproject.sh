#!/bin/sh
# subproject.sh COMPILER CMAKE: a project can have pacta inside, and stays as it
# is: no tests, no programs, no packages, no kind of build that it did not ask for.
set -eu
compiler=$1 cmake=$2
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.16)
project(user C)
add_subdirectory("$root" pacta)
add_executable(user "$root/examples/minimal.c")
target_link_libraries(user PRIVATE pacta::pacta)
if(CMAKE_BUILD_TYPE OR CMAKE_C_STANDARD OR CPACK_GENERATOR)
    message(FATAL_ERROR "pacta has set something")
endif()
foreach(target pacta-cli minimal test_utf8)
    if(TARGET \${target})
        message(FATAL_ERROR "pacta has brought \${target}")
    endif()
endforeach()
EOF
if ! "$cmake" -S "$dir" -B "$dir/build" -DCMAKE_C_COMPILER="$compiler" >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi
