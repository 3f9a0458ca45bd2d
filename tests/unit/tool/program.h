/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running the command-line tool and looking at what it prints, where, and how it ends. */
#ifndef SAMEN_TESTS_PROGRAM_H
#define SAMEN_TESTS_PROGRAM_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../io/folder.h"

enum { NOT_RUN = 127 };

/* How a run differs from an ordinary one. */
typedef struct setting {
    const char *standard_output; /* a file in place of the pipe */
    rlim_t largest_file;         /* 0: no limit */
    double interrupt_after;      /* seconds until SIGINT; 0: none */
    int terminal;                /* 1: standard error is a terminal */
} setting;

typedef struct outcome {
    int status; /* exit status, or minus the signal that ended it */
    char *out, *err;
    double worked; /* seconds of the processor, from start to end */
} outcome;

static inline void pause_for(double seconds) {
    struct timespec time = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    nanosleep(&time, NULL);
}

static inline void become_tool(const char *const *words, const setting *s, int out, int err) {
    const char *argv[40] = {SAMEN_BINARY_DIR "/examples/samen/samen"};
    for (int i = 0; words[i]; i++)
        argv[i + 1] = words[i];
    if (s->standard_output)
        out = open(s->standard_output, O_WRONLY);
    if (s->largest_file) {
        struct rlimit limit = {s->largest_file, s->largest_file};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    signal(SIGINT, SIG_DFL);
    int nothing = open("/dev/null", O_RDONLY);
    if (dup2(nothing, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(NOT_RUN);
    execv(argv[0], (char *const *)(uintptr_t)argv);
    _exit(NOT_RUN);
}

/* The side of a new terminal that a program writes to; *keeper gets the other. -1 where the system has none. */
static inline int open_terminal(int *keeper) {
    *keeper = posix_openpt(O_RDWR | O_NOCTTY);
    if (*keeper < 0 || grantpt(*keeper) != 0 || unlockpt(*keeper) != 0)
        return -1;
    return open(ptsname(*keeper), O_RDWR | O_NOCTTY);
}

/* Whether the system has terminals; what needs one is skipped, and says so, when not. */
static inline int has_terminals(void) {
    int keeper = -1, terminal = open_terminal(&keeper);
    if (terminal < 0)
        printf("skipped: there are no terminals here\n");
    else
        close(terminal);
    if (keeper >= 0)
        close(keeper);
    return terminal >= 0;
}

/* All that a program prints on its terminal until it ends; to be freed. */
static inline char *printed_on_terminal(int keeper) {
    char *text = NULL, piece[512];
    size_t length = 0;
    ssize_t got;
    FILE *out = open_memstream(&text, &length);
    while ((got = read(keeper, piece, sizeof piece)) > 0)
        fwrite(piece, 1, (size_t)got, out);
    fclose(out);
    close(keeper);
    return text;
}

/* What was written to a temporary file, as a text. */
static inline char *collected(int file) {
    off_t length = lseek(file, 0, SEEK_END);
    char *text = calloc((size_t)length + 1, 1);
    ck_assert_int_eq(pread(file, text, (size_t)length, 0), length);
    close(file);
    return text;
}

static inline int temporary_file(void) {
    char name[] = "/tmp/samen-tool-XXXXXX";
    int file = mkstemp(name);
    ck_assert_int_ge(file, 0);
    unlink(name);
    return file;
}

static inline outcome run_with(setting s, const char *const *words) {
    int out = temporary_file(), keeper = -1, status = 0;
    int err = s.terminal ? open_terminal(&keeper) : temporary_file();
    outcome o = {0};
    struct rusage used = {0};
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        become_tool(words, &s, out, err);
    if (s.terminal) {
        close(err);
        o.err = printed_on_terminal(keeper);
    }
    if (s.interrupt_after > 0) {
        pause_for(s.interrupt_after);
        kill(child, SIGINT);
    }
    ck_assert_int_eq(wait4(child, &status, 0, &used), child);
    o.worked = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
               (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    o.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    o.out = collected(out);
    if (!s.terminal)
        o.err = collected(err);
    ck_assert_msg(o.status != NOT_RUN, "the tool is not built: %s",
                  SAMEN_BINARY_DIR "/examples/samen/samen");
    return o;
}

/* Run with these words. */
#define RUN(...)         run_with((setting){0}, (const char *const[]){__VA_ARGS__, NULL})
#define RUN_WITH(s, ...) run_with(s, (const char *const[]){__VA_ARGS__, NULL})

static inline void outcome_free(outcome *o) {
    free(o->out);
    free(o->err);
}

/* It ended with this status, printed these words and complained in those; NULL stands for nothing at all. */
static inline void expect_outcome(outcome o, int status, const char *out, const char *err) {
    ck_assert_msg(o.status == status, "ended with %d: %s%s", o.status, o.out, o.err);
    if (out)
        ck_assert_msg(strstr(o.out, out) != NULL, "\"%s\" is not in the output: %s", out, o.out);
    else
        ck_assert_msg(!*o.out, "printed: %s", o.out);
    if (err)
        ck_assert_msg(strstr(o.err, err) != NULL, "\"%s\" is not among complaints: %s", err, o.err);
    else
        ck_assert_msg(!*o.err, "complained: %s", o.err);
    outcome_free(&o);
}

/* Names in a folder, hidden ones too, each followed by a blank; to be freed. */
static inline int order_of_names(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static inline char *names_in(const char *folder) {
    struct dirent **entries = NULL;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    int count = scandir(folder, &entries, NULL, order_of_names);
    for (int i = 0; i < count; i++) {
        if (strcmp(entries[i]->d_name, ".") != 0 && strcmp(entries[i]->d_name, "..") != 0)
            fprintf(out, "%s ", entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    fclose(out);
    return text;
}

static inline void expect_names(const char *folder, const char *expected) {
    char *names = names_in(folder);
    ck_assert_str_eq(names, expected);
    free(names);
}

static inline char *whole_file(const char *path) {
    int file = open(path, O_RDONLY);
    ck_assert_msg(file >= 0, "there is no %s", path);
    return collected(file);
}

/* "folder/name", to be freed. */
static inline char *join_path(const char *folder, const char *name) {
    return strdup(path_in(folder, name));
}

/* A small data set with everything: a folder "data" in a new folder, which is returned. */
static inline char *small_data(void) {
    static const file files[] = {
        {"organisations.csv", "id,name,sector,respondent\na,Alpha,care,yes\nb,Beta,care,yes\n"
                              "c,Gamma,youth,yes\nd,Delta,youth,no\ne,Epsilon,youth,yes\n"},
        {"ties.csv", "from,to,form,weight,directed\na,b,action,2,yes\nb,c,consultation,1,no\n"
                     "c,d,action,3,yes\na,a,action,1,no\n"},
        {"partnerships.csv", "id,form\np,learning\n"},
        {"memberships.csv", "partnership,organisation,role\np,a,lead\np,b,\n"}};
    char *folder = make_folder(), *data = join_path(folder, "data");
    ck_assert_int_eq(mkdir(data, 0777), 0);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        write_text_file(data, files[i].name, files[i].text);
    free(data);
    return folder;
}

#endif
