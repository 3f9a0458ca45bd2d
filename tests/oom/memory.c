/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every allocation of every public call is made to fail in turn, those inside igraph and zlib too. Each
 * time the call must report SAMEN_ERR_MEMORY, hand nothing out, leave what it was given as it was, and
 * leak nothing. The program brings its own malloc, so it does not run under sanitizers. */
#define _GNU_SOURCE
#include "failing.h"

#include <igraph.h>
#include <zlib.h>

#include "calls.h"
#include "memory_calls.h"
#include "suite.h"

/* Fail the first, second, ... allocation of the call until it succeeds. Returns how many there were. */
static long sweep(stage *s, const char *name, caller call, void (*drop)(void *),
                  const char *view_options) {
    char *before = describe(s);
    for (long point = 1;; point++) {
        long held = atomic_load(&live);
        if (view_options &&
            samen_view_make(s->network, view_options, NULL, &s->view, NULL) != SAMEN_OK)
            ck_abort_msg("no view of %s", view_options);
        void *made = NULL;
        samen_error error = {0};
        fail_from_now(point);
        samen_status status = call(s, &made, &error);
        int reached = fail_no_more(), handed_out = made != NULL;
        if (status == SAMEN_OK)
            drop(made);
        if (view_options) { /* what the view made on first use is its own */
            samen_view_free(s->view);
            s->view = NULL;
        }
        long leaked = atomic_load(&live) - held; /* before Check allocates anything */
        ck_assert_msg(leaked == 0, "%s, allocation %ld leaks %ld blocks", name, point, leaked);
        ck_assert_msg(
            status == SAMEN_OK || (status == SAMEN_ERR_MEMORY && error.code == SAMEN_ERR_MEMORY),
            "%s, allocation %ld: %s: %s", name, point, samen_status_name(status), error.message);
        ck_assert_msg(status == SAMEN_OK || !handed_out, "%s, allocation %ld hands something out",
                      name, point);
        char *after = describe(s);
        ck_assert_str_eq(after, before);
        free(after);
        if (!reached) {
            ck_assert_int_eq(status, SAMEN_OK);
            free(before);
            return point - 1;
        }
    }
}

static const struct {
    const char *name;
    caller call;
    void (*drop)(void *);
    long least;       /* allocations that the call makes at the very least */
    const char *view; /* of those that need one: made anew each time, with these options */
} calls[] = {
    {"samen_typology_builtin", call_typology, drop_typology, 10, NULL},
    {"samen_typology_new", call_typology_new, drop_typology, 10, NULL},
    {"samen_typology_table", call_typology_table, drop_table, 10, NULL},
    {"samen_typology_classify", call_classify, drop_table, 10, NULL},
    {"samen_typology_advise", call_advise, drop_table, 10, NULL},
    {"samen_builder_new", call_builder_new, drop_builder, 10, NULL},
    {"samen_io_read", call_read, drop_network, 50, NULL},
    {"samen_io_check", call_check, drop_table, 50, NULL},
    {"samen_io_write", call_write, free, 30, NULL},
    {"samen_io_write_bytes", call_write_bytes, free, 1, NULL},
    {"samen_network_table", call_network_table, drop_table, 10, NULL},
    {"samen_network_anonymise", call_anonymise, drop_network, 50, NULL},
    {"samen_view_make", call_view, drop_view, 10, NULL},
    {"samen_view_new", call_view_new, drop_view, 5, NULL},
    {"samen_view_table", call_view_table, drop_table, 20, "partnerships=star"},
    {"samen_describe", call_describe, drop_table, 10, NULL},
    {"samen_describe_options", call_describe_options, drop_table, 10, NULL},
    {"samen_describe_columns", call_describe_columns, drop_table, 10, NULL},
    {"samen_composition_forms", call_composition_forms, drop_table, 20, ""},
    {"samen_composition_contrast", call_composition_contrast, drop_table, 20, ""},
    {"samen_cohesion_density", call_cohesion_density, drop_table, 20, ""},
    {"samen_cohesion_components", call_cohesion_components, drop_table, 20, ""},
    {"samen_centrality_degree", call_centrality_degree, drop_table, 20, ""},
    {"samen_brokerage_betweenness", call_brokerage_betweenness, drop_table, 20, ""},
    {"samen_brokerage_holes", call_brokerage_holes, drop_table, 20, ""},
    {"samen_brokerage_roles", call_brokerage_roles, drop_table, 20, ""},
    {"samen_draw_describe", call_draw_describe, drop_table, 10, NULL},
    {"samen_draw_describe_options", call_draw_describe_options, drop_table, 10, NULL},
    {"samen_draw_write", call_draw_write, free, 50, ""},
    {"samen_draw_on", call_draw_on, free, 50, ""},
    {"samen_report_describe_options", call_report_describe_options, drop_table, 10, NULL},
    {"samen_table_sort", call_sort, drop_table, 10, NULL},
    {"samen_table_select", call_select, drop_table, 5, NULL},
    {"samen_table_format", call_text, free, 3, NULL},
    {"samen_table_format", call_csv, free, 2, NULL},
    {"samen_table_format", call_json, free, 2, NULL},
    {"samen_table_format", call_markdown, free, 2, NULL},
    {"samen_table_write", call_table_write, free, 3, NULL},
    {"samen_table_export_arrow", call_export_arrow, drop_arrow, 5, NULL},
    {"samen_table_import_arrow", call_import_arrow, drop_table, 10, NULL},
    {"samen_table_export_arrow_stream", call_export_stream, drop_stream, 1, NULL},
    {"samen_table_import_arrow_stream", call_import_stream, drop_table, 20, NULL},
};

enum { CALLS = sizeof calls / sizeof calls[0] };

/* Those of the libraries underneath are among the allocations that fail. */
TEST(allocations_of_igraph_and_zlib_fail_too) {
    igraph_vector_int_t vector;
    z_stream stream = {0};
    igraph_set_error_handler(igraph_error_handler_ignore);
    atomic_store(&countdown, 1);
    atomic_store(&armed, 1);
    igraph_error_t code = igraph_vector_int_init(&vector, 10);
    atomic_store(&countdown, 1);
    int opened = inflateInit(&stream);
    atomic_store(&armed, 0);
    ck_assert_int_eq(code, IGRAPH_ENOMEM);
    ck_assert_int_eq(opened, Z_MEM_ERROR);
}
END

TEST(every_call_survives_every_failed_allocation) {
    stage s = prepare();
    for (int i = 0; i < CALLS; i++) {
        long points = sweep(&s, calls[i].name, calls[i].call, calls[i].drop, calls[i].view);
        ck_assert_msg(points >= calls[i].least, "%s has %ld allocations only", calls[i].name,
                      points);
    }
    clear(&s);
}
END

/* What a sweep goes through: a few ways of seeing and measuring, or with SAMEN_OOM_FULL all of them. */
static const char *const views[] = {
    "partnerships=count",
    "direction=either; partnerships=newman",
#if SAMEN_OOM_FULL
    "",
    "direction=both",
    "partnerships=star; drop_isolates=true",
    "partnerships=binary; direction=either; direction_weight=mean; parallel=max",
    "forms=action; min_weight=2; partnerships=ignore",
    "from=2019-01-01; to=2020-06-01; where=sector!=PVT",
#endif
};

enum { VIEWS = sizeof views / sizeof views[0] };

/* Every table of every measure, over a view that has made nothing yet. */
TEST(every_measure_survives_every_failed_allocation) {
    stage s = prepare();
    table_call tables[MOST_CALLS];
    int count = all_calls(tables, "sector", SAMEN_OOM_FULL ? 100 : 3, SAMEN_OOM_FULL);
    for (int i = 0; i < count; i++) {
        s.measure = tables[i].measure;
        s.options = tables[i].options;
        for (int view = 0; view < VIEWS; view++)
            ck_assert_int_ge(sweep(&s, s.measure, call_measure, drop_table, views[view]), 20);
    }
    clear(&s);
}
END

TEST(less_common_options_survive_it_too) {
    static const struct {
        const char *measure, *options;
    } ways[] = {{"brokerage.betweenness", "weighted=true; table=tie"},
                {"brokerage.betweenness", "weighted=true; distance=log; table=network"},
                {"brokerage.betweenness", "sources=sector=GOV; targets=sector=VOL; endpoints=true"},
                {"brokerage.betweenness", "table=estimate; epsilon=0.2"},
                {"brokerage.betweenness", "table=top; weighted=true; epsilon=0.2; endpoints=true"},
                {"brokerage.holes", "weighted=true; model=ego"}};
    stage s = prepare();
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        s.measure = ways[i].measure;
        s.options = ways[i].options;
        sweep(&s, s.measure, call_measure, drop_table, "");
    }
    clear(&s);
}
END

/* So many organisations, of which the first are a ring. */
static samen_network *around(int organisations, int ring) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < organisations; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
    }
    for (int i = 0; i < ring; i++) {
        char one[16], other[16];
        snprintf(one, sizeof one, "o%d", i);
        snprintf(other, sizeof other, "o%d", (i + 1) % ring);
        OK(samen_builder_add_tie(builder, one, other, "consultation", 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* A ring so large that sources are chosen for being swept side by side. */
TEST(choosing_sources_survives_it_too) {
    stage s = prepare();
    samen_network_free(s.network);
    s.network = around(150, 150);
    s.measure = "brokerage.betweenness";
    s.options = "";
    ck_assert_int_ge(sweep(&s, s.measure, call_measure, drop_table, ""), 60);
    clear(&s);
}
END

TEST(every_picture_survives_every_failed_allocation) {
    static const char *const ways[][3] = {
        {"sociogram", "group=sector; size=betweenness; names=key", ""},
        {"sociogram", "layout=force", "direction=either"},
        {"multiples", "group=sector; by=group; labels=all", "partnerships=count"},
        {"multiples", "by=wave; waves=2020-01-01..2021-01-01; waves=2019-01-01..2020-06-01", ""},
        {"shares", "draws=5", ""},
        {"shares", "by=group; group=sector", "partnerships=count"},
        {"roles", "group=sector; draws=5", ""},
        {"distribution", "", ""},
        {"distribution", "of=partnership-size; scale=log", ""},
        {"matrix", "group=sector; blocks=shaded; dendrogram=true", ""},
#if SAMEN_OOM_FULL
        {"matrix", "order=name; blocks=density; group=sector", "direction=either"},
        {"matrix", "names=key; language=nl", "partnerships=count"},
        {"sociogram", "layout=mds", "direction=either"},
        {"sociogram", "layout=circle; labels=none", "forms=learning"},
        {"sociogram", "layout=group; group=sector; language=nl", ""},
        {"multiples", "", ""},
        {"shares", "by=wave; waves=2020-01-01..2021-01-01; bars=dodged; draws=5", ""},
        {"shares", "by=organisation; of=pairs; names=key", ""},
        {"roles", "group=sector; draws=0; width=85", "direction=either"},
        {"distribution", "of=betweenness", ""},
#endif
    };
    stage s = prepare();
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        s.measure = ways[i][0];
        s.options = ways[i][1];
        ck_assert_int_ge(sweep(&s, s.measure, call_draw, samen_free, ways[i][2]), 50);
    }
    clear(&s);
}
END

/* Of a network of a few ties, since a report has a thousand draws of every interval. */
TEST(every_report_survives_every_failed_allocation) {
    static const char *const ways[][2] = {
        {"group=sector; language=nl; title=T", "forms=action,consultation; to=2022-01-01"},
        {"organisation=a", "forms=action"},
#if SAMEN_OOM_FULL
        {"", "direction=either"},
        {"tables=all", "partnerships=count"},
#endif
    };
    stage s = prepare();
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        s.options = ways[i][0];
        ck_assert_int_ge(sweep(&s, "samen_report_new", call_report_new, drop_report, ways[i][1]),
                         5);
        OK(samen_view_make(s.network, ways[i][1], NULL, &s.view, error));
        OK(samen_report_new(s.view, s.options, &one_thread, &s.report, error));
        s.measure = "html";
        ck_assert_int_ge(sweep(&s, "samen_report_format", call_report_format, samen_free, NULL), 3);
        s.measure = "text";
        ck_assert_int_ge(sweep(&s, "samen_report_format", call_report_format, samen_free, NULL), 3);
        ck_assert_int_ge(sweep(&s, "samen_report_write", call_report_write, free, NULL), 3);
        samen_report_free(s.report);
        samen_view_free(s.view);
        s.report = NULL;
        s.view = NULL;
    }
    clear(&s);
}
END

/* More organisations than are clustered: their order is one of communities. */
TEST(a_large_matrix_survives_it_too) {
    stage s = prepare();
    samen_network_free(s.network);
    s.network = around(2001, 40);
    s.measure = "matrix";
    s.options = "";
    ck_assert_int_ge(sweep(&s, s.measure, call_draw, samen_free, ""), 50);
    clear(&s);
}
END

/* A, B and C in two waves, and in a partnership that A leads. */
static samen_network *in_waves(void) {
    static const samen_tie first = {.struct_size = sizeof first,
                                    .start = "2020-01-01",
                                    .end = "2021-01-01"},
                           second = {.struct_size = sizeof second,
                                     .start = "2022-01-01",
                                     .end = "2023-01-01"};
    static const samen_membership lead = {.struct_size = sizeof lead, .role = "lead"};
    samen_network *network = NULL;
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "A", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "B", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "C", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "P", NULL, "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "P", "A", &lead, NULL, error));
    OK(samen_builder_add_membership(builder, "P", "B", NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "A", "B", "action", 1, &first, NULL, error));
    OK(samen_builder_add_tie(builder, "A", "C", "consultation", 1, &second, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

TEST(reports_on_waves_survive_every_failed_allocation) {
    static const char *const ways[] = {"", "organisation=A"};
    stage s = prepare();
    samen_network *whole = s.network;
    s.network = in_waves();
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        s.options = ways[i];
        ck_assert_int_ge(sweep(&s, "samen_report_new", call_report_new, drop_report, ""), 50);
    }
    samen_network_free(s.network);
    s.network = whole;
    clear(&s);
}
END

/* With two threads the order of allocations is not fixed: whichever fails, nothing may leak. */
TEST(threads_survive_it_too) {
    stage s = prepare();
    samen_table *first = NULL; /* the C library keeps the first thread's stack for the next */
    OK(samen_view_make(s.network, "", NULL, &s.view, error));
    OK(samen_measure(s.view, "cohesion.density", "draws=100", &two_threads, &first, error));
    samen_table_free(first);
    samen_view_free(s.view);
    s.view = NULL;
    s.measure = "brokerage.betweenness";
    s.options = "table=tie";
    sweep(&s, s.measure, call_measure_threads, drop_table, "");
    s.measure = "cohesion.density";
    s.options = "draws=100";
    sweep(&s, s.measure, call_measure_threads, drop_table, "");
    clear(&s);
}
END

/* A consumer of a stream that ran out of memory may ask why, and ask again. */
TEST(a_stream_goes_on_after_a_failure) {
    stage s = prepare();
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    OK(samen_table_export_arrow_stream(s.table, &stream, error));
    fail_from_now(2);
    int no_schema = stream.get_schema(&stream, &schema);
    fail_no_more();
    ck_assert_int_eq(no_schema, ENOMEM);
    ck_assert_ptr_nonnull(strstr(stream.get_last_error(&stream), "memory ran out"));
    fail_from_now(2);
    int no_batch = stream.get_next(&stream, &batch);
    fail_no_more();
    ck_assert_int_eq(no_batch, ENOMEM);
    ck_assert_int_eq(stream.get_schema(&stream, &schema), 0);
    ck_assert_ptr_null(stream.get_last_error(&stream));
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    ck_assert_int_eq(batch.length, samen_table_rows(s.table));
    schema.release(&schema);
    batch.release(&batch);
    stream.release(&stream);
    clear(&s);
}
END

/* ---- Nothing is forgotten ---------------------------------------------------------------------- */

enum { MOST_NAMES = 256 };

static const char *quiet[MOST_NAMES];
static int quiet_count;

/* Call a public function that allocates nothing: one that does must be swept above. */
#define QUIET(NAME, ...)                                                                           \
    do {                                                                                           \
        quiet[quiet_count++] = #NAME;                                                              \
        fail_from_now(0);                                                                          \
        (void)(NAME(__VA_ARGS__), 0);                                                              \
        fail_no_more();                                                                            \
        ck_assert_msg(atomic_load(&countdown) == 0, "%s allocates", #NAME);                        \
    } while (0)

static void call_quiet_handles(const stage *s, samen_view *view) {
    uint64_t mask;
    char *text = NULL;
    samen_watch watch = {0};
    OK(samen_table_format(s->table, NULL, &text, NULL, error));
    QUIET(samen_free, text);
    QUIET(samen_version, );
    QUIET(samen_version_igraph, );
    QUIET(samen_interface, );
    QUIET(samen_watch_report, &watch, 0.5, "paths");
    QUIET(samen_status_name, SAMEN_ERR_MEMORY);
    QUIET(samen_typology_retain, s->typology);
    QUIET(samen_typology_free, s->typology);
    QUIET(samen_typology_count, s->typology);
    QUIET(samen_typology_key, s->typology, 0);
    QUIET(samen_typology_name, s->typology, 0, 1);
    QUIET(samen_typology_commitment, s->typology, 0);
    QUIET(samen_typology_find, s->typology, "overleg");
    QUIET(samen_typology_mask, s->typology, "overleg, action", &mask, NULL);
    QUIET(samen_network_retain, s->network);
    QUIET(samen_network_free, s->network);
    QUIET(samen_network_typology, s->network);
    QUIET(samen_network_count, s->network, SAMEN_TIES);
    QUIET(samen_network_key, s->network, SAMEN_ORGANISATIONS, 0);
    QUIET(samen_network_name, s->network, SAMEN_ORGANISATIONS, 0);
    QUIET(samen_network_find, s->network, SAMEN_ORGANISATIONS, "a");
    QUIET(samen_view_retain, view);
    QUIET(samen_view_free, view);
    QUIET(samen_view_network, view);
    QUIET(samen_view_organisations, view);
    QUIET(samen_view_is_directed, view);
    QUIET(samen_view_key, view, 0);
    QUIET(samen_builder_free, NULL);
}

static void call_quiet_reports(samen_view *view) {
    samen_report *report = NULL;
    OK(samen_report_new(view, "", &one_thread, &report, error));
    QUIET(samen_report_retain, report);
    QUIET(samen_report_free, report);
    QUIET(samen_report_tables, report);
    QUIET(samen_report_table, report, 0);
    QUIET(samen_report_table_file, report, 0);
    samen_report_free(report);
}

static void call_quiet_tables(samen_table *table) {
    int32_t from = samen_table_find(table, "from"), weight = samen_table_find(table, "weight");
    QUIET(samen_table_retain, table);
    QUIET(samen_table_free, table);
    QUIET(samen_table_rows, table);
    QUIET(samen_table_columns, table);
    QUIET(samen_table_column_name, table, 0);
    QUIET(samen_table_column_type, table, 0);
    QUIET(samen_table_column_nulls, table, 0);
    QUIET(samen_table_find, table, "weight");
    QUIET(samen_table_is_null, table, 0, weight);
    QUIET(samen_table_get_int64, table, 0, weight, 0);
    QUIET(samen_table_get_float64, table, 0, weight, 0);
    QUIET(samen_table_get_text, table, 0, from, NULL);
    QUIET(samen_table_get_bool, table, 0, samen_table_find(table, "directed"), 0);
    QUIET(samen_table_get_date, table, 0, samen_table_find(table, "start"), 0);
    QUIET(samen_table_data_int64, table, weight);
    QUIET(samen_table_data_float64, table, weight);
    QUIET(samen_table_data_text, table, from);
    QUIET(samen_table_data_offsets, table, from);
    QUIET(samen_table_data_bool, table, samen_table_find(table, "directed"));
    QUIET(samen_table_data_date, table, samen_table_find(table, "start"));
    QUIET(samen_table_data_validity, table, weight);
    QUIET(samen_table_notes, table);
    QUIET(samen_table_note_code, table, 0);
    QUIET(samen_table_note_count, table, 0);
    QUIET(samen_table_note_text, table, 0);
    QUIET(samen_table_provenances, table);
    QUIET(samen_table_provenance_key, table, 0);
    QUIET(samen_table_provenance_value, table, 0);
    QUIET(samen_table_provenance, table, "measure");
}

static int is_known(const char *name) {
    for (int i = 0; i < CALLS; i++) {
        if (strcmp(calls[i].name, name) == 0)
            return 1;
    }
    for (int i = 0; i < BUILDER_CALLS; i++) {
        if (strcmp(builder_calls[i].name, name) == 0)
            return 1;
    }
    for (int i = 0; i < quiet_count; i++) {
        if (strcmp(quiet[i], name) == 0)
            return 1;
    }
    static const char *const others[] = {
        "samen_measure",       /* with every table of every measure */
        "samen_draw",          /* in every kind */
        "samen_report_new",    /* of several views */
        "samen_report_format", /* in every format */
        "samen_report_write",
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(others[i], name) == 0)
            return 1;
    }
    return 0;
}

/* The list of what the library exports is itself held against the library (tests/abi). */
TEST(every_public_function_is_swept_or_allocates_nothing) {
    stage s = prepare();
    samen_view *view = NULL;
    OK(samen_view_make(s.network, "", NULL, &view, error));
    call_quiet_handles(&s, view);
    call_quiet_tables(s.table);
    call_quiet_reports(view);
    FILE *exports = fopen(source_path("lib/samen.map"), "r");
    ck_assert_ptr_nonnull(exports);
    char line[160], name[128];
    int names = 0;
    while (fgets(line, sizeof line, exports)) {
        if (sscanf(line, " %127[a-z0-9_];", name) != 1 || strncmp(name, "samen_", 6) != 0)
            continue;
        ck_assert_msg(is_known(name), "%s is not swept", name);
        names++;
    }
    fclose(exports);
    ck_assert_int_ge(names, 93);
    samen_view_free(view);
    clear(&s);
}
END

SUITE("out of memory", allocations_of_igraph_and_zlib_fail_too,
      every_call_survives_every_failed_allocation, every_measure_survives_every_failed_allocation,
      less_common_options_survive_it_too, choosing_sources_survives_it_too,
      every_picture_survives_every_failed_allocation, a_large_matrix_survives_it_too,
      every_report_survives_every_failed_allocation,
      reports_on_waves_survive_every_failed_allocation, threads_survive_it_too,
      a_stream_goes_on_after_a_failure, every_public_function_is_swept_or_allocates_nothing)
