/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a whole file, with a NUL behind them, unpacked when they are gzip. */
#ifndef SAMEN_IO_LOAD_H
#define SAMEN_IO_LOAD_H

#include <stdint.h>

#include "core/run.h"
#include "samen/core.h"
#include "samen/io.h"

samen_status samen__load(const char *path, const samen_io_read_options *limits, samen__run *run,
                         char **bytes, int64_t *length, samen_error *err);

#endif
