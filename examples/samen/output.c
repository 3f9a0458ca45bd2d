/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static void fail(account *a, const char *file) {
    if (a->error.code != SAMEN_OK)
        return;
    a->error.code = SAMEN_ERR_IO;
    snprintf(a->error.message, sizeof a->error.message, "cannot write %.300s: %s", file,
             strerror(errno));
}

/* Does a measure have the option group, and can it not do without? */
static void ask_group(account *a, const char *measure, int *has, int *requires) {
    samen_table *options = NULL;
    *has = *requires = 0;
    if (samen_describe_options(measure, &options, &a->error) != SAMEN_OK)
        return;
    int32_t name = samen_table_find(options, "option");
    for (int64_t row = 0; row < samen_table_rows(options); row++) {
        if (strcmp(samen_table_get_text(options, row, name, ""), "group") != 0)
            continue;
        *has = 1;
        *requires = samen_table_get_bool(options, row, samen_table_find(options, "required"), 0);
    }
    samen_table_free(options);
}

/* The default table is asked for without its name, as the account does, so that it is made once. */
static void plan_table(output *o, account *a, const char *measure, const char *table,
                       int is_default, int grouped) {
    planned *p = &o->plan[o->planned++];
    p->measure = text_of("%s", measure);
    p->file = text_of("%s.%s.csv", measure, table);
    p->options = text_of("%s%s%s%s", is_default ? "" : "table=", is_default ? "" : table,
                         !is_default && grouped ? "; " : "", grouped ? a->group_option : "");
    if (!p->measure || !p->file || !p->options)
        account_fail_memory(a);
}

/* All tables of a measure, named in a list. */
static void plan_measure(output *o, account *a, const char *measure, const char *tables) {
    int has, requires;
    ask_group(a, measure, &has, &requires);
    for (int is_default = 1; *tables && o->planned < MOST_TABLES; is_default = 0) {
        size_t length = strcspn(tables, ",");
        char *table = text_of("%.*s", (int)length, tables);
        if (!table) {
            account_fail_memory(a);
            return;
        }
        int grouped = has && (requires || strncmp(table, "group", 5) == 0);
        if (!grouped || a->group)
            plan_table(o, a, measure, table, is_default, grouped);
        free(table);
        tables += length + (tables[length] == ',');
    }
}

void output_plan(output *o, account *a) {
    samen_table *measures = NULL;
    o->plan = calloc(MOST_TABLES, sizeof *o->plan);
    if (!o->plan) {
        account_fail_memory(a);
        return;
    }
    samen_status status = samen_describe(&measures, &a->error);
    int32_t tables = samen_table_find(measures, "tables");
    for (int64_t row = 0; status == SAMEN_OK && row < samen_table_rows(measures); row++)
        plan_measure(o, a, samen_table_get_text(measures, row, 0, ""),
                     samen_table_get_text(measures, row, tables, ""));
    a->expected = o->planned;
    samen_table_free(measures);
}

/* "folder/name", to be freed; NULL with a->error when memory ran out. */
static char *join(account *a, const char *folder, const char *name) {
    char *path = text_of("%s/%s", folder, name);
    if (!path)
        account_fail_memory(a);
    return path;
}

/* A table that the data do not give, as a contrast of forms that are not there, is left out and told. */
static int is_told_to_be_missing(account *a, const char *file) {
    if (a->error.code != SAMEN_ERR_UNKNOWN)
        return 0;
    progress_clear(a->bar);
    if (!a->bar->quiet) {
        fprintf(stderr, "There is no %s: ", file);
        text_print(stderr, a->error.message);
        fputc('\n', stderr);
    }
    a->error = (samen_error){0};
    return 1;
}

static void write_table(output *o, account *a, planned *p) {
    const samen_table_options how = {
        .struct_size = sizeof how, .format = SAMEN_FORMAT_CSV, .guard = (uint32_t)o->guard};
    const samen_table *table = account_table(a, p->measure, "%s", p->options);
    if (!table && is_told_to_be_missing(a, p->file)) {
        free(p->file);
        p->file = NULL;
    }
    char *path = table ? join(a, o->aside, p->file) : NULL;
    if (path)
        samen_table_write(table, path, &how, &a->error);
    free(path);
}

static void write_account(output *o, account *a, const char *text, size_t length) {
    char *path = join(a, o->aside, account_file);
    FILE *file = path && a->error.code == SAMEN_OK ? fopen(path, "w") : NULL;
    int written = file && fwrite(text, 1, length, file) == length && fflush(file) == 0 &&
                  fsync(fileno(file)) == 0;
    if (file && fclose(file) != 0)
        written = 0;
    if (!written)
        fail(a, account_file);
    free(path);
}

/* A file from aside into the folder that is there. */
static void move_file(output *o, account *a, const char *file) {
    char *from = join(a, o->aside, file), *to = join(a, o->folder, file);
    if (from && to && rename(from, to) != 0)
        fail(a, file);
    free(from);
    free(to);
}

static void move_into_place(output *o, account *a) {
    if (progress_interrupted()) {
        a->error.code = SAMEN_ERR_CANCELLED;
        strcpy(a->error.message, "the analysis was stopped on request; nothing was changed");
        return;
    }
    if (!o->replaces) {
        if (rename(o->aside, o->folder) != 0) {
            fail(a, o->folder);
            return;
        }
        free(o->aside);
        o->aside = NULL;
        return;
    }
    for (int i = 0; i < o->planned && a->error.code == SAMEN_OK; i++) {
        if (o->plan[i].file)
            move_file(o, a, o->plan[i].file);
    }
    if (a->error.code == SAMEN_OK)
        move_file(o, a, account_file);
}

void output_write(output *o, account *a, const char *text, size_t length) {
    for (int i = 0; i < o->planned && a->error.code == SAMEN_OK; i++)
        write_table(o, a, &o->plan[i]);
    if (a->error.code == SAMEN_OK)
        write_account(o, a, text, length);
    if (a->error.code == SAMEN_OK)
        move_into_place(o, a);
}

static void discard(const char *folder, const char *file) {
    char *path = file ? text_of("%s/%s", folder, file) : NULL;
    if (path)
        unlink(path);
    free(path);
}

void output_close(output *o) {
    for (int i = 0; i < o->planned; i++) {
        if (o->aside)
            discard(o->aside, o->plan[i].file);
        free(o->plan[i].measure);
        free(o->plan[i].options);
        free(o->plan[i].file);
    }
    if (o->aside) {
        discard(o->aside, account_file);
        rmdir(o->aside);
    }
    free(o->aside);
    free(o->plan);
}
