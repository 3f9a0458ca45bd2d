/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the registry says in English, in the language of a report: each gives back what it gets where the language is
 * English, or the words are not known. */
#ifndef SAMEN_REPORT_REGISTRY_WORDS_H
#define SAMEN_REPORT_REGISTRY_WORDS_H

#include "measures/measure.h"

const char *samen__measure_title_in(uint32_t language, const samen__measure *measure);
const char *samen__measure_summary_in(uint32_t language, const samen__measure *measure);

/* Why cells of a column are empty. */
const char *samen__reason_in(uint32_t language, const char *reason);

#endif
