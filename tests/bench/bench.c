/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

bench_clock bench_now(void) {
    return (bench_clock){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

/* The largest size of this process in KiB. (getrusage() counts the program that started it too.) */
static long peak(void) {
    char line[256];
    long found = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, "VmHWM:", 6) == 0)
            found = strtol(line + 6, NULL, 10);
    }
    if (status)
        fclose(status);
    return found;
}

void bench_tell(const char *name, bench_clock from) {
    bench_clock now = bench_now();
    printf("%s\t%.9f\t%.9f\t%ld\n", name, now.wall - from.wall, now.processor - from.processor,
           peak());
    fflush(stdout);
}

void bench_stop(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

void *bench_room(int64_t count, int64_t size) {
    void *block = calloc((size_t)(count > 0 ? count : 1), (size_t)size);
    if (!block)
        bench_stop("no memory for %lld times %lld bytes", (long long)count, (long long)size);
    return block;
}

static char *whole_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        bench_stop("cannot open %s", path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = bench_room(size + 1, 1);
    if (fread(text, 1, (size_t)size, file) != (size_t)size)
        bench_stop("cannot read %s", path);
    fclose(file);
    return text;
}

bench_edges bench_read_edges(const char *path) {
    char *text = whole_file(path), *at = text;
    int64_t lines = 0;
    for (const char *c = text; (c = strchr(c, '\n')) != NULL; c++)
        lines++;
    bench_edges edges = {.one = bench_room(lines, sizeof *edges.one),
                         .other = bench_room(lines, sizeof *edges.other),
                         .weight = bench_room(lines, sizeof *edges.weight)};
    for (int64_t i = 0; i < lines; i++) {
        edges.one[i] = strtoll(at, &at, 10);
        edges.other[i] = strtoll(at, &at, 10);
        edges.weight[i] = *at == '\n' ? 1 : (double)strtoll(at, &at, 10);
        if (edges.one[i] >= edges.vertices)
            edges.vertices = edges.one[i] + 1;
        if (edges.other[i] >= edges.vertices)
            edges.vertices = edges.other[i] + 1;
    }
    edges.count = lines;
    free(text);
    return edges;
}

void bench_free_edges(bench_edges *edges) {
    free(edges->one);
    free(edges->other);
    free(edges->weight);
}

void bench_write(const char *path, const double *value, int64_t count, const char *mode) {
    if (!path)
        return;
    FILE *file = fopen(path, mode);
    if (!file || fwrite(value, sizeof *value, (size_t)count, file) != (size_t)count ||
        fclose(file) != 0)
        bench_stop("cannot write %s", path);
}
