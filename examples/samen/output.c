/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "progress.h"
#include "text.h"

static const char account_file[] = "account.txt";

int output_open(output *o) {
    struct stat about;
    if (stat(o->folder, &about) == 0) {
        if (!S_ISDIR(about.st_mode) || !o->overwrite) {
            fputs("samen: ", stderr);
            text_print(stderr, o->folder);
            fputs(S_ISDIR(about.st_mode)
                      ? " is there already; choose another name, or say --overwrite true\n"
                      : " is there already and is no folder; choose another name\n",
                  stderr);
            return EXIT_FAILED;
        }
        o->replaces = 1;
    }
    int length = (int)strlen(o->folder);
    while (length > 1 && o->folder[length - 1] == '/')
        length--;
    o->aside =
        text_of("%.*s%s.partial-%ld", length, o->folder, o->replaces ? "/" : "", (long)getpid());
    if (!o->aside)
        return complain_memory();
    if (mkdir(o->aside, 0777) == 0)
        return 0;
    fputs("samen: cannot write into ", stderr);
    text_print(stderr, o->folder);
    fprintf(stderr, ": %s\n", strerror(errno));
    free(o->aside);
    o->aside = NULL;
    return EXIT_FAILED;
}

static samen_status fail(samen_error *error, samen_status code, const char *message) {
    error->code = code;
    snprintf(error->message, sizeof error->message, "%s", message);
    return code;
}

static samen_status fail_memory(samen_error *error) {
    return fail(error, SAMEN_ERR_MEMORY, "memory ran out");
}

static samen_status fail_file(samen_error *error, const char *file) {
    error->code = SAMEN_ERR_IO;
    snprintf(error->message, sizeof error->message, "cannot write %.300s: %s", file,
             strerror(errno));
    return error->code;
}

static samen_status write_table(const output *o, const samen_table *table, const char *file,
                                samen_error *error) {
    const samen_table_options how = {
        .struct_size = sizeof how, .format = SAMEN_FORMAT_CSV, .guard = (uint32_t)o->guard};
    char *path = text_of("%s/%s", o->aside, file);
    samen_status status = path ? samen_table_write(table, path, &how, error) : fail_memory(error);
    free(path);
    return status;
}

static samen_status write_account(const output *o, const char *text, int64_t length,
                                  samen_error *error) {
    size_t size = (size_t)length;
    char *path = text_of("%s/%s", o->aside, account_file);
    if (!path)
        return fail_memory(error);
    FILE *file = fopen(path, "w");
    int written = file && fwrite(text, 1, size, file) == size && fflush(file) == 0 &&
                  fsync(fileno(file)) == 0;
    if (file && fclose(file) != 0)
        written = 0;
    free(path);
    return written ? SAMEN_OK : fail_file(error, account_file);
}

/* A file from aside into the folder that is there. */
static samen_status move_file(const output *o, const char *file, samen_error *error) {
    char *from = text_of("%s/%s", o->aside, file), *to = text_of("%s/%s", o->folder, file);
    samen_status status = SAMEN_OK;
    if (!from || !to)
        status = fail_memory(error);
    else if (rename(from, to) != 0)
        status = fail_file(error, file);
    free(from);
    free(to);
    return status;
}

static samen_status move_into_place(output *o, const samen_report *report, samen_error *error) {
    samen_status status = SAMEN_OK;
    if (progress_interrupted())
        return fail(error, SAMEN_ERR_CANCELLED,
                    "the analysis was stopped on request; nothing was changed");
    if (!o->replaces) {
        if (rename(o->aside, o->folder) != 0)
            return fail_file(error, o->folder);
        free(o->aside);
        o->aside = NULL;
        return SAMEN_OK;
    }
    for (int32_t i = 0; status == SAMEN_OK && i < samen_report_tables(report); i++)
        status = move_file(o, samen_report_table_file(report, i), error);
    return status == SAMEN_OK ? move_file(o, account_file, error) : status;
}

static void discard(const output *o, const char *file) {
    char *path = text_of("%s/%s", o->aside, file);
    if (path)
        unlink(path);
    free(path);
}

samen_status output_write(output *o, const samen_report *report, const char *text, int64_t length,
                          samen_error *error) {
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < samen_report_tables(report); i++)
        status = write_table(o, samen_report_table(report, i), samen_report_table_file(report, i),
                             error);
    if (status == SAMEN_OK)
        status = write_account(o, text, length, error);
    if (status == SAMEN_OK)
        status = move_into_place(o, report, error);
    for (int32_t i = 0; o->aside && i < samen_report_tables(report); i++)
        discard(o, samen_report_table_file(report, i));
    if (o->aside)
        discard(o, account_file);
    return status;
}

/* ---- What could not be written --------------------------------------------------------------------- */

static int is_there(const samen_report *report, const char *file) {
    for (int32_t i = 0; i < samen_report_tables(report); i++) {
        if (strcmp(samen_report_table_file(report, i), file) == 0)
            return 1;
    }
    return 0;
}

/* A table that the data do not give: the measure says why. Those by group that nobody asked for are passed over. */
static void tell_missing(const samen_report *report, const samen_view *view, const char *measure,
                         const char *name) {
    samen_error error = {0};
    samen_table *table = NULL;
    char *file = text_of("%s.%s.csv", measure, name), *options = text_of("table=%s", name);
    if (file && options && !is_there(report, file) &&
        samen_measure(view, measure, options, NULL, &table, &error) == SAMEN_ERR_UNKNOWN) {
        fprintf(stderr, "There is no %s: ", file);
        text_print(stderr, error.message);
        fputc('\n', stderr);
    }
    samen_table_free(table);
    free(file);
    free(options);
}

static void tell_all_missing(const samen_report *report, const samen_view *view) {
    samen_table *measures = NULL;
    samen_error error = {0};
    if (samen_describe(&measures, &error) != SAMEN_OK)
        return;
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        const char *names =
            samen_table_get_text(measures, row, samen_table_find(measures, "tables"), "");
        while (*names) {
            int length = (int)strcspn(names, ",");
            char *name = text_of("%.*s", length, names);
            if (name)
                tell_missing(report, view, samen_table_get_text(measures, row, 0, ""), name);
            free(name);
            names += length + (names[length] == ',');
        }
    }
    samen_table_free(measures);
}

void output_tell(const output *o, const samen_report *report, const samen_view *view) {
    tell_all_missing(report, view);
    fputs("Every table is in ", stderr);
    text_print(stderr, o->folder);
    fputc('\n', stderr);
}

void output_close(output *o) {
    if (o->aside)
        rmdir(o->aside);
    free(o->aside);
}
