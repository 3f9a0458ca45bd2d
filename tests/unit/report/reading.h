/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as a reader has them: sentences, wherever their lines end. */
#ifndef SAMEN_TESTS_UNIT_REPORT_READING_H
#define SAMEN_TESTS_UNIT_REPORT_READING_H

#include "build.h"

/* Runs of blanks and line ends become one blank. To be freed. */
static inline char *in_one_line(const char *text) {
    char *line = malloc(strlen(text) + 1), *to = line;
    for (; *text; text++) {
        int is_blank = *text == ' ' || *text == '\n';
        if (!is_blank || (to > line && to[-1] != ' '))
            *to++ = is_blank ? ' ' : *text;
    }
    *to = '\0';
    return line;
}

/* The report in a format; to be given back with samen_free(). */
static inline char *format_of(const samen_view *view, const char *options, const char *format,
                              const samen_run *run) {
    samen_report *report = NULL;
    char *text = NULL;
    int64_t length = 0;
    OK(samen_report_new(view, options, run, &report, error));
    OK(samen_report_format(report, format, run, &text, &length, error));
    ck_assert_int_eq(strlen(text), length);
    samen_report_free(report);
    return text;
}

/* Takes the view over; the text has no line ends. To be freed. */
static inline char *read_report(samen_view *view, const char *options) {
    char *text = format_of(view, options, "text", NULL), *line = in_one_line(text);
    samen_free(text);
    samen_view_free(view);
    return line;
}

/* Takes the view over. The report says all of these words, which NULL ends, in this order. */
static inline void expect_all_said(samen_view *view, const char *options,
                                   const char *const *words) {
    char *text = read_report(view, options);
    const char *at = text;
    for (; *words; words++) {
        const char *found = strstr(at, *words);
        ck_assert_msg(found != NULL, "\"%s\" is not said, or not there: %.900s", *words, at);
        at = found + strlen(*words);
    }
    free(text);
}

#define SAYS(view, options, ...)                                                                   \
    expect_all_said(view, options, (const char *const[]){__VA_ARGS__, NULL})

static inline void expect_unsaid(samen_view *view, const char *options, const char *words) {
    char *text = read_report(view, options);
    ck_assert_msg(!strstr(text, words), "\"%s\" is said: %.900s", words, text);
    free(text);
}

#endif
