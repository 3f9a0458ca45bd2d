/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/document.h"

#include "build.h"

static const samen__sentence heading = {{"Heading", "Kop"}};
static const samen__sentence words = {{"{1} words.", "{1} woorden."}};
static const samen__value two[] = {{.kind = SAMEN__VALUE_COUNT, .count = 2}};

static samen__document begin(uint32_t language) {
    samen__document d;
    samen_view *view = see(build_grouped("A-B B-C:action C-D", "sector", "A=g B=g C=h D=h"), "");
    samen__document_start(&d, view, language, "Title", NULL);
    samen_view_free(view);
    return d;
}

/* The view lives on in the document alone. */
TEST(a_table_is_made_once_for_the_same_options) {
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    const samen_table *form = samen__document_measure(&d, "centrality.degree", "table=%s", "form");
    ck_assert_ptr_nonnull(form);
    ck_assert_ptr_eq(samen__document_measure(&d, "centrality.degree", "table=form"), form);
    const samen_table *network = samen__document_measure(&d, "centrality.degree", "table=network");
    ck_assert(network && network != form);
    ck_assert_int_eq(d.results, 2);
    ck_assert_int_eq(d.computed, 2);
    samen__document_free(&d);
}
END

TEST(files_are_named_by_measure_and_table_one_of_its_kind) {
    static const struct {
        const char *measure, *options, *file;
    } cases[] = {{"cohesion.density", "", "cohesion.density.form.csv"},
                 {"cohesion.density", "draws=50", "cohesion.density.form-2.csv"},
                 {"cohesion.density", "draws=60", "cohesion.density.form-3.csv"},
                 {"composition.forms", "table=group; group=sector", "composition.forms.group.csv"},
                 {"composition.forms", "table=group-pair; group=sector",
                  "composition.forms.group-pair.csv"}};
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const samen_table *table =
            samen__document_measure(&d, cases[i].measure, "%s", cases[i].options);
        ck_assert_msg(table != NULL, "%s", d.error.message);
        ck_assert_str_eq(d.result[i].file, cases[i].file);
        ck_assert_ptr_eq(samen__document_find(&d, cases[i].file), table);
    }
    ck_assert_ptr_null(samen__document_find(&d, "cohesion.density.form-4.csv"));
    samen__document_free(&d);
}
END

TEST(a_table_of_the_makers_own_is_kept_and_one_to_look_at_is_not) {
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    samen_table *table = samen__document_compute(&d, "cohesion.density", "%s", "");
    ck_assert_ptr_nonnull(table);
    ck_assert_int_eq(d.results, 0);
    ck_assert_ptr_eq(samen__document_keep(&d, "made.csv", table), table);
    ck_assert_int_eq(d.results, 1);
    ck_assert_str_eq(d.result[0].file, "made.csv");
    samen__document_free(&d);
}
END

/* A name with characters that nobody sees is that name, not what stands for it in a message. */
TEST(options_are_taken_as_they_are) {
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    ck_assert_ptr_null(
        samen__document_measure(&d, "cohesion.density", "table=group; group=\"%s\"", "a\xC2\xAD"));
    ck_assert_int_eq(d.error.code, SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(d.results, 0);
    samen__document_free(&d);
    samen_view *view = see(build_grouped("A-B C", "a\xC2\xAD", "A=g B=g C=h"), "");
    samen__document_start(&d, view, SAMEN_LANGUAGE_EN, NULL, NULL);
    samen_view_free(view);
    ck_assert_ptr_nonnull(
        samen__document_measure(&d, "cohesion.density", "table=group; group=\"%s\"", "a\xC2\xAD"));
    samen__document_free(&d);
}
END

TEST(parts_hold_their_blocks_and_empty_ones_are_none) {
    samen__document d = begin(SAMEN_LANGUAGE_NL);
    samen__document_part(&d, SAMEN__PART_READ, &heading, NULL);
    samen__document_part(&d, SAMEN__PART_FORMS, &heading, NULL);
    samen__document_say(&d, SAMEN__BLOCK_PARAGRAPH, &words, two);
    samen__document_say_more(&d, &words, two);
    samen__document_term(&d, &heading, &heading);
    samen__document_part(&d, SAMEN__PART_ROLES, &heading, NULL);
    samen__document_say(&d, SAMEN__BLOCK_ITEM, &words, two);
    ck_assert(samen__document_is_fine(&d));
    ck_assert_int_eq(d.parts, 2);
    ck_assert_int_eq(d.part[0].kind, SAMEN__PART_FORMS);
    ck_assert_str_eq(d.part[0].heading, "Kop");
    ck_assert_int_eq(d.part[0].count, 2);
    ck_assert_int_eq(d.part[1].first, 2);
    ck_assert_int_eq(d.part[1].count, 1);
    ck_assert_str_eq(d.block[0].text, "2 woorden. 2 woorden.");
    ck_assert_str_eq(d.block[1].term, "Kop");
    samen__document_free(&d);
}
END

TEST(blocks_know_what_they_show) {
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    samen_view *other = see(build("X-Y"), "");
    samen__document_part(&d, SAMEN__PART_NETWORK, &heading, NULL);
    samen__document_measure(&d, "cohesion.density", "%s", "");
    const samen_table *degree = samen__document_measure(&d, "centrality.degree", "%s", "");
    samen__document_table(&d, degree, "organisation,degree", "degree", 3, &words, two);
    samen__document_picture(&d, "multiples", "by=form", other, NULL, NULL);
    samen__document_network(&d, "size=degree", &words, two);
    samen_view_free(other);
    ck_assert_int_eq(d.block[0].result, 1);
    ck_assert_int_eq(d.block[0].top, 3);
    ck_assert_str_eq(d.block[0].text, "2 words.");
    ck_assert_str_eq(d.block[1].picture, "multiples");
    ck_assert_ptr_null(d.block[1].text);
    ck_assert_int_eq(samen_view_organisations(d.block[1].view), 2);
    ck_assert_str_eq(d.block[2].options, "size=degree");
    ck_assert_ptr_null(d.block[2].view);
    samen__document_free(&d);
}
END

TEST(after_a_failure_nothing_is_added) {
    samen__document d = begin(SAMEN_LANGUAGE_EN);
    samen__document_part(&d, SAMEN__PART_READ, &heading, NULL);
    samen__document_say(&d, SAMEN__BLOCK_LEAD, &words, two);
    ck_assert_ptr_null(samen__document_measure(&d, "cohesion.dense", "%s", ""));
    samen_error first = d.error;
    ck_assert_int_eq(first.code, SAMEN_ERR_UNKNOWN);
    ck_assert_ptr_null(samen__document_measure(&d, "cohesion.density", "%s", ""));
    ck_assert_ptr_null(samen__document_compute(&d, "cohesion.density", "%s", ""));
    samen__document_say(&d, SAMEN__BLOCK_LEAD, &words, two);
    samen__document_say_more(&d, &words, two);
    samen__document_term(&d, &heading, &heading);
    samen__document_picture(&d, "sociogram", "", NULL, NULL, NULL);
    samen__document_table(&d, NULL, "form", NULL, 0, NULL, NULL);
    samen_table *table = measure(d.view, "cohesion.density", "");
    ck_assert_ptr_null(samen__document_keep(&d, "made.csv", table)); /* which frees it */
    ck_assert_int_eq(d.blocks, 1);
    ck_assert_int_eq(d.results, 0);
    ck_assert_str_eq(d.block[0].text, "2 words.");
    ck_assert_str_eq(d.error.message, first.message);
    samen__document_free(&d);
}
END

SUITE("report/document", a_table_is_made_once_for_the_same_options,
      files_are_named_by_measure_and_table_one_of_its_kind,
      a_table_of_the_makers_own_is_kept_and_one_to_look_at_is_not, options_are_taken_as_they_are,
      parts_hold_their_blocks_and_empty_ones_are_none, blocks_know_what_they_show,
      after_a_failure_nothing_is_added)
