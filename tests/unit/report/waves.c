/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/waves.h"

#include "../io/folder.h"
#include "build.h"

/* The labels of the waves of a data set, parted by blanks; to be freed. */
static char *labels_of(const char *ties, const char *options) {
    const file files[MOST_FILES] = {{"organisations.csv", "id\na\nb\nc\nd\n"}, {"ties.csv", ties}};
    samen_view *view = see(read_files(files), options);
    samen__waves waves;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    samen__waves_find(view, &waves);
    for (int32_t i = 0; i < waves.count; i++)
        fprintf(out, "%s%s", i ? " " : "", waves.wave[i].label);
    fclose(out);
    samen_view_free(view);
    return text;
}

#define ROWS "from,to,form,start,end\n"

/* Oracle: the rule, by hand. */
TEST(waves_are_two_to_eight_periods_that_do_not_overlap) {
    static const struct {
        const char *what, *ties, *options, *labels;
    } cases[] = {
        {"two years, the later first",
         ROWS "a,b,action,2024-01-01,2025-01-01\nb,c,action,2022-01-01,2023-01-01\n"
              "c,d,action,2022-01-01,2023-01-01\n",
         "", "2022 2024"},
        {"one that ends when the other begins",
         ROWS "a,b,action,2022-09-01,2023-09-01\nb,c,action,2023-09-01,2024-09-01\n", "",
         "2022-09-01..2023-09-01 2023-09-01..2024-09-01"},
        {"ties without dates are in each",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2024-01-01,2025-01-01\nc,d,action,,\n",
         "", "2022 2024"},
        {"one period", ROWS "a,b,action,2022-01-01,2023-01-01\n", "", ""},
        {"no dates", ROWS "a,b,action,,\n", "", ""},
        {"they overlap",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2022-12-31,2024-01-01\n", "", ""},
        {"one is within the other",
         ROWS "a,b,action,2022-01-01,2024-01-01\nb,c,action,2023-01-01,2023-06-01\n", "", ""},
        {"the wider one comes later",
         ROWS "b,c,action,2023-01-01,2023-06-01\na,b,action,2022-01-01,2024-01-01\n", "", ""},
        {"they begin together and end apart",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2022-01-01,2024-01-01\n", "", ""},
        {"one has no end", ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2024-01-01,\n", "",
         ""},
        {"one has no start", ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,,2020-01-01\n", "",
         ""},
        {"the view shows one of them",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2024-01-01,2025-01-01\n",
         "from=2023-06-01", ""},
        {"the form of one is not shown",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,learning,2024-01-01,2025-01-01\n",
         "forms=action", ""},
        {"the one that overlaps is not shown",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2024-01-01,2025-01-01\n"
              "c,d,learning,2021-01-01,2026-01-01\n",
         "forms=action", "2022 2024"},
        {"the one that overlaps ties somebody to itself",
         ROWS "a,b,action,2022-01-01,2023-01-01\nb,c,action,2024-01-01,2025-01-01\n"
              "c,c,action,2021-01-01,2026-01-01\n",
         "", "2022 2024"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *labels = labels_of(cases[i].ties, cases[i].options);
        ck_assert_msg(strcmp(labels, cases[i].labels) == 0, "%s: \"%s\"", cases[i].what, labels);
        free(labels);
    }
}
END

static char *years(int count) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    fputs(ROWS, out);
    for (int i = 0; i < count; i++)
        fprintf(out, "a,b,action,%d-01-01,%d-01-01\n", 2010 + i * 7 % count, 2011 + i * 7 % count);
    fclose(out);
    return text;
}

TEST(eight_years_are_waves_and_nine_are_not) {
    char *eight = years(8), *nine = years(9);
    char *labels = labels_of(eight, ""), *none = labels_of(nine, "");
    ck_assert_str_eq(labels, "2010 2011 2012 2013 2014 2015 2016 2017");
    ck_assert_str_eq(none, "");
    free(eight);
    free(nine);
    free(labels);
    free(none);
}
END

TEST(partnerships_have_waves_where_there_are_no_ties) {
    static const file files[MOST_FILES] = {
        {"partnerships.csv", "id,form,start,end\np,action,2022-01-01,2023-01-01\n"
                             "q,action,2023-01-01,2024-01-01\nempty,action,2000-01-01,\n"},
        {"memberships.csv", "partnership,organisation\np,a\np,b\nq,a\nq,c\n"}};
    samen_view *view = see(read_files(files), "");
    samen__waves waves;
    samen__waves_find(view, &waves);
    ck_assert_int_eq(waves.count, 2);
    ck_assert_str_eq(waves.wave[1].label, "2023");
    samen_view_free(view);
}
END

SUITE("report/waves", waves_are_two_to_eight_periods_that_do_not_overlap,
      eight_years_are_waves_and_nine_are_not, partnerships_have_waves_where_there_are_no_ties)
