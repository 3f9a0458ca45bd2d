/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of tables in the language of a report. Measures write them in English; in other languages a note is told
 * by its code and its count. */
#ifndef SAMEN_REPORT_NOTES_H
#define SAMEN_REPORT_NOTES_H

#include "report/document.h"

/* The sentence for a code, {1} being the count of the note; NULL for one that is not known here. `project` is how the
 * view has partnerships. */
const samen__sentence *samen__note_sentence(const char *code, int32_t project);

/* Add what a note of a table says to a text. */
void samen__note_say(const samen__document *d, const samen_table *table, int32_t note,
                     samen__text *text);

#endif
