/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html.h"

#include "markup.h"

static const char *const hostile[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "=HYPERLINK(\"http://x\",\"y\")",
    "</script><script>alert(1)</script>",
    "</ScRiPt ><!-- <script>",
    "<!--",
    "]]>",
    "-->",
    "&lt;b&gt; &amp;",
    "a\\u003cb\\\"c\\",
    "two\nlines\tand a tab",
};

enum { HOSTILE = sizeof hostile / sizeof hostile[0] };

static char *taken(samen__text *text) {
    char *bytes = NULL;
    OK(samen__text_take(text, &bytes, NULL, error));
    return bytes;
}

/* ---- Text and attributes --------------------------------------------------------------------------------- */

TEST(a_hostile_text_stays_text) {
    for (int i = 0; i < HOSTILE - 1; i++) {
        samen__text html = samen__text_growing();
        samen__html_element(&html, "p", NULL, NULL, hostile[i]);
        int64_t length = html.length;
        markup m = markup_read(taken(&html), length);
        ck_assert_int_eq(m.count, 1);
        ck_assert_int_eq(m.element[0].attributes, 0);
        ck_assert_str_eq(m.element[0].text, hostile[i]);
        markup_free(&m);
    }
}
END

TEST(a_hostile_attribute_stays_one) {
    for (int i = 0; i < HOSTILE - 1; i++) {
        samen__text html = samen__text_growing();
        samen__html_element(&html, "p", "title", hostile[i], "");
        int64_t length = html.length;
        markup m = markup_read(taken(&html), length);
        ck_assert_int_eq(m.count, 1);
        ck_assert_int_eq(m.element[0].attributes, 1);
        ck_assert_str_eq(value_of(&m.element[0], "title"), hostile[i]);
        markup_free(&m);
    }
}
END

static void text_is_written(const char *text, const char *expected) {
    samen__text html = samen__text_growing();
    samen__html_text(&html, text);
    char *bytes = taken(&html);
    ck_assert_str_eq(bytes, expected);
    samen_free(bytes);
}

TEST(what_cannot_be_seen_is_shown) {
    text_is_written("a\xE2\x80\xAE"
                    "b",
                    "a\\u{202e}b"); /* right-to-left override */
    text_is_written("a\xE2\x81\xA6"
                    "b",
                    "a\\u{2066}b"); /* left-to-right isolate */
    text_is_written("a\xE2\x80\x8B"
                    "b",
                    "a\\u{200b}b"); /* zero-width space */
    text_is_written("a\xE2\x80\xA8"
                    "b",
                    "a\\u{2028}b"); /* line separator */
    text_is_written("a\x07"
                    "b\nc\x7F",
                    "a\\u{7}b\\u{a}c\\u{7f}");
    text_is_written("Caf\xC3\xA9 \xF0\x9F\x8C\x8D", "Caf\xC3\xA9 \xF0\x9F\x8C\x8D");
}
END

TEST(bytes_that_are_no_text_become_the_replacement_character) {
    text_is_written("a\xFF"
                    "b\xC3",
                    "a\xEF\xBF\xBD"
                    "b\xEF\xBF\xBD");
}
END

TEST(a_doi_becomes_a_link) {
    samen__text html = samen__text_growing();
    samen__html_text_with_links(
        &html,
        "After: Freeman 1977, doi 10.2307/3033543; A & B, doi 10.1080/x<y\">. The doi 10.1/z.");
    char *bytes = taken(&html);
    ck_assert_str_eq(
        bytes,
        "After: Freeman 1977, doi <a href=\"https://doi.org/10.2307/3033543\">10.2307/3033543</a>; A "
        "&amp; B, doi <a href=\"https://doi.org/10.1080/x&lt;y&quot;&gt;\">10.1080/x&lt;y&quot;&gt;"
        "</a>. The doi <a href=\"https://doi.org/10.1/z\">10.1/z</a>.");
    samen_free(bytes);
}
END

static void link_is(const char *text, const char *expected) {
    samen__text html = samen__text_growing();
    samen__html_text_with_links(&html, text);
    char *bytes = taken(&html), link[128];
    sprintf(link, "<a href=\"https://doi.org/%s\">%s</a>", expected, expected);
    ck_assert_msg(strstr(bytes, link) != NULL, "%s is not in %s", link, bytes);
    samen_free(bytes);
}

TEST(a_doi_may_have_parentheses) {
    link_is("Freeman 1979, doi 10.1016/0378-8733(78)90021-7; x", "10.1016/0378-8733(78)90021-7");
    link_is("Freeman (doi 10.1016/0378-8733(78)90021-7).", "10.1016/0378-8733(78)90021-7");
    link_is("Freeman (doi 10.2307/3033543)", "10.2307/3033543");
}
END

/* ---- JSON within a script -------------------------------------------------------------------------------- */

static void comes_back(const char *text) {
    samen__text html = samen__text_growing();
    samen__html_json(&html, text, (int64_t)strlen(text));
    char *json = taken(&html), *back = read_json(json);
    ck_assert_str_eq(back, text);
    for (const char *c = json; *c; c++)
        ck_assert_msg(!strchr("<>&\n", *c) && (unsigned char)*c >= ' ', "%c stands in %s", *c,
                      json);
    ck_assert_ptr_null(strstr(json, "\xE2\x80\xA8"));
    free(back);
    samen_free(json);
}

TEST(a_string_of_json_cannot_end_its_script_and_gives_back_every_character) {
    for (int i = 0; i < HOSTILE; i++)
        comes_back(hostile[i]);
    comes_back("line\xE2\x80\xA8separator, \xE2\x80\xAE"
               "bidi, \x01\x1F\x7F");
    comes_back("\xF3\xA0\x80\x81 tag and \xF0\x9F\x8C\x8D");
    comes_back("");
}
END

TEST(bytes_that_are_no_text_become_the_replacement_character_in_json) {
    samen__text html = samen__text_growing();
    samen__html_json(&html, "a\xFF", 2);
    char *json = taken(&html);
    ck_assert_str_eq(json, "\"a\\ufffd\"");
    samen_free(json);
}
END

SUITE("HTML", a_hostile_text_stays_text, a_hostile_attribute_stays_one,
      what_cannot_be_seen_is_shown, bytes_that_are_no_text_become_the_replacement_character,
      a_doi_becomes_a_link, a_doi_may_have_parentheses,
      a_string_of_json_cannot_end_its_script_and_gives_back_every_character,
      bytes_that_are_no_text_become_the_replacement_character_in_json)
