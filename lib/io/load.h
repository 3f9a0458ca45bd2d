/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file, unpacked when they are gzip. */
#ifndef SAMEN_IO_LOAD_H
#define SAMEN_IO_LOAD_H

#include <stdint.h>

#include "samen/core.h"
#include "samen/io.h"

samen_status samen__load(const char *path, const samen_io_read_options *limits, char **bytes,
                         int64_t *length, samen_error *err);

#endif
