/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/carried.h"

#include "markup.h"
#include "samen/typology.h"

static char *taken(samen__text *text, int64_t *length) {
    char *bytes = NULL;
    OK(samen__text_take(text, &bytes, length, error));
    return bytes;
}

static int has(const samen__asset *asset, const char *words) {
    return memmem(asset->bytes, (size_t)asset->length, words, strlen(words)) != NULL;
}

TEST(a_page_carries_what_its_network_asks_for_and_no_more) {
    samen__carried none = samen__carried_for(0, 0), small = samen__carried_for(1, 0);
    samen__carried large = samen__carried_for(1, 1);
    ck_assert_int_eq(none.scripts, 1);
    ck_assert_int_eq(none.styles, 1);
    ck_assert_int_eq(none.libraries, 0);
    ck_assert_ptr_eq(small.vendored[0], &samen__vendor_cytoscape);
    ck_assert_int_eq(small.libraries, 1);
    ck_assert_ptr_eq(large.vendored[0], &samen__vendor_graphology);
    ck_assert_ptr_eq(large.vendored[1], &samen__vendor_sigma);
    ck_assert_int_eq(large.libraries, 2);
    for (int i = 0; i < large.libraries; i++) /* before the script that uses them */
        ck_assert_ptr_eq(large.script[1 + i], &large.vendored[i]->script);
    ck_assert_ptr_eq(large.script[large.scripts - 1], &samen__network_js);
    ck_assert_ptr_eq(small.script[small.scripts - 1], &samen__network_js);
}
END

/* Else the rest of it would be text on the page, or would not run. */
TEST(nothing_that_is_carried_can_end_its_element) {
    samen__carried small = samen__carried_for(1, 0), large = samen__carried_for(1, 1);
    for (int i = 0; i < small.styles; i++)
        ck_assert(!has(small.style[i], "</style") && !has(small.style[i], "<!--"));
    for (int i = 0; i < small.scripts; i++)
        ck_assert(!has(small.script[i], "</script") && !has(small.script[i], "<!--"));
    for (int i = 0; i < large.scripts; i++)
        ck_assert(!has(large.script[i], "</script") && !has(large.script[i], "<!--"));
}
END

/* A browser reads "\r\n" as "\n", and then the hash would be another one. */
TEST(lines_of_what_is_carried_end_as_browsers_read_them) {
    samen__carried small = samen__carried_for(1, 0), large = samen__carried_for(1, 1);
    for (int i = 0; i < small.styles; i++)
        ck_assert(!has(small.style[i], "\r"));
    for (int i = 0; i < small.scripts; i++)
        ck_assert(!has(small.script[i], "\r"));
    for (int i = 0; i < large.scripts; i++)
        ck_assert(!has(large.script[i], "\r"));
}
END

TEST(the_licence_of_every_library_is_shown_whole) {
    samen__carried large = samen__carried_for(1, 1);
    samen__text html = samen__text_growing();
    int64_t length = 0;
    samen__text_add_string(&html, "<footer>");
    samen__carried_licences(&large, SAMEN_LANGUAGE_NL, &html);
    samen__text_add_string(&html, "</footer>");
    char *bytes = taken(&html, &length);
    markup m = markup_read(bytes, length);
    ck_assert_int_eq(count_inside(&m, 0, "details"), 2);
    for (int i = 0; i < 2; i++) {
        const samen__vendored *library = large.vendored[i];
        const char *summary = nth_inside(&m, 0, "summary", i)->text;
        const char *licence = nth_inside(&m, 0, "pre", i)->text;
        ck_assert_ptr_nonnull(strstr(summary, library->name));
        ck_assert_ptr_nonnull(strstr(summary, library->version));
        ck_assert_ptr_nonnull(strstr(licence, "Permission is hereby granted"));
        ck_assert_int_eq(strncmp(licence, library->licence.bytes, 20), 0);
        ck_assert_int_ge((int64_t)strlen(licence), library->licence.length);
    }
    markup_free(&m);
}
END

SUITE("what pages carry", a_page_carries_what_its_network_asks_for_and_no_more,
      nothing_that_is_carried_can_end_its_element,
      lines_of_what_is_carried_end_as_browsers_read_them,
      the_licence_of_every_library_is_shown_whole)
