/* SPDX-License-Identifier: Apache-2.0 */
/* The game of the seated: what a model gets to see. */
#ifndef SMYI_ANALYSIS_GAME_H
#define SMYI_ANALYSIS_GAME_H

#include "analysis/verdict.h"

/**
 * The block of games in which those of `seating` sit, patrons moved by their observers
 * (models.md I.1). `needs` are those of the model that will see it: the rules of decision are
 * added where it needs some. Arrays come from `mem`. False: no memory.
 */
bool smyi_game_new(const SmyiFrame *frame, const SmyiSituation *situation,
                   const SmyiSeating *seating, unsigned needs, SmyiArena *mem,
                   SmyiGame *game);

#endif
