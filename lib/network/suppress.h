/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups that are too small to be told apart become one. */
#ifndef SAMEN_NETWORK_SUPPRESS_H
#define SAMEN_NETWORK_SUPPRESS_H

#include "core/hash.h"
#include "table/column.h"

enum { SAMEN__GROUP_MERGED = -1, SAMEN__GROUP_NONE = -2 };

typedef struct samen__suppressed {
    samen__keys label; /* of the groups, as they were */
    int32_t *of;       /* the label of each row, or one of the two above */
    int32_t remains;   /* whether two groups or more are left to be told apart */
} samen__suppressed;

/* The groups that a text or yes/no column makes. Those of fewer than `least` rows are merged, and with them the next
 * smallest until they have as many together: a total would otherwise tell what was left out. Rows without a value
 * are a group too. To be freed in any case. */
samen_status samen__suppress(const samen__column *column, int64_t least, samen__suppressed *out,
                             samen_error *err);
void samen__suppressed_free(samen__suppressed *suppressed);

#endif
