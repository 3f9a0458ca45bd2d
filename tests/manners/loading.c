/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library loaded by hand, as languages do, and unloaded again. This program is not linked with it. */
#define _GNU_SOURCE
#include <check.h>
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "blocks.h"
#include "samen/samen.h"

enum { TIMES = 100, WARM_UP = 10 };

typedef struct library {
    void *handle;
    samen_status (*read)(const char *, const samen_io_read_options *, const samen_run *,
                         samen_network **, samen_error *);
    samen_status (*make)(samen_network *, const char *, const samen_run *, samen_view **,
                         samen_error *);
    samen_status (*measure)(const samen_view *, const char *, const char *, const samen_run *,
                            samen_table **, samen_error *);
    samen_status (*format)(const samen_table *, const samen_table_options *, char **, int64_t *,
                           samen_error *);
    void (*free_network)(samen_network *);
    void (*free_view)(samen_view *);
    void (*free_table)(samen_table *);
    void (*free_text)(void *);
} library;

static const char *path_of_library(void) {
    const char *other = getenv("SAMEN_LIBRARY");
    return other ? other : SAMEN_SHARED;
}

static void find(void *handle, const char *name, void *function) {
    *(void **)function = dlsym(handle, name);
    ck_assert_msg(*(void **)function != NULL, "%s", dlerror());
}

static library use(void *handle) {
    library l = {.handle = handle};
    ck_assert_msg(handle != NULL, "%s", dlerror());
    find(handle, "samen_io_read", &l.read);
    find(handle, "samen_view_make", &l.make);
    find(handle, "samen_measure", &l.measure);
    find(handle, "samen_table_format", &l.format);
    find(handle, "samen_network_free", &l.free_network);
    find(handle, "samen_view_free", &l.free_view);
    find(handle, "samen_table_free", &l.free_table);
    find(handle, "samen_free", &l.free_text);
    return l;
}

/* Read, see, measure with threads and with igraph, show, free. Gives the tables as text for free(). */
static char *work(const library *l) {
    static const char *const measures[][2] = {{"cohesion.components", ""},
                                              {"brokerage.betweenness", ""},
                                              {"brokerage.roles", "group=sponsorship; draws=50"}};
    const samen_run run = {.struct_size = sizeof run, .threads = 4};
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_error error = {0};
    char *whole = calloc(1, 1 << 18);
    ck_assert_msg(l->read(SAMEN_SOURCE_DIR "/examples/data/emon/Texas", NULL, &run, &network,
                          &error) == SAMEN_OK,
                  "%s", error.message);
    ck_assert_msg(l->make(network, "", &run, &view, &error) == SAMEN_OK, "%s", error.message);
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        samen_table *table = NULL;
        char *text = NULL;
        ck_assert_msg(l->measure(view, measures[i][0], measures[i][1], &run, &table, &error) ==
                          SAMEN_OK,
                      "%s", error.message);
        ck_assert_int_eq(l->format(table, NULL, &text, NULL, NULL), SAMEN_OK);
        strncat(whole, text, (1 << 18) - strlen(whole) - 1);
        l->free_text(text);
        l->free_table(table);
    }
    l->free_view(view);
    l->free_network(network);
    return whole;
}

/* ---- What a process has -------------------------------------------------------------------------- */

static int count_entries(const char *folder) {
    DIR *open = opendir(folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(open));)
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

/* Lines of the list of mappings, all or those that name something. */
static int count_mappings(const char *name) {
    char line[4096];
    int count = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps))
        count += strstr(line, name) != NULL;
    fclose(maps);
    return count;
}

static long resident_pages(void) {
    long all = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    ck_assert_int_eq(fscanf(file, "%ld %ld", &all, &resident), 2);
    fclose(file);
    return resident;
}

typedef struct holding {
    int threads, files, mappings;
    long blocks;
    long pages;
} holding;

static holding hold(void) {
    holding h = {.files = count_entries("/proc/self/fd")};
    for (int i = 0; i < 100 && (i == 0 || h.threads > 1); i++) {
        h.threads = count_entries("/proc/self/task");
        usleep(i ? 1000 : 0);
    }
    h.mappings = count_mappings("");
    h.blocks = atomic_load(&blocks_live);
    h.pages = resident_pages();
    return h;
}

/* igraph and what it needs leave some blocks each time that they are loaded. */
static long blocks_of_igraph(void) {
    long warm = 0;
    for (int i = 0; i < TIMES; i++) {
        void *handle = dlopen(SAMEN_IGRAPH, RTLD_NOW | RTLD_LOCAL);
        ck_assert_msg(handle != NULL, "%s", dlerror());
        ck_assert_int_eq(dlclose(handle), 0);
        if (i == WARM_UP)
            warm = atomic_load(&blocks_live);
    }
    return atomic_load(&blocks_live) - warm;
}

/* ---- Tests --------------------------------------------------------------------------------------- */

START_TEST(a_hundred_times_loaded_and_unloaded_leaves_nothing) {
    holding warm = {0}, end = {0};
    long of_igraph = blocks_of_igraph();
    for (int i = 0; i < TIMES; i++) {
        library l = use(dlopen(path_of_library(), RTLD_NOW | RTLD_LOCAL));
        free(work(&l));
        ck_assert_int_eq(dlclose(l.handle), 0);
        ck_assert_ptr_null(dlopen(path_of_library(), RTLD_NOW | RTLD_NOLOAD));
        ck_assert_int_eq(count_mappings("libsamen"), 0);
        if (i == WARM_UP)
            warm = hold();
    }
    end = hold();
    ck_assert_int_eq(end.threads, warm.threads);
    ck_assert_int_eq(end.files, warm.files);
    ck_assert_int_le(end.mappings, warm.mappings + 2);
    ck_assert_msg(end.blocks - warm.blocks <= of_igraph + 5, "%ld blocks, of which %ld of igraph",
                  end.blocks - warm.blocks, of_igraph);
    ck_assert_msg(end.pages <= warm.pages + 256, "%ld pages became %ld", warm.pages, end.pages);
}
END_TEST

/* What the library asked to be told of forks goes with it. */
START_TEST(a_process_can_fork_after_unloading) {
    for (int i = 0; i < 10; i++) {
        int status = 0;
        library l = use(dlopen(path_of_library(), RTLD_NOW));
        free(work(&l));
        ck_assert_int_eq(dlclose(l.handle), 0);
        pid_t child = fork();
        if (child == 0) {
            alarm(60);
            l = use(dlopen(path_of_library(), RTLD_NOW));
            free(work(&l));
            _exit(dlclose(l.handle));
        }
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert_msg(status == 0, "the child ended with %x", (unsigned)status);
    }
}
END_TEST

START_TEST(loaded_twice_it_is_one_library) {
    library one = use(dlopen(path_of_library(), RTLD_NOW | RTLD_LOCAL));
    library two = use(dlopen(path_of_library(), RTLD_LAZY | RTLD_LOCAL));
    char *first = work(&one), *second = work(&two);
    ck_assert_ptr_eq(one.handle, two.handle);
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(dlclose(one.handle), 0);
    free(second);
    second = work(&two);
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(dlclose(two.handle), 0);
    ck_assert_int_eq(count_mappings("libsamen"), 0);
    free(first);
    free(second);
}
END_TEST

/* In a world of its own, with an igraph and a C library of its own, beside the ordinary one. */
START_TEST(loaded_into_another_namespace_it_works_too) {
    library one = use(dlopen(path_of_library(), RTLD_NOW | RTLD_LOCAL));
    library two = use(dlmopen(LM_ID_NEWLM, path_of_library(), RTLD_NOW | RTLD_LOCAL));
    char *first = work(&one), *second = work(&two);
    ck_assert(one.measure != two.measure);
    ck_assert_str_eq(first, second);
    free(first);
    free(second);
    ck_assert_int_eq(dlclose(two.handle), 0);
    ck_assert_int_eq(dlclose(one.handle), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("manners/loading");
    TCase *cases = tcase_create("manners/loading");
    tcase_set_timeout(cases, 300);
    tcase_add_test(cases, a_hundred_times_loaded_and_unloaded_leaves_nothing);
    tcase_add_test(cases, a_process_can_fork_after_unloading);
    tcase_add_test(cases, loaded_twice_it_is_one_library);
    tcase_add_test(cases, loaded_into_another_namespace_it_works_too);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
