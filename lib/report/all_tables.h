/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every table of every measure as a result. */
#ifndef SAMEN_REPORT_ALL_TABLES_H
#define SAMEN_REPORT_ALL_TABLES_H

#include "report/document.h"

/* Compute those that are not there yet; those by group only where the document has one. A table that the data do not
 * give, as a contrast of forms that are not there, is left out. */
void samen__document_measure_all(samen__document *d);

#endif
