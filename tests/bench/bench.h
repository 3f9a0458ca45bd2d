/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programs of the benchmark share: clocks, edges from a file, numbers to a file. */
#ifndef SAMEN_BENCH_H
#define SAMEN_BENCH_H

#include <stdint.h>

typedef struct bench_clock {
    double wall, processor; /* seconds; of all threads of the process */
} bench_clock;

bench_clock bench_now(void);

/* One line "name<TAB>wall<TAB>processor<TAB>peak": seconds since `from`, and the most memory that
 * the process has held so far, in KiB. */
void bench_tell(const char *name, bench_clock from);

/* Say what is wrong and leave the program: a benchmark has no caller to tell. */
_Noreturn void bench_stop(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *bench_room(int64_t count, int64_t size);

/* Edges as "u v" or "u v weight" a line, vertices numbered from 0. */
typedef struct bench_edges {
    int64_t vertices, count;
    int64_t *one, *other;
    double *weight; /* 1 where the file has none */
} bench_edges;

bench_edges bench_read_edges(const char *path);
void bench_free_edges(bench_edges *edges);

/* Numbers, one behind the other as this machine writes them; path NULL: nowhere. */
void bench_write(const char *path, const double *value, int64_t count, const char *mode);

#endif
