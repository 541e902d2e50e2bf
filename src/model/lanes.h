/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions and choices as straight-line code; the engine's numbers need them too. */
#ifndef SMYI_MODEL_LANES_H
#define SMYI_MODEL_LANES_H

#include "base/lanes.h"

#endif
