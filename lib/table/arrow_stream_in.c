/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table made of a stream. The columns are judged before a batch is asked for; then all batches are taken
 * in, so that their rows are known, and copied.
 *
 * Based on: The Arrow C stream interface, https://arrow.apache.org/docs/format/CStreamInterface.html. */
#include <errno.h>

#include "core/memory.h"
#include "table/arrow.h"

/* What the stream gave so far. */
typedef struct taken {
    struct ArrowSchema schema;
    struct ArrowArray *batch;
    int64_t batches, capacity;
} taken;

static void release(taken *t) {
    if (t->schema.release)
        t->schema.release(&t->schema);
    for (int64_t i = 0; i < t->batches; i++)
        t->batch[i].release(&t->batch[i]);
    samen__delete(t->batch);
}

/* The stream said no. */
static samen_status fail_stream(struct ArrowArrayStream *stream, int code, int32_t argument,
                                samen_error *err) {
    const char *reason = stream->get_last_error ? stream->get_last_error(stream) : NULL;
    if (code == ENOMEM)
        return samen__fail_memory(err);
    samen__fail(err, SAMEN_ERR_IO, "the stream failed: %s",
                reason && *reason ? reason : "it does not say why");
    if (err)
        err->argument = argument;
    return SAMEN_ERR_IO;
}

/* The next batch; *more is 0 at the end. */
static samen_status take_batch(struct ArrowArrayStream *stream, int32_t argument, taken *t,
                               int *more, samen_error *err) {
    struct ArrowArray batch = {0};
    int code = stream->get_next(stream, &batch);
    *more = 0;
    if (code != 0)
        return fail_stream(stream, code, argument, err);
    if (!batch.release)
        return SAMEN_OK;
    void *block = t->batch;
    samen_status status = samen__grow(&block, &t->capacity, t->batches + 1, sizeof batch, err);
    t->batch = block;
    if (status != SAMEN_OK) {
        batch.release(&batch);
        return status;
    }
    t->batch[t->batches++] = batch;
    *more = 1;
    return SAMEN_OK;
}

samen_status samen__arrow_read_stream(struct ArrowArrayStream *stream, int32_t argument,
                                      samen_table **out, samen_error *err) {
    if (!stream || !stream->release)
        return samen__fail_argument(err, argument, "stream is NULL or released already");
    taken t = {0};
    int more = 1, code = stream->get_schema(stream, &t.schema);
    samen_status status = SAMEN_OK;
    if (code != 0) {
        t.schema.release = NULL;
        status = fail_stream(stream, code, argument, err);
    } else if (!t.schema.release) {
        status = samen__fail_argument(err, argument, "the stream gave no schema");
    }
    samen__arrow in = {
        .schema = &t.schema, .schema_argument = argument, .batch_argument = argument};
    if (status == SAMEN_OK)
        status = samen__arrow_check(&in, err);
    while (status == SAMEN_OK && more)
        status = take_batch(stream, argument, &t, &more, err);
    in.batch = t.batch;
    in.batches = t.batches;
    if (status == SAMEN_OK)
        status = samen__arrow_read(&in, out, err);
    release(&t);
    return status;
}

samen_status samen_table_import_arrow_stream(struct ArrowArrayStream *stream, samen_table **out,
                                             samen_error *err) {
    samen_table *table = NULL;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    samen_status status = samen__arrow_read_stream(stream, 1, &table, err);
    if (status != SAMEN_OK)
        return status;
    stream->release(stream);
    *out = table;
    return SAMEN_OK;
}
