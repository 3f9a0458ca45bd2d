/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one page of HTML that needs nothing else. */
#ifndef SAMEN_REPORT_PAGE_H
#define SAMEN_REPORT_PAGE_H

#include "report/document.h"

/* Pictures are drawn now. */
samen_status samen__report_page(const samen__document *d, const samen_run *run, char **out,
                                int64_t *length, samen_error *err);

#endif
