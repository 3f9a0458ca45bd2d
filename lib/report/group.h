/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which attribute parts the organisations of a report, and whether they have names. */
#ifndef SAMEN_REPORT_GROUP_H
#define SAMEN_REPORT_GROUP_H

#include "report/document.h"

/* The one that the user wants; else the first text or yes/no attribute, beside "respondent", that parts the
 * organisations into 2 to 12 groups, at most half as many as there are organisations. */
void samen__document_choose_group(samen__document *d, const char *wanted);

#endif
