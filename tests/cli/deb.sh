#!/bin/sh
# deb.sh BUILD COMPILER CPACK [FLAG]...: cpack makes Debian packages that depend
# on what they need, hold what they should, and work together once unpacked.
# BUILD is of a shared library.
set -eu
build=$1 compiler=$2 cpack=$3
shift 3
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
for command in dpkg-deb dpkg-shlibdeps; do
    command -v $command >/dev/null || { echo "no $command (dpkg-dev): skipped"; exit 77; }
done
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
wrong=0

fail() {
    wrong=$((wrong + 1))
    echo "$1"
}

if ! (cd "$dir" && "$cpack" --config "$build/CPackConfig.cmake" -B "$dir/packages") >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi
version=$(sed -n 's/^#define PACTA_VERSION "\(.*\)"/\1/p' "$root/include/pacta/pacta.h")

# ---- What they say of themselves

field() { dpkg-deb -f "$dir/packages/$1"_*.deb "$2"; }
for package in libpacta0 libpacta-dev pacta; do
    [ "$(field $package Package)" = $package ] || fail "no package $package"
    [ "$(field $package Version)" = "$version" ] || fail "$package has another version"
    [ "$(field $package Architecture)" = "$(dpkg --print-architecture)" ] || fail "$package is for another architecture"
    case $(field $package Description) in
    "treaty text as clause records
 pacta finds "*) ;;
    *) fail "$package has another description" ;;
    esac
    dpkg-deb -x "$dir/packages/$package"_*.deb "$dir/root"
    grep -q 'Permission is hereby granted' "$dir/root/usr/share/doc/$package/copyright" || fail "$package tells no licence"
done
depends() {
    case ", $(field "$1" Depends)," in
    *", $2 ("* | *", $2,"*) ;;
    *) fail "$1 does not depend on $2: $(field "$1" Depends)" ;;
    esac
}
depends libpacta0 libpcre2-8-0
depends libpacta0 libc6
depends libpacta-dev "libpacta0 (= $version)"
depends libpacta-dev libpcre2-dev
depends pacta "libpacta0 (= $version)"
dpkg-deb --ctrl-tarfile "$dir/packages/libpacta0"_*.deb | tar xO ./shlibs | grep -q '^libpacta 0 libpacta0 ' || fail "libpacta0 has no shlibs"

# ---- What they hold

holds() { dpkg-deb -c "$dir/packages/$1"_*.deb | grep -q "$2" || fail "$1 lacks $2"; }
lacks() { ! dpkg-deb -c "$dir/packages/$1"_*.deb | grep -q "$2" || fail "$1 has $2"; }
holds libpacta0 '/libpacta\.so\.0 -> '
lacks libpacta0 'libpacta\.so '
lacks libpacta0 '/include/'
holds libpacta-dev '/libpacta\.so -> '
for file in libpacta.a include/pacta/pacta.h pkgconfig/pacta.pc pacta-config.cmake man3/pacta.3.gz; do
    holds libpacta-dev "/$file\$"
done
for file in bin/pacta man1/pacta.1.gz man1/pacta-verify.1.gz man1/pacta-compare.1.gz man5/pacta-rules.5.gz \
    bash-completion/completions/pacta vendor_completions.d/pacta.fish zsh/.*/_pacta; do
    holds pacta "/usr/.*$file\$"
done
lacks pacta libpacta

# ---- They work

pc=$(find "$dir/root" -name pacta.pc)
LD_LIBRARY_PATH=$(dirname "$(dirname "$pc")")
PKG_CONFIG_PATH=$(dirname "$pc")
export LD_LIBRARY_PATH PKG_CONFIG_PATH
[ "$("$dir/root/usr/bin/pacta" --version)" = "pacta $version" ] || fail "the program does not run"
# shellcheck disable=SC2046 # lists of flags
"$compiler" "$@" "$root/examples/minimal.c" $(pkg-config --cflags --libs pacta) -o "$dir/minimal"
"$dir/minimal" | grep -q '^obligation art_1: ' || fail "minimal.c prints something else"
[ $wrong -eq 0 ]
