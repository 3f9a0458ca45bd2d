/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/step_lanes.h"

#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "kernels/step_lanes_sweep.h"

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, SAMPLE = 64 };

int samen__step_can(int64_t vertices, int32_t longest) {
    return longest <= SAMEN__MOST_STEP && vertices < (SAMEN__NOWHERE - SAMEN__MOST_STEP) / longest;
}

samen_status samen__step_open(int32_t vertices, const atomic_int *stop, samen__step_scratch *s,
                              samen_error *err) {
    int64_t n = vertices, lanes = n * SAMEN__STEP_LANES;
    *s = (samen__step_scratch){.distance = samen__new_raw(lanes, sizeof *s->distance, err),
                               .value = samen__new_raw(lanes, sizeof *s->value, err),
                               .handed = samen__new_raw(lanes, sizeof *s->handed, err),
                               .waiting = samen__new(n, 1, err),
                               .source = samen__new(n, sizeof *s->source, err),
                               .entry = samen__new_raw(lanes, sizeof *s->entry, err),
                               .spare = samen__new_raw(lanes, sizeof *s->spare, err),
                               .stop = stop};
    if (s->distance && s->value && s->handed && s->waiting && s->source && s->entry && s->spare)
        return SAMEN_OK;
    samen__step_close(s);
    return SAMEN_ERR_MEMORY;
}

void samen__step_close(samen__step_scratch *s) {
    samen__delete(s->distance);
    samen__delete(s->value);
    samen__delete(s->handed);
    samen__delete(s->waiting);
    samen__delete(s->source);
    samen__delete(s->entry);
    samen__delete(s->spare);
    *s = (samen__step_scratch){0};
}

/* By one digit of the turn, counted from the least turn; equal ones keep their order. */
static void sort_by_digit(samen__step_scratch *s, int32_t least, int shift) {
    int64_t place[DIGITS + 1] = {0};
    for (int64_t e = 0; e < s->entries; e++)
        place[((s->entry[e].turn - least) >> shift & (DIGITS - 1)) + 1]++;
    for (int digit = 0; digit < DIGITS; digit++)
        place[digit + 1] += place[digit];
    for (int64_t e = 0; e < s->entries; e++)
        s->spare[place[(s->entry[e].turn - least) >> shift & (DIGITS - 1)]++] = s->entry[e];
    samen__step_entry *swap = s->entry;
    s->entry = s->spare;
    s->spare = swap;
}

void samen__step_sort(samen__step_scratch *s) {
    int32_t least = INT32_MAX, most = INT32_MIN;
    for (int64_t e = 0; e < s->entries; e++) {
        least = s->entry[e].turn < least ? s->entry[e].turn : least;
        most = s->entry[e].turn > most ? s->entry[e].turn : most;
    }
    for (int shift = 0; s->entries > 0 && shift < 32 && (most - least) >> shift > 0;
         shift += DIGIT_BITS)
        sort_by_digit(s, least, shift);
}

/* The number that stands most often among some in ascending order. */
static int32_t most_frequent(const int32_t *number, int32_t count) {
    int32_t best = 0, best_run = 0, run = 0;
    for (int32_t i = 0; i < count; i++) {
        run = i > 0 && number[i] == number[i - 1] ? run + 1 : 1;
        if (run > best_run) {
            best_run = run;
            best = number[i];
        }
    }
    return best;
}

void samen__step_lags(const samen__step_scratch *s, int32_t inner, int32_t *lag) {
    for (int lane = 0; lane < SAMEN__STEP_LANES; lane++) {
        int32_t difference[SAMPLE], count = 0;
        for (int i = 0; i < SAMPLE && inner > 0; i++) {
            const int32_t *distance = s->distance + (int64_t)inner * i / SAMPLE * SAMEN__STEP_LANES;
            if (distance[0] < SAMEN__NOWHERE && distance[lane] < SAMEN__NOWHERE)
                difference[count++] = distance[lane] - distance[0];
        }
        samen__sort_int32(difference, count);
        lag[lane] = most_frequent(difference, count);
    }
}

/* The same code compiled for what the processor can do; the results are the same to the bit. */
int samen__step_sweep(const samen__step_graph *graph, samen__step_scratch *scratch,
                      const int32_t *source, const double *source_weight, int32_t sources,
                      double *vertex, double *arc) {
    samen__step_body *body = samen__step_sweep_plain;
#if defined(SAMEN__X86_LANES)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        body = samen__step_sweep_avx512;
    else if (__builtin_cpu_supports("avx2"))
        body = samen__step_sweep_avx2;
#endif
    return body(graph, scratch, source, source_weight, sources, vertex, arc);
}
