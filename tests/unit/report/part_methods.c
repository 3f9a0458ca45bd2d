/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/parts.h"

#include "paper.h"

/* Tables of two measures, of one of them several. */
static void begin_methods(samen__document *d, uint32_t language) {
    begin(d, see(build_grouped("A-B:action B-C", "sector", "A=x B=x C=y"), "direction=either"),
          language);
    samen__document_measure(d, "brokerage.roles", "group=sector; draws=20; table=network");
    samen__document_measure(d, "brokerage.roles", "group=sector; draws=20");
    samen__document_measure(d, "composition.forms", "%s", "");
    samen__document_measure(d, "composition.forms", "group=sector; table=group");
    samen__part_methods(d);
}

TEST(every_measure_that_was_used_is_told_once) {
    samen__document d;
    begin_methods(&d, SAMEN_LANGUAGE_EN);
    markup m = last_page_of(&d);
    int methods = element_with(&m, "id", "methods");
    ck_assert_int_eq(count_inside(&m, methods, "dt"), 2);
    ck_assert_str_eq(nth_inside(&m, methods, "dt", 0)->text,
                     "Forms of collaboration (composition.forms)");
    ck_assert_str_eq(nth_inside(&m, methods, "dt", 1)->text, "Brokerage roles (brokerage.roles)");
    markup_free(&m);
}
END

TEST(options_are_those_that_were_used) {
    samen__document d;
    begin_methods(&d, SAMEN_LANGUAGE_EN);
    ck_assert_str_eq(d.block[d.part[d.parts - 1].first].text,
                     "Counts, weights, tied pairs and partnerships by form, with shares and "
                     "diversity. Options: group sector. After: Frey et al. 2006, doi "
                     "10.1177/1098214006290356; Agresti and Agresti 1978, doi 10.2307/270810.");
    ck_assert_ptr_nonnull(strstr(d.block[d.part[d.parts - 1].first + 1].text,
                                 "Options: group sector, draws 20. After: Gould"));
    samen__document_free(&d);
}
END

TEST(sources_are_links) {
    samen__document d;
    begin_methods(&d, SAMEN_LANGUAGE_EN);
    markup m = last_page_of(&d);
    int methods = element_with(&m, "id", "methods");
    ck_assert_str_eq(value_of(nth_inside(&m, methods, "a", 2), "href"),
                     "https://doi.org/10.2307/270949");
    markup_free(&m);
}
END

TEST(our_own_sentences_are_in_the_language_of_the_report) {
    samen__document d;
    begin_methods(&d, SAMEN_LANGUAGE_NL);
    const samen__part *part = &d.part[d.parts - 1];
    ck_assert_str_eq(part->heading, "Methoden en bronnen");
    ck_assert_str_eq(d.block[part->first].term, "Vormen van samenwerking (composition.forms)");
    ck_assert_ptr_nonnull(strstr(d.block[part->first].text, "Opties: group sector. Naar: Frey"));
    ck_assert_ptr_nonnull(strstr(d.block[part->first + 2].text, "Berekend door samen"));
    samen__document_free(&d);
}
END

TEST(seed_versions_and_view_are_told) {
    samen__document d;
    samen_run run = {.struct_size = sizeof run, .seed = 77};
    begin(&d, see(build("A-B"), "direction=either"), SAMEN_LANGUAGE_EN);
    d.run = &run;
    samen__document_measure(&d, "composition.forms", "%s", "");
    d.run = NULL;
    samen__part_methods(&d);
    const samen__block *settings = &d.block[d.part[d.parts - 1].first + 1];
    ck_assert_ptr_nonnull(strstr(settings[0].text, "seed 77"));
    ck_assert_ptr_nonnull(strstr(settings[0].text, samen_version()));
    ck_assert_ptr_nonnull(strstr(settings[0].text, samen_version_igraph()));
    ck_assert_ptr_nonnull(strstr(settings[1].text, "direction=either"));
    ck_assert_ptr_null(strstr(settings[1].text, "where=")); /* it chooses nothing */
    samen__document_free(&d);
}
END

TEST(nothing_is_told_where_nothing_was_measured) {
    samen__document d;
    begin(&d, see(build("A-B"), ""), SAMEN_LANGUAGE_EN);
    samen__part_methods(&d);
    ck_assert_int_eq(d.blocks, 0);
    samen__document_free(&d);
}
END

SUITE("methods", every_measure_that_was_used_is_told_once, options_are_those_that_were_used,
      sources_are_links, our_own_sentences_are_in_the_language_of_the_report,
      seed_versions_and_view_are_told, nothing_is_told_where_nothing_was_measured)
