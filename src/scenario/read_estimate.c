/* SPDX-License-Identifier: Apache-2.0 */
/* Estimates: a number, {value}, {low, mode, high}, {low, high, shape}, {mean, sd, low, high}. */
#include <math.h>
#include <string.h>

#include "scenario/reader.h"

enum {
    FAR = 30
}; /* standard deviations: further out a cut normal has nothing left to draw */

typedef struct Part {
    const SmyiValue *value; /* NULL: not given, or refused */
    bool given;
    double number;
} Part;

typedef struct Parts { /* of an estimate that is a map */
    const SmyiEstimateRule *rule;
    Part point, low, mode, high, mean, sd;
    const SmyiValue *shape_value;
    int shape; /* of `shapes` below, or SMYI_NONE */
    bool wrong;
} Parts;

static const char *const shapes[] = {"triangular", "pert", "uniform", "normal", NULL};
enum { TRIANGULAR, PERT, UNIFORM, NORMAL };

static void read_part(SmyiReader *reader, const SmyiValue *value, Parts *parts, Part *part,
                      double low, double high)
{
    part->given = true;
    if (smyi_read_number(reader, value, low, high, &part->number))
        part->value = value;
    else
        parts->wrong = true;
}

static void read_value(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->point, p->rule->least, p->rule->most);
}

static void read_low(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->low, p->rule->least, p->rule->most);
}

static void read_mode(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->mode, p->rule->least, p->rule->most);
}

static void read_high(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->high, p->rule->least, p->rule->most);
}

static void read_mean(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->mean, -(double)INFINITY, (double)INFINITY);
}

static void read_sd(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    read_part(reader, value, p, &p->sd, 0, (double)INFINITY);
    if (p->sd.value && p->sd.number <= 0) {
        smyi_refuse(reader, SMY_ERR_RANGE, value, "without spread, write {value: ...}",
                    "%s is 0; it is above 0", smyi_path(reader, value));
        p->wrong = true;
    }
}

static void read_shape(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *p = into;
    p->shape_value = value;
    p->shape = smyi_read_word(reader, value, shapes);
    p->wrong |= p->shape == SMYI_NONE;
}

static bool refuse_mix(SmyiReader *reader, const SmyiValue *map, const char *hint)
{
    smyi_refuse(reader, SMY_ERR_CONFLICT, map, hint, "%s is no estimate",
                smyi_path(reader, map));
    return false;
}

/* Which of the forms the keys make; false and a complaint where they make none. */
static bool has_form(SmyiReader *reader, const SmyiValue *map, Parts *p)
{
    static const char forms[] =
        "write {value}, {low, mode, high}, {low, high, shape: uniform} "
        "or {mean, sd, low, high}";
    bool ends = p->low.given && p->high.given;
    bool bell = p->mean.given && p->sd.given;
    if (p->point.given)
        return !(p->low.given || p->mode.given || p->high.given || p->mean.given ||
                 p->sd.given || p->shape_value) ||
               refuse_mix(reader, map,
                          "{value} stands alone: it is a number without a range");
    if (p->mean.given || p->sd.given) {
        if (!bell || !ends || p->mode.given || (p->shape_value && p->shape != NORMAL))
            return refuse_mix(reader, map, "a cut normal is {mean, sd, low, high}");
        p->shape = NORMAL;
        return true;
    }
    if (!ends)
        return refuse_mix(reader, map, forms);
    if (!p->mode.given)
        return p->shape == UNIFORM ||
               refuse_mix(reader, map,
                          "add \"mode\", or \"shape: uniform\" if all between low "
                          "and high is as likely");
    if (p->shape == UNIFORM || p->shape == NORMAL)
        return refuse_mix(reader, map, forms);
    p->shape = p->shape == PERT ? PERT : TRIANGULAR;
    return true;
}

static bool refuse_order(SmyiReader *reader, const Part *left, const char *left_name,
                         const Part *right, const char *right_name)
{
    smyi_refuse(reader, SMY_ERR_RANGE, left->value, "low <= mode <= high",
                "%s %s is above %s %s", left_name, left->value->text, right_name,
                right->value->text);
    return false;
}

/* low <= mode <= high, and a cut normal that has something between its ends. */
static bool is_in_order(SmyiReader *reader, const Parts *p)
{
    if (p->mode.given && p->low.number > p->mode.number)
        return refuse_order(reader, &p->low, "low", &p->mode, "mode");
    if (p->mode.given && p->mode.number > p->high.number)
        return refuse_order(reader, &p->mode, "mode", &p->high, "high");
    if (p->low.number > p->high.number)
        return refuse_order(reader, &p->low, "low", &p->high, "high");
    double below = p->low.number - p->mean.number, above = p->mean.number - p->high.number;
    if (p->shape == NORMAL && fmax(below, above) > FAR * p->sd.number) {
        smyi_refuse(reader, SMY_ERR_RANGE, p->mean.value, "move the mean or widen sd",
                    "mean %s lies more than 30 standard deviations outside low to high",
                    p->mean.value->text);
        return false;
    }
    return true;
}

static SmyiEstimate point_at(double number)
{
    return (SmyiEstimate){SMYI_SHAPE_POINT, number, number, number, 0};
}

static SmyiEstimate shaped(const Parts *p)
{
    double low = p->low.number, high = p->high.number;
    if (p->point.given)
        return point_at(p->point.number);
    if (low >= high)
        return point_at(low);
    switch (p->shape) {
    case UNIFORM:
        return (SmyiEstimate){SMYI_SHAPE_UNIFORM, low, low + (high - low) / 2, high, 0};
    case NORMAL:
        return (SmyiEstimate){SMYI_SHAPE_NORMAL, low, p->mean.number, high, p->sd.number};
    case PERT:
        return (SmyiEstimate){SMYI_SHAPE_PERT, low, p->mode.number, high, 0};
    default:
        return (SmyiEstimate){SMYI_SHAPE_TRIANGULAR, low, p->mode.number, high, 0};
    }
}

static void read_parts(SmyiReader *reader, const SmyiValue *map,
                       const SmyiEstimateRule *rule, SmyiEstimate *estimate)
{
    SmyiKey keys[] = {{"value", read_value, false}, {"low", read_low, false},
                      {"mode", read_mode, false},   {"high", read_high, false},
                      {"mean", read_mean, false},   {"sd", read_sd, false},
                      {"shape", read_shape, false}, SMYI_SUPPORT_KEYS,
                      {rule->also, NULL, false}};
    Parts parts = {.rule = rule, .shape = SMYI_NONE};
    size_t n_keys = sizeof keys / sizeof *keys - !rule->also;
    if (!smyi_read_map(reader, map, keys, n_keys, &parts) || parts.wrong)
        return;
    if (has_form(reader, map, &parts) && is_in_order(reader, &parts))
        *estimate = shaped(&parts);
}

/* What is said in public, or needs no range, is {value} and support. */
static void read_single(SmyiReader *reader, const SmyiValue *map,
                        const SmyiEstimateRule *rule, SmyiEstimate *estimate)
{
    static const SmyiKey keys[] = {{"value", read_value, true}, SMYI_SUPPORT_KEYS};
    Parts parts = {.rule = rule, .shape = SMYI_NONE};
    if (smyi_value_get(map, "low") || smyi_value_get(map, "mean")) {
        smyi_refuse(reader, SMY_ERR_TYPE, map,
                    "what is said in public is coded as it was said",
                    "%s is a range; it takes one number", smyi_path(reader, map));
        return;
    }
    if (smyi_read_map(reader, map, keys, sizeof keys / sizeof *keys, &parts) &&
        parts.point.value)
        *estimate = point_at(parts.point.number);
}

SmyiInput smyi_read_estimate(SmyiReader *reader, const SmyiValue *value,
                             const SmyiEstimateRule *rule)
{
    const char *path = smyi_value_path(reader->arena, value);
    reader->complaints.no_memory |= !path;
    SmyiInput input = {.path = path ? path : "...",
                       .estimate = point_at(0),
                       .least = rule->least,
                       .most = rule->most,
                       .place = value->place};
    input.support = smyi_read_support(reader, value, rule->outer);
    double number;
    if (value->kind == SMYI_VALUE_MAP)
        (rule->point_only ? read_single : read_parts)(reader, value, rule, &input.estimate);
    else if (value->kind == SMYI_VALUE_NUMBER) {
        if (smyi_read_number(reader, value, rule->least, rule->most, &number))
            input.estimate = point_at(number);
    } else if (smyi_is_blank(value))
        (void)smyi_read_number(reader, value, rule->least, rule->most, &number);
    else if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, value->kind == SMYI_VALUE_NULL ? SMY_ERR_MISSING : SMY_ERR_TYPE,
                    value,
                    value->quoted ? "remove the quotes"
                                  : "write 12, or {low: 5, mode: 12, high: 20}",
                    "%s is %s; it takes a number or an estimate", smyi_path(reader, value),
                    smyi_shown(reader, value));
    return input;
}

int smyi_read_input(SmyiReader *reader, const SmyiValue *value,
                    const SmyiEstimateRule *rule)
{
    SmyScenario *scenario = reader->scenario;
    if (scenario->n_inputs == SMYI_MOST_INPUTS) {
        smyi_refuse(reader, SMY_ERR_LIMIT, value, "split the scenario",
                    "the file has more than 20000 estimates");
        return SMYI_NONE;
    }
    if (scenario->n_inputs == reader->inputs_room) {
        size_t room = reader->inputs_room ? reader->inputs_room * 2 : 64;
        SmyiInput *larger = SMYI_TAKE(reader, room, SmyiInput);
        if (!larger)
            return SMYI_NONE;
        if (scenario->n_inputs)
            memcpy(larger, scenario->inputs, scenario->n_inputs * sizeof *larger);
        scenario->inputs = larger;
        reader->inputs_room = room;
    }
    SmyiInput input = smyi_read_estimate(reader, value, rule);
    if (!smyi_index_add(&scenario->input_paths, input.path, (int)scenario->n_inputs))
        reader->complaints.no_memory = true;
    scenario->inputs[scenario->n_inputs] = input;
    return (int)scenario->n_inputs++;
}
