/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int output_check(const output *o) {
    struct stat about;
    if (stat(o->folder, &about) != 0)
        return 0;
    if (S_ISDIR(about.st_mode) && o->overwrite)
        return 0;
    fprintf(stderr, "samen: %s is there already; choose another name, or say --overwrite true\n",
            o->folder);
    return EXIT_FAILED;
}

void output_free(output *o) {
    free(o->plan);
}

static void fail(account *a, const char *verb, const char *path) {
    if (a->error.code != SAMEN_OK)
        return;
    a->error.code = SAMEN_ERR_IO;
    snprintf(a->error.message, sizeof a->error.message, "cannot %s %.300s: %s", verb, path,
             strerror(errno));
}

/* "folder/name", to be freed; NULL with a->error when memory ran out. */
static char *join(account *a, const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s/%s", folder, name);
    else
        fail(a, "name", name);
    return path;
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
static void plan_table(output *o, const account *a, const char *measure, const char *table,
                       int is_default, int grouped) {
    planned *p = &o->plan[o->planned++];
    snprintf(p->measure, sizeof p->measure, "%s", measure);
    snprintf(p->file, sizeof p->file, "%.64s.%.64s.csv", measure, table);
    snprintf(p->options, sizeof p->options, "%s%.64s%s%s%.256s%s",
             is_default ? "" : "table=", is_default ? "" : table,
             !is_default && grouped ? "; " : "", grouped ? "group=\"" : "", grouped ? a->group : "",
             grouped ? "\"" : "");
}

void output_plan(output *o, account *a) {
    samen_table *measures = NULL;
    o->plan = calloc(MOST_TABLES, sizeof *o->plan);
    if (!o->plan || samen_describe(&measures, &a->error) != SAMEN_OK) {
        fail(a, "plan", o->folder);
        return;
    }
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        const char *measure = samen_table_get_text(measures, row, 0, "");
        const char *tables =
            samen_table_get_text(measures, row, samen_table_find(measures, "tables"), "");
        int has, requires, is_default = 1;
        ask_group(a, measure, &has, &requires);
        while (*tables && o->planned < MOST_TABLES) {
            char table[64];
            size_t length = strcspn(tables, ",");
            snprintf(table, sizeof table, "%.*s", (int)length, tables);
            tables += length + (tables[length] == ',');
            int grouped = has && (requires || strncmp(table, "group", 5) == 0);
            if (!grouped || a->group[0])
                plan_table(o, a, measure, table, is_default, grouped);
            is_default = 0;
        }
    }
    a->expected = o->planned;
    samen_table_free(measures);
}

static void write_tables(output *o, account *a, const char *folder) {
    const samen_table_options how = {
        .struct_size = sizeof how, .format = SAMEN_FORMAT_CSV, .guard = !o->raw, .overwrite = 1};
    for (int i = 0; i < o->planned && a->error.code == SAMEN_OK; i++) {
        const samen_table *table = account_table(a, o->plan[i].measure, o->plan[i].options);
        char *path = join(a, folder, o->plan[i].file);
        if (table && path)
            samen_table_write(table, path, &how, &a->error);
        free(path);
    }
}

static void write_account(account *a, const char *folder, const char *text, size_t length) {
    char *path = join(a, folder, "account.txt");
    FILE *file = path && a->error.code == SAMEN_OK ? fopen(path, "w") : NULL;
    int written = file && fwrite(text, 1, length, file) == length;
    if (file && fclose(file) != 0)
        written = 0;
    if (!written)
        fail(a, "write", "account.txt");
    free(path);
}

/* Take away a folder that could not be finished. */
static void discard(output *o, account *a, const char *folder) {
    for (int i = 0; i <= o->planned; i++) {
        char *path = join(a, folder, i < o->planned ? o->plan[i].file : "account.txt");
        if (path)
            unlink(path);
        free(path);
    }
    rmdir(folder);
}

void output_write(output *o, account *a, const char *text, size_t length) {
    struct stat about;
    char suffix[64];
    if (stat(o->folder, &about) == 0) { /* its files are replaced one by one, each of them whole */
        write_tables(o, a, o->folder);
        write_account(a, o->folder, text, length);
        return;
    }
    snprintf(suffix, sizeof suffix, ".partial-%ld", (long)getpid());
    size_t size = strlen(o->folder) + sizeof suffix;
    char *aside = malloc(size);
    if (aside) {
        snprintf(aside, size, "%s%s", o->folder, suffix);
        for (size_t end = strlen(o->folder); end > 1 && o->folder[end - 1] == '/'; end--)
            snprintf(aside, size, "%.*s%s", (int)end - 1, o->folder, suffix);
    }
    if (!aside || mkdir(aside, 0777) != 0) {
        fail(a, "make the folder", o->folder);
    } else {
        write_tables(o, a, aside);
        write_account(a, aside, text, length);
        if (a->error.code == SAMEN_OK && rename(aside, o->folder) != 0)
            fail(a, "make the folder", o->folder);
        if (a->error.code != SAMEN_OK)
            discard(o, a, aside);
    }
    free(aside);
}
