#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Records the trees that the browser tests show without a server: the Anchorage scenario, and with Ukraine at its table.
# Usage: web/tests/trees/record.sh PROGRAM (in the top folder). What the pictures look like hangs on these files: record, look, approve.
set -eu
short() {
    python3 -c 'import json, sys
def short(x):
    if isinstance(x, float): return float("%.5g" % x)
    if isinstance(x, list): return [short(y) for y in x]
    return {k: short(v) for k, v in x.items()} if isinstance(x, dict) else x
json.dump(short(json.load(sys.stdin)), sys.stdout, ensure_ascii=False, separators=(",", ":"))'
}
file=scenarios/alaska-2025.summit.yaml
for lang in en zh-Hant; do
    options=(--models 'mean,challenge,nash,heaped' --lang "$lang" --json --quiet)
    for seat in none ukraine; do
        seated=()
        [ $seat = none ] || seated=(--seat $seat)
        "$1" run $file "${options[@]}" --draws 400 "${seated[@]}" | short >"web/tests/trees/$seat.$lang.json"
    done
    for command in timeline leverage; do
        "$1" $command $file "${options[@]}" --draws 0 | short >"web/tests/trees/$command.$lang.json"
    done
done
