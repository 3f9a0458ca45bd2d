/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every measure does alike: its checks, its answers to awkward networks, its notes, its provenance. */
#include "every.h"

#include <limits.h>

#include "../refuses.h"

/* What is being looked at, for what went wrong. */
static const char *about;

/* ---- Answers -------------------------------------------------------------------------------------- */

static void look_at_numbers(const char *name, const char *table, const samen_table *result) {
    for (int32_t c = 0; c < samen_table_columns(result); c++) {
        const double *data = samen_table_data_float64(result, c);
        const int64_t *whole = samen_table_data_int64(result, c);
        for (int64_t row = 0; row < samen_table_rows(result); row++) {
            double value = data ? data[row] : whole ? (double)whole[row] : 0;
            ck_assert_msg(isfinite(value), "%s, %s %s: %s is %g", about, name, table,
                          samen_table_column_name(result, c), value);
            ck_assert_msg(value != 0 || !signbit(value), "%s, %s %s: %s of row %d is -0", about,
                          name, table, samen_table_column_name(result, c), (int)row);
            ck_assert_msg(value == 0 || !samen_table_is_null(result, row, c),
                          "%s, %s %s: %s of row %d is null and %g", about, name, table,
                          samen_table_column_name(result, c), (int)row, value);
        }
    }
}

/* Cells that are empty are counted in notes, by reason, and each note names its columns. */
static void look_at_empty_cells(const char *name, const char *table, const samen_table *result) {
    int64_t empty = 0, told = 0;
    for (int32_t c = 0; c < samen_table_columns(result); c++)
        empty += samen_table_column_nulls(result, c);
    for (int32_t i = 0; i < samen_table_notes(result); i++) {
        if (strcmp(samen_table_note_code(result, i), "undefined") != 0)
            continue;
        char start[64];
        int64_t count = samen_table_note_count(result, i);
        snprintf(start, sizeof start, "%d empty cell%s of ", (int)count, count == 1 ? "" : "s");
        const char *text = samen_table_note_text(result, i);
        ck_assert_msg(strncmp(text, start, strlen(start)) == 0 && text[strlen(text) - 1] == '.',
                      "%s, %s %s: %s", about, name, table, text);
        told += count;
    }
    ck_assert_msg(empty == told, "%s, %s %s: %d cells are empty, notes tell of %d", about, name,
                  table, (int)empty, (int)told);
}

static void look_at_table(const char *name, const char *table, const char *options,
                          const samen_table *result) {
    (void)options;
    look_at_numbers(name, table, result);
    look_at_empty_cells(name, table, result);
}

TEST(awkward_networks_have_finite_numbers_and_explained_gaps) {
    for (int i = 0; i < ODD_NETWORKS; i++) {
        about = odd_networks[i].about;
        samen_view *view = see(odd_make(&odd_networks[i]), odd_networks[i].options);
        every_table(view, "sector", look_at_table);
        samen_view_free(view);
    }
}
END

/* One note for one reason, with all of its columns. */
TEST(a_note_names_the_columns_that_are_empty_for_a_reason) {
    samen_view *view = see(build("A-B C D"), "");
    samen_table *table = measure(view, "brokerage.holes", "");
    ck_assert_int_eq(samen_table_notes(table), 1);
    ck_assert_str_eq(samen_table_note_text(table, 0),
                     "8 empty cells of constraint, effective_size, efficiency, hierarchy: the "
                     "organisation has no ties.");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Tables are of one shape whatever the network: as many rows as there are organisations times lines. */
static void look_at_shape(const char *name, const char *table, const char *options,
                          const samen_table *result) {
    (void)options;
    if (samen_table_find(result, "organisation") == 0 && strcmp(table, "dyad") != 0)
        ck_assert_msg(samen_table_rows(result) == 0, "%s %s has rows", name, table);
    if (strcmp(table, "network") == 0)
        ck_assert_msg(samen_table_rows(result) > 0, "%s %s has no rows", name, table);
}

TEST(nobody_has_no_rows_and_the_network_has_some) {
    samen_view *view = see(odd_make(&odd_networks[0]), odd_networks[0].options);
    ck_assert_int_eq(samen_view_organisations(view), 0);
    every_table(view, "sector", look_at_shape);
    samen_view_free(view);
}
END

/* ---- Notes about the view ---------------------------------------------------------------------------- */

static const char *wanted_code, *wanted_text;
static int64_t wanted_count;

static void look_for_note(const char *name, const char *table, const char *options,
                          const samen_table *result) {
    (void)options;
    for (int32_t i = 0; i < samen_table_notes(result); i++) {
        if (strcmp(samen_table_note_code(result, i), wanted_code) != 0)
            continue;
        ck_assert_int_eq(samen_table_note_count(result, i), wanted_count);
        ck_assert_str_eq(samen_table_note_text(result, i), wanted_text);
        return;
    }
    ck_abort_msg("%s %s does not tell of %s", name, table, wanted_code);
}

TEST(every_table_tells_what_the_view_leaves_out) {
    static const struct {
        odd_network network;
        const char *code;
        int64_t count;
        const char *text;
    } cases[] = {
        {{"self-ties", "A>A B-B*2 A-B C>A", "A=g B=g C=h", NULL, "", ""},
         "self-ties",
         2,
         "2 ties of an organisation to itself are left out."},
        {{"a silent one", "A>B B>C", "A=g B=g C=h", "C", "", ""},
         "non-respondents",
         1,
         "1 organisation did not respond: the ties that only it could have reported are missing, not "
         "absent."},
        {{"one-sided", "A>B B>A A>C", "A=g B=g C=h", NULL, "", "direction=both"},
         "unconfirmed",
         1,
         "1 pair is reported by one side only, in every form, and is left out."},
        {{"light", "A-B*2 B-C A-C", "A=g B=g C=h", NULL, "", "min_weight=1.5"},
         "light",
         2,
         "2 ties have a weight below the least and are left out."},
        {{"projected", "A B C", "A=g B=g C=h", NULL, "p:A p:B q:C", "partnerships=newman"},
         "partnerships-projected",
         2,
         "2 partnerships are projected to ties: every two members are tied, a partnership of k "
         "members adding 1/(k-1) to the weight."},
        {{"without a lead", "A B C", "A=g B=g C=h", NULL, "p:A p:B", "partnerships=star"},
         "no-lead",
         1,
         "1 partnership has no lead and makes no ties; the option lead names its role."},
        {{"left out", "A-B C", "A=g B=g C=h", NULL, "p:A p:B", ""},
         "partnerships-left-out",
         1,
         "1 partnership makes no ties here; the option partnerships (count, newman, binary, star) "
         "projects them."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        wanted_code = cases[i].code;
        wanted_text = cases[i].text;
        wanted_count = cases[i].count;
        samen_view *view = see(odd_make(&cases[i].network), cases[i].network.options);
        every_table(view, "sector", look_for_note);
        samen_view_free(view);
    }
}
END

/* ---- Provenance -------------------------------------------------------------------------------------- */

/* An option's effective value: what was asked for, or its default. */
static void look_at_option(const samen_table *options, int64_t row, const char *asked,
                           const samen_table *result) {
    const char *name = cell_text(options, row, "option");
    char key[64], given[64], expected[64];
    snprintf(key, sizeof key, "option.%s", name);
    snprintf(given, sizeof given, "%s=", name);
    const char *told = samen_table_provenance(result, key), *at = strstr(asked, given);
    int32_t fallback = samen_table_find(options, "default");
    snprintf(expected, sizeof expected, "%s", samen_table_get_text(options, row, fallback, ""));
    if (at)
        snprintf(expected, sizeof expected, "%.*s", (int)strcspn(at + strlen(given), ";"),
                 at + strlen(given));
    ck_assert_msg(told && strcmp(told, expected) == 0, "%s of %s is told as %s, not %s", name,
                  samen_table_provenance(result, "measure"), told, expected);
}

static void look_at_provenance(const char *name, const char *table, const char *asked,
                               const samen_table *result) {
    static const char *const keys[] = {"measure", "title", "source", "view", "samen", "igraph"};
    samen_table *options = NULL, *measures = NULL;
    OK(samen_describe_options(name, &options, error));
    OK(samen_describe(&measures, error));
    int32_t count = (int32_t)samen_table_rows(options);
    ck_assert_int_eq(samen_table_provenances(result), 6 + count + 2);
    for (int32_t i = 0; i < 6; i++)
        ck_assert_str_eq(samen_table_provenance_key(result, i), keys[i]);
    int64_t row = row_with(measures, "measure", name);
    ck_assert_str_eq(samen_table_provenance(result, "measure"), name);
    ck_assert_str_eq(samen_table_provenance(result, "title"), cell_text(measures, row, "title"));
    ck_assert_str_eq(samen_table_provenance(result, "source"), cell_text(measures, row, "source"));
    ck_assert_str_eq(samen_table_provenance(result, "option.table"), table);
    for (int32_t i = 0; i < count; i++)
        look_at_option(options, i, asked, result);
    ck_assert_str_eq(samen_table_provenance(result, "seed"), "1");
    ck_assert_str_eq(samen_table_provenance(result, "organisations"), "4");
    ck_assert_ptr_nonnull(strstr(samen_table_provenance(result, "view"), "min_weight=0.5"));
    samen_table_free(options);
    samen_table_free(measures);
}

TEST(every_table_tells_all_effective_options) {
    samen_view *view =
        see(build_grouped("A-B B>C C-D", "sector", "A=GOV B=VOL C=GOV"), "min_weight=0.5");
    every_table(view, "sector", look_at_provenance);
    samen_view_free(view);
}
END

TEST(the_seed_that_was_given_is_told) {
    samen_view *view = see(build("A-B"), "");
    const samen_run run = {.struct_size = sizeof run, .seed = UINT64_MAX};
    samen_table *table = NULL;
    OK(samen_measure(view, "centrality.degree", NULL, &run, &table, error));
    ck_assert_str_eq(samen_table_provenance(table, "seed"), "18446744073709551615");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* ---- Wrong options by name --------------------------------------------------------------------------- */

/* The call by name fails, blames the options and hands nothing out. */
static void refuse_option(const samen_view *view, const char *name, const char *options,
                          samen_status expected) {
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status status = samen_measure(view, name, options, NULL, &table, &error);
    ck_assert_msg(status == expected, "%s of %s: %s, %s", options, name, samen_status_name(status),
                  error.message);
    ck_assert_int_eq(error.code, expected);
    ck_assert_msg(error.argument == 3, "%s of %s blames argument %d: %s", options, name,
                  error.argument, error.message);
    ck_assert_int_eq(samen_measure(view, name, options, NULL, &table, NULL), expected);
    ck_assert_ptr_null(table);
}

/* Values that an option of a type cannot have. */
static const struct {
    const char *type;
    const char *values[8];
} wrong_values[] = {
    {"yes-no", {"maybe", "2", "TRUE", "\"\"", "-1"}},
    {"choice", {"nonsense", "0", "\"\"", "ORGANISATION"}},
    {"count", {"1.5", "many", "1e3", "\"\"", "9223372036854775808", "-9223372036854775808"}},
    {"number", {"nan", "inf", "-inf", "0,9", "\"\"", "high", "1e400"}},
};

/* Just outside of an option's bounds. */
static void refuse_beyond(const samen_view *view, const char *name, const char *group,
                          const samen_table *options, int64_t row) {
    double step = strcmp(cell_text(options, row, "type"), "count") == 0 ? 1 : 0.001;
    const double beyond[] = {cell_number(options, row, "minimum") - step,
                             cell_number(options, row, "maximum") + step};
    for (int i = 0; i < 2; i++) {
        char text[128];
        snprintf(text, sizeof text, "%s%s=%.17g", group, cell_text(options, row, "option"),
                 beyond[i]);
        refuse_option(view, name, text, SAMEN_ERR_ARGUMENT);
    }
}

/* With a table that wants no group, unless the measure cannot do without one. */
static void refuse_values(const samen_view *view, const samen_table *options, int64_t row) {
    const char *name = cell_text(options, row, "measure");
    const char *option = cell_text(options, row, "option"), *type = cell_text(options, row, "type");
    const char *group = strcmp(name, "brokerage.roles") == 0 ? "group=sector; " : "";
    for (size_t i = 0; i < sizeof wrong_values / sizeof wrong_values[0]; i++) {
        for (int v = 0; v < 8 && wrong_values[i].values[v]; v++) {
            char text[128];
            if (strcmp(wrong_values[i].type, type) != 0)
                continue;
            snprintf(text, sizeof text, "%s%s=%s", group, option, wrong_values[i].values[v]);
            refuse_option(view, name, text, SAMEN_ERR_ARGUMENT);
        }
    }
    if (!cell_is_null(options, row, "minimum"))
        refuse_beyond(view, name, group, options, row);
}

TEST(every_option_refuses_what_it_cannot_be) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    samen_table *options = NULL;
    int seen = 0;
    OK(samen_describe_options(NULL, &options, error));
    for (int64_t row = 0; row < samen_table_rows(options); row++) {
        const char *type = cell_text(options, row, "type");
        refuse_values(view, options, row);
        for (size_t i = 0; i < sizeof wrong_values / sizeof wrong_values[0]; i++)
            seen |= strcmp(type, wrong_values[i].type) == 0 ? 1 << i : 0;
    }
    ck_assert_int_eq(seen, 15);
    samen_table_free(options);
    samen_view_free(view);
}
END

TEST(options_by_name_blame_the_text_of_options) {
    static const struct {
        const char *measure, *options;
        samen_status status;
    } cases[] = {
        {"composition.forms", "table=group", SAMEN_ERR_ARGUMENT},
        {"composition.forms", "table=group-pair", SAMEN_ERR_ARGUMENT},
        {"composition.forms", "table=group; group=none", SAMEN_ERR_UNKNOWN},
        {"composition.contrast", "a=nonsense", SAMEN_ERR_UNKNOWN},
        {"composition.contrast", "b=nonsense", SAMEN_ERR_UNKNOWN},
        {"composition.contrast", "a=action; b=action,learning", SAMEN_ERR_ARGUMENT},
        {"cohesion.density", "level=0.49", SAMEN_ERR_ARGUMENT},
        {"composition.contrast", "level=0.49", SAMEN_ERR_ARGUMENT},
        {"cohesion.density", "table=group", SAMEN_ERR_ARGUMENT},
        {"cohesion.density", "table=group; group=none", SAMEN_ERR_UNKNOWN},
        {"brokerage.roles", "", SAMEN_ERR_ARGUMENT},
        {"brokerage.roles", "group=none", SAMEN_ERR_UNKNOWN},
        {"brokerage.roles", "group=\"\"", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "table", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "table=form; table=network", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "tabel=form", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "nothing like it=1", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "table=\"form", SAMEN_ERR_ARGUMENT},
        {"centrality.degree", "table=\xff", SAMEN_ERR_ARGUMENT},
    };
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        refuse_option(view, cases[i].measure, cases[i].options, cases[i].status);
    samen_view_free(view);
}
END

/* ---- Wrong arguments of the typed functions --------------------------------------------------------- */

/* The eight of them, seen alike. */
typedef samen_status (*typed)(const samen_view *, const void *, const samen_run *, samen_table **,
                              samen_error *);

#define TYPED(NAME)                                                                                \
    static samen_status call_##NAME(const samen_view *view, const void *options,                   \
                                    const samen_run *run, samen_table **out, samen_error *error) { \
        return samen_##NAME(view, options, run, out, error);                                       \
    }
TYPED(composition_forms)
TYPED(composition_contrast)
TYPED(cohesion_density)
TYPED(cohesion_components)
TYPED(centrality_degree)
TYPED(brokerage_betweenness)
TYPED(brokerage_holes)
TYPED(brokerage_roles)

static const struct {
    const char *name;
    typed call;
    size_t size;
    uint32_t tables;
} measures[] = {
    {"composition.forms", call_composition_forms, sizeof(samen_composition_forms_options), 8},
    {"composition.contrast", call_composition_contrast, sizeof(samen_composition_contrast_options),
     1},
    {"cohesion.density", call_cohesion_density, sizeof(samen_cohesion_density_options), 3},
    {"cohesion.components", call_cohesion_components, sizeof(samen_cohesion_components_options), 4},
    {"centrality.degree", call_centrality_degree, sizeof(samen_centrality_degree_options), 3},
    {"brokerage.betweenness", call_brokerage_betweenness,
     sizeof(samen_brokerage_betweenness_options), 5},
    {"brokerage.holes", call_brokerage_holes, sizeof(samen_brokerage_holes_options), 2},
    {"brokerage.roles", call_brokerage_roles, sizeof(samen_brokerage_roles_options), 3},
};

enum { MEASURES = sizeof measures / sizeof measures[0] };

/* Options that are all right, in a block with zeros behind. */
typedef union any_options {
    struct {
        uint32_t struct_size, table;
    } head;
    samen_brokerage_roles_options roles;
    unsigned char bytes[256];
} any_options;

static any_options right_options(int which) {
    any_options options = {.bytes = {0}};
    options.head.struct_size = (uint32_t)measures[which].size;
    if (measures[which].call == call_brokerage_roles)
        options.roles.group = "sector";
    return options;
}

TEST(the_list_of_measures_is_complete) {
    samen_table *all = NULL;
    OK(samen_describe(&all, error));
    ck_assert_int_eq(samen_table_rows(all), MEASURES);
    for (int64_t row = 0; row < MEASURES; row++)
        ck_assert_str_eq(cell_text(all, row, "measure"), measures[row].name);
    samen_table_free(all);
}
END

TEST(typed_functions_blame_the_argument_by_its_number) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    samen_run negative = {.struct_size = sizeof negative, .threads = -1};
    samen_run crowded = {.struct_size = sizeof crowded, .threads = 1025};
    samen_run shapeless = {.threads = 1};
    for (int i = 0; i < MEASURES; i++) {
        typed call = measures[i].call;
        samen_table *table = NULL;
        any_options options = right_options(i);
        OK(call(view, &options, NULL, &table, error));
        samen_table_free(table);
        table = NULL;
        REFUSES(1, "view is NULL", call(NULL, &options, NULL, &table, error));
        REFUSES(3, "threads is -1", call(view, &options, &negative, &table, error));
        REFUSES(3, "threads is 1025", call(view, &options, &crowded, &table, error));
        REFUSES(3, "struct_size of the samen_run is 0",
                call(view, &options, &shapeless, &table, error));
        REFUSES(4, "out is NULL", call(view, &options, NULL, NULL, error));
        options.head.table = measures[i].tables;
        REFUSES(2, "option table of", call(view, &options, NULL, &table, error));
        options.head.table = UINT32_MAX;
        REFUSES(2, "option table of", call(view, &options, NULL, &table, error));
        ck_assert_ptr_null(table);
    }
    samen_view_free(view);
}
END

TEST(option_structs_of_other_versions_are_understood_or_refused) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    for (int i = 0; i < MEASURES; i++) {
        typed call = measures[i].call;
        samen_table *table = NULL;
        any_options options = right_options(i);
        options.head.struct_size = 0;
        REFUSES(2, "_options is 0; set it to sizeof the struct",
                call(view, &options, NULL, &table, error));
        options.head.struct_size = 3;
        REFUSES(2, "struct_size", call(view, &options, NULL, &table, error));
        options.head.struct_size = UINT32_MAX;
        REFUSES(2, "struct_size", call(view, &options, NULL, &table, error));
        options.head.struct_size = sizeof options;
        OK(call(view, &options, NULL, &table, error));
        samen_table_free(table);
        table = NULL;
        options.bytes[sizeof options - 1] = 1;
        REFUSES(2, "sets a field that this version", call(view, &options, NULL, &table, error));
        ck_assert_ptr_null(table);
    }
    samen_view_free(view);
}
END

/* Field by field, what a number cannot be. */
TEST(typed_options_refuse_what_they_cannot_be) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    static const double levels[] = {0.4999, 0.99995, 1, -0.95, NAN, INFINITY};
    static const int64_t draws[] = {-2, 1000001, INT64_MIN, INT64_MAX};
    samen_composition_contrast_options contrast = {.struct_size = sizeof contrast};
    samen_cohesion_density_options density = {.struct_size = sizeof density};
    samen_brokerage_betweenness_options between = {.struct_size = sizeof between};
    samen_brokerage_holes_options holes = {.struct_size = sizeof holes};
    samen_brokerage_roles_options roles = {.struct_size = sizeof roles, .group = "sector"};
    samen_table *table = NULL;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        contrast.level = density.level = levels[i];
        REFUSES(2, "level", samen_composition_contrast(view, &contrast, NULL, &table, error));
        REFUSES(2, "level", samen_cohesion_density(view, &density, NULL, &table, error));
    }
    contrast.level = density.level = 0;
    for (size_t i = 0; i < sizeof draws / sizeof draws[0]; i++) {
        contrast.draws = density.draws = roles.draws = draws[i];
        REFUSES(2, "draws", samen_composition_contrast(view, &contrast, NULL, &table, error));
        REFUSES(2, "draws", samen_cohesion_density(view, &density, NULL, &table, error));
        REFUSES(2, "draws", samen_brokerage_roles(view, &roles, NULL, &table, error));
    }
    between.weighted = holes.weighted = 2;
    REFUSES(2, "weighted", samen_brokerage_betweenness(view, &between, NULL, &table, error));
    REFUSES(2, "weighted", samen_brokerage_holes(view, &holes, NULL, &table, error));
    between.weighted = holes.weighted = 0;
    between.distance = 3;
    holes.model = 2;
    REFUSES(2, "distance", samen_brokerage_betweenness(view, &between, NULL, &table, error));
    REFUSES(2, "model", samen_brokerage_holes(view, &holes, NULL, &table, error));
    density = (samen_cohesion_density_options){.struct_size = sizeof density,
                                               .table = SAMEN_DENSITY_GROUP};
    REFUSES(2, "needs the option group",
            samen_cohesion_density(view, &density, NULL, &table, error));
    density.group = "\xff";
    REFUSES(2, "not valid UTF-8", samen_cohesion_density(view, &density, NULL, &table, error));
    density.group = "";
    REFUSES(2, "needs the option group",
            samen_cohesion_density(view, &density, NULL, &table, error));
    samen_composition_forms_options forms = {.struct_size = sizeof forms,
                                             .table = SAMEN_FORMS_GROUP_PAIR};
    REFUSES(2, "needs the option group",
            samen_composition_forms(view, &forms, NULL, &table, error));
    contrast = (samen_composition_contrast_options){
        .struct_size = sizeof contrast, .a = "action", .b = "learning, action"};
    REFUSES(2, "both sides", samen_composition_contrast(view, &contrast, NULL, &table, error));
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

/* -1 asks for no draws, since 0 is the default. */
TEST(draws_of_minus_one_are_none_and_of_zero_the_default) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=GOV B=VOL"), "");
    static const int64_t given[] = {-1, 0, 7}, effective[] = {0, 1000, 7};
    for (int i = 0; i < 3; i++) {
        samen_cohesion_density_options options = {.struct_size = sizeof options, .draws = given[i]};
        samen_table *table = NULL;
        OK(samen_cohesion_density(view, &options, NULL, &table, error));
        ck_assert_double_eq(cell_number(table, 0, "draws"), (double)effective[i]);
        ck_assert_int_eq(atoi(samen_table_provenance(table, "option.draws")), (int)effective[i]);
        samen_table_free(table);
    }
    samen_view_free(view);
}
END

SUITE("measures/measure", awkward_networks_have_finite_numbers_and_explained_gaps,
      a_note_names_the_columns_that_are_empty_for_a_reason,
      nobody_has_no_rows_and_the_network_has_some, every_table_tells_what_the_view_leaves_out,
      every_table_tells_all_effective_options, the_seed_that_was_given_is_told,
      every_option_refuses_what_it_cannot_be, options_by_name_blame_the_text_of_options,
      the_list_of_measures_is_complete, typed_functions_blame_the_argument_by_its_number,
      option_structs_of_other_versions_are_understood_or_refused,
      typed_options_refuse_what_they_cannot_be, draws_of_minus_one_are_none_and_of_zero_the_default)
