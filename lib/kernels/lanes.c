/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/lanes.h"

#include "core/memory.h"
#include "kernels/lanes_sweep.h"

enum { FIRST_ENTRIES_PER_VERTEX = 4, FIRST_LEVELS = 64 };

samen_status samen__lane_open(int32_t vertices, const atomic_int *stop, samen__lane_scratch *s,
                              samen_error *err) {
    int64_t n = vertices, room = n * FIRST_ENTRIES_PER_VERTEX;
    *s = (samen__lane_scratch){.vertices = vertices,
                               .paths = samen__new(n * SAMEN__LANES, sizeof *s->paths, err),
                               .share = samen__new_raw(n * SAMEN__LANES, sizeof *s->share, err),
                               .state = samen__new(n, sizeof *s->state, err),
                               .at = samen__new(n, sizeof *s->at, err),
                               .on = samen__new(n, sizeof *s->on, err),
                               .home = samen__new(n, sizeof *s->home, err),
                               .entry_room = room,
                               .entry = samen__new_raw(room, sizeof *s->entry, err),
                               .level_room = FIRST_LEVELS,
                               .level = samen__new_raw(FIRST_LEVELS, sizeof *s->level, err),
                               .incomplete = samen__new_raw(n, sizeof *s->incomplete, err),
                               .stop = stop};
    if (s->paths && s->share && s->state && s->at && s->on && s->home && s->entry && s->level &&
        s->incomplete)
        return SAMEN_OK;
    samen__lane_close(s);
    return SAMEN_ERR_MEMORY;
}

void samen__lane_close(samen__lane_scratch *s) {
    samen__delete(s->paths);
    samen__delete(s->many_paths);
    samen__delete(s->share);
    samen__delete(s->state);
    samen__delete(s->at);
    samen__delete(s->on);
    samen__delete(s->home);
    samen__delete(s->entry);
    samen__delete(s->level);
    samen__delete(s->incomplete);
    *s = (samen__lane_scratch){0};
}

int samen__lane_variants(samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS]) {
    int count = 0;
#if defined(SAMEN__X86_LANES)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        variant[count++] = samen__lane_sweep_avx512;
    if (__builtin_cpu_supports("avx2"))
        variant[count++] = samen__lane_sweep_avx2;
#endif
    variant[count++] = samen__lane_sweep_plain;
    return count;
}

samen_status samen__lane_sweep(const samen__lane_graph *graph, samen__lane_scratch *scratch,
                               const samen__lane_batch *batch, int *fits, samen_error *err) {
    samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS];
    samen__lane_variants(variant);
    return variant[0](graph, scratch, batch, fits, err);
}
