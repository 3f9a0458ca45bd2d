/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "duck.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- What is used of DuckDB's C interface (duckdb.h) ------------------------------------------------ */

/* Its fields are DuckDB's own. */
typedef struct duckdb_result {
    uint64_t counts[3];
    void *columns;
    char *message;
    void *data;
} duckdb_result;

typedef struct duckdb {
    int (*open)(const char *path, void **database);
    int (*connect)(void *database, void **connection);
    void (*disconnect)(void **connection);
    void (*close)(void **database);
    int (*query)(void *connection, const char *sql, duckdb_result *out);
    const char *(*result_error)(duckdb_result *result);
    void (*destroy_result)(duckdb_result *result);
    uint64_t (*column_count)(duckdb_result *result);
    const char *(*column_name)(duckdb_result *result, uint64_t column);
    void *(*column_logical_type)(duckdb_result *result, uint64_t column);
    void (*destroy_logical_type)(void **type);
    void *(*result_get_arrow_options)(duckdb_result *result);
    void (*destroy_arrow_options)(void **options);
    void *(*to_arrow_schema)(void *options, void **types, const char **names, uint64_t count,
                             struct ArrowSchema *out);
    void *(*fetch_chunk)(duckdb_result result);
    void (*destroy_data_chunk)(void **chunk);
    void *(*data_chunk_to_arrow)(void *options, void *chunk, struct ArrowArray *out);
    const char *(*error_data_message)(void *error);
    void (*destroy_error_data)(void **error);
    int (*arrow_scan)(void *connection, const char *view, struct ArrowArrayStream *stream);
} duckdb;

/* In the order of the fields above, which are all pointers to functions. */
static const char *const functions[] = {"open",
                                        "connect",
                                        "disconnect",
                                        "close",
                                        "query",
                                        "result_error",
                                        "destroy_result",
                                        "column_count",
                                        "column_name",
                                        "column_logical_type",
                                        "destroy_logical_type",
                                        "result_get_arrow_options",
                                        "destroy_arrow_options",
                                        "to_arrow_schema",
                                        "fetch_chunk",
                                        "destroy_data_chunk",
                                        "data_chunk_to_arrow",
                                        "error_data_message",
                                        "destroy_error_data",
                                        "arrow_scan"};

enum { FUNCTIONS = sizeof functions / sizeof functions[0] };
_Static_assert(sizeof(duckdb) == FUNCTIONS * sizeof(void *), "a name for each function");

struct duck {
    duckdb db;
    void *library, *database, *connection;
    char message[512];
};

static int load(duck *d, const char *library) {
    d->library = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!d->library) {
        snprintf(d->message, sizeof d->message, "%s", dlerror());
        return 0;
    }
    for (int i = 0; i < FUNCTIONS; i++) {
        char name[64];
        snprintf(name, sizeof name, "duckdb_%s", functions[i]);
        void *found = dlsym(d->library, name);
        if (!found) {
            snprintf(d->message, sizeof d->message, "%s has no %s", library, name);
            return 0;
        }
        memcpy((char *)&d->db + (size_t)i * sizeof found, &found, sizeof found);
    }
    return 1;
}

duck *duck_open(const char *library, char *message, int64_t size) {
    duck *d = calloc(1, sizeof *d);
    if (!d) {
        snprintf(message, (size_t)size, "memory ran out");
        return NULL;
    }
    int fine = load(d, library);
    if (fine && (d->db.open(NULL, &d->database) || d->db.connect(d->database, &d->connection))) {
        snprintf(d->message, sizeof d->message, "no database could be opened");
        fine = 0;
    }
    if (fine)
        return d;
    snprintf(message, (size_t)size, "%s", d->message);
    duck_close(d);
    return NULL;
}

/* The library stays loaded: it has threads of its own. */
void duck_close(duck *d) {
    if (!d)
        return;
    if (d->connection)
        d->db.disconnect(&d->connection);
    if (d->database)
        d->db.close(&d->database);
    free(d);
}

const char *duck_error(const duck *d) {
    return d->message;
}

/* ---- The answer to a query as a stream --------------------------------------------------------------- */

typedef struct answer {
    const duckdb *db;
    duckdb_result result;
    void *options;
    char message[512]; /* of the last call, when it failed */
} answer;

/* DuckDB's error, when there is one, kept for get_last_error. */
static int keep_error(answer *a, void *error) {
    a->message[0] = '\0';
    if (!error)
        return 0;
    snprintf(a->message, sizeof a->message, "%s", a->db->error_data_message(error));
    a->db->destroy_error_data(&error);
    return EINVAL;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    answer *a = stream->private_data;
    uint64_t count = a->db->column_count(&a->result);
    const char **names = calloc(count + 1, sizeof *names);
    void **types = calloc(count + 1, sizeof *types);
    int code = names && types ? 0 : ENOMEM;
    for (uint64_t i = 0; code == 0 && i < count; i++) {
        names[i] = a->db->column_name(&a->result, i);
        types[i] = a->db->column_logical_type(&a->result, i);
    }
    if (code == 0)
        code = keep_error(a, a->db->to_arrow_schema(a->options, types, names, count, out));
    for (uint64_t i = 0; types && i < count; i++) {
        if (types[i])
            a->db->destroy_logical_type(&types[i]);
    }
    free(names);
    free(types);
    return code;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    answer *a = stream->private_data;
    memset(out, 0, sizeof *out);
    void *chunk = a->db->fetch_chunk(a->result);
    if (!chunk)
        return keep_error(a, NULL);
    int code = keep_error(a, a->db->data_chunk_to_arrow(a->options, chunk, out));
    a->db->destroy_data_chunk(&chunk);
    return code;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
    const answer *a = stream->private_data;
    return a->message[0] ? a->message : NULL;
}

static void release(struct ArrowArrayStream *stream) {
    answer *a = stream->private_data;
    a->db->destroy_arrow_options(&a->options);
    a->db->destroy_result(&a->result);
    free(a);
    stream->release = NULL;
}

int duck_ask(duck *d, const char *sql, struct ArrowArrayStream *out) {
    duckdb_result result;
    int fine = d->db.query(d->connection, sql, &result) == 0;
    answer *a = fine && out ? calloc(1, sizeof *a) : NULL;
    if (!fine)
        snprintf(d->message, sizeof d->message, "%s", d->db.result_error(&result));
    else if (out && !a)
        snprintf(d->message, sizeof d->message, "memory ran out");
    if (!a) {
        d->db.destroy_result(&result);
        return fine && !out;
    }
    *a = (answer){
        .db = &d->db, .result = result, .options = d->db.result_get_arrow_options(&result)};
    *out = (struct ArrowArrayStream){.get_schema = get_schema,
                                     .get_next = get_next,
                                     .get_last_error = get_last_error,
                                     .release = release,
                                     .private_data = a};
    return 1;
}

/* ---- A stream as a table ----------------------------------------------------------------------------- */

/* DuckDB releases none of the schemas that it asks a stream for. So they are lent to it, and kept. */
typedef struct loan {
    struct ArrowArrayStream *stream;
    struct ArrowSchema schema[16];
    int count;
} loan;

static void forget(struct ArrowSchema *schema) {
    schema->release = NULL;
}

static int lend_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    loan *l = stream->private_data;
    if (l->count == sizeof l->schema / sizeof l->schema[0])
        return EINVAL;
    int code = l->stream->get_schema(l->stream, &l->schema[l->count]);
    if (code == 0) {
        *out = l->schema[l->count++];
        out->release = forget;
    }
    return code;
}

static int lend_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    const loan *l = stream->private_data;
    return l->stream->get_next(l->stream, out);
}

static const char *lend_error(struct ArrowArrayStream *stream) {
    const loan *l = stream->private_data;
    return l->stream->get_last_error(l->stream);
}

static void end_loan(struct ArrowArrayStream *stream) {
    loan *l = stream->private_data;
    for (int i = 0; i < l->count; i++)
        l->schema[i].release(&l->schema[i]);
    l->stream->release(l->stream);
    stream->release = NULL;
}

/* DuckDB can make a view of a stream, whose columns are right when all are asked for, in their order, and
 * else are others' (its issue 17012). So they are all asked for, once. */
int duck_give(duck *d, const char *name, struct ArrowArrayStream *stream) {
    char sql[256];
    loan l = {.stream = stream};
    struct ArrowArrayStream lent = {.get_schema = lend_schema,
                                    .get_next = lend_next,
                                    .get_last_error = lend_error,
                                    .release = end_loan,
                                    .private_data = &l};
    int fine = d->db.arrow_scan(d->connection, "given", &lent) == 0;
    if (!fine)
        snprintf(d->message, sizeof d->message, "DuckDB cannot read the columns of \"%s\"", name);
    snprintf(sql, sizeof sql, "CREATE OR REPLACE TABLE \"%s\" AS FROM given; DROP VIEW given",
             name);
    fine = fine && duck_ask(d, sql, NULL);
    lent.release(&lent);
    return fine;
}
