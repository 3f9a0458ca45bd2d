/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes while a network is being built: a value for some of the rows, one type for each. */
#ifndef SAMEN_NETWORK_ATTRIBUTES_H
#define SAMEN_NETWORK_ATTRIBUTES_H

#include <stdint.h>

#include "core/hash.h"
#include "samen/core.h"
#include "table/column.h"

typedef struct samen__attribute {
    char *name;
    int32_t type;
    int64_t count; /* rows that have a place in value */
    int64_t capacity;
    int64_t *value;   /* the bits of a double, a date, 0 or 1, or the number of a text in pool */
    samen__keys pool; /* texts, each once */
} samen__attribute;

typedef struct samen__attributes {
    samen__attribute *attribute;
    int64_t count;
    int64_t capacity;
} samen__attributes;

void samen__attributes_free(samen__attributes *set);

/* The attribute of that name and type, added when new. SAMEN_ERR_VALUE when it has another type. */
samen_status samen__attributes_get(samen__attributes *set, const char *name, int32_t type,
                                   samen__attribute **out, samen_error *err);

int samen__attributes_has(const samen__attributes *set, const char *name);

/* SAMEN_ERR_VALUE when there is an attribute of that name and another type. */
samen_status samen__attributes_check(const samen__attributes *set, const char *name, int32_t type,
                                     samen_error *err);

/* Forget all attributes but the first `count`, and of those all rows but the first `rows`. */
void samen__attributes_truncate(samen__attributes *set, int64_t count, int64_t rows);

/* Take back the last attribute when no row of it was ever set. */
void samen__attributes_drop_empty(samen__attributes *set);

samen_status samen__attribute_set_text(samen__attribute *attribute, int64_t row, const char *bytes,
                                       int64_t length, samen_error *err);
samen_status samen__attribute_set_number(samen__attribute *attribute, int64_t row, double value,
                                         samen_error *err);
samen_status samen__attribute_set_int(samen__attribute *attribute, int64_t row, int64_t value,
                                      samen_error *err);

/* The finished column of `rows` rows. */
samen_status samen__attribute_column(const samen__attribute *attribute, int64_t rows,
                                     samen__column *out, samen_error *err);

#endif
