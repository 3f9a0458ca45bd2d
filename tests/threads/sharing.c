/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight threads at once on one network and one view. Run under the thread sanitizer by its preset. */
#include <pthread.h>

#include "build.h"
#include "calls.h"
#include "graphs.h"

enum { THREADS = 8 };

/* Every table of every measure. */
static table_call calls[MOST_CALLS];
static int calls_count;

typedef struct worker {
    samen_network *network;
    samen_view *view;
    int number;
    char *result[MOST_CALLS]; /* of each call, as CSV */
    int failed;
} worker;

static void *work(void *argument) {
    worker *w = argument;
    const samen_run run = {.struct_size = sizeof run, .threads = 1 + w->number % 3};
    const samen_table_options csv = {.struct_size = sizeof csv, .format = SAMEN_FORMAT_CSV};
    samen_network_retain(w->network);
    samen_view_retain(w->view);
    for (int i = 0; i < calls_count; i++) {
        int call = (i + w->number) % calls_count; /* each thread begins elsewhere */
        samen_view *own = NULL;
        samen_table *table = NULL;
        if (samen_measure(w->view, calls[call].measure, calls[call].options, &run, &table, NULL) !=
                SAMEN_OK ||
            samen_table_format(table, &csv, &w->result[call], NULL, NULL) != SAMEN_OK ||
            samen_view_make(w->network, "direction=either", &run, &own, NULL) != SAMEN_OK)
            w->failed++;
        samen_view_free(own);
        samen_table_free(table);
    }
    samen_view_free(w->view);
    samen_network_free(w->network);
    return NULL;
}

static samen_network *sample(int directed) {
    dice d = {.state = 11};
    graph g = graph_random(&d, GRAPH_CLIQUES, 40, directed, 4, 3);
    samen_network *network = graph_network(&g);
    graph_free(&g);
    return network;
}

/* Oracle: the same calls one after the other, in one thread, on a view of their own. */
static void share(int directed) {
    samen_network *network = sample(directed);
    samen_view *view = NULL;
    calls_count = all_calls(calls, "group", 20, 1);
    OK(samen_view_make(network, "", NULL, &view, error));
    worker workers[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (worker){.network = network, .view = view, .number = i};
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    samen_view_free(view);
    worker alone = {.network = network};
    OK(samen_view_make(network, "", NULL, &alone.view, error));
    work(&alone);
    ck_assert_int_eq(alone.failed, 0);
    for (int call = 0; call < calls_count; call++) {
        for (int i = 0; i < THREADS; i++) {
            ck_assert_int_eq(workers[i].failed, 0);
            ck_assert_str_eq(workers[i].result[call], alone.result[call]);
            samen_free(workers[i].result[call]);
        }
        samen_free(alone.result[call]);
    }
    samen_view_free(alone.view);
    samen_network_free(network);
}

TEST(eight_threads_share_an_undirected_view) {
    share(0);
}
END

TEST(eight_threads_share_a_directed_view) {
    share(1);
}
END

static void *read_and_free(void *argument) {
    for (int i = 0; i < 20; i++) {
        samen_network *network = NULL;
        if (samen_io_read(argument, NULL, NULL, &network, NULL) != SAMEN_OK)
            return argument;
        samen_network_free(network);
    }
    return NULL;
}

TEST(eight_threads_read_one_data_set) {
    char *folder = make_folder();
    pthread_t threads[THREADS];
    write_text_file(folder, "ties.csv", "from,to,form\na,b,action\nb,c,overleg\n");
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, read_and_free, folder), 0);
    for (int i = 0; i < THREADS; i++) {
        void *failed = NULL;
        pthread_join(threads[i], &failed);
        ck_assert_ptr_null(failed);
    }
    remove_folder(folder);
}
END

/* A view that all make reports of, and a report of it that all write out. */
typedef struct writer {
    const samen_view *view;
    samen_report *report;
    char *made, *page; /* a report of its own as text, and the shared one as a page */
    int failed;
} writer;

static void *write_report(void *argument) {
    writer *w = argument;
    const samen_run run = {.struct_size = sizeof run, .threads = 2};
    samen_report *own = NULL;
    w->failed = samen_report_new(w->view, "group=group", &run, &own, NULL) != SAMEN_OK ||
                samen_report_format(own, "text", &run, &w->made, NULL, NULL) != SAMEN_OK ||
                samen_report_format(w->report, "html", &run, &w->page, NULL, NULL) != SAMEN_OK;
    samen_report_free(own);
    samen_report_free(w->report);
    return NULL;
}

TEST(eight_threads_share_a_view_and_its_report) {
    samen_view *view = see(sample(1), "");
    samen_report *report = NULL;
    OK(samen_report_new(view, "language=nl", NULL, &report, error));
    writer writers[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        writers[i] = (writer){.view = view, .report = samen_report_retain(report)};
        ck_assert_int_eq(pthread_create(&threads[i], NULL, write_report, &writers[i]), 0);
    }
    samen_report_free(report);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(writers[i].failed, 0);
        ck_assert_str_eq(writers[i].made, writers[0].made);
        ck_assert_str_eq(writers[i].page, writers[0].page);
    }
    for (int i = 0; i < THREADS; i++) {
        samen_free(writers[i].made);
        samen_free(writers[i].page);
    }
    samen_view_free(view);
}
END

SUITE("threads", eight_threads_share_an_undirected_view, eight_threads_share_a_directed_view,
      eight_threads_share_a_view_and_its_report, eight_threads_read_one_data_set)
