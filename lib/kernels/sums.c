/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every term is cut in two: whole coarse units, so large that no sum of them needs more than 53
 * bits, and of the rest whole fine units, for which the same holds. Both are then added without
 * rounding, and sums without rounding do not depend on order.
 *
 * Based on: J. Demmel and H. D. Nguyen, Parallel reproducible summation, IEEE Transactions on
 * Computers 64(7), 2015 (doi 10.1109/TC.2014.2345391).
 * Complexity: seven additions a term; memory two numbers a sum. */
#include "kernels/sums.h"

#include <math.h>

#include "core/memory.h"

enum { COARSE, FINE };
enum { PRECISION = 50 }; /* bits of a double, and three to spare */

samen_status samen__sums_new(int64_t count, double most, int64_t terms, samen__sums *s,
                             samen_error *err) {
    int size = 0, number = 0;
    frexp(most, &size);
    frexp((double)terms, &number);
    /* A number between 2^52 and 2^53 units holds no fraction of a unit. */
    int coarse = size - PRECISION, fine = coarse + number - PRECISION;
    *s = (samen__sums){.count = count,
                       .cut = {ldexp(1.5, coarse + 52), ldexp(1.5, fine + 52)},
                       .part = {samen__new(count, sizeof **s->part, err),
                                samen__new(count, sizeof **s->part, err)}};
    if (s->part[COARSE] && s->part[FINE])
        return SAMEN_OK;
    samen__sums_free(s);
    return SAMEN_ERR_MEMORY;
}

void samen__sums_free(samen__sums *s) {
    samen__delete(s->part[COARSE]);
    samen__delete(s->part[FINE]);
    *s = (samen__sums){0};
}

void samen__sums_take(samen__sums *s, int64_t first, double *term, int64_t count) {
    double *restrict coarse = s->part[COARSE] + first, *restrict fine = s->part[FINE] + first;
    const double coarse_cut = s->cut[COARSE], fine_cut = s->cut[FINE];
    for (int64_t i = 0; i < count; i++) {
        double whole = (term[i] + coarse_cut) - coarse_cut, rest = term[i] - whole;
        coarse[i] += whole;
        fine[i] += (rest + fine_cut) - fine_cut;
        term[i] = 0;
    }
}

void samen__sums_join(samen__sums *s, const samen__sums *other) {
    for (int64_t i = 0; i < s->count; i++) {
        s->part[COARSE][i] += other->part[COARSE][i];
        s->part[FINE][i] += other->part[FINE][i];
    }
}

double samen__sums_of(const samen__sums *s, int64_t place) {
    return s->part[COARSE][place] + s->part[FINE][place];
}
