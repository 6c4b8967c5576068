#!/bin/sh
# Installs what building and testing need and this machine lacks (Debian, Ubuntu
# and what descends from them). Does nothing, and needs no rights, where nothing
# lacks. Commands named as arguments are looked for as well.
set -eu

missing=
has() { command -v "$1" >/dev/null 2>&1; }
need() { missing="$missing $*"; }

has cc || need gcc libc6-dev
has cmake || need cmake
has make || has ninja || need make
has pkg-config || need pkg-config
for library in libpcre2-8:libpcre2-dev cmocka:libcmocka-dev jansson:libjansson-dev; do
    pkg-config --exists "${library%%:*}" 2>/dev/null || need "${library#*:}"
done
for command in "$@"; do
    has "$command" || need "$command"
done
[ -n "$missing" ] || exit 0

if ! has apt-get; then
    echo "please install what these Debian packages hold:$missing" >&2
    exit 1
fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "installing:$missing" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086 # a list of packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
