/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads with small stacks, as some languages have: the host's own and those that the library makes. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "doings.h"

enum { SMALL = 64 << 10, PROMISED = 48 << 10, PAINT = 0x5A, LONG_PATH = 1000 };

/* A doing, or one table of one measure. */
typedef struct task {
    const scene *s;
    const samen_view *view;
    const doing *doing;
    const table_call *call;
    int failed;
} task;

static void *do_one(void *argument) {
    task *t = argument;
    const samen_run run = {.struct_size = sizeof run, .threads = 4};
    samen_table *table = NULL;
    if (t->doing) {
        t->failed = t->doing->go(t->s, &run, NULL) != t->doing->expected;
        return NULL;
    }
    t->failed =
        samen_measure(t->view, t->call->measure, t->call->options, &run, &table, NULL) != SAMEN_OK;
    samen_table_free(table);
    return NULL;
}

/* Run it on a painted stack of this size, and give how many of its bytes were used. */
static long use_stack(size_t size, void *(*run)(void *), void *argument) {
    pthread_attr_t attributes;
    pthread_t thread;
    unsigned char *stack =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    ck_assert(stack != MAP_FAILED);
    memset(stack, PAINT, size);
    pthread_attr_init(&attributes);
    ck_assert_int_eq(pthread_attr_setstack(&attributes, stack, size), 0);
    ck_assert_int_eq(pthread_create(&thread, &attributes, run, argument), 0);
    pthread_join(thread, NULL);
    size_t untouched = 0;
    while (untouched < size && stack[untouched] == PAINT)
        untouched++;
    munmap(stack, size);
    return (long)(size - untouched);
}

/* A path of many organisations: depth of the network must not be depth of the stack. */
static samen_view *path_view(int n) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_view *view = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < n; i++) {
        char key[16];
        int64_t index = 0;
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, &index, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "group", i % 3 ? "a" : "b",
                                  error));
    }
    for (int64_t i = 0; i + 1 < n; i++) {
        int64_t to = i + 1;
        int32_t form = 0;
        OK(samen_builder_add_ties(builder, 1, &i, &to, &form, NULL, i % 7 == 0, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    OK(samen_view_make(network, "", NULL, &view, error));
    samen_builder_free(builder);
    samen_network_free(network);
    return view;
}

/* On a large stack to see what is used, and then on one of the size that a host may have. */
static void fits(task t, const char *name) {
    long used = use_stack(1 << 20, do_one, &t);
    ck_assert_int_eq(t.failed, 0);
    ck_assert_msg(used <= PROMISED, "%s uses %ld bytes of stack", name, used);
    ck_assert_int_gt(use_stack(SMALL, do_one, &t), 0);
    ck_assert_int_eq(t.failed, 0);
}

/* Threads that the library makes get the default of the process, which is made as small here. */
TEST(every_call_fits_into_what_is_promised) {
    static table_call calls[MOST_CALLS];
    scene s = scene_make();
    samen_view *path = path_view(LONG_PATH);
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, SMALL);
    ck_assert_int_eq(pthread_setattr_default_np(&small), 0);
    for (int i = 0; i < doings_count; i++)
        fits((task){.s = &s, .doing = &doings[i]}, doings[i].name);
    int count = all_calls(calls, "group", 200, 1);
    for (int i = 0; i < count; i++)
        fits((task){.view = path, .call = &calls[i]}, calls[i].options);
    samen_view_free(path);
    scene_clear(&s);
}
END

SUITE("manners/stacks", every_call_fits_into_what_is_promised)
