#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same scenario, seed and version give the same bytes: from one thread or several, from any
# compiler and optimisation, with and without kernels for special processors. Every model as it
# stands; then those with kernels of their own for other options.
# Usage: tests/check_same_bits.sh PROGRAM... (in the top folder)
set -eu
export OMP_WAIT_POLICY=passive
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
compared=0
elections="scenarios/alaska-2025.summit.yaml --models condorcet,smp --draws 24"
runs=("$elections --option condorcet.form=ranking --option condorcet.vote=cubic --option smp.form=incentive --option smp.vote=binary"
    "$elections --option condorcet.form=incentive --option condorcet.victory=octic --option smp.bargain=both --option smp.meeting=S2PMax"
    "$elections --option condorcet.form=uniform --option condorcet.vote=asymprosp --option smp.bargain=comp --option smp.transition=stochastic")
for scenario in scenarios/*.summit.yaml; do
    runs+=("$scenario --draws 500")
done
for run in "${runs[@]}"; do
    want=
    for program in "$@"; do
        for threads in 1 3; do
            # shellcheck disable=SC2086 # several words
            "$program" run $run --json --seed 20250815 --threads $threads >"$there/got" 2>"$there/errors" ||
                { echo "$program run $run failed:"; cat "$there/errors"; exit 1; }
            if [ -z "$want" ]; then
                want="$program --threads $threads"
                mv "$there/got" "$there/want"
                continue
            fi
            compared=$((compared + 1))
            cmp -s "$there/want" "$there/got" && continue
            echo "$run: $program --threads $threads differs from $want:"
            diff "$there/want" "$there/got" | head -n 20
            exit 1
        done
    done
done
echo "$compared passed, 0 failed"
[ $compared -gt 0 ]
