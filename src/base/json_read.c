/* SPDX-License-Identifier: Apache-2.0 */
/* JSON text back into a result tree; the text is parsed by jansson. */
#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "base/tree.h"

enum { MAX_DEPTH = 64, MAX_LENGTH = 1 << 28 };

static bool add_any(SmyResult *result, SmyNode *parent, const char *key, json_t *value,
                    int depth);

static bool add_members(SmyResult *result, SmyNode *object, json_t *value, int depth)
{
    const char *key;
    json_t *member;
    json_object_foreach(value, key, member) {
        if (!add_any(result, object, key, member, depth))
            return false;
    }
    return true;
}

static bool add_entries(SmyResult *result, SmyNode *list, json_t *value, int depth)
{
    size_t i;
    json_t *entry;
    json_array_foreach(value, i, entry) {
        if (!add_any(result, list, NULL, entry, depth))
            return false;
    }
    return true;
}

/* False: too deep. Want of memory is kept in result->failed. */
static bool add_any(SmyResult *result, SmyNode *parent, const char *key, json_t *value,
                    int depth)
{
    if (depth > MAX_DEPTH)
        return false;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return add_members(result, smyi_add_object(result, parent, key), value, depth + 1);
    case JSON_ARRAY:
        return add_entries(result, smyi_add_list(result, parent, key), value, depth + 1);
    case JSON_STRING:
        smyi_add_text(result, parent, key, json_string_value(value));
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        smyi_add_number(result, parent, key, json_number_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        smyi_add_bool(result, parent, key, json_is_true(value));
        break;
    case JSON_NULL:
        smyi_add_null(result, parent, key);
        break;
    }
    return true;
}

static SmyCode syntax_error(const json_error_t *error, SmyError *err)
{
    SmyiPlace place = {.line = error->line > 0 ? error->line : 1,
                       .column = error->column > 0 ? error->column : 1};
    enum json_error_code why = json_error_code(error);
    SmyCode code = why == json_error_out_of_memory    ? SMY_ERR_NOMEM
                   : why == json_error_stack_overflow ? SMY_ERR_LIMIT
                                                      : SMY_ERR_SYNTAX;
    return smyi_fail_at(err, code, place, NULL, "JSON: %s", error->text);
}

static SmyCode build(json_t *root, SmyResult **out, SmyError *err)
{
    if (!json_is_object(root))
        return smyi_fail(err, SMY_ERR_TYPE, "a result is an object, this JSON is not");
    SmyResult *result = smyi_result_new();
    if (!result)
        return smyi_fail(err, SMY_ERR_NOMEM, "no memory for the result");
    SmyCode code = SMY_OK;
    if (!add_members(result, result->root, root, 1))
        code = smyi_fail(err, SMY_ERR_LIMIT, "JSON nested deeper than %d", MAX_DEPTH);
    else if (result->failed)
        code = smyi_fail(err, SMY_ERR_NOMEM, "no memory for the result");
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}

SmyCode smy_result_read_json(const char *text, size_t length, SmyResult **out,
                             SmyError *err)
{
    *out = NULL;
    if (length > MAX_LENGTH)
        return smyi_fail(err, SMY_ERR_LIMIT, "%zu bytes of JSON; at most %d", length,
                         (int)MAX_LENGTH);
    json_error_t error;
    json_t *root =
        json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &error);
    if (!root)
        return syntax_error(&error, err);
    SmyCode code = build(root, out, err);
    json_decref(root);
    return code;
}
