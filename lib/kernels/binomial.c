/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/binomial.h"

#include <math.h>

enum { HALVINGS = 60 };

static double term(double p, double q) {
    return p > 0 ? p * log(p / q) : 0;
}

static double divergence(double p, double q) {
    return term(p, q) + term(1 - p, 1 - q);
}

/* The chance between `near`, which is likely enough, and `far`, where it ceases to be. What is given back is on the
 * far side of it, so that rounding cannot narrow the interval. */
static double edge(double share, double near, double far, double allowed) {
    for (int i = 0; i < HALVINGS; i++) {
        double middle = near + (far - near) / 2;
        if (divergence(share, middle) <= allowed)
            near = middle;
        else
            far = middle;
    }
    return far;
}

double samen__binomial_lower(int64_t hits, int64_t draws, double doubt) {
    double share = (double)hits / (double)draws;
    return hits == 0 ? 0 : edge(share, share, 0, doubt / (double)draws);
}

double samen__binomial_upper(int64_t hits, int64_t draws, double doubt) {
    double share = (double)hits / (double)draws;
    return hits == draws ? 1 : edge(share, share, 1, doubt / (double)draws);
}
