/* SPDX-License-Identifier: Apache-2.0 */
/* Summitry: who sits, who gains, who loses, and how do you know? Includes the whole API. */
#ifndef SUMMITRY_H
#define SUMMITRY_H

#include "summitry/backtest.h"
#include "summitry/bluff.h"
#include "summitry/compare.h"
#include "summitry/edit.h"
#include "summitry/error.h"
#include "summitry/evidence.h"
#include "summitry/leverage.h"
#include "summitry/model.h"
#include "summitry/packed.h"
#include "summitry/power.h"
#include "summitry/read.h"
#include "summitry/report.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/sensitivity.h"
#include "summitry/timeline.h"
#include "summitry/tree.h"
#include "summitry/variation.h"

#endif
