/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ties one organisation to every later one: each kind of bond added up, in order of the other one. */
#ifndef SAMEN_VIEW_BONDS_H
#define SAMEN_VIEW_BONDS_H

#include "view/incidence.h"

/* How a tie counts, seen from the lower of its two organisations. */
enum {
    SAMEN__FORWARD,
    SAMEN__BACKWARD,
    SAMEN__UNDIRECTED,
    SAMEN__PROJECTED, /* partnerships shared make one tie, however many they are */
    SAMEN__SIDES
};

/* All that ties the two in one form and one way. */
typedef struct samen__bond {
    double value;   /* by the rule for parallel ties; of their mean the sum */
    uint32_t count; /* ties behind it */
    int32_t next;   /* another bond with the same organisation, or -1 */
    uint8_t form, side;
} samen__bond;

typedef struct samen__bonds {
    int32_t *first; /* of every organisation its first bond in this row, or -1 */
    int32_t *other; /* organisations with a bond, in ascending order */
    int32_t *spare; /* to order them with */
    int64_t others;
    samen__bond *bond;
    int64_t bonds, capacity;
} samen__bonds;

samen_status samen__bonds_open(const samen_view *view, samen__bonds *bonds, samen_error *err);
void samen__bonds_close(samen__bonds *bonds);

/* The bonds of organisation u with later ones. The bonds of each are chained by form, and then by side.
 * Afterwards, and before the next, samen__bonds_clear(). */
samen_status samen__bonds_gather(const samen_view *view, const samen__incidence *incidence,
                                 int32_t u, samen__bonds *bonds, samen_error *err);
void samen__bonds_clear(samen__bonds *bonds);

/* Two values become one by a rule. */
static inline double samen__blend(uint32_t rule, double a, double b) {
    if (rule == SAMEN_RULE_MAX)
        return a > b ? a : b;
    if (rule == SAMEN_RULE_MIN)
        return a < b ? a : b;
    return a + b;
}

#endif
