/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All kinds of pictures there are. */
#ifndef SAMEN_DRAW_REGISTRY_H
#define SAMEN_DRAW_REGISTRY_H

#include "draw/drawing.h"

extern const samen__drawing samen__drawing_sociogram;
extern const samen__drawing samen__drawing_multiples;
extern const samen__drawing samen__drawing_shares;
extern const samen__drawing samen__drawing_roles;
extern const samen__drawing samen__drawing_distribution;

/* Ended by NULL, in the order in which they are listed. */
extern const samen__drawing *const samen__drawings[];

/* The kind of that name, or NULL with SAMEN_ERR_UNKNOWN and the nearest name. */
const samen__drawing *samen__drawing_find(const char *name, int32_t argument, samen_error *err);

#endif
