/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/bootstrap_lanes.h"

samen__pair_adder *samen__pair_adder_here(void) {
#if defined(SAMEN__X86_LANES)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        return samen__add_pairs_avx512;
    if (__builtin_cpu_supports("avx2"))
        return samen__add_pairs_avx2;
#endif
    return samen__add_pairs_plain;
}
