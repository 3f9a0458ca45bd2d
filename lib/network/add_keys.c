/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a column of keys mean. Keys are looked up in blocks, all of a block being asked for before
 * the first is compared, so that the memory of many is on its way at once. */
#include "core/error.h"
#include "core/memory.h"
#include "network/add_table.h"
#include "network/values.h"

enum { BLOCK = 32 };

/* A name may read up to 16 bytes, which an empty word and the last texts of a column do not have. */
static samen__name name_of(const samen__keys *keys, const samen__column *column,
                           const samen__word *word) {
    int safe = word->bytes == word->digits ||
               (word->length > 0 &&
                word->bytes + SAMEN__SHORT_KEY <= column->strings + column->strings_capacity);
    return safe ? samen__keys_name(keys, word->bytes, word->length)
                : samen__keys_name_any(keys, word->bytes, word->length);
}

static void find_block(const samen__column *column, const samen__keys *keys, int64_t first,
                       int64_t count, int32_t *number) {
    samen__word word[BLOCK];
    samen__name name[BLOCK];
    for (int64_t i = 0; i < count; i++) {
        samen__adding_word(column, first + i, &word[i]);
        name[i] = name_of(keys, column, &word[i]);
        samen__keys_await(keys, &name[i]);
    }
    for (int64_t i = 0; i < count; i++)
        number[first + i] = (int32_t)samen__keys_find_name(keys, &name[i]);
}

samen_status samen__adding_find(samen__reference *reference, const samen__keys *keys,
                                samen_error *err) {
    const samen__column *column = reference->column;
    if (!column)
        return SAMEN_OK;
    reference->number = samen__new_raw(column->rows, sizeof *reference->number, err);
    if (!reference->number)
        return SAMEN_ERR_MEMORY;
    for (int64_t first = 0; first < column->rows; first += BLOCK) {
        int64_t count = column->rows - first < BLOCK ? column->rows - first : BLOCK;
        find_block(column, keys, first, count, reference->number);
    }
    return SAMEN_OK;
}

samen_status samen__adding_key(const samen__adding *a, int64_t row,
                               const samen__reference *reference, const char *what, int32_t *out,
                               samen_error *err) {
    *out = reference->number[row];
    if (*out >= 0)
        return SAMEN_OK;
    samen_error found = {0};
    samen__word key;
    samen__adding_word(reference->column, row, &key);
    if (key.length == 0) {
        samen__fail(&found, SAMEN_ERR_MISSING, "the cell is empty; give the key of the %s", what);
    } else {
        samen__shown shown = samen__show(key.bytes, key.length);
        samen__fail(&found, SAMEN_ERR_UNKNOWN, "there is no %s \"%s\"; add it first", what,
                    shown.text);
    }
    return samen__adding_fail(a, row, reference->column, &found, err);
}
