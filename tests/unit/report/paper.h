/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents made by hand, and pages made of them. */
#ifndef SAMEN_TESTS_UNIT_REPORT_PAPER_H
#define SAMEN_TESTS_UNIT_REPORT_PAPER_H

#include "../view/scene.h"
#include "markup.h"
#include "report/group.h"
#include "report/page.h"

/* A document of one part; the view becomes the document's. */
static inline void begin(samen__document *d, samen_view *view, uint32_t language) {
    static const samen__sentence heading = {{"Forms", "Vormen"}};
    samen__document_start(d, view, language, "Title", "Source");
    samen_view_free(view);
    samen__document_choose_group(d, NULL);
    d->guard = 1;
    samen__document_part(d, SAMEN__PART_FORMS, &heading, NULL);
}

/* The document as a page; both are the caller's. */
static inline markup page_of(const samen__document *d) {
    char *html = NULL;
    int64_t length = 0;
    ck_assert_msg(d->error.code == SAMEN_OK, "%s", d->error.message);
    OK(samen__report_page(d, NULL, &html, &length, error));
    return markup_read(html, length);
}

/* The page of a document, which is freed. */
static inline markup last_page_of(samen__document *d) {
    markup m = page_of(d);
    samen__document_free(d);
    return m;
}

/* A page of one table. */
static inline markup page_of_table(samen_view *view, uint32_t language, const char *measure,
                                   const char *options, const char *columns, const char *sort,
                                   int64_t top) {
    static const samen__sentence above = {{"What it is, {1}:", "Wat het is, {1}:"}};
    samen__value value = samen__say_text("now");
    samen__document d;
    begin(&d, view, language);
    const samen_table *table = samen__document_measure(&d, measure, "%s", options);
    samen__document_table(&d, table, columns, sort, top, &above, &value);
    return last_page_of(&d);
}

/* The cell of a row, from 0, and a column of the first table on a page; row -1 is the head. */
static inline const element *cell_of(const markup *m, int row, int column) {
    int table = -1, at = -1;
    for (int i = 0; i < m->count && table < 0; i++)
        table = strcmp(m->element[i].name, "table") == 0 ? i : -1;
    for (int i = table; i < m->count && at < 0; i++) {
        if (strcmp(m->element[i].name, "tr") == 0 && row-- == -1)
            at = i;
    }
    ck_assert_int_ge(at, 0);
    for (int i = at; i < m->count; i++) {
        if (m->element[i].parent == at && column-- == 0)
            return &m->element[i];
    }
    ck_abort_msg("there is no such cell");
    return NULL;
}

static inline void cell_is(const markup *m, int row, int column, const char *expected) {
    ck_assert_str_eq(cell_of(m, row, column)->text, expected);
}

#endif
