/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After every kind of call, done well, failed or cancelled, the host finds its process as it left it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "doings.h"
#include "surroundings.h"

extern char **environ;

static int32_t go_on(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    if (payload)
        ++*(int *)payload;
    return 0;
}

static int32_t stop(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    (void)what;
    return 1;
}

static void do_one(const doing *d, const scene *s, const samen_run *run, samen_status expected) {
    samen_error error = {0};
    samen_status status = d->go(s, run, &error);
    ck_assert_msg(status == expected, "%s: %s: %s", d->name, samen_status_name(status),
                  error.message);
    ck_assert_int_eq(error.code, expected);
}

/* Each by itself, with threads and cancelled, and the text of what was there before and after. */
static void do_each(const scene *s) {
    const samen_run threads = {.struct_size = sizeof threads, .threads = 4};
    const samen_run stopped = {.struct_size = sizeof stopped, .threads = 4, .on_progress = stop};
    do_one(&doings[0], s, &threads, doings[0].expected); /* what is made once in a process */
    for (int i = 0; i < doings_count; i++) {
        const doing *d = &doings[i];
        for (int cancelled = 0; cancelled <= d->runs; cancelled++) {
            char *before = surroundings();
            if (cancelled)
                clock_stand(200000000);
            do_one(d, s, cancelled ? &stopped : &threads,
                   cancelled ? SAMEN_ERR_CANCELLED : d->expected);
            clock_real();
            char *after = surroundings();
            ck_assert_msg(strcmp(before, after) == 0, "%s%s: before\n%s\nafter\n%s", d->name,
                          cancelled ? ", cancelled" : "", before, after);
            free(before);
            free(after);
        }
    }
}

TEST(every_call_leaves_the_process_as_it_was) {
    scene s = scene_make();
    do_each(&s);
    scene_clear(&s);
}
END

static void ignore_it(int number) {
    (void)number;
}

/* The same of a host that has set up everything in its own way. */
TEST(what_the_host_has_set_is_not_set_back) {
    scene s = scene_make();
    struct sigaction action = {.sa_handler = ignore_it, .sa_flags = SA_NODEFER};
    sigset_t mask;
    for (int number = 1; number < 32; number++) {
        if (number != SIGSEGV && number != SIGBUS && number != SIGFPE && number != SIGILL)
            sigaction(number, &action, NULL);
    }
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR2);
    sigaddset(&mask, SIGPIPE);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    umask(027);
    ck_assert_int_eq(chdir(s.folder), 0);
    do_each(&s);
    ck_assert_int_eq(chdir("/"), 0);
    scene_clear(&s);
}
END

TEST(nothing_is_printed) {
    scene s = scene_make();
    const samen_run stopped = {.struct_size = sizeof stopped, .on_progress = stop};
    output_watch();
    for (int i = 0; i < doings_count; i++) {
        doings[i].go(&s, NULL, NULL);
        clock_stand(200000000);
        doings[i].go(&s, &stopped, NULL);
        clock_real();
    }
    long printed = output_end();
    ck_assert_int_eq(printed, 0);
    scene_clear(&s);
}
END

/* The tests' own library asks for the environment too: what counts is asked by another one. */
static int asks, watching;

static const void *base_of(const void *address) {
    Dl_info about;
    return dladdr(address, &about) ? about.dli_fbase : NULL;
}

__attribute__((visibility("default"))) char *getenv(const char *name) {
    size_t length = strlen(name);
    if (watching) {
        asks += base_of(__builtin_return_address(0)) != base_of(&asks);
        return NULL;
    }
    for (char **entry = environ; entry && *entry; entry++) {
        if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return *entry + length + 1;
    }
    return NULL;
}

/* Where the environment stands there is nothing that may be looked at: who looks without asking dies. */
TEST(the_environment_is_not_read) {
    const samen_run run = {.struct_size = sizeof run, .threads = 2};
    scene s = scene_make();
    char **before = environ;
    char *nothing = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_assert(nothing != MAP_FAILED);
    environ = (char **)(void *)nothing;
    watching = 1;
    for (int i = 0; i < doings_count; i++)
        doings[i].go(&s, &run, NULL);
    watching = 0;
    char **after = environ;
    environ = before;
    ck_assert_ptr_eq(after, nothing);
    ck_assert_int_eq(asks, 0);
    munmap(nothing, 4096);
    scene_clear(&s);
}
END

/* ---- Files --------------------------------------------------------------------------------------- */

/* What a started program finds open: the numbers that ls lists, its own one among them. */
static int open_in_a_program(void) {
    int ends[2], count = 0;
    char listed[4096];
    ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 1);
        execl("/bin/ls", "ls", "/proc/self/fd", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    ssize_t length = read(ends[0], listed, sizeof listed);
    close(ends[0]);
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    for (ssize_t i = 0; i < length; i++)
        count += listed[i] == '\n';
    return count;
}

static int open_here(void) {
    int count = 0;
    for (int file = 0; file < 256; file++)
        count += fcntl(file, F_GETFD) >= 0;
    return count;
}

typedef struct starting {
    int in_programs, here, started, most_here;
} starting;

static int32_t start_a_program(void *payload, double fraction, const char *what) {
    starting *s = payload;
    (void)fraction;
    (void)what;
    ck_assert_int_eq(open_in_a_program(), s->in_programs);
    if (open_here() > s->most_here)
        s->most_here = open_here();
    return ++s->started >= 20;
}

/* The callback starts programs in the middle of reading, when files are open here. */
TEST(a_program_that_the_host_starts_gets_no_file_of_the_library) {
    scene s = scene_make();
    starting began = {.in_programs = open_in_a_program(), .here = open_here()};
    const samen_run run = {
        .struct_size = sizeof run, .on_progress = start_a_program, .payload = &began};
    for (int i = 0; i < doings_count; i++) {
        if (!doings[i].runs)
            continue;
        began.started = 0;
        clock_stand(200000000);
        doings[i].go(&s, &run, NULL);
        clock_real();
        ck_assert_int_ge(began.started, 1);
    }
    ck_assert_int_gt(began.most_here, began.here);
    scene_clear(&s);
}
END

/* A host without standard streams: a file of ours gets a low number, and is not taken for one. */
TEST(a_host_may_have_no_standard_streams) {
    scene s = scene_make();
    int kept[3];
    for (int i = 0; i < 3; i++) {
        kept[i] = fcntl(i, F_DUPFD_CLOEXEC, 10);
        close(i);
    }
    samen_status status[64];
    ck_assert_int_le(doings_count, 64);
    for (int i = 0; i < doings_count; i++)
        status[i] = doings[i].go(&s, NULL, NULL);
    int opened = fcntl(0, F_GETFD) >= 0 || fcntl(1, F_GETFD) >= 0 || fcntl(2, F_GETFD) >= 0;
    for (int i = 0; i < 3; i++) {
        dup2(kept[i], i);
        close(kept[i]);
    }
    for (int i = 0; i < doings_count; i++)
        ck_assert_int_eq(status[i], doings[i].expected);
    ck_assert_int_eq(opened, 0);
    scene_clear(&s);
}
END

/* ---- Being told ---------------------------------------------------------------------------------- */

TEST(a_host_that_listens_finds_everything_as_it_was_too) {
    scene s = scene_make();
    int told = 0;
    const samen_run run = {.struct_size = sizeof run, .on_progress = go_on, .payload = &told};
    for (int i = 0; i < doings_count; i++) {
        char *before = surroundings();
        clock_stand(200000000);
        do_one(&doings[i], &s, &run, doings[i].expected);
        clock_real();
        char *after = surroundings();
        ck_assert_msg(strcmp(before, after) == 0, "%s: before\n%s\nafter\n%s", doings[i].name,
                      before, after);
        free(before);
        free(after);
    }
    ck_assert_int_gt(told, 0);
    scene_clear(&s);
}
END

SUITE("manners/found", every_call_leaves_the_process_as_it_was,
      what_the_host_has_set_is_not_set_back, nothing_is_printed, the_environment_is_not_read,
      a_program_that_the_host_starts_gets_no_file_of_the_library,
      a_host_may_have_no_standard_streams, a_host_that_listens_finds_everything_as_it_was_too)
