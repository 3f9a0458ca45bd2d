/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that can be asked of the registry: every table of every measure. */
#ifndef SAMEN_TESTS_CALLS_H
#define SAMEN_TESTS_CALLS_H

#include "suite.h"

/* One table of one measure, with the options that it needs, as samen_measure() takes them. */
typedef struct table_call {
    char measure[64], table[64], options[192];
} table_call;

enum { MOST_CALLS = 128 };

/* All calls there are, in the order of the registry: with this group where the measure has groups, and this
 * many draws, or within wide bounds, where it draws; `weighted` asks for the weighted variants too. Gives how many. */
int all_calls(table_call calls[MOST_CALLS], const char *group, int draws, int weighted);

#endif
