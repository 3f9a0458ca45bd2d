/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: A. Hundepool et al., Statistical disclosure control (2012), chapter 4 (doi 10.1002/9781118348239), for
 * thresholds and complementary suppression. */
#include "network/suppress.h"

#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"
#include "core/sort.h"

void samen__suppressed_free(samen__suppressed *suppressed) {
    samen__keys_free(&suppressed->label);
    samen__delete(suppressed->of);
    *suppressed = (samen__suppressed){0};
}

static const char *label_of(const samen__column *column, int64_t row, int64_t *length) {
    if (column->type == SAMEN_COLUMN_TEXT)
        return samen__column_text(column, row, length);
    const char *label = samen__bitset_get(column->data, row) ? "yes" : "no";
    *length = (int64_t)strlen(label);
    return label;
}

/* Number the values; rows without one get the number behind the last. */
static samen_status number_values(const samen__column *column, samen__suppressed *s,
                                  samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t row = 0; status == SAMEN_OK && row < column->rows; row++) {
        int64_t length, number;
        int32_t added;
        s->of[row] = SAMEN__GROUP_NONE;
        if (samen__column_is_null(column, row))
            continue;
        const char *label = label_of(column, row, &length);
        status = samen__keys_add(&s->label, label, length, &number, &added, err);
        if (status == SAMEN_OK)
            s->of[row] = (int32_t)number;
    }
    return status;
}

typedef struct sizes {
    const samen__keys *label;
    const int64_t *size;
} sizes;

/* By size, then by label, so that the order of rows does not matter; the group of rows without a value last. */
static int by_size(const void *context, int64_t a, int64_t b) {
    const sizes *s = context;
    if (s->size[a] != s->size[b])
        return s->size[a] < s->size[b] ? -1 : 1;
    if (a == s->label->count || b == s->label->count)
        return a == b ? 0 : a > b ? 1 : -1;
    return strcmp(samen__keys_text(s->label, a), samen__keys_text(s->label, b));
}

/* How many of the groups in ascending order of size are merged; *together is how many rows they have. */
static int64_t count_merged(const int64_t *size, const int64_t *order, int64_t groups,
                            int64_t least, int64_t *together) {
    int64_t merged = 0;
    *together = 0;
    while (merged < groups && (size[order[merged]] < least || (*together > 0 && *together < least)))
        *together += size[order[merged++]];
    return merged;
}

/* `size` has a place for each label, one behind them for rows without a value, and is 0. */
static samen_status merge(samen__suppressed *s, int64_t rows, int64_t least, int64_t *size,
                          int64_t *order, samen_error *err) {
    int64_t values = s->label.count, together;
    for (int64_t row = 0; row < rows; row++)
        size[s->of[row] < 0 ? values : s->of[row]]++;
    const sizes by = {.label = &s->label, .size = size};
    samen_status status = samen__sort(order, values + 1, by_size, &by, err);
    if (status != SAMEN_OK)
        return status;
    int64_t merged = count_merged(size, order, values + 1, least, &together);
    s->remains = values + 1 - merged + (together > 0) >= 2;
    for (int64_t i = 0; i < merged; i++)
        size[order[i]] = 0;
    for (int64_t row = 0; row < rows; row++) {
        if (size[s->of[row] < 0 ? values : s->of[row]] == 0)
            s->of[row] = SAMEN__GROUP_MERGED;
    }
    return SAMEN_OK;
}

samen_status samen__suppress(const samen__column *column, int64_t least, samen__suppressed *out,
                             samen_error *err) {
    int64_t *size = NULL, *order = NULL;
    samen__keys_start(&out->label);
    out->of = samen__new_raw(column->rows, sizeof *out->of, err);
    samen_status status = out->of ? number_values(column, out, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        size = samen__new(out->label.count + 1, sizeof *size, err);
        order = samen__new_raw(out->label.count + 1, sizeof *order, err);
        status =
            size && order ? merge(out, column->rows, least, size, order, err) : SAMEN_ERR_MEMORY;
    }
    samen__delete(size);
    samen__delete(order);
    return status;
}
