/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table handed out through the Arrow C data interface, without copying a cell: a struct array with one
 * child for each column. A consumer may move children out and release them on their own, in any order and
 * from any thread, so every array owns the table with the others. A schema owns copies of the names and
 * nothing of the table: some consumers forget to release one, and should lose a few names only.
 *
 * Based on: The Arrow C data interface, https://arrow.apache.org/docs/format/CDataInterface.html. */
#include <string.h>

#include "core/memory.h"
#include "table/arrow.h"

/* What a schema or an array holds on to. */
typedef struct holder {
    samen_table *table;     /* of an array: whose cells it points to */
    const void *buffers[3]; /* of an array */
    char *text;             /* of a schema: its name, or of the whole one the metadata */
    void *children;         /* structs */
    void *pointers;         /* to the children */
} holder;

static void drop(holder *held) {
    samen_table_free(held->table);
    samen__delete(held->text);
    samen__delete(held->children);
    samen__delete(held->pointers);
    samen__delete(held);
}

/* A holder with room for so many children of a size. */
static holder *hold(int64_t children, size_t size, samen_error *err) {
    holder *held = samen__new(1, sizeof *held, err);
    if (!held || children == 0)
        return held;
    held->children = samen__new(children, size, err);
    held->pointers = samen__new(children, sizeof(void *), err);
    if (held->children && held->pointers)
        return held;
    drop(held);
    return NULL;
}

/* ---- The schema: names, types, and notes and provenance as metadata ------------------------------- */

static void release_schema(struct ArrowSchema *schema) {
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
    }
    drop(schema->private_data);
    schema->release = NULL;
}

static const char *format_of(int32_t type) {
    switch (type) {
    case SAMEN_COLUMN_INT64: return "l";
    case SAMEN_COLUMN_FLOAT64: return "g";
    case SAMEN_COLUMN_BOOL: return "b";
    case SAMEN_COLUMN_DATE: return "tdD";
    default: return "U";
    }
}

static void add_number(samen__text *text, int64_t value) {
    int32_t number = (int32_t)value;
    samen__text_add(text, (const char *)&number, sizeof number);
}

static void add_pair(samen__text *text, const char *prefix, const char *key, const char *value) {
    add_number(text, (int64_t)(strlen(prefix) + strlen(key)));
    samen__text_add_string(text, prefix);
    samen__text_add_string(text, key);
    add_number(text, (int64_t)strlen(value));
    samen__text_add_string(text, value);
}

static samen_status make_metadata(const samen_table *table, char **out, samen_error *err) {
    samen__text text = samen__text_growing();
    add_number(&text, table->entries + table->notes);
    for (int64_t i = 0; i < table->entries; i++)
        add_pair(&text, "samen.", table->entry[i].key, table->entry[i].value);
    for (int64_t i = 0; i < table->notes; i++)
        add_pair(&text, "samen.note.", table->note[i].code, table->note[i].text);
    return samen__text_take(&text, out, NULL, err);
}

static samen_status make_column_schema(const samen__column *column, struct ArrowSchema *out,
                                       samen_error *err) {
    holder *held = hold(0, 0, err);
    if (!held)
        return SAMEN_ERR_MEMORY;
    held->text = samen__copy_text(column->name, (int64_t)strlen(column->name), err);
    if (!held->text) {
        drop(held);
        return SAMEN_ERR_MEMORY;
    }
    *out = (struct ArrowSchema){.format = format_of(column->type),
                                .name = held->text,
                                .flags = ARROW_FLAG_NULLABLE,
                                .release = release_schema,
                                .private_data = held};
    return SAMEN_OK;
}

samen_status samen__arrow_schema(const samen_table *table, struct ArrowSchema *out,
                                 samen_error *err) {
    holder *held = hold(table->columns, sizeof *out, err);
    if (!held)
        return SAMEN_ERR_MEMORY;
    struct ArrowSchema made = {.format = "+s",
                               .name = "",
                               .children = held->pointers,
                               .release = release_schema,
                               .private_data = held};
    samen_status status = make_metadata(table, &held->text, err);
    made.metadata = held->text;
    for (int64_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        made.children[i] = (struct ArrowSchema *)held->children + i;
        status = make_column_schema(&table->column[i], made.children[i], err);
        made.n_children += status == SAMEN_OK;
    }
    if (status == SAMEN_OK)
        *out = made;
    else
        made.release(&made);
    return status;
}

/* ---- The array: the cells --------------------------------------------------------------------------- */

static void release_array(struct ArrowArray *array) {
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i]->release)
            array->children[i]->release(array->children[i]);
    }
    drop(array->private_data);
    array->release = NULL;
}

/* An array that owns the table, with room for so many children. */
static samen_status start_array(const samen_table *table, int64_t children, struct ArrowArray *out,
                                samen_error *err) {
    holder *held = hold(children, sizeof *out, err);
    if (!held)
        return SAMEN_ERR_MEMORY;
    held->table = samen_table_retain((samen_table *)(uintptr_t)table);
    *out = (struct ArrowArray){.length = table->rows,
                               .n_buffers = 1,
                               .buffers = held->buffers,
                               .children = held->pointers,
                               .release = release_array,
                               .private_data = held};
    return SAMEN_OK;
}

static void point_to_cells(const samen__column *column, struct ArrowArray *out) {
    out->null_count = column->nulls;
    out->buffers[0] = column->nulls > 0 ? column->valid : NULL;
    if (column->type == SAMEN_COLUMN_TEXT) {
        out->n_buffers = 3;
        out->buffers[1] = column->offset;
        out->buffers[2] = column->data;
    } else {
        out->n_buffers = 2;
        out->buffers[1] = column->data;
    }
}

samen_status samen__arrow_array(const samen_table *table, struct ArrowArray *out,
                                samen_error *err) {
    struct ArrowArray made;
    samen_status status = start_array(table, table->columns, &made, err);
    if (status != SAMEN_OK)
        return status;
    holder *held = made.private_data;
    for (int64_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        made.children[i] = (struct ArrowArray *)held->children + i;
        status = start_array(table, 0, made.children[i], err);
        if (status != SAMEN_OK)
            break;
        point_to_cells(&table->column[i], made.children[i]);
        made.n_children++;
    }
    if (status == SAMEN_OK)
        *out = made;
    else
        made.release(&made);
    return status;
}

samen_status samen_table_export_arrow(const samen_table *table, struct ArrowSchema *schema,
                                      struct ArrowArray *array, samen_error *err) {
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    if (!schema)
        return samen__fail_argument(err, 2, "schema is NULL");
    if (!array)
        return samen__fail_argument(err, 3, "array is NULL");
    struct ArrowSchema types;
    samen_status status = samen__arrow_schema(table, &types, err);
    if (status != SAMEN_OK)
        return status;
    status = samen__arrow_array(table, array, err);
    if (status == SAMEN_OK)
        *schema = types;
    else
        types.release(&types);
    return status;
}
