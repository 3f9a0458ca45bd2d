/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_IO_ROWS_H
#define SAMEN_IO_ROWS_H

#include "io/dataset.h"

/* All rows of a file into the builder, and its extra columns as attributes. */
samen_status samen__read_rows(samen__reading *reading, int32_t file, samen_error *err);

#endif
