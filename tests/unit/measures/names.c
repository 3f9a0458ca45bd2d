/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that scripts, spreadsheets and bindings rely on. A column that is renamed fails here. */
#define _GNU_SOURCE
#include "every.h"

/* Where a reader looks for it: in the table that comes without asking, or in the one of that name. */
static const struct {
    const char *measure, *table, *columns;
} places[] = {
    {"composition.forms", "",
     "form ties weight pairs partnerships share_of_ties share_of_weight share_of_pairs "
     "share_of_partnerships"},
    {"composition.forms", "organisation",
     "organisation form ties weight pairs partnerships share_of_ties share_of_weight share_of_pairs "
     "share_of_partnerships"},
    {"composition.forms", "group", "group form ties weight pairs partnerships share_of_ties"},
    {"composition.contrast", "", "estimate std_error lower upper draws"},
    {"cohesion.density", "", "form density ties std_error lower upper draws"},
    {"cohesion.density", "group", "group density ties std_error lower upper draws"},
    {"cohesion.components", "", "organisation cutpoint component"},
    {"centrality.degree", "", "organisation degree in_degree out_degree strength"},
    {"centrality.degree", "form", "organisation form degree in_degree out_degree strength"},
    {"brokerage.betweenness", "", "organisation betweenness betweenness_normalised"},
    {"brokerage.betweenness", "tie", "betweenness betweenness_normalised"},
    {"brokerage.holes", "", "organisation constraint effective_size efficiency hierarchy"},
    {"brokerage.holes", "dyad", "organisation constraint"},
    {"brokerage.roles", "",
     "organisation group coordinator itinerant representative gatekeeper liaison total"},
    {"brokerage.roles", "significance", "organisation group draws"},
};

static samen_table *look_up(const samen_view *view, const char *measure_name, const char *table) {
    char options[96];
    snprintf(options, sizeof options, "%s%s%s", *table ? "table=" : "", table,
             strstr(table, "group") || strcmp(measure_name, "brokerage.roles") == 0
                 ? "; group=sector"
                 : "");
    return measure(view, measure_name, options);
}

TEST(columns_have_the_names_that_others_rely_on) {
    samen_view *view = see(build_grouped("A-B B>C:action D", "sector", "A=g B=g C=h"), "");
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        samen_table *table = look_up(view, places[i].measure, places[i].table);
        char *names = strdup(places[i].columns), *rest = NULL;
        for (char *name = strtok_r(names, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
            ck_assert_msg(samen_table_find(table, name) >= 0, "%s %s has no column %s",
                          places[i].measure, places[i].table, name);
        /* Where rows are organisations, the key comes first. */
        if (strncmp(places[i].columns, "organisation", 12) == 0)
            ck_assert_int_eq(samen_table_find(table, "organisation"), 0);
        free(names);
        samen_table_free(table);
    }
    samen_view_free(view);
}
END

/* By organisation; by form for the forms; the whole network first for density. */
TEST(the_table_that_comes_without_asking_is_the_stated_one) {
    static const char *const defaults[][2] = {
        {"composition.forms", "form"},         {"composition.contrast", "basis"},
        {"cohesion.density", "form"},          {"cohesion.components", "organisation"},
        {"centrality.degree", "organisation"}, {"brokerage.betweenness", "organisation"},
        {"brokerage.holes", "organisation"},   {"brokerage.roles", "organisation"},
    };
    samen_view *view = see(build_grouped("A-B B-C", "sector", "A=g B=g C=h"), "");
    for (int i = 0; i < 8; i++) {
        samen_table *table = look_up(view, defaults[i][0], "");
        ck_assert_str_eq(samen_table_provenance(table, "option.table"), defaults[i][1]);
        if (strcmp(defaults[i][1], "organisation") == 0)
            ck_assert_int_eq(samen_table_rows(table), 3);
        samen_table_free(table);
    }
    samen_table *density = look_up(view, "cohesion.density", "");
    samen_table *forms = look_up(view, "composition.forms", "");
    ck_assert_str_eq(cell_text(density, 0, "form"), "all");
    ck_assert_str_eq(cell_text(forms, 0, "form"), "all");
    samen_table_free(density);
    samen_table_free(forms);
    samen_view_free(view);
}
END

/* A ring in which the strong way and the short way differ. */
TEST(weighted_true_asks_for_the_weighted_variant) {
    static const char *const measures[][2] = {{"brokerage.betweenness", "betweenness"},
                                              {"brokerage.holes", "constraint"}};
    samen_view *view = see(build("A-B*9 B-C*9 C-D*2 D-A"), "");
    for (int i = 0; i < 2; i++) {
        samen_table *plain = measure(view, measures[i][0], "");
        samen_table *asked = measure(view, measures[i][0], "weighted=true");
        samen_table *refused = measure(view, measures[i][0], "weighted=false");
        ck_assert_double_ne(cell_number(plain, 0, measures[i][1]),
                            cell_number(asked, 0, measures[i][1]));
        ck_assert_double_eq(cell_number(plain, 0, measures[i][1]),
                            cell_number(refused, 0, measures[i][1]));
        samen_table_free(plain);
        samen_table_free(asked);
        samen_table_free(refused);
    }
    samen_view_free(view);
}
END

/* An isolate has no constraint. */
TEST(undefined_is_an_empty_cell_in_csv_and_null_in_json) {
    samen_view *view = see(build("A-B C"), "");
    samen_table *table = measure(view, "brokerage.holes", "");
    samen_table_options json = {.struct_size = sizeof json, .format = SAMEN_FORMAT_JSON};
    char *csv = table_csv(table), *text = NULL;
    OK(samen_table_format(table, &json, &text, NULL, error));
    ck_assert_msg(strstr(csv, "\nC,C,,,,,0\n") != NULL, "%s", csv);
    ck_assert_msg(strstr(text, "\"constraint\": null") || strstr(text, "\"constraint\":null"), "%s",
                  text);
    ck_assert_ptr_null(strcasestr(csv, "nan"));
    ck_assert_ptr_null(strcasestr(csv, "null"));
    samen_free(csv);
    samen_free(text);
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/names", columns_have_the_names_that_others_rely_on,
      the_table_that_comes_without_asking_is_the_stated_one,
      weighted_true_asks_for_the_weighted_variant,
      undefined_is_an_empty_cell_in_csv_and_null_in_json)
