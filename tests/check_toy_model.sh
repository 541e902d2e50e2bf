#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Adding a model is one file and one line: adds a toy to a copy of the tree and asks the program.
# Usage: tests/check_toy_model.sh (in the top folder)
set -eu
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r CMakeLists.txt cmake include src cli server scenarios "$copy"
mkdir "$copy/web" && cp -r web/dist "$copy/web" # the report is drawn by the page
cd "$copy"

cat >src/model/toy.c <<'TOY'
/* SPDX-License-Identifier: Apache-2.0 */
/* A toy: everything ends in the middle of its scale. */
#include "model/model.h"

static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    (void)options, (void)mem;
    for (size_t c = 0; c < game->n_issues * game->n_lanes; c++) {
        out->point[c] = .5;
        out->status[c] = SMY_STATUS_OK;
    }
    return SMY_OK;
}

const SmyiModel smyi_model_toy = {
    .info = {.id = "toy", .title = "Toy", .family = "aggregator",
             .assumes = "Nobody matters.", .source = "hand"},
    .solve = solve,
};
TOY
echo 'X(toy)' >>src/model/models.def

if ! (cmake -G Ninja -B build -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS_DEBUG=-O0 -DSMY_WERROR=ON \
    -DSMY_TESTS=OFF -DSMY_BENCH=OFF -DSMY_SERVER=OFF && cmake --build build --target summitry) >log 2>&1; then
    tail -n 40 log
    exit 1
fi
build/summitry models >listed
grep -q '^ *toy\b' listed || { echo "summitry models does not list the toy:"; cat listed; exit 1; }
build/summitry run scenarios/car-emissions-1994.summit.yaml --models toy --draws 100 --json >answer
grep -q '"toy"' answer || { echo "summitry run does not know the toy"; exit 1; }
