/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table made of a struct array that came through the Arrow C data interface. Whole numbers of any width
 * become 64 bits, floats doubles, dates days, dictionaries their texts; the cells are copied and checked.
 *
 * Based on: The Arrow C data interface, https://arrow.apache.org/docs/format/CDataInterface.html. */
#include <math.h>
#include <string.h>

#include "core/bitset.h"
#include "core/date.h"
#include "core/memory.h"
#include "core/utf8.h"
#include "table/table.h"

enum { ARGUMENT_SCHEMA = 1, ARGUMENT_ARRAY = 2 };
static const int64_t MILLISECONDS_A_DAY = 86400000;

/* A column of the array, its rows counted from `first`. */
typedef struct source {
    const struct ArrowSchema *schema;
    const struct ArrowArray *array;
    int64_t first;
    int64_t rows;
    int64_t number; /* of the column */
} source;

static samen_status fail_array(samen_error *err, const source *s, const char *what) {
    return samen__fail_argument(err, ARGUMENT_ARRAY, "column \"%s\" %s", s->schema->name, what);
}

static samen_status fail_cell(samen_error *err, const source *s, int64_t row, const char *what) {
    samen_status status =
        samen__fail_cell(err, SAMEN_ERR_VALUE, row, s->number, "row %ld, column \"%s\": %s",
                         (long)row, s->schema->name, what);
    if (err)
        err->argument = ARGUMENT_ARRAY;
    return status;
}

static int bit(const void *bits, int64_t at) {
    return ((const uint8_t *)bits)[at / 8] >> at % 8 & 1;
}

static int is_null(const source *s, int64_t row) {
    if (s->schema->format[0] == 'n')
        return 1;
    return s->array->null_count != 0 && s->array->buffers[0] &&
           !bit(s->array->buffers[0], s->first + row);
}

/* The whole number of a row; a format that is none gives 0 in *fits. */
static int64_t whole(char format, const void *data, int64_t at, int *fits) {
    switch (format) {
    case 'c': return ((const int8_t *)data)[at];
    case 'C': return ((const uint8_t *)data)[at];
    case 's': return ((const int16_t *)data)[at];
    case 'S': return ((const uint16_t *)data)[at];
    case 'i': return ((const int32_t *)data)[at];
    case 'I': return ((const uint32_t *)data)[at];
    case 'l': return ((const int64_t *)data)[at];
    default: {
        uint64_t value = ((const uint64_t *)data)[at];
        *fits &= value <= INT64_MAX;
        return (int64_t)value;
    }
    }
}

static samen_status read_whole(const source *s, int64_t row, void *out, samen_error *err) {
    int fits = 1;
    int64_t value = whole(s->schema->format[0], s->array->buffers[1], s->first + row, &fits);
    ((int64_t *)out)[row] = value;
    return fits ? SAMEN_OK : fail_cell(err, s, row, "the number is beyond 64 bits with a sign");
}

static samen_status read_real(const source *s, int64_t row, void *out, samen_error *err) {
    const void *data = s->array->buffers[1];
    double value = s->schema->format[0] == 'f' ? (double)((const float *)data)[s->first + row]
                                               : ((const double *)data)[s->first + row];
    ((double *)out)[row] = value;
    return isfinite(value) ? SAMEN_OK
                           : fail_cell(err, s, row,
                                       "the number is NaN or infinite; make it null when it is not "
                                       "known");
}

static samen_status read_bool(const source *s, int64_t row, void *out, samen_error *err) {
    (void)err;
    samen__bitset_put(out, row, bit(s->array->buffers[1], s->first + row));
    return SAMEN_OK;
}

static samen_status put_day(const source *s, int64_t row, int64_t day, void *out,
                            samen_error *err) {
    if (day < INT32_MIN || day > INT32_MAX || !samen__date_is_known((int32_t)day))
        return fail_cell(err, s, row, "the date is outside the years 0 to 9999");
    ((int32_t *)out)[row] = (int32_t)day;
    return SAMEN_OK;
}

static samen_status read_day(const source *s, int64_t row, void *out, samen_error *err) {
    return put_day(s, row, ((const int32_t *)s->array->buffers[1])[s->first + row], out, err);
}

static samen_status read_instant(const source *s, int64_t row, void *out, samen_error *err) {
    int64_t value = ((const int64_t *)s->array->buffers[1])[s->first + row];
    if (value % MILLISECONDS_A_DAY != 0)
        return fail_cell(err, s, row, "the date is not a whole day");
    return put_day(s, row, value / MILLISECONDS_A_DAY, out, err);
}

/* The text of a row of a text array. */
static samen_status find_text(const source *s, int64_t row, const char **bytes, int64_t *length,
                              samen_error *err) {
    int64_t at = s->first + row, from, to;
    if (s->schema->format[0] == 'U') {
        from = ((const int64_t *)s->array->buffers[1])[at];
        to = ((const int64_t *)s->array->buffers[1])[at + 1];
    } else {
        from = ((const int32_t *)s->array->buffers[1])[at];
        to = ((const int32_t *)s->array->buffers[1])[at + 1];
    }
    if (from < 0 || to < from)
        return fail_array(err, s, "has offsets that go backwards");
    *bytes = to > from ? (const char *)s->array->buffers[2] + from : "";
    *length = to - from;
    return SAMEN_OK;
}

/* The same through a dictionary; *bytes is NULL where the dictionary has a null. */
static samen_status find_word(const source *s, int64_t row, const char **bytes, int64_t *length,
                              samen_error *err) {
    const source words = {.schema = s->schema->dictionary,
                          .array = s->array->dictionary,
                          .first = s->array->dictionary->offset,
                          .rows = s->array->dictionary->length,
                          .number = s->number};
    int fits = 1;
    int64_t number = whole(s->schema->format[0], s->array->buffers[1], s->first + row, &fits);
    if (!fits || number < 0 || number >= words.rows)
        return fail_cell(err, s, row, "the number is not in the dictionary");
    *bytes = NULL;
    return is_null(&words, number) ? SAMEN_OK : find_text(&words, number, bytes, length, err);
}

static samen_status read_text(const source *s, int64_t row, samen__column *out, samen_error *err) {
    const char *bytes = NULL;
    int64_t length = 0;
    samen_status status = SAMEN_OK;
    if (!is_null(s, row))
        status = s->schema->dictionary ? find_word(s, row, &bytes, &length, err)
                                       : find_text(s, row, &bytes, &length, err);
    if (status != SAMEN_OK)
        return status;
    if (!bytes)
        return samen__column_add_null(out, err);
    if (samen__utf8_invalid(bytes, length) >= 0 || memchr(bytes, '\0', (size_t)length))
        return fail_cell(err, s, row, "the text is not valid UTF-8, or has a NUL byte");
    return samen__column_add_text(out, bytes, length, err);
}

/* ---- Which formats there are ------------------------------------------------------------------------ */

typedef struct kind {
    const char *format;
    int32_t type;
    int64_t buffers;
    samen_status (*read)(const source *s, int64_t row, void *out, samen_error *err); /* not text */
} kind;

static const kind kinds[] = {
    {"c", SAMEN_COLUMN_INT64, 2, read_whole},    {"C", SAMEN_COLUMN_INT64, 2, read_whole},
    {"s", SAMEN_COLUMN_INT64, 2, read_whole},    {"S", SAMEN_COLUMN_INT64, 2, read_whole},
    {"i", SAMEN_COLUMN_INT64, 2, read_whole},    {"I", SAMEN_COLUMN_INT64, 2, read_whole},
    {"l", SAMEN_COLUMN_INT64, 2, read_whole},    {"L", SAMEN_COLUMN_INT64, 2, read_whole},
    {"f", SAMEN_COLUMN_FLOAT64, 2, read_real},   {"g", SAMEN_COLUMN_FLOAT64, 2, read_real},
    {"b", SAMEN_COLUMN_BOOL, 2, read_bool},      {"tdD", SAMEN_COLUMN_DATE, 2, read_day},
    {"tdm", SAMEN_COLUMN_DATE, 2, read_instant}, {"u", SAMEN_COLUMN_TEXT, 3, NULL},
    {"U", SAMEN_COLUMN_TEXT, 3, NULL},           {"n", SAMEN_COLUMN_TEXT, 0, NULL},
};

static const kind *find_kind(const char *format) {
    for (size_t i = 0; format && i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].format, format) == 0)
            return &kinds[i];
    }
    return NULL;
}

/* Does an array have the buffers that its format needs, for rows up to `last`? */
static samen_status check_buffers(const source *s, const struct ArrowArray *array, int64_t buffers,
                                  int64_t last, samen_error *err) {
    if (array->offset < 0 || array->length < 0 || last > array->offset + array->length)
        return fail_array(err, s, "is shorter than the table");
    if (array->n_buffers != buffers || (buffers > 0 && !array->buffers) ||
        (buffers > 1 && array->length > 0 && !array->buffers[1]))
        return fail_array(err, s, "does not have the buffers that its type needs");
    return SAMEN_OK;
}

/* How the column is read, when it can be. */
static samen_status check_column(const source *s, const kind **out, samen_error *err) {
    const kind *found = find_kind(s->schema->format);
    if (!s->schema->name || !*s->schema->name ||
        samen__utf8_invalid(s->schema->name, (int64_t)strlen(s->schema->name)) >= 0)
        return samen__fail_argument(err, ARGUMENT_SCHEMA, "column %ld has no name in UTF-8",
                                    (long)s->number);
    samen_status status =
        found ? check_buffers(s, s->array, found->buffers, s->first + s->rows, err) : SAMEN_OK;
    if (status == SAMEN_OK && found && s->schema->dictionary) {
        const struct ArrowArray *words = s->array->dictionary;
        int indexed = found->read == read_whole;
        found = find_kind(s->schema->dictionary->format);
        if (!indexed || !found || found->buffers != 3 || !words)
            found = NULL;
        else
            status = check_buffers(s, words, 3, words->offset + words->length, err);
    }
    if (status == SAMEN_OK && !found) {
        status = samen__fail(err, SAMEN_ERR_UNSUPPORTED,
                             "column \"%s\" has the Arrow format \"%s\"; numbers, texts, yes/no, "
                             "days and dictionaries of texts can be read: cast it, or leave it out",
                             s->schema->name, s->schema->format ? s->schema->format : "");
        if (err)
            err->argument = ARGUMENT_SCHEMA;
    }
    *out = found;
    return status;
}

static samen_status read_column(const source *s, samen_table *table, samen_error *err) {
    const kind *found = NULL;
    samen_status status = check_column(s, &found, err);
    if (status != SAMEN_OK)
        return status;
    if (samen_table_find(table, s->schema->name) >= 0) {
        status =
            samen__fail(err, SAMEN_ERR_DUPLICATE, "column \"%s\" is there twice", s->schema->name);
        if (err)
            err->argument = ARGUMENT_SCHEMA;
        return status;
    }
    samen__column *column = samen__table_add(table, s->schema->name, found->type, err);
    status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < s->rows; row++) {
        if (found->type == SAMEN_COLUMN_TEXT)
            status = read_text(s, row, column, err);
        else if (is_null(s, row))
            status = samen__column_set_null(column, row, err);
        else
            status = found->read(s, row, column->data, err);
    }
    return status;
}

static samen_status check_whole(const struct ArrowSchema *schema, const struct ArrowArray *array,
                                samen_error *err) {
    if (!schema->format || strcmp(schema->format, "+s") != 0)
        return samen__fail_argument(err, ARGUMENT_SCHEMA,
                                    "the schema is not of a struct; give a record batch, or a "
                                    "struct array with a child for each column");
    if (schema->n_children != array->n_children || array->length < 0 || array->offset < 0)
        return samen__fail_argument(err, ARGUMENT_ARRAY, "the array does not fit the schema");
    if (array->null_count != 0 && array->n_buffers > 0 && array->buffers && array->buffers[0])
        return samen__fail_argument(err, ARGUMENT_ARRAY,
                                    "rows of the struct are null as a whole; give a record batch");
    return SAMEN_OK;
}

samen_status samen_table_from_arrow(struct ArrowSchema *schema, struct ArrowArray *array,
                                    samen_table **out, samen_error *err) {
    if (!schema || !schema->release)
        return samen__fail_argument(err, ARGUMENT_SCHEMA, "schema is NULL or released already");
    if (!array || !array->release)
        return samen__fail_argument(err, ARGUMENT_ARRAY, "array is NULL or released already");
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen_table *table = NULL;
    samen_status status = check_whole(schema, array, err);
    if (status == SAMEN_OK)
        status = samen__table_new(array->length, &table, err);
    for (int64_t i = 0; status == SAMEN_OK && i < schema->n_children; i++) {
        const source s = {.schema = schema->children[i],
                          .array = array->children[i],
                          .first = array->children[i]->offset + array->offset,
                          .rows = array->length,
                          .number = i};
        status = read_column(&s, table, err);
    }
    if (status != SAMEN_OK) {
        samen_table_free(table);
        return status;
    }
    schema->release(schema);
    array->release(array);
    *out = table;
    return SAMEN_OK;
}
