/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hosts with signals of their own: profilers, timers, Ctrl-C. Handlers run in the host's threads, and what they
 * interrupt goes on. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "doings.h"

/* ---- System calls that are interrupted every other time -------------------------------------------- */

static atomic_int interrupting;
static atomic_long interrupted;

#define EVERYWHERE __attribute__((visibility("default")))

static int is_interrupted(void) {
    static atomic_long number;
    if (!atomic_load(&interrupting) || atomic_fetch_add(&number, 1) % 2)
        return 0;
    atomic_fetch_add(&interrupted, 1);
    errno = EINTR;
    return 1;
}

EVERYWHERE int open(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return is_interrupted() ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

EVERYWHERE ssize_t read(int file, void *bytes, size_t count) {
    return is_interrupted() ? -1 : syscall(SYS_read, file, bytes, count);
}

EVERYWHERE ssize_t write(int file, const void *bytes, size_t count) {
    return is_interrupted() ? -1 : syscall(SYS_write, file, bytes, count);
}

EVERYWHERE int fsync(int file) {
    return is_interrupted() ? -1 : (int)syscall(SYS_fsync, file);
}

/* Linux closes the file all the same. */
EVERYWHERE int close(int file) {
    int is = is_interrupted(), result = (int)syscall(SYS_close, file);
    if (is)
        errno = EINTR;
    return is ? -1 : result;
}

TEST(interrupted_system_calls_are_made_again) {
    scene s = scene_make();
    for (int phase = 0; phase < 2; phase++) {
        for (int i = 0; i < doings_count; i++) {
            samen_error error = {0};
            atomic_store(&interrupting, 1);
            samen_status status = doings[i].go(&s, NULL, &error);
            atomic_store(&interrupting, 0);
            ck_assert_msg(status == doings[i].expected, "%s: %s", doings[i].name, error.message);
        }
        atomic_store(&interrupting, 1);
        (void)is_interrupted(); /* the other half of them */
        atomic_store(&interrupting, 0);
    }
    ck_assert_int_gt(atomic_load(&interrupted), 20);
    scene_clear(&s);
}
END

/* ---- Timers ---------------------------------------------------------------------------------------- */

static pthread_t host;
static atomic_long handled, elsewhere;

static void handle(int number) {
    (void)number;
    atomic_fetch_add(&handled, 1);
    if (!pthread_equal(pthread_self(), host))
        atomic_fetch_add(&elsewhere, 1);
}

/* A thousand times a second of time and of work, and what they interrupt is not begun again. */
static void start_timers(void) {
    const struct itimerval often = {.it_interval = {.tv_usec = 1000},
                                    .it_value = {.tv_usec = 1000}};
    struct sigaction action = {.sa_handler = handle};
    host = pthread_self();
    sigaction(SIGALRM, &action, NULL);
    sigaction(SIGPROF, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    ck_assert_int_eq(setitimer(ITIMER_REAL, &often, NULL), 0);
    ck_assert_int_eq(setitimer(ITIMER_PROF, &often, NULL), 0);
}

static void stop_timers(void) {
    const struct itimerval never = {.it_value = {.tv_usec = 0}};
    setitimer(ITIMER_REAL, &never, NULL);
    setitimer(ITIMER_PROF, &never, NULL);
    usleep(10000);
}

static long milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

TEST(a_profiler_interrupts_the_hosts_thread_only_and_changes_nothing) {
    scene s = scene_make();
    const samen_run run = {.struct_size = sizeof run, .threads = 4};
    char *expected = all_tables_on(s.view, 1);
    start_timers();
    for (long began = milliseconds(); milliseconds() - began < 2000;) {
        for (int i = 0; i < doings_count; i++) {
            samen_error error = {0};
            samen_status status = doings[i].go(&s, &run, &error);
            ck_assert_msg(status == doings[i].expected, "%s: %s", doings[i].name, error.message);
        }
        char *text = all_tables_on(s.view, 4);
        ck_assert_str_eq(text, expected);
        free(text);
    }
    stop_timers();
    ck_assert_int_gt(atomic_load(&handled), 500);
    ck_assert_int_eq(atomic_load(&elsewhere), 0);
    free(expected);
    scene_clear(&s);
}
END

static atomic_int enough;

/* Ctrl-C, again and again: sent to the process, which gives it to any thread that does not block it. */
static void *press_keys(void *unused) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    while (!atomic_load(&enough)) {
        kill(getpid(), SIGINT);
        usleep(500);
    }
    return unused;
}

TEST(an_interrupt_comes_to_the_hosts_thread) {
    scene s = scene_make();
    pthread_t thread;
    start_timers();
    ck_assert_int_eq(pthread_create(&thread, NULL, press_keys, NULL), 0);
    for (long began = milliseconds(); milliseconds() - began < 1000;)
        free(all_tables_on(s.view, 4));
    atomic_store(&enough, 1);
    pthread_join(thread, NULL);
    stop_timers();
    ck_assert_int_gt(atomic_load(&handled), 100);
    ck_assert_int_eq(atomic_load(&elsewhere), 0);
    scene_clear(&s);
}
END

/* ---- Waiting for bytes ----------------------------------------------------------------------------- */

static sem_t feeding;

static void *feed(void *path) {
    static const char text[] = "from,to,weight\na,b,0.5\nb,c,2\nc,a,1\n";
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    sem_post(&feeding);
    for (size_t i = 0; i < sizeof text - 1; i++) {
        ck_assert_int_eq(write(file, text + i, 1), 1);
        usleep(3000);
    }
    close(file);
    return NULL;
}

/* A pipe that gives a byte now and then is waited for through a hundred interruptions. */
TEST(a_slow_pipe_is_read_to_its_end) {
    char *folder = make_folder(), path[4096];
    pthread_t thread;
    samen_network *network = NULL;
    snprintf(path, sizeof path, "%s/ties.csv", folder);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    sem_init(&feeding, 0, 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* so that what is written stays */
    ck_assert_int_eq(pthread_create(&thread, NULL, feed, path), 0);
    sem_wait(&feeding);
    start_timers();
    OK(samen_io_read(path, NULL, NULL, &network, error));
    stop_timers();
    pthread_join(thread, NULL);
    close(reader);
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), 3);
    ck_assert_int_gt(atomic_load(&handled), 20);
    samen_network_free(network);
    remove_folder(folder);
}
END

SUITE("manners/signals", interrupted_system_calls_are_made_again,
      a_profiler_interrupts_the_hosts_thread_only_and_changes_nothing,
      an_interrupt_comes_to_the_hosts_thread, a_slow_pipe_is_read_to_its_end)
