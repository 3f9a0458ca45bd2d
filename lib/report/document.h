/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says, before it is written as text or as a page: parts with headings, and in each part sentences,
 * tables and pictures in reading order. Whoever writes a document adds to it; the first failure is kept, and
 * everything after it is skipped. */
#ifndef SAMEN_REPORT_DOCUMENT_H
#define SAMEN_REPORT_DOCUMENT_H

#include "core/error.h"
#include "core/memory.h"
#include "draw/words.h"
#include "report/say.h"
#include "samen/table.h"
#include "samen/view.h"

/* A table that the document is made of, and that can be had whole as CSV. */
typedef struct samen__result {
    char *
        key; /* what it was asked by: the measure, a blank, the options; that of a derived table is its file */
    char *file; /* "brokerage.betweenness.organisations.csv", one of its kind in the document */
    samen_table *table;
} samen__result;

typedef enum samen__block_kind {
    SAMEN__BLOCK_LEAD,      /* a paragraph that says what matters most */
    SAMEN__BLOCK_PARAGRAPH, /* sentences */
    SAMEN__BLOCK_ITEM,      /* a point of a list; those that follow each other are one list */
    SAMEN__BLOCK_TERM,      /* a term and what it means; likewise */
    SAMEN__BLOCK_TABLE,     /* some columns and rows of a result */
    SAMEN__BLOCK_PICTURE,   /* drawn when a page is written; a text has none */
    SAMEN__BLOCK_NETWORK /* likewise: the picture of the whole, that a reader can search and take apart */
} samen__block_kind;

typedef struct samen__block {
    samen__block_kind kind;
    char *
        text; /* of sentences and items; of a table or picture the line above it, which ends with a colon
                    * where a text is written */
    char *term;     /* of a term */
    int64_t result; /* of a table: its number among the results */
    char *
        columns; /* those that are shown, parted by commas; the ones without a single value are left out, and so is
                    * "name" where names only repeat keys */
    char *sort;     /* from the highest of that column; NULL: as they are */
    int64_t top;    /* so many rows; 0: all */
    int32_t behind; /* the numbers of the picture above it: folded on a page, left out of a text */
    char *picture;  /* its kind, as for samen_draw() */
    char *options;  /* likewise */
    samen_view *view; /* that is drawn, when it is not the document's */
} samen__block;

/* The parts in the order in which they are read; a page has an anchor for each. */
typedef enum samen__part_kind {
    SAMEN__PART_HEADLINE,
    SAMEN__PART_READ,
    SAMEN__PART_RESPONSE,
    SAMEN__PART_NETWORK,
    SAMEN__PART_FORMS,
    SAMEN__PART_WAVES,
    SAMEN__PART_COHESION,
    SAMEN__PART_BROKERS,
    SAMEN__PART_ROLES,
    SAMEN__PART_CUTPOINTS,
    SAMEN__PART_PARTNERSHIPS,
    SAMEN__PART_MINDING,
    SAMEN__PART_METHODS,
    SAMEN__PART_KINDS
} samen__part_kind;

typedef struct samen__part {
    samen__part_kind kind;
    char *heading;
    int64_t first, count; /* of the document's blocks */
} samen__part;

typedef struct samen__document {
    samen_view *view;     /* kept alive */
    const samen_run *run; /* of the call that makes it; NULL afterwards */
    uint32_t language;
    char *title;          /* of the data set */
    char *source;         /* the line below pictures, or NULL */
    char *group;          /* the attribute that parts organisations, or NULL */
    char *group_option;   /* group="sector" for measures and pictures; empty without a group */
    int32_t group_chosen; /* by us, not by the user */
    int32_t named;        /* organisations have names that are not their keys */
    int32_t guard;        /* of CSV that a page offers, as in samen_table_options */
    int64_t computed;     /* tables so far, for whoever tells how far we are */
    samen__part *part;
    int64_t parts, part_capacity;
    samen__block *block;
    int64_t blocks, block_capacity;
    samen__result *result;
    int64_t results, result_capacity;
    samen_error error; /* the first failure */
} samen__document;

/* Begin with nothing in it. The texts are copied; title and source may be NULL. */
void samen__document_start(samen__document *d, const samen_view *view, uint32_t language,
                           const char *title, const char *source);
void samen__document_free(samen__document *d);

static inline int samen__document_is_fine(const samen__document *d) {
    return d->error.code == SAMEN_OK;
}

/* ---- Results --------------------------------------------------------------------------------------------- */

/* A table of a measure, made once for the same options, which are text as a raw samen__text_format makes it; NULL after
 * a failure. Its file is named by the measure and the table. The document owns it. */
const samen_table *samen__document_measure(samen__document *d, const char *measure,
                                           const char *options, ...) SAMEN__FORMAT(3, 4);

/* The same for a table that others are made of: the caller frees it. */
samen_table *samen__document_compute(samen__document *d, const char *measure, const char *options,
                                     ...) SAMEN__FORMAT(3, 4);

/* The result with that file; NULL when there is none. */
const samen_table *samen__document_find(const samen__document *d, const char *file);

/* Hand over a table that was made of others; the document frees it in any case. Returns it, or NULL after a failure. */
const samen_table *samen__document_keep(samen__document *d, const char *file, samen_table *table);

/* Let go of the results that no block shows. */
void samen__document_keep_shown(samen__document *d);

/* ---- Blocks ---------------------------------------------------------------------------------------------- */

/* What is added from now on is of this part. A part that stays empty is no part. */
void samen__document_part(samen__document *d, samen__part_kind kind, const samen__sentence *heading,
                          const samen__value *value);

/* A paragraph, a lead or an item of one sentence. */
void samen__document_say(samen__document *d, samen__block_kind kind,
                         const samen__sentence *sentence, const samen__value *value);

/* One more sentence in the last paragraph, lead or item, behind a blank. */
void samen__document_say_more(samen__document *d, const samen__sentence *sentence,
                              const samen__value *value);

void samen__document_term(samen__document *d, const samen__sentence *term,
                          const samen__sentence *meaning);

/* The same, both of these values. */
void samen__document_term_of(samen__document *d, const samen__sentence *term,
                             const samen__sentence *meaning, const samen__value *value);

/* Columns and rows of a result, below a line that may be NULL. */
void samen__document_table(samen__document *d, const samen_table *table, const char *columns,
                           const char *sort, int64_t top, const samen__sentence *above,
                           const samen__value *value);

/* The same, behind the picture above it. */
void samen__document_numbers(samen__document *d, const samen_table *table, const char *columns,
                             const char *sort, int64_t top, const samen__sentence *above,
                             const samen__value *value);

/* A picture of a kind with options as text; `view` is kept alive, NULL is the document's. Title, source and language
 * are added when it is drawn. */
void samen__document_picture(samen__document *d, const char *kind, const char *options,
                             const samen_view *view, const samen__sentence *above,
                             const samen__value *value);

/* The picture of the whole, as a sociogram with these options. */
void samen__document_network(samen__document *d, const char *options, const samen__sentence *above,
                             const samen__value *value);

/* The number in the first row under a column of a table of results, or `otherwise`. */
double samen__document_number(const samen_table *table, const char *column, double otherwise);

#endif
