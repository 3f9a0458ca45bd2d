/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table made of struct arrays that came through the Arrow C data interface. The cells are copied and
 * checked, dictionaries become what they stand for.
 *
 * Based on: The Arrow C data interface, https://arrow.apache.org/docs/format/CDataInterface.html. */
#include <string.h>

#include "core/bitset.h"
#include "core/utf8.h"
#include "table/arrow.h"
#include "table/arrow_cells.h"

/* More rows than memory can hold, so that places never overflow. */
static const int64_t MOST_ROWS = INT64_MAX / 4096;

/* ---- Errors: about a column, an array, a cell ------------------------------------------------------- */

/* A child of the struct. */
typedef struct child {
    const samen__arrow *in;
    const struct ArrowSchema *schema;
    int64_t number;
} child;

static child child_of(const samen__arrow *in, int64_t number) {
    return (child){.in = in, .schema = in->schema->children[number], .number = number};
}

static samen_status blame(samen_status status, int32_t argument, samen_error *err) {
    if (err)
        err->argument = argument;
    return status;
}

static samen_status fail_column(const child *c, samen_status code, const char *what,
                                int32_t argument, samen_error *err) {
    samen__fail_cell(err, code, -1, c->number, "column \"%s\" %s", c->schema->name, what);
    return blame(code, argument, err);
}

static samen_status fail_row(const child *c, int64_t row, const char *what, samen_error *err) {
    samen__fail_cell(err, SAMEN_ERR_VALUE, row, c->number, "row %ld, column \"%s\": %s", (long)row,
                     c->schema->name, what);
    return blame(SAMEN_ERR_VALUE, c->in->batch_argument, err);
}

/* ---- The schema ------------------------------------------------------------------------------------- */

/* The type of the cells, looked up in the dictionary when there is one; NULL when there is no such type. */
static const samen__cell_type *type_of(const struct ArrowSchema *schema) {
    const samen__cell_type *type = schema->format ? samen__cell_type_of(schema->format) : NULL;
    const struct ArrowSchema *words = schema->dictionary;
    if (!words || !type)
        return type;
    return samen__cell_type_is_whole(type) && words->format && !words->dictionary
               ? samen__cell_type_of(words->format)
               : NULL;
}

static samen_status refuse_type(const child *c, samen_error *err) {
    char words[256];
    samen__text text = samen__text_fixed(words, sizeof words);
    const struct ArrowSchema *dictionary = c->schema->dictionary;
    const char *format = dictionary && dictionary->format ? dictionary->format : c->schema->format;
    samen__cell_type_refuse(format ? format : "", &text);
    return fail_column(c, SAMEN_ERR_UNSUPPORTED, words, c->in->schema_argument, err);
}

static samen_status check_child(const samen__arrow *in, int64_t number, samen_error *err) {
    const child c = child_of(in, number);
    if (!c.schema || !c.schema->release)
        return samen__fail_argument(err, in->schema_argument, "column %ld is released already",
                                    (long)number);
    const char *name = c.schema->name;
    if (!name || !*name || samen__utf8_invalid(name, (int64_t)strlen(name)) >= 0)
        return samen__fail_argument(err, in->schema_argument, "column %ld has no name in UTF-8",
                                    (long)number);
    for (int64_t i = 0; i < number; i++) {
        if (strcmp(in->schema->children[i]->name, name) == 0)
            return fail_column(&c, SAMEN_ERR_DUPLICATE, "is there twice", in->schema_argument, err);
    }
    return type_of(c.schema) ? SAMEN_OK : refuse_type(&c, err);
}

samen_status samen__arrow_check(const samen__arrow *in, samen_error *err) {
    const struct ArrowSchema *schema = in->schema;
    if (!schema->format || strcmp(schema->format, "+s") != 0)
        return samen__fail_argument(err, in->schema_argument,
                                    "the schema is not of a struct; give a record batch, or a "
                                    "struct array with a child for each column");
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < schema->n_children; i++)
        status = check_child(in, i, err);
    return status;
}

/* ---- Arrays ----------------------------------------------------------------------------------------- */

/* An array and how its cells are read; row 0 is at `first`. */
typedef struct cells {
    const samen__cell_type *type;
    const struct ArrowArray *array;
    int64_t first;
    int64_t rows;
} cells;

/* Does an array that is a column or a dictionary have what its type needs? */
static samen_status open_cells(const child *c, const char *format, const struct ArrowArray *array,
                               int64_t skipped, int64_t rows, cells *out, samen_error *err) {
    const samen__cell_type *type = samen__cell_type_of(format);
    const char *wrong = NULL;
    if (array->offset < 0 || array->length < 0 || array->offset > MOST_ROWS ||
        array->length - skipped < rows)
        wrong = "is shorter than the table";
    else if (array->n_buffers < type->buffers || (type->buffers > 0 && !array->buffers) ||
             (type->buffers > 0 && rows > 0 && !array->buffers[1]))
        wrong = "does not have the buffers that its type needs";
    else if (type->buffers > 0 && array->null_count > 0 && !array->buffers[0])
        wrong = "says that it has nulls, and not which";
    *out = (cells){.type = type, .array = array, .first = array->offset + skipped, .rows = rows};
    return wrong ? fail_column(c, SAMEN_ERR_ARGUMENT, wrong, c->in->batch_argument, err) : SAMEN_OK;
}

static int is_valid(const struct ArrowArray *array, int64_t at) {
    return ((const uint8_t *)array->buffers[0])[at / 8] >> at % 8 & 1;
}

static int is_null(const cells *s, int64_t row) {
    return !s->type->read || (s->array->null_count != 0 && s->array->buffers[0] &&
                              !is_valid(s->array, s->first + row));
}

/* The cell of a row; *null tells when there is none. `words` is NULL without a dictionary. */
static const char *read_cell(const cells *s, const cells *words, int64_t row, samen__cell *out,
                             int *null) {
    *null = is_null(s, row);
    if (*null)
        return NULL;
    const char *wrong = s->type->read(s->array, s->first + row, out);
    if (wrong || !words)
        return wrong;
    int64_t word = out->whole;
    if (word < 0 || word >= words->rows)
        return "the number is not in the dictionary";
    *null = is_null(words, word);
    return *null ? NULL : words->type->read(words->array, words->first + word, out);
}

static samen_status put_null(samen__column *column, int64_t row, samen_error *err) {
    return column->type == SAMEN_COLUMN_TEXT ? samen__column_add_null(column, err)
                                             : samen__column_set_null(column, row, err);
}

static samen_status put_cell(samen__column *column, int64_t row, const samen__cell *cell,
                             samen_error *err) {
    switch (column->type) {
    case SAMEN_COLUMN_INT64: ((int64_t *)column->data)[row] = cell->whole; break;
    case SAMEN_COLUMN_FLOAT64: ((double *)column->data)[row] = cell->real; break;
    case SAMEN_COLUMN_DATE: ((int32_t *)column->data)[row] = (int32_t)cell->whole; break;
    case SAMEN_COLUMN_BOOL: samen__bitset_put(column->data, row, cell->whole != 0); break;
    default: return samen__column_add_text(column, cell->bytes, cell->length, err);
    }
    return SAMEN_OK;
}

/* The cells of one batch into a column, from row `at` on. */
static samen_status read_column(const child *c, const struct ArrowArray *batch,
                                samen__column *column, int64_t at, samen_error *err) {
    const struct ArrowArray *array = batch->children[c->number];
    const struct ArrowSchema *dictionary = c->schema->dictionary;
    cells s, words = {0};
    if (!array || !array->release || (dictionary && !array->dictionary))
        return fail_column(c, SAMEN_ERR_ARGUMENT,
                           "has no array, or no dictionary, or it is released already",
                           c->in->batch_argument, err);
    samen_status status =
        open_cells(c, c->schema->format, array, batch->offset, batch->length, &s, err);
    if (status == SAMEN_OK && dictionary)
        status = open_cells(c, dictionary->format, array->dictionary, 0, array->dictionary->length,
                            &words, err);
    for (int64_t row = 0; status == SAMEN_OK && row < s.rows; row++) {
        samen__cell cell;
        int null;
        const char *wrong = read_cell(&s, dictionary ? &words : NULL, row, &cell, &null);
        if (wrong)
            status = fail_row(c, at + row, wrong, err);
        else
            status =
                null ? put_null(column, at + row, err) : put_cell(column, at + row, &cell, err);
    }
    return status;
}

/* ---- Batches ---------------------------------------------------------------------------------------- */

/* A batch whose first row is row `at` of the table. */
static samen_status check_batch(const samen__arrow *in, const struct ArrowArray *batch, int64_t at,
                                samen_error *err) {
    int32_t argument = in->batch_argument;
    if (in->schema->n_children != batch->n_children || batch->length < 0 || batch->offset < 0)
        return samen__fail_argument(err, argument, "the array does not fit the schema");
    if (batch->length > MOST_ROWS - at || batch->offset > MOST_ROWS)
        return blame(
            samen__fail(err, SAMEN_ERR_LIMIT, "the array has more rows than a table can hold"),
            argument, err);
    int masked =
        batch->null_count != 0 && batch->n_buffers > 0 && batch->buffers && batch->buffers[0];
    for (int64_t row = 0; masked && row < batch->length; row++) {
        if (is_valid(batch, batch->offset + row))
            continue;
        samen__fail_cell(err, SAMEN_ERR_VALUE, at + row, -1,
                         "row %ld is null as a whole; leave it out, or make its cells null",
                         (long)(at + row));
        return blame(SAMEN_ERR_VALUE, argument, err);
    }
    return SAMEN_OK;
}

static samen_status check_batches(const samen__arrow *in, int64_t *rows, samen_error *err) {
    samen_status status = SAMEN_OK;
    *rows = 0;
    for (int64_t i = 0; status == SAMEN_OK && i < in->batches; i++) {
        status = check_batch(in, &in->batch[i], *rows, err);
        *rows += status == SAMEN_OK ? in->batch[i].length : 0;
    }
    return status;
}

static samen_status add_column(const samen__arrow *in, int64_t number, samen_table *table,
                               samen_error *err) {
    const child c = child_of(in, number);
    samen__column *column = samen__table_add(table, c.schema->name, type_of(c.schema)->type, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    int64_t at = 0;
    for (int64_t i = 0; status == SAMEN_OK && i < in->batches; i++) {
        status = read_column(&c, &in->batch[i], column, at, err);
        at += in->batch[i].length;
    }
    return status;
}

samen_status samen__arrow_read(const samen__arrow *in, samen_table **out, samen_error *err) {
    samen_table *table = NULL;
    int64_t rows = 0;
    samen_status status = samen__arrow_check(in, err);
    if (status == SAMEN_OK)
        status = check_batches(in, &rows, err);
    if (status == SAMEN_OK)
        status = samen__table_new(rows, &table, err);
    for (int64_t i = 0; status == SAMEN_OK && i < in->schema->n_children; i++)
        status = add_column(in, i, table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

samen_status samen__arrow_read_array(const struct ArrowSchema *schema,
                                     const struct ArrowArray *array, int32_t argument,
                                     samen_table **out, samen_error *err) {
    if (!schema || !schema->release)
        return samen__fail_argument(err, argument, "schema is NULL or released already");
    if (!array || !array->release)
        return samen__fail_argument(err, argument + 1, "array is NULL or released already");
    const samen__arrow in = {.schema = schema,
                             .batch = array,
                             .batches = 1,
                             .schema_argument = argument,
                             .batch_argument = argument + 1};
    return samen__arrow_read(&in, out, err);
}

samen_status samen_table_import_arrow(struct ArrowSchema *schema, struct ArrowArray *array,
                                      samen_table **out, samen_error *err) {
    samen_table *table = NULL;
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen_status status = samen__arrow_read_array(schema, array, 1, &table, err);
    if (status != SAMEN_OK)
        return status;
    schema->release(schema);
    array->release(array);
    *out = table;
    return SAMEN_OK;
}
