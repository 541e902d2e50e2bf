/* SPDX-License-Identifier: Apache-2.0 */
/* Which models are asked, and how they are set: the fields "models" and "model_options". */
#ifndef SERVER_CHOICE_H
#define SERVER_CHOICE_H

#include "reply.h"

enum { MOST_MODEL_OPTIONS = 64 };

/** Starts as {0}; freed with choice_free(). It stays where it is while it is used. */
typedef struct Choice {
    Text models; /* ids, comma-separated; its bytes are NULL for all models */
    size_t n_options;
    const char *options[MOST_MODEL_OPTIONS]; /* [n_options] "challenge.Q=0.5" */
    Text settings[MOST_MODEL_OPTIONS];       /* what they point into */
} Choice;

/** Names are looked at when the models are asked. What is wrong is refused through `reply`. */
void choice_read(const SmyNode *body, Choice *choice, Reply *reply);
void choice_free(Choice *choice);

#endif
