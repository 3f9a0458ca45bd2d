/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables out through, and in from, the Arrow C data and stream interfaces. */
#ifndef SAMEN_TABLE_ARROW_H
#define SAMEN_TABLE_ARROW_H

#include "table/table.h"

/* The names and types, and the cells, of a table; each to be released once. */
samen_status samen__arrow_schema(const samen_table *table, struct ArrowSchema *out,
                                 samen_error *err);
samen_status samen__arrow_array(const samen_table *table, struct ArrowArray *out, samen_error *err);

/* What a caller gave, and which of its arguments errors are about. */
typedef struct samen__arrow {
    const struct ArrowSchema *schema;
    const struct ArrowArray *batch; /* these, one after the other */
    int64_t batches;
    int32_t schema_argument;
    int32_t batch_argument;
} samen__arrow;

/* Can every column be read? Nothing is asked of the batches. */
samen_status samen__arrow_check(const samen__arrow *in, samen_error *err);

/* A table of the rows of all batches; rows in errors count over all of them. Nothing is released. */
samen_status samen__arrow_read(const samen__arrow *in, samen_table **out, samen_error *err);

/* A table of a schema and an array, that are arguments `argument` and `argument` + 1; of a stream, that is
 * argument `argument`. Nothing is released but what the stream gave. */
samen_status samen__arrow_read_array(const struct ArrowSchema *schema,
                                     const struct ArrowArray *array, int32_t argument,
                                     samen_table **out, samen_error *err);
samen_status samen__arrow_read_stream(struct ArrowArrayStream *stream, int32_t argument,
                                      samen_table **out, samen_error *err);

#endif
