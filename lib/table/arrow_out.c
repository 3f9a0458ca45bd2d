/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table handed out through the Arrow C data interface, without copying a cell: a struct array with one
 * child for each column. A consumer may move children out and release them on their own and in any order,
 * so every child owns the table with the others.
 *
 * Based on: The Arrow C data interface, https://arrow.apache.org/docs/format/CDataInterface.html. */
#include <string.h>

#include "core/memory.h"
#include "table/table.h"

/* ---- The schema: names, types, and notes and provenance as metadata ------------------------------- */

typedef struct schema_owner {
    samen_table *table; /* holds the names */
    char *metadata;
    struct ArrowSchema *children;
    struct ArrowSchema **pointers;
} schema_owner;

static void release_schema(struct ArrowSchema *schema) {
    schema_owner *owner = schema->private_data;
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
    }
    samen_table_free(owner->table);
    samen__delete(owner->metadata);
    samen__delete(owner->children);
    samen__delete(owner->pointers);
    samen__delete(owner);
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

/* A schema that owns the table, with room for so many children. */
static samen_status start_schema(const samen_table *table, int64_t children, const char *format,
                                 const char *name, struct ArrowSchema *out, samen_error *err) {
    schema_owner *owner = samen__new(1, sizeof *owner, err);
    if (!owner)
        return SAMEN_ERR_MEMORY;
    owner->table = samen_table_retain((samen_table *)(uintptr_t)table);
    *out = (struct ArrowSchema){.format = format,
                                .name = name,
                                .flags = ARROW_FLAG_NULLABLE,
                                .private_data = owner,
                                .release = release_schema};
    if (children == 0)
        return SAMEN_OK;
    owner->children = samen__new(children, sizeof *owner->children, err);
    owner->pointers = samen__new(children, sizeof *owner->pointers, err);
    out->children = owner->pointers;
    return owner->children && owner->pointers ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status make_schema(const samen_table *table, struct ArrowSchema *out,
                                samen_error *err) {
    samen_status status = start_schema(table, table->columns, "+s", "", out, err);
    if (!out->release)
        return status;
    schema_owner *owner = out->private_data;
    if (status == SAMEN_OK)
        status = make_metadata(table, &owner->metadata, err);
    out->metadata = owner->metadata;
    out->flags = 0;
    for (int64_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        const samen__column *column = &table->column[i];
        owner->pointers[i] = &owner->children[i];
        status =
            start_schema(table, 0, format_of(column->type), column->name, &owner->children[i], err);
        out->n_children += status == SAMEN_OK;
    }
    if (status != SAMEN_OK)
        out->release(out);
    return status;
}

/* ---- The array: the cells --------------------------------------------------------------------------- */

typedef struct array_owner {
    samen_table *table; /* holds the cells */
    const void *buffers[3];
    struct ArrowArray *children;
    struct ArrowArray **pointers;
} array_owner;

static void release_array(struct ArrowArray *array) {
    array_owner *owner = array->private_data;
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i]->release)
            array->children[i]->release(array->children[i]);
    }
    samen_table_free(owner->table);
    samen__delete(owner->children);
    samen__delete(owner->pointers);
    samen__delete(owner);
    array->release = NULL;
}

/* An array that owns the table, with room for so many children. */
static samen_status start_array(const samen_table *table, int64_t children, struct ArrowArray *out,
                                samen_error *err) {
    array_owner *owner = samen__new(1, sizeof *owner, err);
    if (!owner)
        return SAMEN_ERR_MEMORY;
    owner->table = samen_table_retain((samen_table *)(uintptr_t)table);
    *out = (struct ArrowArray){.length = table->rows,
                               .n_buffers = 1,
                               .buffers = owner->buffers,
                               .private_data = owner,
                               .release = release_array};
    if (children == 0)
        return SAMEN_OK;
    owner->children = samen__new(children, sizeof *owner->children, err);
    owner->pointers = samen__new(children, sizeof *owner->pointers, err);
    out->children = owner->pointers;
    return owner->children && owner->pointers ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void point_to_cells(const samen__column *column, struct ArrowArray *out) {
    array_owner *owner = out->private_data;
    out->null_count = column->nulls;
    owner->buffers[0] = column->nulls > 0 ? column->valid : NULL;
    if (column->type == SAMEN_COLUMN_TEXT) {
        out->n_buffers = 3;
        owner->buffers[1] = column->offset;
        owner->buffers[2] = column->data;
    } else {
        out->n_buffers = 2;
        owner->buffers[1] = column->data;
    }
}

static samen_status make_array(const samen_table *table, struct ArrowArray *out, samen_error *err) {
    samen_status status = start_array(table, table->columns, out, err);
    if (!out->release)
        return status;
    array_owner *owner = out->private_data;
    for (int64_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        owner->pointers[i] = &owner->children[i];
        status = start_array(table, 0, &owner->children[i], err);
        if (status != SAMEN_OK)
            break;
        point_to_cells(&table->column[i], &owner->children[i]);
        out->n_children++;
    }
    if (status != SAMEN_OK)
        out->release(out);
    return status;
}

samen_status samen_table_to_arrow(const samen_table *table, struct ArrowSchema *schema,
                                  struct ArrowArray *array, samen_error *err) {
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    if (!schema)
        return samen__fail_argument(err, 2, "schema is NULL");
    if (!array)
        return samen__fail_argument(err, 3, "array is NULL");
    struct ArrowSchema types = {0};
    struct ArrowArray cells = {0};
    samen_status status = make_schema(table, &types, err);
    if (status != SAMEN_OK)
        return status;
    status = make_array(table, &cells, err);
    if (status != SAMEN_OK) {
        types.release(&types);
        return status;
    }
    *schema = types;
    *array = cells;
    return SAMEN_OK;
}
