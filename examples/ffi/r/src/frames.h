/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and data frames of R, as samen takes them. */
#ifndef SAMEN_R_FRAMES_H
#define SAMEN_R_FRAMES_H

#include <R.h>
#include <Rinternals.h>
#include <samen/samen.h>

/* One text of R as UTF-8; NULL for R's NULL and NA. R would write what it cannot convert as <ff>: such a
 * text stays as it is, for the library to refuse. */
const char *text_of(SEXP x, R_xlen_t i);

/* Memory of this .Call, zeroed, with one unit more than is asked for. */
void *zeros(R_xlen_t count, size_t size);

/* The columns of a data frame; the number of the first one that is of no kind that can go in, or -1. */
int frame_to_arrow(SEXP frame, int rows, struct ArrowSchema *schema, struct ArrowArray *array);

#endif
