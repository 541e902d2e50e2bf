/* SPDX-License-Identifier: Apache-2.0 */
/* The sections "claims" and "constraints": conditions with an id and a source. */
#include "scenario/reader.h"

/* ---- Claims ---- */

static void read_claim_id(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiClaim *)into)->id =
        smyi_read_new_id(reader, value, &reader->claim_ids, reader->scenario->n_claims);
}

static void read_says(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiClaim *)into)->says);
}

static void read_holds(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_condition(reader, value, &((SmyiClaim *)into)->holds);
}

static void read_claim(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"id", read_claim_id, true},
                                   {"says", read_says, true},
                                   {"holds", read_holds, true},
                                   SMYI_SUPPORT_KEYS};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiClaim *claim = &scenario->claims[scenario->n_claims];
    *claim = (SmyiClaim){.place = value->place};
    claim->support = smyi_read_support(reader, value, NULL);
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, claim);
    scenario->n_claims++;
}

void smyi_read_claims(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->scenario->claims = SMYI_TAKE(reader, value->size, SmyiClaim);
    if (reader->scenario->claims)
        (void)smyi_read_list(reader, value, read_claim, into);
}

/* ---- Constraints ---- */

static void read_constraint_id(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiConstraint *)into)->id = smyi_read_new_id(reader, value, &reader->constraint_ids,
                                                    reader->scenario->n_constraints);
}

static void read_forbids(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_condition(reader, value, &((SmyiConstraint *)into)->forbids);
}

static void read_constraint_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiConstraint *)into)->title);
}

static void read_because(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiConstraint *)into)->because);
}

static void read_constraint(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"id", read_constraint_id, true},
                                   {"forbids", read_forbids, true},
                                   {"title", read_constraint_title, false},
                                   {"because", read_because, false},
                                   SMYI_SUPPORT_KEYS};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiConstraint *constraint = &scenario->constraints[scenario->n_constraints];
    *constraint = (SmyiConstraint){.place = value->place};
    constraint->support = smyi_read_support(reader, value, NULL);
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, constraint);
    scenario->n_constraints++;
}

void smyi_read_constraints(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->scenario->constraints = SMYI_TAKE(reader, value->size, SmyiConstraint);
    if (reader->scenario->constraints)
        (void)smyi_read_list(reader, value, read_constraint, into);
}
