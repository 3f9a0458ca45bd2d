/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call that allocates, each made once on a stage that is set before memory begins to run out. */
#ifndef SAMEN_TESTS_MEMORY_CALLS_H
#define SAMEN_TESTS_MEMORY_CALLS_H

#include <zlib.h>

#include "builder_calls.h"
#include "suite.h"

/* ---- What is called, and what it is called with ------------------------------------------------ */

typedef struct stage {
    samen_typology *typology;
    samen_builder *builder; /* some organisations, ties and attributes */
    samen_network *network;
    samen_view *view; /* directed, its pairs and rows not made yet */
    samen_table *table;
    samen_report *report; /* for the calls that write one out */
    char *folder;         /* a data set with everything in it */
    const char *measure;  /* for the calls by name */
    const char *options;
} stage;

static const char organisations[] = "id,name,sector,staff,since,respondent\n"
                                    "a,Alpha,GOV,3,2020-01-01,yes\nb,Beta,VOL,4,2021-01-01,no\n"
                                    "c,,GOV,,,yes\nd,Delta,VOL,1.5,2019-05-05,yes\ne,,PVT,2,,yes\n";
static const char ties[] = "from,to,form,weight,directed,start,end,partnership,note\n"
                           "a,b,action,2,1,2020-01-01,2021-01-01,p,x\nb,c,consultation,1,0,,,,\n"
                           "c,d,action,3,1,,,,y\nd,a,ad-hoc,1.5,0,,,q,\na,a,action,1,0,,,,\n"
                           "b,d,learning,2,1,,,,z\n";
static const char partnerships[] =
    "id,name,form,start,end,aim\np,House,action,2020-01-01,,quality\n"
    "q,Table,consultation,,,visibility\n";
static const char memberships[] = "partnership,organisation,role,weight,start,end\np,a,lead,1,,\n"
                                  "p,b,member,2,,\np,c,member,1,,\nq,d,lead,1,,\nq,e,funder,1,,\n";
static const char forms[] = "form,name,name_nl,family,commitment,aliases,scale,purpose\n"
                            "consultation,consultation,overleg,consultation,0,talk,,\n"
                            "ad-hoc,ad hoc,,ad hoc,1,,,\nlearning,learning network,,network,2,,,\n"
                            "action,action network,actienetwerk,network,2,doing,frequency 4..1,\n";

static void write_packed(const char *folder, const char *name, const char *text) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    gzFile file = gzopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    gzputs(file, text);
    gzclose(file);
}

static stage prepare(void) {
    stage s = {.folder = make_folder()};
    write_text_file(s.folder, "organisations.csv", organisations);
    write_packed(s.folder, "ties.csv.gz", ties);
    write_text_file(s.folder, "partnerships.csv", partnerships);
    write_text_file(s.folder, "memberships.csv", memberships);
    write_text_file(s.folder, "forms.csv", forms);
    OK(samen_typology_builtin(NULL, &s.typology, error));
    OK(samen_builder_new(NULL, &s.builder, error));
    fill_builder(s.builder);
    OK(samen_io_read(s.folder, NULL, NULL, &s.network, error));
    OK(samen_network_table(s.network, SAMEN_TIES, &s.table, error));
    return s;
}

static void clear(stage *s) {
    samen_typology_free(s->typology);
    samen_builder_free(s->builder);
    samen_network_free(s->network);
    samen_table_free(s->table);
    remove_folder(s->folder);
}

/* Everything that a stage holds, as text, to see that nothing changed. */
static char *describe(const stage *s) {
    char *whole = strdup("");
    samen_network *networks[2] = {s->network, NULL};
    for (int32_t of = 0; of < 4; of++) {
        samen_table *table = NULL;
        OK(samen_network_table(networks[0], of, &table, error));
        char *text = table_csv(table), *longer = NULL;
        ck_assert_int_ge(asprintf(&longer, "%s%s", whole, text), 0);
        free(whole);
        samen_free(text);
        samen_table_free(table);
        whole = longer;
    }
    return whole;
}

/* One call, armed. What it hands out goes to *made, to be freed by `drop`. */
typedef samen_status (*caller)(stage *s, void **made, samen_error *err);

static const samen_run one_thread = {.struct_size = sizeof one_thread, .threads = 1};
static const samen_run two_threads = {.struct_size = sizeof two_threads, .threads = 2};

static samen_status call_typology(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_typology_builtin("frey", (samen_typology **)made, err);
}

static samen_status call_typology_new(stage *s, void **made, samen_error *err) {
    static const samen_form one = {.struct_size = sizeof one,
                                   .key = "deep",
                                   .name = "deep work",
                                   .family = "work",
                                   .aliases = "diep|doing",
                                   .scale = "frequency 4..1"};
    static const samen_form other = {.struct_size = sizeof other, .key = "light"};
    const samen_form *const forms[] = {&one, &other};
    (void)s;
    return samen_typology_new(forms, 2, (samen_typology **)made, err);
}

static samen_status call_typology_table(stage *s, void **made, samen_error *err) {
    return samen_typology_table(s->typology, (samen_table **)made, err);
}

static samen_status call_classify(stage *s, void **made, samen_error *err) {
    const samen_traits traits = {.struct_size = sizeof traits,
                                 .commitment = SAMEN_TRAIT_YES,
                                 .common_goal = SAMEN_TRAIT_YES,
                                 .purpose = SAMEN_PURPOSE_LEARN};
    (void)s;
    return samen_typology_classify(&traits, (samen_table **)made, err);
}

static samen_status call_advise(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_typology_advise(SAMEN_PURPOSE_EXCHANGE, (samen_table **)made, err);
}

static samen_status call_builder_new(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_builder_new(NULL, (samen_builder **)made, err);
}

static samen_status call_read(stage *s, void **made, samen_error *err) {
    return samen_io_read(s->folder, NULL, &one_thread, (samen_network **)made, err);
}

static samen_status call_check(stage *s, void **made, samen_error *err) {
    return samen_io_check(s->folder, NULL, &one_thread, (samen_table **)made, err);
}

static samen_status call_network_table(stage *s, void **made, samen_error *err) {
    return samen_network_table(s->network, SAMEN_ORGANISATIONS, (samen_table **)made, err);
}

/* The key goes at once: *made has room for the network. */
static samen_status call_anonymise(stage *s, void **made, samen_error *err) {
    static const samen_anonymise_options options = {
        .struct_size = sizeof options, .least = 2, .keep = "sector"};
    samen_table *key = NULL;
    samen_status status =
        samen_network_anonymise(s->network, &options, (samen_network **)made, &key, err);
    int is_whole = (status == SAMEN_OK) == (key != NULL);
    samen_table_free(key);
    return is_whole ? status : SAMEN_ERR_VALUE;
}

static samen_status call_view(stage *s, void **made, samen_error *err) {
    return samen_view_make(s->network,
                           "forms=action,consultation; where=sector=GOV; where=sector=VOL; "
                           "from=2019-01-01; organisations=a; organisations=b; drop_isolates=true",
                           &one_thread, (samen_view **)made, err);
}

static samen_status call_view_new(stage *s, void **made, samen_error *err) {
    static const char *const where[] = {"sector!=VOL"}, *const keys[] = {"a", "c"};
    const samen_view_options options = {.struct_size = sizeof options,
                                        .from = "2019-01-01",
                                        .where = where,
                                        .where_count = 1,
                                        .organisations = keys,
                                        .organisations_count = 2,
                                        .lead = "lead",
                                        .partnerships = SAMEN_PARTNERSHIPS_STAR};
    return samen_view_new(s->network, &options, &one_thread, (samen_view **)made, err);
}

static samen_status call_view_table(stage *s, void **made, samen_error *err) {
    return samen_view_table(s->view, &one_thread, (samen_table **)made, err);
}

static samen_status call_measure(stage *s, void **made, samen_error *err) {
    return samen_measure(s->view, s->measure, s->options, &one_thread, (samen_table **)made, err);
}

static samen_status call_measure_threads(stage *s, void **made, samen_error *err) {
    return samen_measure(s->view, s->measure, s->options, &two_threads, (samen_table **)made, err);
}

/* The typed functions with their default options, but for the group that one of them needs. */
#define TYPED(NAME)                                                                                \
    static samen_status call_##NAME(stage *s, void **made, samen_error *err) {                     \
        return samen_##NAME(s->view, NULL, &one_thread, (samen_table **)made, err);                \
    }
TYPED(composition_forms)
TYPED(composition_contrast)
TYPED(cohesion_density)
TYPED(cohesion_components)
TYPED(centrality_degree)
TYPED(brokerage_betweenness)
TYPED(brokerage_holes)

static samen_status call_brokerage_roles(stage *s, void **made, samen_error *err) {
    const samen_brokerage_roles_options options = {
        .struct_size = sizeof options, .group = "sector", .draws = 3};
    return samen_brokerage_roles(s->view, &options, &one_thread, (samen_table **)made, err);
}

static samen_status call_describe(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_describe((samen_table **)made, err);
}

static samen_status call_describe_options(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_describe_options("brokerage.roles", (samen_table **)made, err);
}

static samen_status call_describe_columns(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_describe_columns("brokerage.roles", (samen_table **)made, err);
}

static samen_status call_sort(stage *s, void **made, samen_error *err) {
    return samen_table_sort(s->table, "weight", 1, 3, (samen_table **)made, err);
}

static samen_status call_select(stage *s, void **made, samen_error *err) {
    return samen_table_select(s->table, "from,weight", (samen_table **)made, err);
}

static samen_status format_as(stage *s, uint32_t format, void **made, samen_error *err) {
    const samen_table_options options = {
        .struct_size = sizeof options, .format = format, .guard = 1};
    return samen_table_format(s->table, &options, (char **)made, NULL, err);
}

static samen_status call_text(stage *s, void **made, samen_error *err) {
    return format_as(s, SAMEN_FORMAT_TEXT, made, err);
}

static samen_status call_csv(stage *s, void **made, samen_error *err) {
    return format_as(s, SAMEN_FORMAT_CSV, made, err);
}

static samen_status call_json(stage *s, void **made, samen_error *err) {
    return format_as(s, SAMEN_FORMAT_JSON, made, err);
}

static samen_status call_markdown(stage *s, void **made, samen_error *err) {
    return format_as(s, SAMEN_FORMAT_MARKDOWN, made, err);
}

static samen_status call_write(stage *s, void **made, samen_error *err) {
    char path[4096];
    snprintf(path, sizeof path, "%s/written", s->folder);
    const samen_io_write_options options = {
        .struct_size = sizeof options, .overwrite = 1, .separator = ';', .decimal_comma = 1};
    (void)made;
    return samen_io_write(s->network, path, &options, err);
}

/* The two structs of a table on its way. */
typedef struct arrow {
    struct ArrowSchema schema;
    struct ArrowArray array;
} arrow;

static void drop_arrow(void *made) {
    arrow *a = made;
    a->array.release(&a->array);
    a->schema.release(&a->schema);
}

static samen_status call_export_arrow(stage *s, void **made, samen_error *err) {
    static arrow out;
    samen_status status = samen_table_export_arrow(s->table, &out.schema, &out.array, err);
    *made = status == SAMEN_OK ? &out : NULL;
    return status;
}

/* What comes in was made before anything fails, and is still the caller's after a failure. */
static samen_status call_import_arrow(stage *s, void **made, samen_error *err) {
    arrow in;
    atomic_store(&armed, 0);
    samen_status status = samen_table_export_arrow(s->table, &in.schema, &in.array, err);
    atomic_store(&armed, 1);
    if (status == SAMEN_OK)
        status = samen_table_import_arrow(&in.schema, &in.array, (samen_table **)made, err);
    if (status != SAMEN_OK)
        drop_arrow(&in);
    return status;
}

static void drop_stream(void *made) {
    struct ArrowArrayStream *stream = made;
    stream->release(stream);
}

static samen_status call_export_stream(stage *s, void **made, samen_error *err) {
    static struct ArrowArrayStream out;
    samen_status status = samen_table_export_arrow_stream(s->table, &out, err);
    *made = status == SAMEN_OK ? &out : NULL;
    return status;
}

/* The allocations of the stream, as it is read, fail too. */
static samen_status call_import_stream(stage *s, void **made, samen_error *err) {
    struct ArrowArrayStream in;
    samen_status status = samen_table_export_arrow_stream(s->table, &in, err);
    if (status != SAMEN_OK)
        return status;
    status = samen_table_import_arrow_stream(&in, (samen_table **)made, err);
    if (status != SAMEN_OK)
        drop_stream(&in);
    return status;
}

static samen_status call_table_write(stage *s, void **made, samen_error *err) {
    char path[4096];
    snprintf(path, sizeof path, "%s/table.csv", s->folder);
    const samen_table_options options = {.struct_size = sizeof options, .overwrite = 1};
    (void)made;
    return samen_table_write(s->table, path, &options, err);
}

static samen_status call_draw_describe(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_draw_describe((samen_table **)made, err);
}

static samen_status call_draw_describe_options(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_draw_describe_options(NULL, (samen_table **)made, err);
}

static samen_status call_draw_write(stage *s, void **made, samen_error *err) {
    char path[4096];
    snprintf(path, sizeof path, "%s/picture.svg", s->folder);
    (void)made;
    return samen_draw_write(s->view, "sociogram", "group=sector", &one_thread, path, 1, err);
}

static int32_t take_page(void *payload, const samen_surface_page *page) {
    (void)payload;
    return page->width <= 0;
}

static int32_t take_group(void *payload, const char *title, double opacity) {
    (void)payload;
    (void)title;
    return opacity <= 0;
}

static int32_t take_text(void *payload, double x, double y, const char *text,
                         const samen_surface_lettering *how) {
    (void)payload;
    return x <= 0 || y <= 0 || !*text || how->size <= 0;
}

static samen_status call_draw_on(stage *s, void **made, samen_error *err) {
    const samen_surface surface = {.struct_size = sizeof surface,
                                   .begin_page = take_page,
                                   .begin_group = take_group,
                                   .add_text = take_text};
    (void)made;
    return samen_draw_on(s->view, "sociogram", "group=sector", &one_thread, &surface, err);
}

static samen_status call_write_bytes(stage *s, void **made, samen_error *err) {
    char path[4096];
    snprintf(path, sizeof path, "%s/bytes", s->folder);
    (void)made;
    return samen_io_write_bytes((const uint8_t *)"abc", 3, path, 1, err);
}

/* The kind is where the name of a measure is otherwise. */
static samen_status call_draw(stage *s, void **made, samen_error *err) {
    return samen_draw(s->view, s->measure, s->options, &one_thread, (char **)made, NULL, err);
}

static samen_status call_report_describe_options(stage *s, void **made, samen_error *err) {
    (void)s;
    return samen_report_describe_options((samen_table **)made, err);
}

static samen_status call_report_new(stage *s, void **made, samen_error *err) {
    return samen_report_new(s->view, s->options, &one_thread, (samen_report **)made, err);
}

/* The format is where the name of a measure is otherwise. */
static samen_status call_report_format(stage *s, void **made, samen_error *err) {
    return samen_report_format(s->report, s->measure, &one_thread, (char **)made, NULL, err);
}

static samen_status call_report_write(stage *s, void **made, samen_error *err) {
    char path[4096];
    snprintf(path, sizeof path, "%s/report", s->folder);
    (void)made;
    return samen_report_write(s->report, "text", &one_thread, path, 1, err);
}

static void drop_table(void *made) {
    samen_table_free(made);
}

static void drop_typology(void *made) {
    samen_typology_free(made);
}

static void drop_builder(void *made) {
    samen_builder_free(made);
}

static void drop_network(void *made) {
    samen_network_free(made);
}

static void drop_view(void *made) {
    samen_view_free(made);
}

static void drop_report(void *made) {
    samen_report_free(made);
}

#endif
