#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same scenario, seed and version give the same bytes: from one thread or several, from any
# compiler and optimisation, with and without kernels for special processors.
# Usage: tests/check_same_bits.sh PROGRAM... (in the top folder)
set -eu
export OMP_WAIT_POLICY=passive
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
compared=0
for scenario in scenarios/*.summit.yaml; do
    want=
    for program in "$@"; do
        for threads in 1 3; do
            "$program" run "$scenario" --json --draws 500 --seed 20250815 --threads $threads >"$there/got" 2>"$there/errors" ||
                { echo "$program run $scenario failed:"; cat "$there/errors"; exit 1; }
            if [ -z "$want" ]; then
                want="$program --threads $threads"
                mv "$there/got" "$there/want"
                continue
            fi
            compared=$((compared + 1))
            cmp -s "$there/want" "$there/got" && continue
            echo "$scenario: $program --threads $threads differs from $want:"
            diff "$there/want" "$there/got" | head -n 20
            exit 1
        done
    done
done
echo "$compared passed, 0 failed"
[ $compared -gt 0 ]
