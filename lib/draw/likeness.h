/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How unlike organisations are in whom they are tied to: 0 for structurally equivalent ones, 1 for those that have
 * nothing in common. */
#ifndef SAMEN_DRAW_LIKENESS_H
#define SAMEN_DRAW_LIKENESS_H

#include "draw/scene.h"

/* The Jaccard distance of each two, organisations x organisations of them: of the ties that one or the other has, the
 * share that they do not have in common. A tie is had in common with the same third organisation, in the same form
 * and direction; what ties the two to each other is held against itself the other way round. Without any ties two
 * are equivalent.
 *
 * Of the distances in use for structural equivalence this one depends neither on how many others there are, with whom
 * neither works, nor on scales of weights. By Euclidean distance, organisations with few ties are near each other
 * whomever they work with.
 * Based on: F. Lorrain, H. C. White, Structural equivalence of individuals in social networks, Journal of Mathematical
 * Sociology 1, 1971 (doi 10.1080/0022250X.1971.9989788); V. Batagelj, A. Ferligoj, P. Doreian, Direct and indirect
 * methods for structural equivalence, Social Networks 14, 1992 (doi 10.1016/0378-8733(92)90014-X).
 * Complexity: O(organisations^2 + sum of partners^2). */
samen_status samen__unlikeness(samen__draw_call *call, const samen__scene *scene, double *distance,
                               samen_error *err);

#endif
