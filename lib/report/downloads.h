/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a document as CSV within its page, for a reader to save. Those above a megabyte are named only, so
 * that pages stay light. */
#ifndef SAMEN_REPORT_DOWNLOADS_H
#define SAMEN_REPORT_DOWNLOADS_H

#include "report/document.h"

enum { SAMEN__LARGEST_DOWNLOAD = 1000000 };

typedef struct samen__downloads {
    const samen__document *document;
    char **csv; /* of each result; NULL where it is too large */
    int64_t *length;
} samen__downloads;

/* To be freed in any case. */
samen_status samen__downloads_start(samen__downloads *downloads, const samen__document *d,
                                    samen_error *err);
void samen__downloads_free(samen__downloads *downloads);

/* Add a button that saves a result, or where else it can be had. `described_by` is the id of what says which table
 * it is. */
void samen__downloads_button(const samen__downloads *downloads, int64_t result,
                             const char *described_by, samen__text *html);

/* Add the list of all results, and the tables themselves. */
void samen__downloads_list(const samen__downloads *downloads, samen__text *html);

/* The heading of the list, for the contents of the page, and its anchor. */
const char *samen__downloads_heading(uint32_t language);
#define SAMEN__DOWNLOADS_ANCHOR "tables"

#endif
