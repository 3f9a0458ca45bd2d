/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locale with a decimal comma, made from a text of a few lines. Included once in a program. */
#ifndef SAMEN_TESTS_COMMA_H
#define SAMEN_TESTS_COMMA_H

#include <locale.h>
#include <sys/wait.h>
#include <unistd.h>

#include "suite.h"

/* The C library keeps the list of folders that LOCPATH names. The leak sanitizer finds this function by its name, in
 * what the program exports. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:argz_add_sep";
}

static const char definition[] = "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \".\"\n"
                                 "grouping 3;3\nEND LC_NUMERIC\n";

/* Give the folder in which the locale "comma" is; LOCPATH says so too. */
static inline char *make_locale(void) {
    char *folder = make_folder(), source[4096], made[4096];
    int status = 0;
    write_text_file(folder, "comma.txt", definition);
    snprintf(source, sizeof source, "%s/comma.txt", folder);
    snprintf(made, sizeof made, "%s/comma", folder);
    pid_t child = fork();
    if (child == 0) {
        execlp("localedef", "localedef", "-c", "--quiet", "--no-archive", "-i", source, made,
               (char *)NULL);
        _exit(127);
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    setenv("LOCPATH", folder, 1);
    setenv("LC_ALL", "comma", 1);
    return folder;
}

static inline int has_comma(void) {
    char text[16];
    snprintf(text, sizeof text, "%.1f", 0.5);
    return strcmp(text, "0,5") == 0;
}

#endif
