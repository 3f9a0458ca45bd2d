/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/registry_words.h"

#include "measures/registry.h"
#include "suite.h"

static const samen__measure *find(const char *name) {
    return samen__registry_find(name, 1, NULL);
}

TEST(every_measure_has_a_title_and_a_summary_in_dutch) {
    for (int i = 0; samen__registry[i]; i++) {
        const samen__measure *m = samen__registry[i];
        ck_assert_msg(strcmp(samen__measure_title_in(SAMEN_LANGUAGE_NL, m), m->title) != 0,
                      "%s has no title in Dutch", m->name);
        ck_assert_msg(strcmp(samen__measure_summary_in(SAMEN_LANGUAGE_NL, m), m->summary) != 0,
                      "%s has no summary in Dutch", m->name);
    }
}
END

TEST(every_reason_for_an_empty_cell_is_there_in_dutch) {
    int reasons = 0;
    for (int i = 0; samen__registry[i]; i++) {
        const samen__measure *m = samen__registry[i];
        for (int c = 0; c < m->columns; c++) {
            const char *reason = m->column[c].undefined;
            if (reason && ++reasons)
                ck_assert_msg(samen__reason_in(SAMEN_LANGUAGE_NL, reason) != reason,
                              "\"%s\" is not there in Dutch", reason);
        }
    }
    ck_assert_int_gt(reasons, 40);
}
END

TEST(english_is_what_the_registry_says) {
    const samen__measure *m = find("brokerage.roles");
    ck_assert_ptr_eq(samen__measure_title_in(SAMEN_LANGUAGE_EN, m), m->title);
    ck_assert_ptr_eq(samen__measure_summary_in(SAMEN_LANGUAGE_EN, m), m->summary);
    ck_assert_str_eq(samen__reason_in(SAMEN_LANGUAGE_EN, "there is no pair"), "there is no pair");
    ck_assert_str_eq(samen__reason_in(SAMEN_LANGUAGE_NL, "a new reason"), "a new reason");
}
END

SUITE("words of the registry", every_measure_has_a_title_and_a_summary_in_dutch,
      every_reason_for_an_empty_cell_is_there_in_dutch, english_is_what_the_registry_says)
