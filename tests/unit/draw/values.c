/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/values.h"

#include "build.h"
#include "draw/registry.h"

static samen__draw_call call_on(const samen_view *view) {
    return (samen__draw_call){.drawing = &samen__drawing_distribution,
                              .view = view,
                              .argument = 3,
                              .run = {.threads = 1, .seed = 1, .to = 1}};
}

TEST(values_are_those_of_the_measure_and_undefined_ones_are_none) {
    samen_view *view = see(build("A-B B-C D"), "");
    const samen__draw_call call = call_on(view);
    samen_table *holes = measure(view, "brokerage.holes", "");
    samen__values values;
    OK(samen__values_make(&call, "of", "degree", "x", &values, error));
    ck_assert_str_eq(values.name, "degree");
    ck_assert_int_eq(values.whole, 1);
    ck_assert_double_eq(values.largest, 2);
    ck_assert_double_eq(values.value[1], 2);
    samen__values_free(&values);
    OK(samen__values_make(&call, "of", "brokerage.holes:constraint", "x", &values, error));
    ck_assert_int_eq(values.whole, 0);
    for (int v = 0; v < 3; v++)
        ck_assert_double_eq(values.value[v], cell_number(holes, v, "constraint"));
    ck_assert(isnan(values.value[3]));
    samen__values_free(&values);
    samen_table_free(holes);
    samen_view_free(view);
}
END

TEST(what_has_no_values_of_organisations_is_refused) {
    static const char *const cases[][2] = {
        {"degrees", "it is not of that shape; give x, or MEASURE:COLUMN"},
        {":degree", "it is not of that shape"},
        {"centrality.degree:", "it is not of that shape"},
        {"centrality.degree:degres", "the measure has no such column"},
        {"centrality.degree:name", "the column has no numbers"},
        {"composition.contrast:a", "the measure is not one of organisations"}};
    samen_view *view = see(build("A-B"), "");
    const samen__draw_call call = call_on(view);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__values values;
        samen_error failed = {0};
        ck_assert_int_eq(samen__values_make(&call, "of", cases[i][0], "x", &values, &failed),
                         SAMEN_ERR_ARGUMENT);
        ck_assert_int_eq(failed.argument, 3);
        ck_assert_msg(strstr(failed.message, cases[i][1]) != NULL, "%s", failed.message);
        samen__values_free(&values);
    }
    samen__values values;
    FAILS(SAMEN_ERR_UNKNOWN, "the nearest is \"centrality.degree\"",
          samen__values_make(&call, "of", "centrality.degre:degree", "x", &values, error));
    samen__values_free(&values);
    samen_view_free(view);
}
END

SUITE("values of organisations", values_are_those_of_the_measure_and_undefined_ones_are_none,
      what_has_no_values_of_organisations_is_refused)
