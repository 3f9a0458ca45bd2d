/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that put waves beside each other. The caller frees them. */
#ifndef SAMEN_REPORT_WAVE_TABLES_H
#define SAMEN_REPORT_WAVE_TABLES_H

#include "report/waves.h"

/* Each wave: wave, start, end, ties, pairs, density, lower, upper. */
samen_status samen__waves_each(samen__waves *waves, samen_table **out, samen_error *err);

/* Each wave by the forms that occur in any: wave, form, ties, share, lower, upper. */
samen_status samen__waves_forms(samen__waves *waves, samen_table **out, samen_error *err);

/* Each wave and the one after it: wave, next, both, ended, begun (tied pairs), stability (both of all three). */
samen_status samen__waves_pairs(samen__waves *waves, samen_table **out, samen_error *err);

#endif
