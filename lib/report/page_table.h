/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table block on a page: what a reader sees of a result, and the whole of it as a file. */
#ifndef SAMEN_REPORT_PAGE_TABLE_H
#define SAMEN_REPORT_PAGE_TABLE_H

#include "report/downloads.h"

/* Add the table; `number` is that of its block. */
samen_status samen__page_table(const samen__downloads *downloads, int64_t number, samen__text *html,
                               samen_error *err);

#endif
