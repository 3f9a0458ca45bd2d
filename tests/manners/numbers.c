/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hosts that have set up the processor's arithmetic for themselves: traps, another rounding, no denormal numbers.
 * Results do not depend on it, and it stays as it was. */
#define _GNU_SOURCE
#include <fenv.h>
#include <float.h>

#include "build.h"
#include "doings.h"
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

static const char *const networks[] = {"",
                                       "A",
                                       "A B",
                                       "A-B",
                                       "A>B",
                                       "A-B:action*2 B>C:consultation D",
                                       "A-B*1e300 B-C*1e-300 C-A*3",
                                       "A-B*5e-324 B-C*1e-310 C-D*2e-308",
                                       "A>B A>C A>D A>E B>A",
                                       "A-B C-D E-F G"};

enum { NETWORKS = sizeof networks / sizeof networks[0] };

/* Made beforehand: the weights above are read by the C library, which rounds as the host says. */
static samen_network *made[NETWORKS];

static void prepare(void) {
    for (int n = 0; n < NETWORKS; n++)
        made[n] = build(networks[n]);
}

static void clear(void) {
    for (int n = 0; n < NETWORKS; n++)
        samen_network_free(made[n]);
}

/* Every call, and every table of small networks at the edge of what is defined, as one text. */
static char *everything(void) {
    char *whole = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&whole, &length);
    scene s = scene_make();
    for (int i = 0; i < doings_count; i++) {
        samen_error error = {0};
        samen_status status = doings[i].go(&s, NULL, &error);
        fprintf(out, "%s: %s\n", doings[i].name, samen_status_name(status));
    }
    char *tables = all_tables_on(s.view, 2);
    fputs(tables, out);
    free(tables);
    scene_clear(&s);
    static table_call calls[MOST_CALLS];
    const samen_run alone = {.struct_size = sizeof alone, .threads = 1};
    int count = all_calls(calls, "group", 20, 1);
    for (int n = 0; n<NETWORKS; n += SAMEN_THINNED> 1 ? 2 : 1) {
        samen_view *view = see(samen_network_retain(made[n]), "");
        for (int i = 0; i < count; i++) {
            samen_table *table = NULL;
            samen_error error = {0};
            (void)samen_measure(view, calls[i].measure, calls[i].options, &alone, &table, &error);
            char *csv = table ? table_csv(table) : NULL;
            fprintf(out, "%s %s\n%s%s\n", networks[n], calls[i].options, csv ? csv : "",
                    error.message);
            samen_free(csv);
            samen_table_free(table);
        }
        samen_view_free(view);
    }
    fclose(out);
    return whole;
}

/* The first line in which two texts differ. */
static void same_lines(const char *text, const char *expected) {
    const char *line = expected;
    for (size_t i = 0; text[i] || expected[i]; i++) {
        ck_assert_msg(text[i] == expected[i], "\"%.200s\" is not \"%.200s\"",
                      text + (line - expected), line);
        if (expected[i] == '\n')
            line = expected + i + 1;
    }
}

TEST(a_host_that_traps_is_not_trapped) {
    prepare();
    char *expected = everything();
    const int traps = FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW;
    feclearexcept(FE_ALL_EXCEPT);
    feenableexcept(traps);
    char *text = everything();
    ck_assert_int_eq(fegetexcept(), traps);
    fedisableexcept(traps);
    same_lines(text, expected);
    free(text);
    free(expected);
    clear();
}
END

/* What is refused is refused: not by a trap. */
TEST(numbers_that_are_none_are_refused_where_they_would_trap) {
    const double none[] = {NAN, HUGE_VAL, -HUGE_VAL, 0, -1, -5e-324};
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "b", NULL, NULL, error));
    feenableexcept(FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        int64_t from = 0, to = 1;
        int32_t form = 0;
        samen_status one =
            samen_builder_add_tie(builder, "a", "b", "action", none[i], NULL, NULL, NULL);
        samen_status many =
            samen_builder_add_ties(builder, 1, &from, &to, &form, &none[i], 0, NULL);
        ck_assert_int_eq(one, SAMEN_ERR_VALUE);
        ck_assert_int_eq(many, SAMEN_ERR_VALUE);
    }
    ck_assert_int_eq(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 0, "staff", NAN, NULL),
                     SAMEN_ERR_ARGUMENT);
    fedisableexcept(FE_ALL_EXCEPT);
    samen_builder_free(builder);
}
END

TEST(the_hosts_rounding_is_not_ours) {
    static const int roundings[] = {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    prepare();
    char *expected = everything();
    for (int i = 0; i < 3; i++) {
        fesetround(roundings[i]);
        char *text = everything();
        ck_assert_int_eq(fegetround(), roundings[i]);
        fesetround(FE_TONEAREST);
        same_lines(text, expected);
        free(text);
    }
    free(expected);
    clear();
}
END

#if defined(__x86_64__)
TEST(a_host_without_denormal_numbers_gets_them) {
    prepare();
    char *expected = everything();
    unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040); /* results that are denormal become 0, and so do operands */
    char *text = everything();
    ck_assert_int_eq((_mm_getcsr() & 0x8040), 0x8040);
    _mm_setcsr(before);
    same_lines(text, expected);
    free(text);
    free(expected);
    clear();
}
END
#else
#define a_host_without_denormal_numbers_gets_them the_hosts_rounding_is_not_ours
#endif

SUITE("manners/numbers", a_host_that_traps_is_not_trapped,
      numbers_that_are_none_are_refused_where_they_would_trap, the_hosts_rounding_is_not_ours,
      a_host_without_denormal_numbers_gets_them)
