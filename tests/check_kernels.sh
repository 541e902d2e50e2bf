#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every model gives the same bits from kernels for special processors and from plain scalar code.
# Usage: tests/check_kernels.sh BITS BITS_PLAIN (two builds of tests/engine/bits.c)
set -eu
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
"$1" >"$there/vector"
"$2" >"$there/scalar"
if ! diff "$there/scalar" "$there/vector"; then
    echo "these differ between scalar code (<) and this build (>)"
    exit 1
fi
echo "$(wc -l <"$there/vector") passed, 0 failed"
[ -s "$there/vector" ]
