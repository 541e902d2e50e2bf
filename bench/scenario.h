/* SPDX-License-Identifier: Apache-2.0 */
/* Scenarios made for timings (bench_run.c). */
#ifndef BENCH_SCENARIO_H
#define BENCH_SCENARIO_H

#include <stdbool.h>

#include "summitry/summitry.h"

/** One issue "x" and n actors that all sit; every input triangular where `drawn`. */
SmyScenario *bench_one_issue(int n, bool drawn);

#endif
