/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account as a whole: where its numbers come from, how its tables are printed, its order. */
#include "account.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { MOST_GROUPS = 12 };

void account_free(account *a) {
    for (int i = 0; i < a->count; i++) {
        samen_table_free(a->made[i].table);
        free(a->made[i].key);
    }
    samen_view_free(a->view);
    free(a->group);
    free(a->group_option);
}

void account_fail_memory(account *a) {
    if (a->error.code != SAMEN_OK)
        return;
    a->error.code = SAMEN_ERR_MEMORY;
    strcpy(a->error.message, "memory ran out");
}

/* The part of the bar that the next table is. */
static void advance(account *a) {
    double step = (1 - PROGRESS_READING) / (a->expected > a->count ? a->expected : a->count + 1);
    a->bar->from = PROGRESS_READING + step * a->count;
    a->bar->to = a->bar->from + step;
}

/* Takes the key over. */
static const samen_table *make_table(account *a, const char *measure, char *key) {
    samen_table *table = NULL;
    for (int i = 0; i < a->count; i++) {
        if (strcmp(a->made[i].key, key) == 0) {
            free(key);
            return a->made[i].table;
        }
    }
    advance(a);
    const char *options = key + strlen(measure) + 1;
    if (progress_interrupted()) {
        a->error.code = SAMEN_ERR_CANCELLED;
        strcpy(a->error.message, "the analysis was stopped on request; nothing was changed");
    } else if (a->count == MOST_TABLES) {
        a->error.code = SAMEN_ERR_LIMIT;
        strcpy(a->error.message, "there are more tables than an account has room for");
    } else if (samen_measure(a->view, measure, options, a->run, &table, &a->error) == SAMEN_OK) {
        a->made[a->count].key = key;
        a->made[a->count++].table = table;
        return table;
    }
    free(key);
    return NULL;
}

const samen_table *account_table(account *a, const char *measure, const char *format, ...) {
    char *options = NULL;
    size_t size = 0;
    if (a->error.code != SAMEN_OK)
        return NULL;
    FILE *out = open_memstream(&options, &size);
    if (out) {
        va_list list;
        va_start(list, format);
        fprintf(out, "%s ", measure);
        vfprintf(out, format, list);
        va_end(list);
    }
    if (!out || fclose(out) != 0) {
        free(options);
        account_fail_memory(a);
        return NULL;
    }
    return make_table(a, measure, options);
}

double account_number(const samen_table *table, const char *column, double otherwise) {
    return samen_table_get_float64(table, 0, samen_table_find(table, column), otherwise);
}

/* How many different values a column has, up to one more than MOST_GROUPS; 0 when one is missing. */
static int count_values(const samen_table *table, int32_t column) {
    const char *seen[MOST_GROUPS + 1];
    int count = 0, is_yes_no = samen_table_column_type(table, column) == SAMEN_COLUMN_BOOL;
    for (int64_t row = 0; row < samen_table_rows(table) && count <= MOST_GROUPS; row++) {
        const char *value = samen_table_get_text(table, row, column, NULL);
        if (is_yes_no)
            value = samen_table_get_bool(table, row, column, 0) ? "yes" : "no";
        if (!value || samen_table_is_null(table, row, column))
            return 0;
        int known = 0;
        for (int i = 0; i < count && !known; i++)
            known = strcmp(seen[i], value) == 0;
        if (!known)
            seen[count++] = value;
    }
    return count;
}

static int is_group(const samen_table *organisations, int32_t column) {
    int32_t type = samen_table_column_type(organisations, column);
    if ((type != SAMEN_COLUMN_TEXT && type != SAMEN_COLUMN_BOOL) ||
        strcmp(samen_table_column_name(organisations, column), "respondent") == 0)
        return 0;
    int values = count_values(organisations, column);
    return values >= 2 && values <= MOST_GROUPS && 2 * values <= samen_table_rows(organisations);
}

static void take_group(account *a, const char *group) {
    a->group = text_of("%s", group);
    a->group_option = text_option("group", group);
    if (!a->group || !a->group_option)
        account_fail_memory(a);
}

static int has_undirected(account *a) {
    samen_table *ties = NULL;
    int found = 0;
    if (samen_network_table(samen_view_network(a->view), SAMEN_TIES, &ties, &a->error) != SAMEN_OK)
        return 0;
    int32_t directed = samen_table_find(ties, "directed");
    for (int64_t row = 0; row < samen_table_rows(ties) && !found; row++)
        found = !samen_table_get_bool(ties, row, directed, 1);
    samen_table_free(ties);
    return found;
}

void account_start(account *a, const char *wanted_group) {
    const samen_network *network = samen_view_network(a->view);
    samen_table *organisations = NULL;
    a->has_undirected = has_undirected(a);
    if (a->error.code != SAMEN_OK ||
        samen_network_table(network, SAMEN_ORGANISATIONS, &organisations, &a->error) != SAMEN_OK)
        return;
    for (int64_t i = 0; i < samen_network_count(network, SAMEN_ORGANISATIONS) && !a->named; i++)
        a->named = strcmp(samen_network_key(network, SAMEN_ORGANISATIONS, i),
                          samen_network_name(network, SAMEN_ORGANISATIONS, i)) != 0;
    if (wanted_group)
        take_group(a, wanted_group);
    for (int32_t i = 2; i < samen_table_columns(organisations) && !a->group; i++) {
        if (!is_group(organisations, i))
            continue;
        take_group(a, samen_table_column_name(organisations, i));
        a->group_chosen = 1;
    }
    samen_table_free(organisations);
}

static int has_values(const samen_table *table, const char *column) {
    int32_t at = samen_table_find(table, column);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (!samen_table_is_null(table, row, at))
            return 1;
    }
    return samen_table_rows(table) == 0;
}

/* Those of the columns that say something, parted by commas; to be freed. */
static char *worth_showing(const account *a, const samen_table *table, const char *columns) {
    char *kept = calloc(strlen(columns) + 2, 1), *name = kept;
    while (kept && *columns) {
        size_t length = strcspn(columns, ",");
        memcpy(name, columns, length);
        name[length] = '\0';
        if (has_values(table, name) && (a->named || strcmp(name, "name") != 0)) {
            name[length] = ',';
            name += length + 1;
        }
        columns += length + (columns[length] == ',');
    }
    if (name > kept)
        name[-1] = '\0';
    return kept;
}

static void print_indented(FILE *out, const char *text) {
    while (*text) {
        int length = (int)strcspn(text, "\n");
        fprintf(out, "  %.*s\n", length, text);
        text += length + (text[length] == '\n');
    }
}

void account_print(account *a, FILE *out, const samen_table *table, const char *columns,
                   const char *sort, long long top) {
    samen_table *sorted = NULL, *chosen = NULL;
    samen_table_options options = {.struct_size = sizeof options, .plain = 1};
    char *text = NULL, *shown = NULL;
    if (a->error.code != SAMEN_OK || !table)
        return;
    samen_status status = samen_table_sort(table, sort, 1, top, &sorted, &a->error);
    if (status == SAMEN_OK) {
        shown = worth_showing(a, sorted, columns);
        if (!shown)
            account_fail_memory(a);
        status = a->error.code;
    }
    if (status == SAMEN_OK)
        status = samen_table_select(sorted, shown, &chosen, &a->error);
    if (status == SAMEN_OK)
        status = samen_table_format(chosen, &options, &text, NULL, &a->error);
    if (status == SAMEN_OK)
        print_indented(out, text);
    free(shown);
    samen_free(text);
    samen_table_free(sorted);
    samen_table_free(chosen);
}

/* The last part of the path, without slashes behind it. */
static void write_name(const char *path, FILE *out) {
    char *copy = text_of("%s", path);
    size_t end = copy ? strlen(copy) : 0;
    while (end > 1 && copy[end - 1] == '/')
        copy[--end] = '\0';
    char *slash = copy ? strrchr(copy, '/') : NULL;
    text_print(out, !copy ? path : slash && slash[1] ? slash + 1 : copy);
    free(copy);
}

/* The title of the data set: the first line of its SOURCE.md, or of the folder's above. */
static void write_title(const account *a, FILE *out) {
    static const char *const places[] = {"SOURCE.md", "../SOURCE.md"};
    write_name(a->path, out);
    for (int i = 0; i < 2; i++) {
        char line[512] = "", *path = text_of("%s/%s", a->path, places[i]);
        FILE *source = path ? fopen(path, "r") : NULL;
        free(path);
        if (!source)
            continue;
        if (fgets(line, sizeof line, source)) {
            line[strcspn(line, "\r\n")] = '\0';
            fputs(": ", out);
            text_print(out, line + strspn(line, "# "));
        }
        fclose(source);
        break;
    }
    fputc('\n', out);
}

void account_write(account *a, FILE *out) {
    static const struct {
        const char *heading;
        void (*write)(account *, FILE *);
        int by_group;
    } parts[] = {{"What was read", account_write_read, 0},
                 {"Response", account_write_response, 0},
                 {"Forms of collaboration", account_write_forms, 0},
                 {"How closely knit", account_write_cohesion, 0},
                 {"Who brokers", account_write_brokers, 0},
                 {"In which role", account_write_roles, 1},
                 {"Who is a cut-point", account_write_cutpoints, 0},
                 {"What to mind when reading this", account_write_minding, 0}};
    write_title(a, out);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && a->error.code == SAMEN_OK; i++) {
        if (parts[i].by_group && !a->group)
            continue;
        fprintf(out, "\n%s\n", parts[i].heading);
        parts[i].write(a, out);
    }
}
