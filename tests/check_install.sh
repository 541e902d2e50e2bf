#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs a build in an empty folder and uses it as a stranger would: pkg-config, CMake, C++.
# Usage: tests/check_install.sh BUILD VERSION (in the top folder)
set -eu
build=$1
version=$2
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT

cmake --install "$build" --prefix "$there/usr" >"$there/log" || { cat "$there/log"; exit 1; }
pc=$(find "$there/usr" -name summitry.pc)
export PKG_CONFIG_PATH=${pc%/*}
[ "$(pkg-config --modversion summitry)" = "$version" ] || { echo "summitry.pc: another version"; exit 1; }
libdir=$(pkg-config --variable=libdir summitry)
export LD_LIBRARY_PATH=$libdir
scenario=$(pkg-config --variable=scenariodir summitry)/car-emissions-1994.summit.yaml

# shellcheck disable=SC2046
${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror tests/install/user.c -o "$there/user" $(pkg-config --cflags --libs summitry)
"$there/user" "$version" "$scenario" >"$there/out"
grep -q '^germany [+-]' "$there/out" || { echo "the C program prints:"; cat "$there/out"; exit 1; }
# shellcheck disable=SC2046
${CXX:-c++} -std=c++17 -Wall -Wextra -Wpedantic -Werror tests/install/user.cpp -o "$there/user++" $(pkg-config --cflags --libs summitry)
"$there/user++" "$version" "$scenario" >"$there/out"
if ! (cmake -G Ninja -S tests/install -B "$there/build" -DCMAKE_PREFIX_PATH="$there/usr" &&
    cmake --build "$there/build") >"$there/log" 2>&1; then
    cat "$there/log"
    exit 1
fi
"$there/build/user" "$version" "$scenario" >"$there/out"
for header in include/summitry/*.h; do # each header stands alone
    # shellcheck disable=SC2046
    echo "#include <summitry/${header##*/}>" | ${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
        -xc - $(pkg-config --cflags summitry)
done
if [ -x "$there/usr/bin/summitry" ]; then
    "$there/usr/bin/summitry" version >"$there/out"
    grep -q "$version" "$there/out" || { echo "the installed program says another version"; exit 1; }
fi
