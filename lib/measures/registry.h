/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All measures there are. */
#ifndef SAMEN_MEASURES_REGISTRY_H
#define SAMEN_MEASURES_REGISTRY_H

#include "measures/measure.h"

extern const samen__measure samen__composition_forms;
extern const samen__measure samen__composition_contrast;
extern const samen__measure samen__cohesion_density;
extern const samen__measure samen__cohesion_components;
extern const samen__measure samen__centrality_degree;
extern const samen__measure samen__brokerage_betweenness;
extern const samen__measure samen__brokerage_holes;
extern const samen__measure samen__brokerage_roles;

/* Ended by NULL, in the order in which they are listed. */
extern const samen__measure *const samen__registry[];

/* The measure of that name, or NULL with SAMEN_ERR_UNKNOWN and the nearest name. */
const samen__measure *samen__registry_find(const char *name, int32_t argument, samen_error *err);

#endif
