/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/notes.h"

#include <ftw.h>

#include "../tool/program.h"
#include "reading.h"

static int found;

static void expect_known(const char *code, size_t length, const char *path) {
    char *name = strndup(code, length);
    const samen__sentence *sentence = samen__note_sentence(name, SAMEN_PARTNERSHIPS_COUNT);
    ck_assert_msg(sentence != NULL && strlen(sentence->in[SAMEN_LANGUAGE_NL]) > 20,
                  "the note \"%s\" of %s has no Dutch in lib/report/notes.c", name, path);
    found++;
    free(name);
}

/* The code is the second argument. Files whose codes come from elsewhere say here where that is. */
static void check_calls(const char *text, const char *path) {
    for (const char *at = text; (at = strstr(at, "samen__table_add_note(")) != NULL;) {
        at = strchr(at, ',') + 1;
        at += strspn(at, " \n");
        if (*at == '"') {
            expect_known(at + 1, strcspn(at + 1, "\""), path);
            continue;
        }
        int is_copy = strncmp(at, "from->note", 10) == 0 || strncmp(at, "note->code", 10) == 0;
        int is_itself = strncmp(at, "const char *code", 16) == 0;
        int is_of_view = strncmp(at, "kinds[i].code", 13) == 0;
        ck_assert_msg(is_copy || is_itself || is_of_view,
                      "a code that this test cannot read in %s: "
                      "%.30s",
                      path, at);
    }
}

/* The notes of views stand in a table. */
static void check_kinds(const char *text, const char *path) {
    for (const char *at = strstr(text, "const kind kinds[]"); (at = strstr(at, "\n        {\""));
         at++)
        expect_known(at + 11, strcspn(at + 11, "\""), path);
}

static int visit(const char *path, const struct stat *about, int kind, struct FTW *where) {
    (void)about;
    (void)where;
    size_t length = strlen(path);
    if (kind != FTW_F || (strcmp(path + length - 2, ".c") && strcmp(path + length - 2, ".h")))
        return 0;
    char *text = whole_file(path);
    check_calls(text, path);
    if (length > 13 && strcmp(path + length - 13, "/view/notes.c") == 0)
        check_kinds(text, path);
    free(text);
    return 0;
}

/* Whoever adds a note adds its Dutch. */
TEST(every_note_of_the_library_is_known_in_dutch) {
    ck_assert_int_eq(nftw(source_path("lib"), visit, 16, FTW_PHYS), 0);
    ck_assert_msg(found >= 13, "only %d notes were found", found);
    ck_assert_ptr_null(samen__note_sentence("no-such-note", SAMEN_PARTNERSHIPS_COUNT));
}
END

/* Each way of having partnerships is said in its own words. */
TEST(projections_are_told_apart) {
    const char *said[SAMEN_PARTNERSHIPS_STAR + 1];
    for (int32_t p = SAMEN_PARTNERSHIPS_COUNT; p <= SAMEN_PARTNERSHIPS_STAR; p++) {
        said[p] = samen__note_sentence("partnerships-projected", p)->in[SAMEN_LANGUAGE_NL];
        for (int32_t q = SAMEN_PARTNERSHIPS_COUNT; q < p; q++)
            ck_assert_str_ne(said[p], said[q]);
    }
}
END

static void expect_note(const char *ties, const char *view, uint32_t language,
                        const char *expected) {
    samen__document d;
    samen_view *seen = see(build(ties), view);
    samen__document_start(&d, seen, language, NULL, NULL);
    const samen_table *table = samen__document_measure(&d, "composition.forms", "%s", "");
    samen__text text = samen__text_growing();
    ck_assert_str_eq(samen_table_note_code(table, 1), "undefined"); /* and the one that is meant */
    samen__note_say(&d, table, 0, &text);
    ck_assert_str_eq(text.bytes, expected);
    samen__text_free(&text);
    samen__document_free(&d);
    samen_view_free(seen);
}

TEST(a_note_counts_in_either_language) {
    expect_note("A-B A-B:action", "", SAMEN_LANGUAGE_EN,
                "1 pair is tied in more than one form and counts in each: the shares of pairs add "
                "up to more than 1.");
    expect_note("A-B A-B:action", "", SAMEN_LANGUAGE_NL,
                "1 paar is in meer dan één vorm verbonden en telt in elk daarvan mee: de aandelen "
                "van paren zijn samen meer dan 1.");
    expect_note("A-A B-B A-B", "", SAMEN_LANGUAGE_NL,
                "2 banden van een organisatie met zichzelf tellen niet mee.");
    expect_note(
        "A>B B>C", "direction=both", SAMEN_LANGUAGE_NL,
        "2 paren zijn maar door één kant gemeld, in welke vorm dan ook, en tellen niet mee.");
}
END

SUITE("report/notes", every_note_of_the_library_is_known_in_dutch, projections_are_told_apart,
      a_note_counts_in_either_language)
