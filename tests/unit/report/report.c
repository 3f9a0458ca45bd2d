/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <fenv.h>
#include <unistd.h>

#include "../refuses.h"
#include "../tool/program.h"
#include "reading.h"

static samen_view *some_view(void) {
    return see(build_grouped("A-B A-B:action B-C:action C-D:learning*2 D>E:learning E>D:learning F",
                             "sector", "A=g B=g C=h D=h E=h F=g"),
               "");
}

static samen_report *some_report(const char *options) {
    samen_view *view = some_view();
    samen_report *report = NULL;
    OK(samen_report_new(view, options, NULL, &report, error));
    samen_view_free(view); /* the report keeps it alive */
    return report;
}

TEST(the_same_options_and_seed_give_the_same_bytes_on_any_number_of_threads) {
    static const char *const formats[] = {"text", "html"};
    samen_view *view = some_view();
    for (int f = 0; f < 2; f++) {
        char *expected = NULL;
        for (int32_t threads = 1; threads < 5; threads++) {
            const samen_run run = {.struct_size = sizeof run, .threads = threads, .seed = 7};
            samen_view *again = some_view();
            char *text =
                format_of(threads == 3 ? again : view, "title=T; language=nl", formats[f], &run);
            if (!expected)
                expected = strdup(text);
            ck_assert_str_eq(text, expected);
            samen_free(text);
            samen_view_free(again);
        }
        ck_assert_ptr_nonnull(strstr(expected, "seed 7"));
        free(expected);
    }
    samen_view_free(view);
}
END

TEST(the_title_stands_above_and_the_language_is_spoken) {
    char *en = read_report(some_view(), "title=\"Knoke; 1981\""),
         *nl = read_report(some_view(), "language=nl\ntitle=Knoke"),
         *bare = read_report(some_view(), NULL);
    ck_assert_int_eq(strncmp(en, "Knoke; 1981 In short Among 6 organis", 36), 0);
    ck_assert_int_eq(strncmp(nl, "Knoke In het kort Tussen 6 organ", 32), 0);
    ck_assert_int_eq(strncmp(bare, "In short ", 9), 0);
    ck_assert_ptr_nonnull(strstr(nl, "actienetwerk"));
    free(en);
    free(nl);
    free(bare);
}
END

TEST(tables_can_be_had_one_by_one) {
    samen_report *report = some_report("");
    int32_t tables = samen_report_tables(report);
    ck_assert_int_gt(tables, 8);
    for (int32_t i = 0; i < tables; i++) {
        const char *file = samen_report_table_file(report, i);
        ck_assert_ptr_nonnull(samen_report_table(report, i));
        ck_assert_str_eq(file + strlen(file) - 4, ".csv");
        ck_assert_int_eq(strspn(file, "abcdefghijklmnopqrstuvwxyz-.0123456789"), strlen(file));
        for (int32_t j = 0; j < i; j++)
            ck_assert_str_ne(file, samen_report_table_file(report, j));
    }
    ck_assert_ptr_null(samen_report_table(report, tables));
    ck_assert_ptr_null(samen_report_table(report, -1));
    ck_assert_ptr_null(samen_report_table_file(report, tables));
    ck_assert_ptr_null(samen_report_table_file(report, -1));
    samen_report_free(report);
}
END

static const samen_table *find_table(const samen_report *report, const char *file) {
    for (int32_t i = 0; i < samen_report_tables(report); i++) {
        if (strcmp(samen_report_table_file(report, i), file) == 0)
            return samen_report_table(report, i);
    }
    return NULL;
}

/* Oracle: what the measures themselves say there is. The report says the same, whatever else was computed. */
TEST(all_tables_are_those_of_all_measures) {
    samen_report *report = some_report("tables=all"), *shown = some_report("");
    samen_view *view = some_view();
    samen_table *measures = NULL;
    char *text = NULL, *same = NULL;
    OK(samen_describe(&measures, error));
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        char *names = strdup(cell_text(measures, row, "tables")), *rest = names;
        const char *name = NULL;
        for (; (name = strtok_r(rest, ",", &rest)) != NULL;) {
            char file[200], options[200];
            const char *of = cell_text(measures, row, "measure");
            int grouped = strcmp(of, "brokerage.roles") == 0 || strncmp(name, "group", 5) == 0;
            snprintf(file, sizeof file, "%s.%s.csv", of, name);
            snprintf(options, sizeof options, "table=%s%s", name, grouped ? "; group=sector" : "");
            const samen_table *table = find_table(report, file);
            ck_assert_msg(table != NULL, "there is no %s", file);
            samen_table *alone = measure(view, of, options);
            char *a = table_csv(table), *b = table_csv(alone);
            ck_assert_str_eq(a, b);
            samen_free(a);
            samen_free(b);
            samen_table_free(alone);
        }
        free(names);
    }
    OK(samen_report_format(report, "text", NULL, &text, NULL, error));
    OK(samen_report_format(shown, "text", NULL, &same, NULL, error));
    ck_assert_str_eq(text, same);
    samen_free(text);
    samen_free(same);
    samen_table_free(measures);
    samen_view_free(view);
    samen_report_free(shown);
    samen_report_free(report);
}
END

TEST(a_report_has_as_many_owners_as_it_was_given) {
    samen_report *report = some_report("");
    ck_assert_ptr_eq(samen_report_retain(report), report);
    samen_report_free(report);
    ck_assert_int_gt(samen_report_tables(report), 0);
    samen_report_free(report);
    samen_report_free(NULL);
    ck_assert_ptr_null(samen_report_retain(NULL));
    ck_assert_int_eq(samen_report_tables(NULL), -1);
    ck_assert_ptr_null(samen_report_table(NULL, 0));
    ck_assert_ptr_null(samen_report_table_file(NULL, 0));
}
END

TEST(wrong_arguments_are_refused) {
    samen_view *view = some_view();
    samen_report *report = some_report(""), *untouched = NULL;
    const samen_run threads = {.struct_size = sizeof threads, .threads = -1};
    char *text = NULL;
    samen_table *table = NULL;
    REFUSES(1, "view is NULL", samen_report_new(NULL, "", NULL, &untouched, error));
    REFUSES(4, "out is NULL", samen_report_new(view, "", NULL, NULL, error));
    REFUSES(3, "threads", samen_report_new(view, "", &threads, &untouched, error));
    REFUSES(2, "cannot be \"fr\"", samen_report_new(view, "language=fr", NULL, &untouched, error));
    REFUSES(2, "no option \"colour\"",
            samen_report_new(view, "colour=red", NULL, &untouched, error));
    REFUSES(1, "report is NULL", samen_report_format(NULL, "text", NULL, &text, NULL, error));
    REFUSES(2, "format is NULL", samen_report_format(report, NULL, NULL, &text, NULL, error));
    REFUSES(2, "no format \"pdf\"", samen_report_format(report, "pdf", NULL, &text, NULL, error));
    REFUSES(3, "threads", samen_report_format(report, "text", &threads, &text, NULL, error));
    REFUSES(4, "out is NULL", samen_report_format(report, "text", NULL, NULL, NULL, error));
    REFUSES(4, "path is NULL", samen_report_write(report, "text", NULL, NULL, 0, error));
    REFUSES(4, "path is NULL", samen_report_write(report, "text", NULL, "", 0, error));
    REFUSES(5, "must be 0 or 1", samen_report_write(report, "text", NULL, "x", 2, error));
    REFUSES(1, "out is NULL", samen_report_describe_options(NULL, error));
    ck_assert_ptr_null(untouched);
    ck_assert_ptr_null(text);
    ck_assert_ptr_null(table);
    samen_report_free(report);
    samen_view_free(view);
}
END

TEST(what_options_name_must_be_there) {
    samen_view *view = some_view();
    samen_report *report = NULL;
    static const char *const options[] = {"group=colour", "organisation=Z",
                                          "group=colour; tables=all"};
    static const char *const words[] = {"no attribute \"colour\"", "\"Z\"",
                                        "no attribute \"colour\""};
    for (int i = 0; i < 3; i++) {
        samen_error about = {0};
        FAILS(SAMEN_ERR_UNKNOWN, words[i],
              samen_report_new(view, options[i], NULL, &report, error));
        samen_report_new(view, options[i], NULL, &report, &about);
        ck_assert_int_eq(about.argument, 2);
        ck_assert_ptr_null(report);
    }
    samen_view_free(view);
}
END

typedef struct watcher {
    double last;
    int calls, stop_at;
} watcher;

static int32_t watch(void *payload, double fraction, const char *what) {
    watcher *w = payload;
    ck_assert(fraction >= w->last && fraction <= 1);
    ck_assert_ptr_nonnull(what);
    w->last = fraction;
    return ++w->calls == w->stop_at;
}

/* A path of many organisations, so that there is something to tell. */
static samen_view *long_view(void) {
    char *ties = calloc(1, 100000), *at = ties;
    for (int i = 0; i < 3000; i++)
        at += sprintf(at, "%so%d-o%d%s", i ? " " : "", i, i + 1, i % 3 ? "" : ":action");
    samen_view *view = see(build(ties), "");
    free(ties);
    return view;
}

TEST(progress_only_grows_and_may_stop_the_work) {
    samen_view *view = long_view();
    watcher w = {0};
    samen_run run = {.struct_size = sizeof run, .threads = 1, .on_progress = watch, .payload = &w};
    samen_report *report = NULL;
    OK(samen_report_new(view, "", &run, &report, error));
    samen_report_free(report);
    int all = w.calls;
    ck_assert_int_gt(all, 0);
    report = NULL;
    for (int stop = 1; stop < all; stop += 1 + all / 5) {
        w = (watcher){.stop_at = stop};
        samen_error about = {0};
        samen_status status = samen_report_new(view, "", &run, &report, &about);
        if (w.calls < stop) /* a fast machine tells less often */
            samen_report_free(report);
        else
            ck_assert_msg(status == SAMEN_ERR_CANCELLED, "%s", about.message);
        report = NULL;
    }
    samen_view_free(view);
}
END

TEST(a_file_is_written_whole_or_not_at_all) {
    char *folder = make_folder(), path[4096], *text = NULL, *written = NULL;
    samen_report *report = some_report("");
    snprintf(path, sizeof path, "%s/report.txt", folder);
    OK(samen_report_write(report, "text", NULL, path, 0, error));
    OK(samen_report_format(report, "text", NULL, &text, NULL, error));
    written = whole_file(path);
    ck_assert_str_eq(written, text);
    FAILS(SAMEN_ERR_EXISTS, "report.txt", samen_report_write(report, "html", NULL, path, 0, error));
    free(written);
    written = whole_file(path);
    ck_assert_str_eq(written, text);
    OK(samen_report_write(report, "html", NULL, path, 1, error));
    free(written);
    written = whole_file(path);
    ck_assert_ptr_nonnull(strstr(written, "<html lang=\"en\""));
    samen_error about = {0};
    ck_assert_int_eq(samen_report_write(report, "text", NULL, "/no/such/folder/x", 0, &about),
                     SAMEN_ERR_NOT_FOUND);
    ck_assert_int_eq(about.argument, 4);
    char *names = names_in(folder);
    ck_assert_str_eq(names, "report.txt ");
    free(names);
    free(written);
    samen_free(text);
    samen_report_free(report);
    remove_folder(folder);
}
END

TEST(options_are_listed) {
    static const char *const names[] = {"language",     "title",  "source", "group",
                                        "organisation", "tables", "guard"};
    samen_table *table = NULL;
    OK(samen_report_describe_options(&table, error));
    ck_assert_int_eq(samen_table_rows(table), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        ck_assert_str_eq(cell_text(table, (int64_t)i, "kind"), "report");
        ck_assert_str_eq(cell_text(table, (int64_t)i, "option"), names[i]);
        ck_assert_int_gt(strlen(cell_text(table, (int64_t)i, "help")), 10);
    }
    ck_assert_str_eq(cell_text(table, 0, "choices"), "en,nl");
    samen_table_free(table);
}
END

/* Hosts round as they like; a share of 12.5 % is written alike. */
TEST(the_hosts_rounding_is_not_ours) {
    samen_view *view = see(build("A-B:action B-C C-D D-E E-F F-G G-H H-I"), "");
    char *expected = format_of(view, "", "text", NULL);
    ck_assert_int_eq(fesetround(FE_UPWARD), 0);
    char *text = format_of(view, "", "text", NULL);
    ck_assert_int_eq(fegetround(), FE_UPWARD);
    fesetround(FE_TONEAREST);
    ck_assert_str_eq(text, expected);
    samen_free(text);
    samen_free(expected);
    samen_view_free(view);
}
END

SUITE("report/report", the_same_options_and_seed_give_the_same_bytes_on_any_number_of_threads,
      the_title_stands_above_and_the_language_is_spoken, tables_can_be_had_one_by_one,
      all_tables_are_those_of_all_measures, a_report_has_as_many_owners_as_it_was_given,
      wrong_arguments_are_refused, what_options_name_must_be_there,
      progress_only_grows_and_may_stop_the_work, a_file_is_written_whole_or_not_at_all,
      options_are_listed, the_hosts_rounding_is_not_ours)
