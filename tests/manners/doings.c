/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "doings.h"

#include <pthread.h>
#include <unistd.h>

#include "graphs.h"

/* All tables of all measures. */
static table_call calls[MOST_CALLS];
static int calls_count;
static pthread_once_t calls_listed = PTHREAD_ONCE_INIT;

static void list_calls(void) {
    calls_count = all_calls(calls, "group", 20, 1);
}

/* Paths are of a temporary folder, and short. */
typedef struct place {
    char path[128];
} place;

static place within(const scene *s, const char *name) {
    place p;
    snprintf(p.path, sizeof p.path, "%s/%s", s->folder, name);
    return p;
}

/* What is written need not be on the disk: that is tested elsewhere, and takes long. */
__attribute__((weak, visibility("default"))) int fsync(int file) {
    (void)file;
    return 0;
}

static samen_network *cliques(int n, int directed) {
    dice d = {.state = 19};
    graph g = graph_random(&d, GRAPH_CLIQUES, n, directed, 4, 3);
    samen_network *network = graph_network(&g);
    graph_free(&g);
    return network;
}

samen_view *clique_view(int n, int directed) {
    samen_network *network = cliques(n, directed);
    samen_view *view = NULL;
    OK(samen_view_make(network, NULL, NULL, &view, error));
    samen_network_free(network);
    return view;
}

scene scene_make(void) {
    scene s = {.folder = make_folder()};
    pthread_once(&calls_listed, list_calls);
    samen_network *network = cliques(40, 1);
    OK(samen_io_write(network, within(&s, "set").path, NULL, error));
    samen_network_free(network);
    write_text_file(s.folder, "broken.csv", "from,to,weight\na,b,0.5\nb,c,heavy\n");
    write_text_file(s.folder, "decimals.csv", "from;to;weight\na;b;0,125\nb;c;1234,5\n");
    OK(samen_io_read(within(&s, "set").path, NULL, NULL, &s.network, error));
    OK(samen_view_make(s.network, "", NULL, &s.view, error));
    OK(samen_measure(s.view, "centrality.degree", "", NULL, &s.table, error));
    return s;
}

void scene_clear(scene *s) {
    samen_table_free(s->table);
    samen_view_free(s->view);
    samen_network_free(s->network);
    remove_folder(s->folder);
}

/* Something was made just when the call succeeded. Check has a lock, which a child of a fork may find taken for good:
 * so it is called for only when there is something to tell. */
static void expect_made(const void *made, samen_status status) {
    if ((made != NULL) != (status == SAMEN_OK))
        ck_abort_msg("%s, but %s", samen_status_name(status), made ? "made" : "not made");
}

/* ---- Reading and writing ------------------------------------------------------------------------- */

static samen_status read_path(const scene *s, const char *name, const samen_run *run,
                              samen_error *err) {
    samen_network *network = NULL;
    samen_status status = samen_io_read(within(s, name).path, NULL, run, &network, err);
    expect_made(network, status);
    samen_network_free(network);
    return status;
}

static samen_status read_set(const scene *s, const samen_run *run, samen_error *err) {
    return read_path(s, "set", run, err);
}

static samen_status read_decimals(const scene *s, const samen_run *run, samen_error *err) {
    return read_path(s, "decimals.csv", run, err);
}

static samen_status read_broken(const scene *s, const samen_run *run, samen_error *err) {
    return read_path(s, "broken.csv", run, err);
}

static samen_status read_nothing(const scene *s, const samen_run *run, samen_error *err) {
    return read_path(s, "nothing", run, err);
}

static samen_status check_set(const scene *s, const samen_run *run, samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen_io_check(within(s, "set").path, NULL, run, &table, err);
    expect_made(table, status);
    samen_table_free(table);
    return status;
}

static samen_status write_set(const scene *s, const samen_run *run, samen_error *err) {
    const samen_io_write_options options = {.struct_size = sizeof options, .overwrite = 1};
    (void)run;
    return samen_io_write(s->network, within(s, "written").path, &options, err);
}

static samen_status write_over(const scene *s, const samen_run *run, samen_error *err) {
    (void)run;
    return samen_io_write(s->network, within(s, "set").path, NULL, err);
}

static samen_status write_table(const scene *s, const samen_run *run, samen_error *err) {
    const samen_table_options options = {.struct_size = sizeof options, .overwrite = 1};
    (void)run;
    return samen_table_write(s->table, within(s, "table.csv").path, &options, err);
}

static samen_status write_nowhere(const scene *s, const samen_run *run, samen_error *err) {
    (void)run;
    return samen_table_write(s->table, within(s, "nowhere/table.csv").path, NULL, err);
}

/* ---- Building and seeing ------------------------------------------------------------------------- */

static samen_status build_one(const scene *s, const samen_run *run, samen_error *err) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_status status = samen_builder_new(NULL, &builder, err);
    (void)s;
    (void)run;
    if (status == SAMEN_OK)
        status = samen_builder_add_organisation(builder, "a", "Alpha", NULL, err);
    if (status == SAMEN_OK)
        status = samen_builder_add_organisation(builder, "b", NULL, NULL, err);
    if (status == SAMEN_OK)
        status = samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 1, "staff", 2.5, err);
    if (status == SAMEN_OK)
        status = samen_builder_add_tie(builder, "a", "b", "overleg", 0.5, NULL, NULL, err);
    if (status == SAMEN_OK)
        status = samen_builder_finish(builder, &network, err);
    samen_builder_free(builder);
    samen_network_free(network);
    return status;
}

static samen_status build_twice(const scene *s, const samen_run *run, samen_error *err) {
    samen_builder *builder = NULL;
    samen_status status = samen_builder_new(NULL, &builder, err);
    (void)s;
    (void)run;
    for (int i = 0; i < 2 && status == SAMEN_OK; i++)
        status = samen_builder_add_organisation(builder, "a", NULL, NULL, err);
    samen_builder_free(builder);
    return status;
}

static samen_status see_with(const scene *s, const char *options, const samen_run *run,
                             samen_error *err) {
    samen_view *view = NULL;
    samen_table *table = NULL;
    samen_status status = samen_view_make(s->network, options, run, &view, err);
    expect_made(view, status);
    if (status == SAMEN_OK)
        status = samen_view_table(view, run, &table, err);
    expect_made(table, status);
    samen_table_free(table);
    samen_view_free(view);
    return status;
}

static samen_status see_all(const scene *s, const samen_run *run, samen_error *err) {
    return see_with(s, "drop-isolates=true", run, err);
}

static samen_status see_either(const scene *s, const samen_run *run, samen_error *err) {
    return see_with(s, "direction=either; min-weight=1.5", run, err);
}

static samen_status see_unknown(const scene *s, const samen_run *run, samen_error *err) {
    return see_with(s, "forms=dancing", run, err);
}

/* ---- Measuring ----------------------------------------------------------------------------------- */

/* On a view of its own, of which nothing is made yet. */
static samen_status measure_all(const scene *s, const samen_run *run, samen_error *err) {
    samen_view *view = NULL;
    samen_status status = samen_view_make(s->network, "", run, &view, err);
    for (int i = 0; i < calls_count && status == SAMEN_OK; i++) {
        samen_table *table = NULL;
        status = samen_measure(view, calls[i].measure, calls[i].options, run, &table, err);
        expect_made(table, status);
        samen_table_free(table);
    }
    samen_view_free(view);
    return status;
}

static samen_status measure_with(const scene *s, const char *name, const char *options,
                                 const samen_run *run, samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen_measure(s->view, name, options, run, &table, err);
    expect_made(table, status);
    samen_table_free(table);
    return status;
}

static samen_status measure_unknown(const scene *s, const samen_run *run, samen_error *err) {
    return measure_with(s, "brokerage.power", "", run, err);
}

static samen_status measure_nonsense(const scene *s, const samen_run *run, samen_error *err) {
    return measure_with(s, "brokerage.roles", "draws=-1", run, err);
}

static samen_status describe_all(const scene *s, const samen_run *run, samen_error *err) {
    samen_table *tables[3] = {NULL};
    (void)s;
    (void)run;
    samen_status status = samen_describe(&tables[0], err);
    if (status == SAMEN_OK)
        status = samen_describe_options(NULL, &tables[1], err);
    if (status == SAMEN_OK)
        status = samen_describe_columns(NULL, &tables[2], err);
    for (int i = 0; i < 3; i++)
        samen_table_free(tables[i]);
    return status;
}

static samen_status format_all(const scene *s, const samen_run *run, samen_error *err) {
    static const uint32_t formats[] = {SAMEN_FORMAT_TEXT, SAMEN_FORMAT_CSV, SAMEN_FORMAT_JSON,
                                       SAMEN_FORMAT_MARKDOWN};
    samen_status status = SAMEN_OK;
    (void)run;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0] && status == SAMEN_OK; i++) {
        const samen_table_options options = {.struct_size = sizeof options, .format = formats[i]};
        char *text = NULL;
        status = samen_table_format(s->table, &options, &text, NULL, err);
        samen_free(text);
    }
    return status;
}

const doing doings[] = {
    {"read a data set", SAMEN_OK, 1, read_set},
    {"read decimal commas", SAMEN_OK, 1, read_decimals},
    {"read a broken file", SAMEN_ERR_VALUE, 1, read_broken},
    {"read what is not there", SAMEN_ERR_NOT_FOUND, 0, read_nothing},
    {"check a data set", SAMEN_OK, 1, check_set},
    {"write a data set", SAMEN_OK, 0, write_set},
    {"write over a data set", SAMEN_ERR_EXISTS, 0, write_over},
    {"write a table", SAMEN_OK, 0, write_table},
    {"write into no folder", SAMEN_ERR_NOT_FOUND, 0, write_nowhere},
    {"build a network", SAMEN_OK, 0, build_one},
    {"add an organisation twice", SAMEN_ERR_DUPLICATE, 0, build_twice},
    {"see all", SAMEN_OK, 1, see_all},
    {"see what either side reports", SAMEN_OK, 1, see_either},
    {"see an unknown form", SAMEN_ERR_UNKNOWN, 0, see_unknown},
    {"measure all", SAMEN_OK, 1, measure_all},
    {"measure what is unknown", SAMEN_ERR_UNKNOWN, 0, measure_unknown},
    {"measure with nonsense", SAMEN_ERR_ARGUMENT, 0, measure_nonsense},
    {"describe all", SAMEN_OK, 0, describe_all},
    {"format a table", SAMEN_OK, 0, format_all},
};

const int doings_count = sizeof doings / sizeof doings[0];

char *all_tables(const samen_view *view, const samen_run *run) {
    const samen_table_options csv = {.struct_size = sizeof csv, .format = SAMEN_FORMAT_CSV};
    table_call *calls = malloc(MOST_CALLS * sizeof *calls);
    int count = all_calls(calls, "group", 20, 1), failed = 0;
    char *whole = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&whole, &length);
    for (int i = 0; i < count && !failed; i++) {
        samen_table *table = NULL;
        char *text = NULL;
        failed = samen_measure(view, calls[i].measure, calls[i].options, run, &table, NULL) !=
                     SAMEN_OK ||
                 samen_table_format(table, &csv, &text, NULL, NULL) != SAMEN_OK;
        fprintf(out, "%s %s\n%s", calls[i].measure, calls[i].options, text ? text : "");
        samen_free(text);
        samen_table_free(table);
    }
    fclose(out);
    free(calls);
    if (!failed)
        return whole;
    free(whole);
    return NULL;
}

char *all_tables_on(const samen_view *view, int threads) {
    const samen_run run = {.struct_size = sizeof run, .threads = threads};
    return all_tables(view, &run);
}
