/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table handed out as a stream: its schema, as often as it is asked for, and one batch of all rows. One,
 * because the cells lie in one piece anyway, and a consumer that joins batches would have to copy them;
 * texts have 64-bit offsets, so no batch is too long.
 *
 * Based on: The Arrow C stream interface, https://arrow.apache.org/docs/format/CStreamInterface.html. */
#include <errno.h>

#include "core/memory.h"
#include "table/arrow.h"

typedef struct flow {
    samen_table *table;
    int given;         /* the batch is out */
    samen_error error; /* of the last call */
} flow;

static int answer(flow *f, samen_status status) {
    if (status == SAMEN_OK)
        f->error.code = SAMEN_OK;
    return status == SAMEN_OK ? 0 : ENOMEM;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    flow *f = stream->private_data;
    return answer(f, samen__arrow_schema(f->table, out, &f->error));
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    flow *f = stream->private_data;
    if (f->given) {
        *out = (struct ArrowArray){0};
        return answer(f, SAMEN_OK);
    }
    samen_status status = samen__arrow_array(f->table, out, &f->error);
    f->given = status == SAMEN_OK;
    return answer(f, status);
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
    const flow *f = stream->private_data;
    return f->error.code == SAMEN_OK ? NULL : f->error.message;
}

static void release(struct ArrowArrayStream *stream) {
    flow *f = stream->private_data;
    samen_table_free(f->table);
    samen__delete(f);
    stream->release = NULL;
}

samen_status samen_table_export_arrow_stream(const samen_table *table,
                                             struct ArrowArrayStream *stream, samen_error *err) {
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    if (!stream)
        return samen__fail_argument(err, 2, "stream is NULL");
    flow *f = samen__new(1, sizeof *f, err);
    if (!f)
        return SAMEN_ERR_MEMORY;
    f->table = samen_table_retain((samen_table *)(uintptr_t)table);
    *stream = (struct ArrowArrayStream){.get_schema = get_schema,
                                        .get_next = get_next,
                                        .get_last_error = get_last_error,
                                        .release = release,
                                        .private_data = f};
    return SAMEN_OK;
}
