/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of tables and words in their cells for people: what stands above a column, and how its cells are shown. */
#ifndef SAMEN_REPORT_HEADINGS_H
#define SAMEN_REPORT_HEADINGS_H

#include "core/text.h"

typedef enum samen__showing {
    SAMEN__SHOW_PLAIN,        /* as its type has it */
    SAMEN__SHOW_SHARE,        /* as so many per cent */
    SAMEN__SHOW_BOUND,        /* as what it bounds: a share where the table has one */
    SAMEN__SHOW_ORGANISATION, /* keys, one or several parted by commas, with the name where there is one */
    SAMEN__SHOW_PARTNERSHIP, /* likewise */
    SAMEN__SHOW_FORM,        /* keys of forms, likewise, or "all" */
    SAMEN__SHOW_COLUMN,      /* names of columns */
    SAMEN__SHOW_WORD         /* words of ours: samen__cell_word() */
} samen__showing;

/* Add the heading of a column; one that is not known is its name with blanks for underscores. */
void samen__heading_add(samen__text *text, uint32_t language, const char *column);

samen__showing samen__heading_showing(const char *column);

/* Is the column known? */
int samen__heading_is_known(const char *column);

/* A role, a basis, a direction, "all", "total" or "unknown" in a language; the word itself when it is not known. */
const char *samen__cell_word(uint32_t language, const char *word);

#endif
