# SPDX-License-Identifier: Apache-2.0
# Sourced by ./demo and ./check: finds out what is missing here and installs it from Debian.
# shellcheck shell=bash disable=SC2034

# What is wanted: a package of Debian 12, and a question whose "no" means that it is missing.
SMY_TO_BUILD=(
    "gcc|command -v gcc"
    "libc6-dev|test -e /usr/include/stdio.h"
    "cmake|command -v cmake"
    "ninja-build|command -v ninja"
    "pkg-config|command -v pkg-config"
    "libfyaml-dev|pkg-config --exists libfyaml"
    "libjansson-dev|pkg-config --exists jansson"
    "libutf8proc-dev|pkg-config --exists libutf8proc"
    "libsodium-dev|pkg-config --exists libsodium"
    "libicu-dev|pkg-config --exists icu-i18n"
    "libxml2-dev|pkg-config --exists libxml-2.0"
    "libmicrohttpd-dev|pkg-config --exists libmicrohttpd"
)
SMY_TO_CHECK=(
    "g++|command -v c++"
    "binutils|command -v readelf"
    "libcmocka-dev|pkg-config --exists cmocka"
    "clang-14|command -v clang-14"
    "clang-format-14|command -v clang-format-14"
    "libclang-rt-14-dev|test -e /usr/lib/llvm-14/lib/clang/14.0.6/lib/linux"
    "libomp-14-dev|test -e /usr/lib/llvm-14/lib/libarcher.so"
    "llvm-14|command -v llvm-symbolizer-14"
    "python3|test -x /usr/bin/python3"
    "python3-yaml|/usr/bin/python3 -c 'import yaml'"
    "nodejs|command -v node"
    "npm|command -v npm"
    "chromium|command -v chromium"
    "fonts-noto-cjk|fc-list :lang=zh-tw | grep -q ."
    "python3-jsonschema|/usr/bin/python3 -c 'import jsonschema'"
)

# For who changes the engine in the page (tools/build-engine.sh); building the program needs none.
SMY_TO_PAGE=(
    "emscripten|command -v emcc"
    "nodejs|command -v node"
    "python3|command -v python3"
)

# smy_say LINE...: to the person at the terminal, apart from results.
smy_say() {
    printf '%s\n' "$@" >&2
}

# Packages of the given "package|question" lines whose question is answered with no.
smy_missing() {
    local line
    for line in "$@"; do
        bash -c "${line#*|}" >/dev/null 2>&1 || echo "${line%%|*}"
    done
}

# smy_apt COMMAND...: apt-get as root, directly or by sudo; quiet unless it fails.
smy_apt() {
    local as_root=() log
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    log=$(mktemp)
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# smy_need "package|question"...: makes sure of all of them, or says what to do and fails.
smy_need() {
    local missing
    mapfile -t missing < <(smy_missing "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        smy_say "These packages of Debian 12 are missing, and there is no apt-get here to install them:" \
            "  ${missing[*]}" "Install what your system calls them, then run this again."
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        smy_say "Missing, and only root can install it. As root:" \
            "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    smy_say "Installing from Debian: ${missing[*]}"
    if ! smy_apt update; then
        smy_say "apt-get update failed; trying with the package lists at hand."
    fi
    if ! smy_apt install -y --no-install-recommends "${missing[@]}"; then
        smy_say "These packages could not be installed (no network? not Debian 12?): ${missing[*]}" \
            "Summitry is built and tested on Debian 12; see docs/building.md for other systems."
        return 1
    fi
    mapfile -t missing < <(smy_missing "$@")
    if [ "${#missing[@]}" -gt 0 ]; then
        smy_say "Installed, yet not found here: ${missing[*]}. Is PATH or PKG_CONFIG_PATH unusual?"
        return 1
    fi
}

# smy_step LOG COMMAND...: runs it quietly; shows the end of the log if it fails.
smy_step() {
    local log=$1
    shift
    "$@" >>"$log" 2>&1 </dev/null && return 0
    tail -n 40 "$log" >&2
    smy_say "Failed: $*" "The whole log: $log"
    return 1
}
