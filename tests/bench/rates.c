/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this machine's memory can do, for sets of several sizes. Usage: rates [THREADS]
 *
 * Each thread works on a set of its own. A line of output has, parted by tabs: bytes in the set;
 * seconds a byte when read one after another; seconds to read a line of 64 bytes at random when
 * many reads may be under way at once; the same to read and change it; the same when each read must
 * wait for the one before. The mean over threads. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"

enum { LINE = 8, SIZES = 6 }; /* a line is 8 words of 8 bytes */
static const int64_t sizes[SIZES] = {32 << 10, 512 << 10, 4 << 20, 16 << 20, 64 << 20, 1 << 30};
enum { AT_ONCE = 1 << 14, TRIES = 3 };
static const double LONG_ENOUGH = 0.04;

typedef struct rates {
    double stream, gather, update, chase;
} rates;

typedef struct worker {
    pthread_t thread;
    pthread_barrier_t *together;
    rates found[SIZES];
    uint64_t sink; /* keeps the compiler from leaving the work out */
} worker;

/* Compiled for what the processor at hand can do, as the kernels are. */
#if defined(__x86_64__) && defined(__GNUC__)
#define BEST_VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define BEST_VECTORS
#endif

/* A number that looks random, without waiting for the one before. */
static uint64_t scatter(uint64_t i) {
    uint64_t z = i * 0x9e3779b97f4a7c15u;
    return (z ^ (z >> 32)) * 0xbf58476d1ce4e5b9u >> 20;
}

typedef uint64_t line __attribute__((vector_size(64)));

static uint64_t sum_of(const line *lanes) {
    uint64_t sum = 0;
    for (int k = 0; k < LINE; k++)
        sum += (*lanes)[k];
    return sum;
}

BEST_VECTORS
static uint64_t sum_all(const line *set, int64_t lines) {
    line one = {0}, other = {0};
    for (int64_t i = 0; i < lines; i += 2) {
        one += set[i];
        other += set[i + 1];
    }
    one += other;
    return sum_of(&one);
}

BEST_VECTORS
static uint64_t sum_some(const line *set, int64_t lines, uint64_t from) {
    line sum = {0};
    for (uint64_t i = from; i < from + AT_ONCE; i++)
        sum += set[scatter(i) & (uint64_t)(lines - 1)];
    return sum_of(&sum);
}

BEST_VECTORS
static void change_some(line *set, int64_t lines, uint64_t from) {
    for (uint64_t i = from; i < from + AT_ONCE; i++)
        set[scatter(i) & (uint64_t)(lines - 1)] += i;
}

/* Processor seconds of this thread: what others do on the machine does not count. */
static double own_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Each of the four gives the seconds that a byte, or a line, takes. */

static double stream(line *set, int64_t lines, worker *w) {
    double start = own_seconds(), taken = 0;
    int64_t passes = 0, at_once = 1 + AT_ONCE / lines;
    for (; taken < LONG_ENOUGH; passes += at_once) {
        for (int64_t i = 0; i < at_once; i++) {
            w->sink += sum_all(set, lines);
            __asm__ volatile("" ::: "memory"); /* the next pass is to be made as well */
        }
        taken = own_seconds() - start;
    }
    return taken / ((double)passes * (double)lines * 64);
}

static double gather(line *set, int64_t lines, worker *w) {
    double start = own_seconds(), taken = 0;
    uint64_t reads = 0;
    for (; taken < LONG_ENOUGH; reads += AT_ONCE) {
        w->sink += sum_some(set, lines, reads);
        taken = own_seconds() - start;
    }
    return taken / (double)reads;
}

static double update(line *set, int64_t lines, worker *w) {
    double start = own_seconds(), taken = 0;
    uint64_t reads = 0;
    (void)w;
    for (; taken < LONG_ENOUGH; reads += AT_ONCE) {
        change_some(set, lines, reads);
        taken = own_seconds() - start;
    }
    return taken / (double)reads;
}

/* One cycle through all lines, in random order (Sattolo's shuffle). */
static void tangle(line *set, int64_t lines) {
    for (int64_t i = 0; i < lines; i++)
        set[i][0] = (uint64_t)i;
    for (int64_t i = lines - 1; i > 0; i--) {
        int64_t j = (int64_t)(scatter((uint64_t)i) % (uint64_t)i);
        uint64_t kept = set[i][0];
        set[i][0] = set[j][0];
        set[j][0] = kept;
    }
}

static double chase(line *set, int64_t lines, worker *w) {
    double start = own_seconds(), taken = 0;
    uint64_t at = 0;
    int64_t reads = 0;
    (void)lines;
    for (; taken < LONG_ENOUGH; reads += AT_ONCE) {
        for (int i = 0; i < AT_ONCE; i++)
            at = set[at][0];
        taken = own_seconds() - start;
    }
    w->sink += at;
    return taken / (double)reads;
}

/* The best of several tries: the rate that the machine can reach. */
static double best(double (*rate)(line *, int64_t, worker *), line *set, int64_t lines, worker *w) {
    double least = rate(set, lines, w);
    for (int i = 1; i < TRIES; i++) {
        double again = rate(set, lines, w);
        least = again < least ? again : least;
    }
    return least;
}

static void *work(void *argument) {
    worker *w = argument;
    for (int i = 0; i < SIZES; i++) {
        int64_t lines = sizes[i] / (int64_t)sizeof(line);
        line *set = aligned_alloc(sizeof(line), (size_t)sizes[i]);
        if (!set)
            bench_stop("no memory for a set of %lld bytes", (long long)sizes[i]);
        for (int64_t k = 0; k < lines; k++)
            set[k] = (line){(uint64_t)k};
        pthread_barrier_wait(w->together);
        w->found[i].stream = best(stream, set, lines, w);
        w->found[i].gather = best(gather, set, lines, w);
        w->found[i].update = best(update, set, lines, w);
        tangle(set, lines);
        pthread_barrier_wait(w->together);
        w->found[i].chase = best(chase, set, lines, w);
        free(set);
    }
    return NULL;
}

int main(int argc, char **argv) {
    long threads = argc > 1 ? strtol(argv[1], NULL, 10) : 1;
    uint64_t sink = 0;
    pthread_barrier_t together;
    if (threads < 1 || pthread_barrier_init(&together, NULL, (unsigned)threads) != 0)
        bench_stop("usage: rates [THREADS]");
    worker *workers = bench_room(threads, sizeof *workers);
    for (long t = 0; t < threads; t++) {
        workers[t].together = &together;
        if (pthread_create(&workers[t].thread, NULL, work, &workers[t]) != 0)
            bench_stop("no thread to be had");
    }
    for (long t = 0; t < threads; t++) {
        pthread_join(workers[t].thread, NULL);
        sink += workers[t].sink;
    }
    for (int i = 0; i < SIZES; i++) {
        rates mean = {0};
        for (long t = 0; t < threads; t++) {
            mean.stream += workers[t].found[i].stream / (double)threads;
            mean.gather += workers[t].found[i].gather / (double)threads;
            mean.update += workers[t].found[i].update / (double)threads;
            mean.chase += workers[t].found[i].chase / (double)threads;
        }
        printf("%lld\t%.6g\t%.6g\t%.6g\t%.6g\n", (long long)sizes[i], mean.stream, mean.gather,
               mean.update, mean.chase);
    }
    fprintf(stderr, "%llu\n", (unsigned long long)sink);
    free(workers);
    return 0;
}
