/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on one organisation of a view. */
#ifndef SAMEN_REPORT_PROFILE_H
#define SAMEN_REPORT_PROFILE_H

#include "report/document.h"

/* SAMEN_ERR_UNKNOWN when the view has no organisation of that key. */
void samen__profile(samen__document *d, const char *organisation);

#endif
