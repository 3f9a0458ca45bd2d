/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "paper.h"

#include "core/base64.h"
#include "core/sha256.h"
#include "report/parts.h"

#define HOSTILE "<script>alert(1)</script>"

static samen_view *hostile_view(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,sector\n"
                              "a,<script>alert(1)</script>,\"\"\"><img src=x onerror=alert(1)>\"\n"
                              "b,=HYPERLINK(1),\"</script><!--\"\n"
                              "c,plain & \xE2\x80\xAE"
                              "eivil,\"</script><!--\"\n"
                              "d,d,\"\"\"><img src=x onerror=alert(1)>\"\n"},
        {"ties.csv", "from,to,form\na,b,action\nb,c,consultation\nc,d,consultation\n"}};
    return see(read_files(files), "");
}

/* Every kind of block once, pictures twice, with hostile words wherever words can be. */
static void begin_hostile(samen__document *d, uint32_t language) {
    static const samen__sentence words = {{"{1} {2}", "{1} {2}"}};
    static const samen__sentence other = {{"Roles {1}", "Rollen {1}"}};
    samen__value value[] = {samen__say_text(HOSTILE), samen__say_text("\"><img onerror=\"x\">")};
    samen__document_start(d, hostile_view(), language, "Title " HOSTILE, "Source \"" HOSTILE);
    samen_view_free(d->view);
    samen__document_choose_group(d, "sector");
    samen__document_part(d, SAMEN__PART_HEADLINE, &words, value);
    samen__document_say(d, SAMEN__BLOCK_LEAD, &words, value);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &words, value);
    samen__document_say(d, SAMEN__BLOCK_ITEM, &words, value);
    samen__document_say(d, SAMEN__BLOCK_ITEM, &words, value);
    samen__document_part(d, SAMEN__PART_ROLES, &other, value);
    samen__document_term_of(d, &words, &words, value);
    samen__document_term_of(d, &words, &words, value);
    const samen_table *roles =
        samen__document_measure(d, "brokerage.roles", "group=sector; table=organisation");
    samen__document_table(d, roles, "organisation,name,group,total", "total", 0, &words, value);
    samen__document_picture(d, "sociogram", "group=sector", NULL, &words, value);
    samen__document_picture(d, "multiples", "by=form", NULL, &words, value);
    samen__document_network(d, "group=sector", &words, value);
    samen__part_methods(d);
}

static markup hostile_page(uint32_t language) {
    samen__document d;
    begin_hostile(&d, language);
    return last_page_of(&d);
}

static int starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/* ---- Structure ------------------------------------------------------------------------------------------- */

TEST(every_part_has_a_section_that_the_contents_lead_to) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    static const char *const anchors[] = {"#headline", "#roles", "#methods", "#tables"};
    int nav = element_with(&m, "aria-label", "Contents");
    ck_assert_int_eq(count_inside(&m, nav, "a"), 4);
    ck_assert_int_eq(count_inside(&m, -1, "section"), 4);
    for (int i = 0; i < 4; i++) {
        ck_assert_str_eq(value_of(nth_inside(&m, nav, "a", i), "href"), anchors[i]);
        int section = element_with(&m, "id", anchors[i] + 1);
        ck_assert_str_eq(m.element[section].name, "section");
        ck_assert_str_eq(nth_inside(&m, section, "h2", 0)->text, nth_inside(&m, nav, "a", i)->text);
    }
    markup_free(&m);
}
END

TEST(points_and_terms_that_follow_each_other_are_one_list) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    int headline = element_with(&m, "id", "headline"), roles = element_with(&m, "id", "roles");
    ck_assert_int_eq(count_inside(&m, headline, "ul"), 1);
    ck_assert_int_eq(count_inside(&m, headline, "li"), 2);
    ck_assert_int_eq(count_inside(&m, roles, "dl"), 1);
    ck_assert_int_eq(count_inside(&m, roles, "dt"), 2);
    ck_assert_int_eq(count_inside(&m, roles, "dd"), 2);
    markup_free(&m);
}
END

TEST(a_page_is_in_the_language_of_the_report) {
    markup en = hostile_page(SAMEN_LANGUAGE_EN), nl = hostile_page(SAMEN_LANGUAGE_NL);
    ck_assert_str_eq(value_of(&en.element[0], "lang"), "en");
    ck_assert_str_eq(value_of(&nl.element[0], "lang"), "nl");
    ck_assert_str_eq(nth_inside(&nl, element_with(&nl, "id", "tables"), "h2", 0)->text,
                     "Alle tabellen");
    element_with(&nl, "aria-label", "Inhoud");
    markup_free(&en);
    markup_free(&nl);
}
END

TEST(a_network_is_a_still_picture_with_data_beside_it) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    int network = element_with(&m, "id", "network"), data = element_with(&m, "id", "network-data");
    ck_assert_str_eq(value_of(&m.element[network], "class"), "network");
    ck_assert_int_eq(count_inside(&m, network, "svg"), 1);
    ck_assert(is_inside(&m, data, network));
    ck_assert_str_eq(value_of(&m.element[data], "type"), "application/json");
    ck_assert_ptr_null(strstr(m.element[data].text, "<"));
    markup_free(&m);
}
END

TEST(the_numbers_behind_a_picture_are_folded) {
    static const samen__sentence above = {{"Shares", "Aandelen"}};
    samen__document d;
    begin(&d, see(build("A-B B-C:action"), ""), SAMEN_LANGUAGE_NL);
    samen__document_picture(&d, "shares", "", NULL, &above, NULL);
    samen__document_numbers(&d, samen__document_measure(&d, "composition.forms", "%s", ""),
                            "form,ties", NULL, 0, &above, NULL);
    markup m = last_page_of(&d);
    int folded = element_with(&m, "class", "behind");
    ck_assert_str_eq(m.element[folded].name, "details");
    ck_assert_str_eq(nth_inside(&m, folded, "summary", 0)->text, "In getallen");
    ck_assert_int_eq(count_inside(&m, folded, "table"), 1);
    ck_assert_int_eq(count_inside(&m, folded, "button") > 0, 1);
    markup_free(&m);
}
END

/* ---- Hostile data ---------------------------------------------------------------------------------------- */

TEST(hostile_names_stay_names) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    ck_assert_int_eq(count_inside(&m, -1, "img"), 0);
    for (int i = 0; i < m.count; i++) {
        const element *e = &m.element[i];
        int is_code = strcmp(e->name, "script") == 0;
        ck_assert(!is_code || !strstr(e->text, HOSTILE));
        for (int k = 0; k < e->attributes; k++) {
            const char *name = e->attribute[k].name;
            ck_assert_msg(!starts_with(name, "on"), "<%s> has %s", e->name, name);
            ck_assert_msg(strcmp(name, "style") != 0, "<%s> has a style of its own", e->name);
        }
    }
    ck_assert_str_eq(nth_inside(&m, -1, "h1", 0)->text, "Title " HOSTILE);
    ck_assert_str_eq(nth_inside(&m, 0, "title", 0)->text, "Title " HOSTILE);
    char *table = text_inside(&m, element_with(&m, "class", "table"));
    ck_assert_ptr_nonnull(strstr(table, HOSTILE " a"));
    ck_assert_ptr_nonnull(strstr(table, "=HYPERLINK(1) b"));
    ck_assert_ptr_nonnull(strstr(table, "plain & \\u{202e}eivil c"));
    ck_assert_ptr_nonnull(strstr(table, "\"><img src=x onerror=alert(1)>"));
    free(table);
    markup_free(&m);
}
END

TEST(nothing_is_fetched_from_anywhere) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    for (int i = 0; i < m.count; i++) {
        const char *href = value_of(&m.element[i], "href");
        ck_assert_str_eq(value_of(&m.element[i], "src"), "");
        ck_assert_msg(!*href || *href == '#' || starts_with(href, "https://doi.org/10.") ||
                          strcmp(href, "data:,") == 0,
                      "a link to %s", href);
    }
    for (int i = 0; i < count_inside(&m, -1, "style"); i++) {
        ck_assert_ptr_null(strstr(nth_inside(&m, -1, "style", i)->text, "url("));
        ck_assert_ptr_null(strstr(nth_inside(&m, -1, "style", i)->text, "@import"));
    }
    markup_free(&m);
}
END

TEST(no_two_elements_have_one_id) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    for (int i = 0; i < m.count; i++) {
        const char *id = value_of(&m.element[i], "id");
        if (*id)
            ck_assert_msg(element_with(&m, "id", id) == i, "\"%s\" is there twice", id);
    }
    markup_free(&m);
}
END

TEST(whatever_names_an_element_finds_it) {
    static const char *const names[] = {"aria-labelledby", "aria-describedby", "data-csv"};
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    int found = 0;
    for (int i = 0; i < m.count; i++) {
        for (int k = 0; k < 3; k++) {
            const char *id = value_of(&m.element[i], names[k]);
            if (*id && ++found)
                element_with(&m, "id", id);
        }
    }
    ck_assert_int_gt(found, 6);
    markup_free(&m);
}
END

/* ---- What may run ---------------------------------------------------------------------------------------- */

static int is_data(const element *e) {
    return strcmp(value_of(e, "type"), "application/json") == 0;
}

/* Each with its hash, and nothing beside them. */
TEST(the_policy_lets_only_our_scripts_and_styles_run) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    const char *policy =
        value_of(&m.element[element_with(&m, "http-equiv", "Content-Security-Policy")], "content");
    int ours = 0, hashes = 0;
    for (int i = 0; i < m.count; i++) {
        const element *e = &m.element[i];
        int is_script = strcmp(e->name, "script") == 0 && !is_data(e);
        if (!is_script && strcmp(e->name, "style") != 0)
            continue;
        uint8_t digest[SAMEN__SHA256_BYTES];
        samen__sha256 sum = samen__sha256_start();
        samen__text hash = samen__text_growing();
        samen__sha256_add(&sum, e->text, (int64_t)strlen(e->text));
        samen__sha256_finish(&sum, digest);
        samen__text_add_string(&hash, "'sha256-");
        samen__base64_add(&hash, digest, sizeof digest);
        samen__text_add_string(&hash, "'");
        const char *at = strstr(policy, hash.bytes), *styles = strstr(policy, "style-src");
        ck_assert_msg(at && (at < styles) == is_script, "%s is not allowed", hash.bytes);
        samen__text_free(&hash);
        ours++;
    }
    for (const char *at = policy; (at = strstr(at, "'sha256-")); at++)
        hashes++;
    ck_assert_int_eq(hashes, ours);
    ck_assert_ptr_nonnull(strstr(policy, "default-src 'none'; script-src 'sha256-"));
    ck_assert_ptr_nonnull(strstr(policy, "; base-uri 'none'; form-action 'none'"));
    ck_assert_ptr_null(strstr(policy, "unsafe"));
    ck_assert_ptr_null(strstr(policy, "http"));
    markup_free(&m);
}
END

/* It holds for what comes after it. */
TEST(the_policy_stands_before_everything_that_could_run) {
    markup m = hostile_page(SAMEN_LANGUAGE_EN);
    int policy = element_with(&m, "http-equiv", "Content-Security-Policy");
    for (int i = 0; i < policy; i++)
        ck_assert(strcmp(m.element[i].name, "script") != 0 &&
                  strcmp(m.element[i].name, "style") != 0 &&
                  strcmp(m.element[i].name, "link") != 0);
    markup_free(&m);
}
END

TEST(a_page_without_a_network_carries_no_scripts_for_it) {
    markup plain = page_of_table(see(build("A-B:action B-C"), ""), SAMEN_LANGUAGE_EN,
                                 "composition.forms", "", "form,ties", NULL, 0);
    markup whole = hostile_page(SAMEN_LANGUAGE_EN);
    ck_assert_int_eq(count_inside(&plain, -1, "style"), 1);
    ck_assert_int_eq(count_inside(&whole, -1, "style"), 2);
    ck_assert_ptr_null(strstr(plain.bytes, "openNetwork"));
    ck_assert_ptr_nonnull(strstr(whole.bytes, "openNetwork"));
    markup_free(&plain);
    markup_free(&whole);
}
END

/* ---- The same bytes -------------------------------------------------------------------------------------- */

TEST(the_same_report_gives_the_same_bytes) {
    samen_run one = {.struct_size = sizeof one, .threads = 1};
    samen_run four = {.struct_size = sizeof four, .threads = 4};
    char *first = NULL, *second = NULL;
    samen__document d, again;
    begin_hostile(&d, SAMEN_LANGUAGE_NL);
    begin_hostile(&again, SAMEN_LANGUAGE_NL);
    OK(samen__report_page(&d, &one, &first, NULL, error));
    OK(samen__report_page(&again, &four, &second, NULL, error));
    ck_assert_str_eq(first, second);
    samen_free(first);
    samen_free(second);
    samen__document_free(&d);
    samen__document_free(&again);
}
END

TEST(a_picture_that_cannot_be_drawn_is_told) {
    samen__document d;
    char *html = NULL;
    begin(&d, see(build("A-B"), ""), SAMEN_LANGUAGE_EN);
    samen__document_picture(&d, "sociogram", "group=nothing", NULL, NULL, NULL);
    FAILS(SAMEN_ERR_UNKNOWN, "nothing", samen__report_page(&d, NULL, &html, NULL, error));
    ck_assert_ptr_null(html);
    samen__document_free(&d);
}
END

SUITE("pages", every_part_has_a_section_that_the_contents_lead_to,
      points_and_terms_that_follow_each_other_are_one_list, a_page_is_in_the_language_of_the_report,
      a_network_is_a_still_picture_with_data_beside_it, the_numbers_behind_a_picture_are_folded,
      hostile_names_stay_names, nothing_is_fetched_from_anywhere, no_two_elements_have_one_id,
      whatever_names_an_element_finds_it, the_policy_lets_only_our_scripts_and_styles_run,
      the_policy_stands_before_everything_that_could_run,
      a_page_without_a_network_carries_no_scripts_for_it, the_same_report_gives_the_same_bytes,
      a_picture_that_cannot_be_drawn_is_told)
