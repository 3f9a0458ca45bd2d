/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header that lib/measures/_template.c would have, were it a measure of a family "family". */
#ifndef SAMEN_FAMILY_H
#define SAMEN_FAMILY_H

#include "measures/measure.h"
#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

typedef struct samen_family_measure_options {
    uint32_t struct_size; /**< sizeof(samen_family_measure_options) */
    uint32_t table;       /**< 0: the only table */
} samen_family_measure_options;

extern const samen__measure samen__family_measure;

samen_status samen_family_measure(const samen_view *view,
                                  const samen_family_measure_options *options, const samen_run *run,
                                  samen_table **out, samen_error *err);

#endif
