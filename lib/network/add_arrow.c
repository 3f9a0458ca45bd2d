/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows at once, from Arrow arrays and streams. They are read as a table first, which knows that its
 * cells are sound, and then added as such. */
#include "network/add_table.h"
#include "samen/builder.h"
#include "table/arrow.h"

enum { ARGUMENT_OF_ROWS = 3 };

/* The table that was read, when it was. `cells` is the argument that has the cells. */
static samen_status add(samen_builder *builder, int32_t of, samen_table *table, int32_t cells,
                        samen_status status, samen_error *err) {
    if (status != SAMEN_OK)
        return status;
    status = samen_builder_add_table(builder, of, table, err);
    if (err && status != SAMEN_OK && err->row >= 0)
        err->argument = cells;
    samen_table_free(table);
    return status;
}

samen_status samen_builder_add_arrow(samen_builder *builder, int32_t of, struct ArrowSchema *schema,
                                     struct ArrowArray *array, samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen__adding_check_call(builder, of, err);
    if (status == SAMEN_OK)
        status = samen__arrow_read_array(schema, array, ARGUMENT_OF_ROWS, &table, err);
    status = add(builder, of, table, ARGUMENT_OF_ROWS + 1, status, err);
    if (status != SAMEN_OK)
        return status;
    schema->release(schema);
    array->release(array);
    return SAMEN_OK;
}

samen_status samen_builder_add_arrow_stream(samen_builder *builder, int32_t of,
                                            struct ArrowArrayStream *stream, samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen__adding_check_call(builder, of, err);
    if (status == SAMEN_OK)
        status = samen__arrow_read_stream(stream, ARGUMENT_OF_ROWS, &table, err);
    status = add(builder, of, table, ARGUMENT_OF_ROWS, status, err);
    if (status == SAMEN_OK)
        stream->release(stream);
    return status;
}
