/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pthread.h>
#include <string.h>

#include "core/run.h"
#include "suite.h"

TEST(a_report_is_written_and_counted) {
    samen_watch watch = {0};
    ck_assert_int_eq(samen_watch_report(&watch, 0.25, "paths"), 0);
    ck_assert_uint_eq(watch.reports, 2);
    ck_assert_double_eq(watch.fraction, 0.25);
    ck_assert_str_eq(watch.what, "paths");
    ck_assert_int_eq(samen_watch_report(&watch, 0.5, NULL), 0);
    ck_assert_uint_eq(watch.reports, 4);
    ck_assert_str_eq(watch.what, "");
}
END

TEST(a_watch_stops_what_it_watches) {
    samen_watch watch = {0};
    watch.stop = 1;
    ck_assert_int_eq(samen_watch_report(&watch, 0, ""), 1);
    watch.stop = -7;
    ck_assert_int_eq(samen_watch_report(&watch, 0, ""), 1);
}
END

TEST(without_a_watch_the_call_goes_on) {
    ck_assert_int_eq(samen_watch_report(NULL, 1, "paths"), 0);
}
END

/* Words are cut off between two characters: é has two bytes, 🦊 four. */
TEST(long_words_are_cut_off_between_characters) {
    for (int lead = 107; lead <= 112; lead++) {
        char words[128];
        memset(words, 'a', (size_t)lead);
        strcpy(words + lead, "\xF0\x9F\xA6\x8A\xC3\xA9");
        samen_watch watch = {0};
        memset(watch.what, 'x', sizeof watch.what);
        samen_watch_report(&watch, 0, words);
        size_t kept = lead == 107 || lead > 111 ? 111 : (size_t)lead;
        ck_assert_uint_eq(strlen(watch.what), kept);
        ck_assert_int_eq(memcmp(watch.what, words, kept), 0);
    }
}
END

typedef struct pen {
    samen_watch *watch;
    int32_t answer;
} pen;

static void *write_reports(void *context) {
    pen *p = context;
    for (int i = 0; p->answer == 0; i++)
        p->answer = samen_watch_report(p->watch, i % 2, i % 2 ? "one" : "nil");
    return NULL;
}

/* Another thread reads whole reports, by the number of them, and stops the writer. */
TEST(another_thread_reads_whole_reports) {
    samen_watch watch = {0};
    pen writer = {.watch = &watch};
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, write_reports, &writer), 0);
    for (int whole = 0; whole < 1000;) {
        uint32_t before = __atomic_load_n(&watch.reports, __ATOMIC_ACQUIRE);
        double fraction;
        char what[4] = "";
        __atomic_load(&watch.fraction, &fraction, __ATOMIC_ACQUIRE);
        for (int i = 0; i < 3; i++)
            what[i] = __atomic_load_n(&watch.what[i], __ATOMIC_ACQUIRE);
        if (before == 0 || before % 2 ||
            before != __atomic_load_n(&watch.reports, __ATOMIC_RELAXED))
            continue;
        ck_assert_str_eq(what, fraction == 1 ? "one" : "nil");
        whole++;
    }
    __atomic_store_n(&watch.stop, 1, __ATOMIC_RELEASE);
    pthread_join(thread, NULL);
    ck_assert_int_eq(writer.answer, 1);
}
END

TEST(a_run_is_told_of_and_stopped_through_a_watch) {
    samen_watch watch = {0};
    samen_run given = {
        .struct_size = sizeof given, .on_progress = samen_watch_report, .payload = &watch};
    samen__run run;
    OK(samen__run_prepare(&given, 1, &run, error));
    run.reported = 0; /* so long ago that the next report is due */
    OK(samen__run_tell(&run, 0.5, "paths", error));
    ck_assert_double_eq(watch.fraction, 0.5);
    watch.stop = 1;
    run.reported = 0;
    ck_assert_int_eq(samen__run_tell(&run, 0.75, "paths", NULL), SAMEN_ERR_CANCELLED);
    ck_assert_str_eq(watch.what, "paths");
}
END

SUITE("core/watch", a_report_is_written_and_counted, a_watch_stops_what_it_watches,
      without_a_watch_the_call_goes_on, long_words_are_cut_off_between_characters,
      another_thread_reads_whole_reports, a_run_is_told_of_and_stopped_through_a_watch)
