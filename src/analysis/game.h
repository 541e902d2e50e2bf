/* SPDX-License-Identifier: Apache-2.0 */
/* The game of the seated: what a model gets to see. */
#ifndef SMYI_ANALYSIS_GAME_H
#define SMYI_ANALYSIS_GAME_H

#include "analysis/verdict.h"

/**
 * The block of games in which those of `seating` sit, patrons moved by their observers
 * (models.md I.1). `needs` are those of the model that will see it: the rules of decision are
 * added where it needs some. Its actors are the players who sit in some lane: no model's answer
 * hangs on the others, and its time does; `everybody`: all players, in their order, for whoever
 * asks for actors by number. Arrays come from `mem`. False: no memory.
 */
bool smyi_game_new(const SmyiFrame *frame, const SmyiSituation *situation,
                   const SmyiSeating *seating, unsigned needs, bool everybody,
                   SmyiArena *mem, SmyiGame *game);

#endif
