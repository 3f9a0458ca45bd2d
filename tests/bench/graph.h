/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph as the kernels take it. */
#ifndef SAMEN_BENCH_GRAPH_H
#define SAMEN_BENCH_GRAPH_H

#include "kernels/rows.h"

/* Leave the program when a status is not SAMEN_OK. */
void bench_must(samen_status status, const samen_error *error);

/* Symmetric rows of edges "u v" or "u v weight". */
samen__rows bench_read_rows(const char *path);

/* Two networks of arcs "u v which": the first has those with the bit 1 in `which`, the second those
 * with 2. */
void bench_read_two(const char *path, samen__rows *first, samen__rows *second);

#endif
