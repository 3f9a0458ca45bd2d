/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a result what a block of a document shows. */
#ifndef SAMEN_REPORT_SHOWN_H
#define SAMEN_REPORT_SHOWN_H

#include "report/document.h"

/* The rows and columns of a table block, sorted and cut, to be freed by the caller. */
samen_status samen__block_table(const samen__document *d, const samen__block *block,
                                samen_table **out, samen_error *err);

#endif
