/* SPDX-License-Identifier: Apache-2.0 */
/* The section "venues": what the places that the table names are called. */
#include <string.h>

#include "scenario/reader.h"

static void read_name(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiNamedVenue *)into)->name);
}

static void read_venue(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {{"name", read_name, true}};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiNamedVenue *venue = &scenario->venues[scenario->n_venues];
    *venue = (SmyiNamedVenue){.id = smyi_read_key_name(reader, entry)};
    if (smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, venue) && venue->id)
        scenario->n_venues++;
}

void smyi_read_venues(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->scenario->venues = SMYI_TAKE(reader, value->size, SmyiNamedVenue);
    if (reader->scenario->venues)
        (void)smyi_read_entries(reader, value, false, read_venue, into);
}

const SmyiText *smyi_venue_name(const SmyScenario *scenario, const char *venue)
{
    for (size_t v = 0; venue && v < scenario->n_venues; v++)
        if (strcmp(scenario->venues[v].id, venue) == 0)
            return &scenario->venues[v].name;
    return NULL;
}
