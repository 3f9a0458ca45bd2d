/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as plain text for a terminal. */
#ifndef SAMEN_REPORT_TEXT_H
#define SAMEN_REPORT_TEXT_H

#include "report/document.h"

samen_status samen__report_text(const samen__document *d, char **out, int64_t *length,
                                samen_error *err);

#endif
