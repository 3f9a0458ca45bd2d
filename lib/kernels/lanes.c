/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/lanes.h"

#include "core/memory.h"
#include "kernels/lanes_sweep.h"

samen_status samen__lane_open(int32_t vertices, samen__lane_scratch *s, samen_error *err) {
    int64_t n = vertices;
    *s = (samen__lane_scratch){.paths = samen__new_raw(n * SAMEN__LANES, sizeof *s->paths, err),
                               .seen = samen__new_raw(n, sizeof *s->seen, err),
                               .next = samen__new(n, sizeof *s->next, err),
                               .at = samen__new(n, sizeof *s->at, err),
                               .entries = n * SAMEN__LANES,
                               .entry = samen__new_raw(n * SAMEN__LANES, sizeof *s->entry, err),
                               .level = samen__new_raw(n + 2, sizeof *s->level, err),
                               .candidate = samen__new_raw(n + 1, sizeof *s->candidate, err)};
    if (s->paths && s->seen && s->next && s->at && s->entry && s->level && s->candidate)
        return SAMEN_OK;
    samen__lane_close(s);
    return SAMEN_ERR_MEMORY;
}

void samen__lane_close(samen__lane_scratch *s) {
    samen__delete(s->paths);
    samen__delete(s->seen);
    samen__delete(s->next);
    samen__delete(s->at);
    samen__delete(s->entry);
    samen__delete(s->level);
    samen__delete(s->candidate);
    *s = (samen__lane_scratch){0};
}

/* The same code compiled for what the processor can do; the results are the same to the bit. */
int samen__lane_sweep(const samen__lane_graph *graph, samen__lane_scratch *scratch,
                      const int32_t *source, const double *source_weight, int32_t sources,
                      double *score, double *arc) {
#if defined(SAMEN__X86_LANES)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        return samen__lane_sweep_avx512(graph, scratch, source, source_weight, sources, score, arc);
    if (__builtin_cpu_supports("avx2"))
        return samen__lane_sweep_avx2(graph, scratch, source, source_weight, sources, score, arc);
#endif
    return samen__lane_sweep_plain(graph, scratch, source, source_weight, sources, score, arc);
}
