/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/run.h"

#include <time.h>

#include "../refuses.h"

typedef struct listener {
    int calls;
    int32_t answer;
    double fraction;
    char what[32];
} listener;

static int32_t listen_to(void *payload, double fraction, const char *what) {
    listener *l = payload;
    l->calls++;
    l->fraction = fraction;
    snprintf(l->what, sizeof l->what, "%s", what);
    return l->answer;
}

static samen__run prepared(const samen_run *given) {
    samen__run run;
    OK(samen__run_prepare(given, 3, &run, error));
    return run;
}

static int64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

TEST(without_settings_every_default_is_filled_in) {
    samen_run zero = {.struct_size = sizeof zero};
    for (int i = 0; i < 2; i++) {
        samen__run run = prepared(i ? &zero : NULL);
        ck_assert_uint_eq(run.seed, SAMEN__DEFAULT_SEED);
        ck_assert_int_ge(run.threads, 1);
        ck_assert_int_le(run.threads, 1024);
        ck_assert(run.on_progress == NULL && run.payload == NULL);
        ck_assert_double_eq(run.from, 0);
        ck_assert_double_eq(run.to, 1);
    }
}
END

TEST(what_is_given_is_taken) {
    listener l = {0};
    samen_run given = {.struct_size = sizeof given,
                       .threads = 1024,
                       .seed = UINT64_MAX,
                       .on_progress = listen_to,
                       .payload = &l};
    samen__run run = prepared(&given);
    ck_assert_int_eq(run.threads, 1024);
    ck_assert_uint_eq(run.seed, UINT64_MAX);
    ck_assert(run.on_progress == listen_to && run.payload == &l);
    given.threads = 1;
    ck_assert_int_eq(prepared(&given).threads, 1);
}
END

TEST(a_number_of_threads_that_makes_no_sense_is_refused) {
    static const int32_t numbers[] = {-1, INT32_MIN, 1025, INT32_MAX};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        samen_run given = {.struct_size = sizeof given, .threads = numbers[i]};
        samen__run run;
        REFUSES(4, "give 0 for all processors, or 1 to 1024",
                samen__run_prepare(&given, 4, &run, error));
    }
}
END

TEST(the_size_of_the_settings_is_checked) {
    static const uint32_t wrong[] = {0, 1, 3, 65537, UINT32_MAX};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        samen_run given = {.struct_size = wrong[i]};
        samen__run run;
        REFUSES(3, "struct_size of the samen_run is", samen__run_prepare(&given, 3, &run, error));
    }
    samen_run older = {.struct_size = 8, .threads = 2, .seed = 99};
    ck_assert_int_eq(prepared(&older).threads, 2);
    ck_assert_uint_eq(prepared(&older).seed, SAMEN__DEFAULT_SEED);
}
END

TEST(settings_of_a_later_version_may_not_ask_for_what_is_unknown) {
    struct {
        samen_run run;
        uint64_t later;
    } given = {.run = {.struct_size = sizeof given, .threads = 2}};
    samen__run run;
    ck_assert_int_eq(prepared(&given.run).threads, 2);
    given.later = 1;
    REFUSES(2, "sets a field that this version", samen__run_prepare(&given.run, 2, &run, error));
}
END

TEST(without_a_listener_nobody_is_told) {
    samen__run run = prepared(NULL);
    run.reported = 0;
    OK(samen__run_tell(&run, 0.5, "work", error));
    ck_assert_int_eq(run.reported, 0);
}
END

TEST(the_listener_is_told_at_most_ten_times_a_second) {
    listener l = {0};
    samen_run given = {.struct_size = sizeof given, .on_progress = listen_to, .payload = &l};
    int64_t start = nanoseconds(), passed = 0;
    samen__run run = prepared(&given);
    while (passed < 250000000) {
        OK(samen__run_tell(&run, 0.5, "counting", error));
        passed = nanoseconds() - start;
        ck_assert_int_le(l.calls, passed / 100000000);
    }
    ck_assert_int_ge(l.calls, 1);
    ck_assert_str_eq(l.what, "counting");
}
END

TEST(a_part_of_the_work_is_told_as_that_part_of_the_whole) {
    static const struct {
        double from, to, fraction, told;
    } cases[] = {
        {0, 1, 0, 0}, {0, 1, 1, 1}, {0.5, 1, 0, 0.5}, {0.5, 1, 0.5, 0.75}, {0.25, 0.75, 1, 0.75}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        listener l = {0};
        samen_run given = {.struct_size = sizeof given, .on_progress = listen_to, .payload = &l};
        samen__run whole = prepared(&given);
        samen__run part = samen__run_part(&whole, cases[i].from, cases[i].to);
        part.reported = 0;
        OK(samen__run_tell(&part, cases[i].fraction, "part", error));
        ck_assert_int_eq(l.calls, 1);
        ck_assert_double_eq(l.fraction, cases[i].told);
    }
    samen__run whole = prepared(NULL);
    samen__run half = samen__run_part(&whole, 0.5, 1);
    samen__run quarter = samen__run_part(&half, 0.5, 1);
    ck_assert_double_eq(quarter.from, 0.75);
    ck_assert_double_eq(quarter.to, 1);
}
END

TEST(the_listener_can_stop_the_work) {
    static const int32_t answers[] = {1, -1, INT32_MIN};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        listener l = {.answer = answers[i]};
        samen_run given = {.struct_size = sizeof given, .on_progress = listen_to, .payload = &l};
        samen__run run = prepared(&given);
        run.reported = 0;
        FAILS(SAMEN_ERR_CANCELLED, "the work was stopped on request; nothing was changed",
              samen__run_tell(&run, 0.5, "the work", error));
    }
}
END

TEST(many_small_steps_are_told_now_and_then_as_no_progress) {
    listener l = {.fraction = -1};
    samen_run given = {.struct_size = sizeof given, .on_progress = listen_to, .payload = &l};
    samen__run run = prepared(&given);
    run.reported = 0;
    OK(samen__run_step(&run, 1000, "stepping", error));
    ck_assert_int_eq(l.calls, 0); /* too few to look at the clock */
    for (int i = 0; i < 1000; i++)
        OK(samen__run_step(&run, 1000, "stepping", error));
    ck_assert_int_ge(l.calls, 1);
    ck_assert_double_eq(l.fraction, 0);
    ck_assert_str_eq(l.what, "stepping");
    l.answer = 1;
    run.reported = 0;
    FAILS(SAMEN_ERR_CANCELLED, "stepping was stopped on request",
          samen__run_step(&run, 1 << 20, "stepping", error));
}
END

SUITE("core/run", without_settings_every_default_is_filled_in, what_is_given_is_taken,
      a_number_of_threads_that_makes_no_sense_is_refused, the_size_of_the_settings_is_checked,
      settings_of_a_later_version_may_not_ask_for_what_is_unknown,
      without_a_listener_nobody_is_told, the_listener_is_told_at_most_ten_times_a_second,
      a_part_of_the_work_is_told_as_that_part_of_the_whole, the_listener_can_stop_the_work,
      many_small_steps_are_told_now_and_then_as_no_progress)
