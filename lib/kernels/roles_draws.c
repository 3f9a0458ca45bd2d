/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/roles_draws.h"

#include "core/memory.h"

void samen__role_scratch_close(samen__role_scratch *s) {
    samen__delete(s->mark);
    samen__delete(s->found);
    samen__delete(s->digit);
    samen__delete(s->alike);
    samen__delete(s->first);
    samen__delete(s->last);
    samen__delete(s->counter);
    samen__delete(s->count);
    samen__delete(s);
}

samen_status samen__role_scratch_open(const samen__label_draws *draws,
                                      samen__role_scratch **scratch, samen_error *err) {
    const samen__triangles *t = &draws->roles->triangles;
    samen__role_scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *scratch = s;
    s->mark = samen__new(t->near.vertices, sizeof *s->mark, err);
    s->found = samen__new_raw(t->longest_ahead, sizeof *s->found, err);
    s->digit = samen__new_raw(t->longest_near * draws->digits, sizeof *s->digit, err);
    s->alike = samen__new_raw(t->longest_near, sizeof *s->alike, err);
    s->first = samen__new_raw(t->longest_near, sizeof *s->first, err);
    s->last = samen__new_raw(t->longest_near, sizeof *s->last, err);
    s->counter = samen__new_raw(SAMEN__DRAWN, sizeof *s->counter, err);
    s->count = samen__new_raw(SAMEN__DRAWN, sizeof *s->count, err);
    int complete = s->mark && s->found && s->digit && s->alike && s->first && s->last &&
                   s->counter && s->count;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

samen__role_drawer *samen__role_drawer_here(void) {
#if defined(SAMEN__X86_LANES)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        return samen__role_draws_avx512;
    if (__builtin_cpu_supports("avx2"))
        return samen__role_draws_avx2;
#endif
    return samen__role_draws_plain;
}
