/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For every struct that tells its own size, one with every field set and a call that takes it, told as a text. */
#ifndef SAMEN_TESTS_STRUCT_CALLS_H
#define SAMEN_TESTS_STRUCT_CALLS_H

#include "../unit/whole.h"

#include "build.h"

/* ---- What is handed in, and what comes of it --------------------------------------------------------- */

static samen_network *network;
static samen_view *view;
static const samen_run one_thread = {.struct_size = sizeof one_thread, .threads = 1};

static void stage(void) {
    network = build_grouped("A-B:consultation B>C:action*2 C-D:ad-hoc D-A:learning E", "sector",
                            "A=g B=g C=h D=h E=h");
    OK(samen_view_make(network, "", NULL, &view, error));
}

static void leave(void) {
    samen_view_free(view);
    samen_network_free(network);
}

static void tell_status(FILE *told, samen_status status, const samen_error *err) {
    fprintf(told, "%d %d %s\n", status, err->argument, err->message);
}

/* A table to the last note. */
static void tell_table(FILE *told, samen_status status, const samen_error *err,
                       samen_table *table) {
    static const samen_table_options as_json = {.struct_size = sizeof as_json,
                                                .format = SAMEN_FORMAT_JSON};
    char *text = NULL;
    tell_status(told, status, err);
    if (table)
        OK(samen_table_format(table, &as_json, &text, NULL, error));
    fprintf(told, "%s\n", text ? text : "");
    samen_free(text);
    samen_table_free(table);
}

static void tell_network(FILE *told, samen_status status, const samen_error *err,
                         samen_network *made) {
    tell_status(told, status, err);
    if (!made)
        return;
    char *text = whole_text(made);
    fputs(text, told);
    free(text);
    samen_network_free(made);
}

static void tell_file(FILE *told, const char *folder, const char *name) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    for (int c; file && (c = fgetc(file)) != EOF;)
        fputc(c, told);
    if (file)
        fclose(file);
}

/* ---- A call for every struct ------------------------------------------------------------------------- */

#define MEASURE(NAME)                                                                              \
    static void call_##NAME(const void *given, FILE *told) {                                       \
        samen_table *table = NULL;                                                                 \
        samen_error err = {0};                                                                     \
        samen_status status = samen_##NAME(view, given, &one_thread, &table, &err);                \
        tell_table(told, status, &err, table);                                                     \
    }

MEASURE(composition_forms)
MEASURE(composition_contrast)
MEASURE(cohesion_density)
MEASURE(cohesion_components)
MEASURE(centrality_degree)
MEASURE(brokerage_betweenness)
MEASURE(brokerage_holes)
MEASURE(brokerage_roles)

static void call_run(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_measure(view, "cohesion.density", "draws=20", given, &table, &err);
    tell_table(told, status, &err, table);
}

static void call_view(const void *given, FILE *told) {
    samen_view *made = NULL;
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_view_new(network, given, NULL, &made, &err);
    if (made)
        OK(samen_view_table(made, NULL, &table, error));
    tell_table(told, status, &err, table);
    samen_view_free(made);
}

static void call_read(const void *given, FILE *told) {
    samen_network *made = NULL;
    samen_error err = {0};
    samen_status status =
        samen_io_read(source_path("examples/data/house-of-the-child"), given, NULL, &made, &err);
    tell_network(told, status, &err, made);
}

static void call_check(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status =
        samen_io_check(source_path("examples/data/emon/Texas"), given, NULL, &table, &err);
    tell_table(told, status, &err, table);
}

/* What a surface was told, and how often with another payload than there was. */
static struct heard { int begun, ended, marks, wrong; } heard;

static int32_t hear_page(void *payload, const samen_surface_page *page) {
    heard.wrong += payload != &heard && payload;
    heard.begun += page->width > 0;
    return 0;
}

static int32_t hear_group(void *payload, const char *title, double opacity) {
    (void)title;
    heard.wrong += payload != &heard && payload;
    heard.begun += opacity > 0;
    return 0;
}

static int32_t hear_end(void *payload) {
    heard.wrong += payload != &heard && payload;
    heard.ended++;
    return 0;
}

static int32_t hear_path(void *payload, const samen_surface_path *path,
                         const samen_surface_pen *pen, const char *title) {
    (void)title;
    heard.wrong += payload != &heard && payload;
    heard.marks += path->steps > 0 && pen->width >= 0;
    return 0;
}

static int32_t hear_circle(void *payload, double x, double y, double radius,
                           const samen_surface_pen *pen, const char *title) {
    (void)title;
    heard.wrong += payload != &heard && payload;
    heard.marks += x > 0 && y > 0 && radius > 0 && pen->width >= 0;
    return 0;
}

static int32_t hear_text(void *payload, double x, double y, const char *text,
                         const samen_surface_lettering *how) {
    heard.wrong += payload != &heard && payload;
    heard.marks += x > 0 && y > 0 && *text && how->size > 0;
    return 0;
}

static void call_anonymise(const void *given, FILE *told) {
    samen_network *made = NULL;
    samen_table *key = NULL;
    samen_error err = {0};
    samen_status status = samen_network_anonymise(network, given, &made, &key, &err);
    tell_network(told, status, &err, made);
    tell_table(told, status, &err, key);
}

static void call_write(const void *given, FILE *told) {
    samen_error err = {0};
    char *folder = make_folder();
    tell_status(told, samen_io_write(network, folder, given, &err), &err);
    tell_file(told, folder, "ties.csv");
    remove_folder(folder);
}

static void call_draw_on(const void *given, FILE *told) {
    samen_error err = {0};
    heard = (struct heard){0};
    tell_status(told, samen_draw_on(view, "sociogram", "group=sector", NULL, given, &err), &err);
    fprintf(told, "%d %d %d %d\n", heard.begun, heard.ended, heard.marks, heard.wrong);
}

static samen_table *degrees(void) {
    return measure(view, "centrality.degree", "");
}

static void call_format(const void *given, FILE *told) {
    samen_table *table = degrees();
    samen_error err = {0};
    char *text = NULL;
    tell_status(told, samen_table_format(table, given, &text, NULL, &err), &err);
    fprintf(told, "%s\n", text ? text : "");
    samen_free(text);
    samen_table_free(table);
}

static void call_table_write(const void *given, FILE *told) {
    samen_table *table = degrees();
    samen_error err = {0};
    char *folder = make_folder(), path[512];
    snprintf(path, sizeof path, "%s/degrees.md", folder);
    tell_status(told, samen_table_write(table, path, given, &err), &err);
    tell_file(told, folder, "degrees.md");
    remove_folder(folder);
    samen_table_free(table);
}

static void call_typology(const void *given, FILE *told) {
    const samen_form *forms[] = {given};
    samen_typology *made = NULL;
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_typology_new(forms, 1, &made, &err);
    if (made)
        OK(samen_typology_table(made, &table, error));
    tell_table(told, status, &err, table);
    samen_typology_free(made);
}

static void call_classify(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_typology_classify(given, &table, &err);
    tell_table(told, status, &err, table);
}

static samen_builder *begun(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "A", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "B", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "P", NULL, "action", NULL, NULL, NULL, error));
    return builder;
}

static void finish(samen_builder *builder, FILE *told, samen_status status,
                   const samen_error *err) {
    samen_network *made = NULL;
    OK(samen_builder_finish(builder, &made, error));
    tell_network(told, status, err, made);
    samen_builder_free(builder);
}

static void call_tie(const void *given, FILE *told) {
    samen_builder *builder = begun();
    samen_error err = {0};
    samen_status status = samen_builder_add_tie(builder, "A", "B", "action", 1, given, NULL, &err);
    finish(builder, told, status, &err);
}

static void call_membership(const void *given, FILE *told) {
    samen_builder *builder = begun();
    samen_error err = {0};
    samen_status status = samen_builder_add_membership(builder, "P", "A", given, NULL, &err);
    finish(builder, told, status, &err);
}

static int32_t progress(void *payload, double fraction, const char *what) {
    ck_assert_ptr_eq(payload, &network);
    ck_assert(fraction >= 0 && fraction <= 1 && *what);
    return 0;
}

static const char *const of_sector_g[] = {"sector=g"};
static const char *const a_b_and_c[] = {"A", "B", "C"};

#define END_OF(STRUCT, FIELD) (offsetof(STRUCT, FIELD) + sizeof(((STRUCT *)0)->FIELD))
#define TRIAL(CALL, NEEDS, STRUCT, ...)                                                            \
    { #STRUCT, &(const STRUCT){.struct_size = sizeof(STRUCT), __VA_ARGS__ }, CALL, NEEDS }

/* A struct with every field set to what is not its default, and the call that takes it. From `needs` bytes on the
 * call succeeds: before that a field is missing that it cannot do without. */
static const struct {
    const char *name;
    const void *sample;
    void (*call)(const void *given, FILE *told);
    size_t needs;
} trials[] = {
    TRIAL(call_run, 0, samen_run, .threads = 2, .seed = 7, .on_progress = progress,
          .payload = &network),
    TRIAL(call_format, 0, samen_table_options, .format = SAMEN_FORMAT_MARKDOWN, .decimals = 2,
          .guard = 1, .overwrite = 1, .plain = 1),
    TRIAL(call_table_write, 0, samen_table_options, .format = SAMEN_FORMAT_MARKDOWN, .decimals = 2,
          .guard = 1, .overwrite = 1, .plain = 1),
    TRIAL(call_typology, END_OF(samen_form, key), samen_form, .has_commitment = 1, .commitment = 2,
          .key = "a", .name = "b", .name_nl = "c", .family = "d", .aliases = "e|f",
          .scale = "strength 1..5", .purpose = "g"),
    TRIAL(call_classify, 0, samen_traits, .commitment = SAMEN_TRAIT_YES, .bounded = SAMEN_TRAIT_NO,
          .one_off = SAMEN_TRAIT_NO, .common_goal = SAMEN_TRAIT_YES,
          .purpose = SAMEN_PURPOSE_LEARN),
    TRIAL(call_tie, 0, samen_tie, .directed = 1, .start = "2020-01-01", .end = "2021-01-01",
          .partnership = "P"),
    TRIAL(call_membership, 0, samen_membership, .weight = 2, .role = "lead", .start = "2020-01-01",
          .end = "2021-01-01"),
    TRIAL(call_membership, END_OF(samen_membership, weight), samen_membership, .has_weight = 1,
          .weight = 2, .role = "lead", .start = "2020-01-01", .end = "2021-01-01"),
    TRIAL(call_read, 0, samen_io_read_options, .allow_empty = 1, .max_bytes = 100000,
          .max_line = 5000, .max_rows = 1000, .max_ratio = 10),
    TRIAL(call_check, 0, samen_io_read_options, .allow_empty = 1, .max_bytes = 100000,
          .max_line = 5000, .max_rows = 1000, .max_ratio = 10),
    TRIAL(call_write, 0, samen_io_write_options, .overwrite = 1, .separator = ';',
          .decimal_comma = 1),
    TRIAL(call_anonymise, 0, samen_anonymise_options, .least = 2, .keep = "sector",
          .others = "rest", .secret = "sixteen letters."),
    TRIAL(call_view, 0, samen_view_options, .direction = SAMEN_DIRECTION_EITHER, .forms = 0x3f,
          .from = "2000-01-01", .to = "2030-01-01", .where = of_sector_g, .where_count = 1,
          .organisations = a_b_and_c, .organisations_count = 3, .min_weight = 0.5,
          .direction_weight = SAMEN_RULE_MIN, .parallel = SAMEN_RULE_MEAN,
          .partnerships = SAMEN_PARTNERSHIPS_IGNORE, .drop_isolates = 1, .lead = "lead"),
    TRIAL(call_composition_forms, 0, samen_composition_forms_options,
          .table = SAMEN_FORMS_ORGANISATION, .group = "sector"),
    TRIAL(call_composition_contrast, 0, samen_composition_contrast_options, .a = "ad-hoc",
          .b = "action", .draws = 20, .level = 0.9),
    TRIAL(call_cohesion_density, 0, samen_cohesion_density_options, .table = SAMEN_DENSITY_RESPONSE,
          .group = "sector", .draws = 20, .level = 0.9),
    TRIAL(call_cohesion_components, 0, samen_cohesion_components_options,
          .table = SAMEN_COMPONENTS_NETWORK),
    TRIAL(call_centrality_degree, 0, samen_centrality_degree_options,
          .table = SAMEN_DEGREE_NETWORK),
    TRIAL(call_brokerage_betweenness, 0, samen_brokerage_betweenness_options,
          .table = SAMEN_BETWEENNESS_TOP, .weighted = 1, .distance = SAMEN_DISTANCE_LOG,
          .sources = of_sector_g, .sources_count = 1, .targets = of_sector_g, .targets_count = 1,
          .epsilon = 0.1, .delta = 0.1, .places = 2, .endpoints = 1),
    TRIAL(call_brokerage_holes, 0, samen_brokerage_holes_options, .table = SAMEN_HOLES_DYAD,
          .weighted = 1, .model = SAMEN_HOLES_EGO),
    TRIAL(call_brokerage_roles, END_OF(samen_brokerage_roles_options, group),
          samen_brokerage_roles_options, .table = SAMEN_ROLES_NETWORK, .group = "sector",
          .draws = 20),
    TRIAL(call_draw_on, 0, samen_surface, .payload = &heard, .begin_page = hear_page,
          .end_page = hear_end, .begin_group = hear_group, .end_group = hear_end,
          .add_path = hear_path, .add_circle = hear_circle, .add_text = hear_text),
};
enum { TRIALS = sizeof trials / sizeof trials[0] };

#endif
