/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a process that has other runtimes at work with threads of their own: GCC's and LLVM's OpenMP, both at once,
 * and an OpenBLAS. What the machine does not have is left out, and told. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <stdatomic.h>

#include "doings.h"

typedef struct team {
    const samen_view *view;
    const char *expected;
    atomic_int members, failed;
} team;

static void measure_in_team(team *t) {
    char *text = all_tables_on(t->view, 2);
    atomic_fetch_add(&t->members, 1);
    if (!text || strcmp(text, t->expected) != 0)
        atomic_fetch_add(&t->failed, 1);
    free(text);
}

/* ---- The two ways of beginning a parallel region --------------------------------------------------- */

static void gcc_member(void *data) {
    measure_in_team(data);
}

static int run_gcc_team(team *t) {
    void *handle = dlopen("libgomp.so.1", RTLD_NOW | RTLD_LOCAL);
    void (*parallel)(void (*)(void *), void *, unsigned, unsigned);
    if (!handle)
        return 0;
    *(void **)&parallel = dlsym(handle, "GOMP_parallel");
    ck_assert_ptr_nonnull(*(void **)&parallel);
    parallel(gcc_member, t, 4, 0);
    return 1;
}

static void llvm_member(int32_t *global, int32_t *local, void *data) {
    (void)global;
    (void)local;
    measure_in_team(data);
}

typedef struct llvm_place {
    int32_t reserved[4];
    const char *source;
} llvm_place;

static int run_llvm_team(team *t) {
    static llvm_place place = {.reserved = {0, 2, 0, 0}, .source = ";unknown;unknown;0;0;;"};
    void *handle = dlopen("libomp.so.5", RTLD_NOW | RTLD_LOCAL);
    void (*fork_call)(llvm_place *, int32_t, void (*)(int32_t *, int32_t *, void *), ...);
    void (*set_threads)(int);
    if (!handle)
        return 0;
    *(void **)&fork_call = dlsym(handle, "__kmpc_fork_call");
    *(void **)&set_threads = dlsym(handle, "omp_set_num_threads");
    ck_assert(*(void **)&fork_call && *(void **)&set_threads);
    set_threads(4);
    fork_call(&place, 1, llvm_member, (void *)t);
    return 1;
}

/* A product large enough to be shared out. */
static int run_blas(void) {
    enum { N = 300 };
    void *handle = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    void (*product)(int, int, int, int, int, int, double, const double *, int, const double *, int,
                    double, double *, int);
    if (!handle)
        return 0;
    *(void **)&product = dlsym(handle, "cblas_dgemm");
    double *a = malloc(3 * N * N * sizeof *a), *b = a + N * N, *c = b + N * N;
    for (int i = 0; i < 2 * N * N; i++)
        a[i] = 1;
    product(101, 111, 111, N, N, N, 1, a, N, b, N, 0, c, N);
    ck_assert_double_eq(c[N * N - 1], N);
    free(a);
    return 1;
}

/* ---- Tests ----------------------------------------------------------------------------------------- */

TEST(measures_come_to_the_same_beside_and_within_other_runtimes) {
    samen_view *view = clique_view(60, 1);
    char *expected = all_tables_on(view, 1);
    for (int round = 0; round < 3; round++) {
        team gcc = {.view = view, .expected = expected}, llvm = gcc;
        int has_gcc = run_gcc_team(&gcc), has_llvm = run_llvm_team(&llvm), has_blas = run_blas();
        if (round == 0)
            printf("%s%s%s", has_gcc ? "" : "skipped: there is no libgomp\n",
                   has_llvm ? "" : "skipped: there is no libomp\n",
                   has_blas ? "" : "skipped: there is no OpenBLAS\n");
        ck_assert(has_gcc == (gcc.members > 1) && gcc.failed == 0);
        ck_assert(has_llvm == (llvm.members > 1) && llvm.failed == 0);
        char *text = all_tables_on(view, 4);
        ck_assert_str_eq(text, expected);
        free(text);
    }
    free(expected);
    samen_view_free(view);
}
END

SUITE("manners/runtimes", measures_come_to_the_same_beside_and_within_other_runtimes)
