/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account in words and small tables: what was read, who answered, which forms, how closely knit, who
 * brokers, in which role, who is a cut-point, what to mind. */
#include "account.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_GROUPS = 12, MOST_BROKERS = 10, MOST_GROUP_LINES = 30 };

/* ---- What it is written from -------------------------------------------------------------------- */

void account_free(account *a) {
    for (int i = 0; i < a->count; i++)
        samen_table_free(a->made[i].table);
    samen_view_free(a->view);
    free(a->options);
}

const samen_table *account_table(account *a, const char *measure, const char *options) {
    char key[sizeof a->made[0].key];
    if (a->error.code != SAMEN_OK)
        return NULL;
    snprintf(key, sizeof key, "%s %s", measure, options);
    for (int i = 0; i < a->count; i++) {
        if (strcmp(a->made[i].key, key) == 0)
            return a->made[i].table;
    }
    if (a->count == MOST_TABLES)
        return NULL;
    a->bar->from = (double)a->count / a->expected;
    a->bar->to = (double)(a->count + 1) / a->expected;
    if (a->bar->to > 1)
        a->bar->from = a->bar->to = 1;
    samen_table *table = NULL;
    if (samen_measure(a->view, measure, options, a->run, &table, &a->error) != SAMEN_OK)
        return NULL;
    strcpy(a->made[a->count].key, key);
    a->made[a->count++].table = table;
    return table;
}

double account_number(const samen_table *table, const char *column, double otherwise) {
    return samen_table_get_float64(table, 0, samen_table_find(table, column), otherwise);
}

/* How many different values a column has, up to one more than `most`; 0 when one is missing. */
static int count_values(const samen_table *table, int32_t column, int most) {
    const char *seen[MOST_GROUPS + 1];
    int count = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        char flag[2] = {(char)('0' + samen_table_get_bool(table, row, column, 0)), '\0'};
        const char *value = samen_table_column_type(table, column) == SAMEN_COLUMN_BOOL
                                ? (flag[0] == '1' ? "yes" : "no")
                                : samen_table_get_text(table, row, column, NULL);
        if (!value || samen_table_is_null(table, row, column))
            return 0;
        int known = 0;
        for (int i = 0; i < count && !known; i++)
            known = strcmp(seen[i], value) == 0;
        if (!known && count == most)
            return most + 1;
        if (!known)
            seen[count++] = value;
    }
    return count;
}

void account_choose_group(account *a, const char *wanted) {
    samen_table *organisations = NULL;
    samen_network *network = samen_view_network(a->view);
    if (wanted) {
        snprintf(a->group, sizeof a->group, "%s", wanted);
        return;
    }
    if (samen_network_table(network, SAMEN_ORGANISATIONS, &organisations, &a->error) != SAMEN_OK)
        return;
    for (int32_t i = 2; i < samen_table_columns(organisations) && !a->group[0]; i++) {
        int32_t type = samen_table_column_type(organisations, i);
        const char *name = samen_table_column_name(organisations, i);
        if ((type != SAMEN_COLUMN_TEXT && type != SAMEN_COLUMN_BOOL) || strlen(name) > 200 ||
            strpbrk(name, "\";\n") || strcmp(name, "respondent") == 0)
            continue;
        int values = count_values(organisations, i, MOST_GROUPS);
        if (values >= 2 && values <= MOST_GROUPS && 2 * values <= samen_table_rows(organisations)) {
            snprintf(a->group, sizeof a->group, "%s", name);
            a->group_chosen = 1;
        }
    }
    samen_table_free(organisations);
}

void account_print_plain(FILE *out, const char *text) {
    for (; *text; text++)
        fputc((unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text, out);
}

void account_print(account *a, FILE *out, const samen_table *table, const char *columns,
                   const char *sort, long long top) {
    samen_table *sorted = NULL, *chosen = NULL;
    samen_table_options options = {.struct_size = sizeof options, .plain = 1};
    char *text = NULL;
    samen_status status = a->error.code;
    if (status == SAMEN_OK && !table)
        return;
    if (status == SAMEN_OK && (sort || top))
        status = samen_table_sort(table, sort ? sort : samen_table_column_name(table, 0),
                                  sort != NULL, top, &sorted, &a->error);
    if (status == SAMEN_OK)
        status = samen_table_select(sorted ? sorted : table, columns, &chosen, &a->error);
    if (status == SAMEN_OK)
        status = samen_table_format(chosen, &options, &text, NULL, &a->error);
    for (const char *line = text; status == SAMEN_OK && *line;) {
        size_t length = strcspn(line, "\n");
        fprintf(out, "  %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
    samen_free(text);
    samen_table_free(sorted);
    samen_table_free(chosen);
}

/* ---- The parts of the account ------------------------------------------------------------------- */

static const char *plural(long long count, const char *one, const char *many) {
    return count == 1 ? one : many;
}

static void write_heading(FILE *out, const char *heading) {
    fprintf(out, "\n%s\n", heading);
}

/* The last part of the path, without slashes behind it. */
static void print_name(FILE *out, const char *path) {
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t from = end;
    while (from > 0 && path[from - 1] != '/')
        from--;
    for (; from < end; from++)
        fputc((unsigned char)path[from] < 0x20 ? '?' : path[from], out);
}

/* The title of the data set: the first line of its SOURCE.md, or of the folder's above. */
static void write_title(const account *a, FILE *out) {
    static const char *const places[] = {"SOURCE.md", "../SOURCE.md"};
    print_name(out, a->path);
    for (int i = 0; i < 2; i++) {
        char path[4096], line[512];
        snprintf(path, sizeof path, "%s/%s", a->path, places[i]);
        FILE *source = fopen(path, "r");
        if (!source)
            continue;
        if (fgets(line, sizeof line, source)) {
            line[strcspn(line, "\r\n")] = '\0';
            fputs(": ", out);
            account_print_plain(out, line + strspn(line, "# "));
        }
        fclose(source);
        break;
    }
    fputc('\n', out);
}

static void write_read(account *a, FILE *out) {
    const samen_network *network = samen_view_network(a->view);
    const samen_typology *typology = samen_network_typology(network);
    long long organisations = samen_network_count(network, SAMEN_ORGANISATIONS);
    long long ties = samen_network_count(network, SAMEN_TIES);
    long long partnerships = samen_network_count(network, SAMEN_PARTNERSHIPS);
    long long memberships = samen_network_count(network, SAMEN_MEMBERSHIPS);
    long long shown = samen_view_organisations(a->view);
    write_heading(out, "What was read");
    fprintf(out, "  %lld %s, %lld %s", organisations,
            plural(organisations, "organisation", "organisations"), ties,
            plural(ties, "tie", "ties"));
    if (partnerships > 0)
        fprintf(out, ", %lld %s with %lld %s", partnerships,
                plural(partnerships, "partnership", "partnerships"), memberships,
                plural(memberships, "membership", "memberships"));
    fputs(".\n", out);
    if (shown != organisations)
        fprintf(out, "  %lld of the organisations are seen here.\n", shown);
    fprintf(out, "  The view is %s; forms:",
            samen_view_is_directed(a->view) ? "directed" : "undirected");
    for (int32_t i = 0; i < samen_typology_count(typology); i++) {
        fputs(i ? ", " : " ", out);
        account_print_plain(out, samen_typology_name(typology, i, SAMEN_LANGUAGE_EN));
    }
    fputs(".\n", out);
}

/* The options of the view, each on a line of its own, with another direction. */
static char *with_direction(const char *options, const char *direction) {
    size_t size = strlen(options) + strlen(direction) + 32;
    char *text = malloc(size), *at = text;
    for (const char *line = options; text && *line;) {
        size_t length = strcspn(line, "\n") + 1;
        if (strncmp(line, "direction=", 10) != 0) {
            memcpy(at, line, length);
            at += length;
        }
        line += length;
    }
    if (text)
        snprintf(at, size - (size_t)(at - text), "direction=%s", direction);
    return text;
}

/* Pairs that the view would have under another direction. */
static long long count_pairs(account *a, const char *direction) {
    samen_view *view = NULL;
    samen_table *ties = NULL;
    long long count = 0;
    char *options = with_direction(a->options, direction);
    if (options &&
        samen_view_make(samen_view_network(a->view), options, a->run, &view, &a->error) ==
            SAMEN_OK &&
        samen_view_table(view, a->run, &ties, &a->error) == SAMEN_OK)
        count = samen_table_rows(ties);
    free(options);
    samen_table_free(ties);
    samen_view_free(view);
    return count;
}

/* Does any tie of the network count both ways by itself? */
static int has_undirected_ties(account *a) {
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

static void write_response(account *a, FILE *out) {
    samen_table *organisations = NULL;
    long long silent = 0, answered = 0;
    write_heading(out, "Response");
    if (samen_network_table(samen_view_network(a->view), SAMEN_ORGANISATIONS, &organisations,
                            &a->error) != SAMEN_OK)
        return;
    int32_t column = samen_table_find(organisations, "respondent");
    if (samen_table_column_type(organisations, column) == SAMEN_COLUMN_BOOL) {
        for (int64_t row = 0; row < samen_table_rows(organisations); row++) {
            int responded = samen_table_get_bool(organisations, row, column, -1);
            answered += responded == 1;
            silent += responded == 0;
        }
        fprintf(out, "  %lld of %lld organisations answered (%.0f %%).\n", answered,
                answered + silent, 100.0 * (double)answered / (double)(answered + silent));
    } else {
        fputs("  Who answered is not recorded (a yes/no attribute \"respondent\" would tell).\n",
              out);
    }
    samen_table_free(organisations);
    if (samen_view_is_directed(a->view)) {
        long long either = count_pairs(a, "either"), both = count_pairs(a, "both");
        if (either > 0)
            fprintf(out, "  Of %lld tied pairs, %lld are tied from both sides (%.1f %%)%s.\n",
                    either, both, 100.0 * (double)both / (double)either,
                    has_undirected_ties(a) ? "; undirected ties count as such" : "");
    }
    if (silent > 0) {
        fputs("  Density over what was observed, and were all that is missing absent, or there:\n",
              out);
        account_print(a, out, account_table(a, "cohesion.density", "table=response"),
                      "form,ties,observed,density_observed,density_least,density_most", NULL, 0);
    }
}

/* The row of a table of forms that is about one form. */
static int64_t row_of(const samen_table *table, const char *form) {
    int32_t column = samen_table_find(table, "form");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(samen_table_get_text(table, row, column, ""), form) == 0)
            return row;
    }
    return -1;
}

/* The interval of each form's share of ties: that form against all others. */
static void write_intervals(account *a, FILE *out, const samen_table *forms) {
    int32_t name = samen_table_find(forms, "form"), ties = samen_table_find(forms, "ties");
    for (int64_t row = 1; row < samen_table_rows(forms); row++) {
        char options[SAMEN_FORMS_MAX * 80] = "";
        const char *form = samen_table_get_text(forms, row, name, "");
        if (samen_table_get_int64(forms, row, ties, 0) == 0 || strpbrk(form, "\",;\n"))
            continue;
        int at = snprintf(options, sizeof options, "a=\"%s\"; b=\"", form), others = 0;
        for (int64_t other = 1; other < samen_table_rows(forms); other++) {
            const char *key = samen_table_get_text(forms, other, name, "");
            if (other == row || strpbrk(key, "\",;\n") || at > (int)sizeof options - 300)
                continue;
            at += snprintf(options + at, sizeof options - (size_t)at, "%s%.200s",
                           others++ ? "," : "", key);
        }
        snprintf(options + at, sizeof options - (size_t)at, "\"");
        const samen_table *c = others ? account_table(a, "composition.contrast", options) : NULL;
        double lower = account_number(c, "lower", -1), upper = account_number(c, "upper", -1);
        if (!c || lower < 0)
            continue;
        fputs("  ", out);
        account_print_plain(out, form);
        fprintf(out, ": %.1f %% of ties (95 %% interval %.1f to %.1f)\n",
                100 * account_number(c, "estimate", 0), 100 * lower, 100 * upper);
    }
}

static void write_contrast(account *a, FILE *out, const samen_table *forms) {
    int64_t action = row_of(forms, "action"), consultation = row_of(forms, "consultation");
    if (action < 0 || consultation < 0)
        return;
    const samen_table *c = account_table(a, "composition.contrast", "");
    fputs("\n  Action against consultation: the share of action in the two together.\n", out);
    account_print(a, out, c, "basis,a,b,estimate,lower,upper,wilson_lower,wilson_upper,odds", NULL,
                  0);
    fputs("  (lower and upper: organisations resampled; wilson: were ties independent, which they\n"
          "  are not)\n",
          out);
}

static void write_forms(account *a, FILE *out) {
    const samen_network *network = samen_view_network(a->view);
    const samen_table *forms = account_table(a, "composition.forms", "");
    write_heading(out, "Forms of collaboration");
    if (!forms)
        return;
    account_print(a, out, forms, "form,ties,weight,pairs,partnerships", NULL, 0);
    fputc('\n', out);
    account_print(a, out, forms,
                  "form,share_of_ties,share_of_weight,share_of_pairs,share_of_partnerships", NULL,
                  0);
    if (samen_table_rows(forms) > 2) {
        fputc('\n', out);
        write_intervals(a, out, forms);
        write_contrast(a, out, forms);
    }
    if (samen_network_count(network, SAMEN_PARTNERSHIPS) > 0)
        fputs(
            "\n  A partnership of k members is one collaboration, and k(k-1)/2 tied pairs when it is\n"
            "  projected: shares by partnership and by pair answer different questions.\n",
            out);
}

static void write_cohesion(account *a, FILE *out) {
    const samen_table *density = account_table(a, "cohesion.density", "");
    const samen_table *components = account_table(a, "cohesion.components", "table=network");
    const samen_table *degree = account_table(a, "centrality.degree", "table=network");
    write_heading(out, "How closely knit");
    if (!degree)
        return;
    account_print(a, out, density, "form,density,ties,possible,std_error,lower,upper", NULL, 0);
    fputc('\n', out);
    long long all = (long long)account_number(components, "components", 0);
    long long isolates = (long long)account_number(components, "isolates", 0);
    fprintf(out,
            "  %lld %s of two or more organisations (the largest has %.0f), %lld %s; "
            "fragmentation %.4f.\n",
            all - isolates, plural(all - isolates, "component", "components"),
            account_number(components, "largest_component", 0), isolates,
            plural(isolates, "isolate", "isolates"),
            account_number(components, "fragmentation", 0));
    fputc('\n', out);
    account_print(a, out, degree,
                  samen_view_is_directed(a->view)
                      ? "form,mean_degree,largest_degree,in_centralization,out_centralization"
                      : "form,mean_degree,largest_degree,centralization",
                  NULL, 0);
    if (!a->group[0])
        return;
    char options[512];
    snprintf(options, sizeof options, "table=group; group=\"%s\"", a->group);
    const samen_table *groups = account_table(a, "cohesion.density", options);
    fprintf(out, "\n  Within and between groups (%s%s), the densest first:\n", a->group,
            a->group_chosen ? ", chosen here; --group takes another" : "");
    account_print(a, out, groups, "group,partner_group,density,ties,possible,std_error", "density",
                  MOST_GROUP_LINES);
}

static void write_brokers(account *a, FILE *out) {
    const samen_table *betweenness = account_table(a, "brokerage.betweenness", "");
    const samen_table *network = account_table(a, "brokerage.betweenness", "table=network");
    const samen_table *holes = account_table(a, "brokerage.holes", "");
    write_heading(out, "Who brokers");
    if (!holes)
        return;
    fprintf(out, "  On the shortest paths between others (centralization %.4f):\n",
            account_number(network, "centralization", 0));
    account_print(a, out, betweenness, "organisation,name,betweenness,betweenness_normalised",
                  "betweenness", MOST_BROKERS);
    fputs("\n  With contacts that are least tied to each other:\n", out);
    account_print(a, out, holes, "organisation,name,effective_size,efficiency,constraint,contacts",
                  "effective_size", MOST_BROKERS);
}

static void write_roles(account *a, FILE *out) {
    char options[512];
    if (!a->group[0])
        return;
    snprintf(options, sizeof options, "table=network; group=\"%s\"", a->group);
    const samen_table *network = account_table(a, "brokerage.roles", options);
    snprintf(options, sizeof options, "group=\"%s\"", a->group);
    const samen_table *roles = account_table(a, "brokerage.roles", options);
    write_heading(out, "In which role");
    if (!roles)
        return;
    fprintf(out, "  Between groups (%s), against independent ties and shuffled groups:\n",
            a->group);
    account_print(a, out, network, "role,count,expected,std_dev,z,p_more,p_fewer", NULL, 0);
    fputc('\n', out);
    account_print(a, out, roles,
                  "organisation,name,group,coordinator,itinerant,representative,gatekeeper,liaison,"
                  "total",
                  "total", MOST_BROKERS);
}

static void write_cutpoints(account *a, FILE *out) {
    const samen_table *network = account_table(a, "cohesion.components", "table=network");
    const samen_table *organisations = account_table(a, "cohesion.components", "");
    write_heading(out, "Who is a cut-point");
    if (!organisations)
        return;
    long long count = (long long)account_number(network, "cutpoints", 0);
    if (count == 0) {
        fputs("  Nobody: no single organisation's leaving would split a component.\n", out);
        return;
    }
    fprintf(out, "  %lld %s whose leaving would split %s component%s:\n", count,
            plural(count, "organisation", "organisations"), count == 1 ? "its" : "their",
            count > MOST_BROKERS ? ", ten of them" : "");
    account_print(a, out, organisations, "organisation,name,component,component_size,cutpoint",
                  "cutpoint", count > MOST_BROKERS ? MOST_BROKERS : count);
}

/* The notes of all tables, each once. */
static void write_minding(account *a, FILE *out) {
    const char *seen[256];
    int count = 0;
    write_heading(out, "What to mind when reading this");
    fputs(
        "  - Commitment tells what is expected of partners; no form is better than another, each is\n"
        "    right for its purpose.\n",
        out);
    for (int i = 0; i < a->count; i++) {
        for (int32_t n = 0; n < samen_table_notes(a->made[i].table); n++) {
            const char *text = samen_table_note_text(a->made[i].table, n);
            const char *code = samen_table_note_code(a->made[i].table, n);
            int known = count == 256 || strcmp(code, "undefined") == 0;
            for (int s = 0; s < count && !known; s++)
                known = strcmp(seen[s], text) == 0;
            if (known)
                continue;
            seen[count++] = text;
            fprintf(out, "  - %s\n", text);
        }
    }
    if (a->count > 0)
        fprintf(out,
                "  - Intervals and p come from random draws with seed %s; the same seed gives the "
                "same numbers.\n",
                samen_table_provenance(a->made[0].table, "seed"));
    fprintf(out,
            "  - Computed by samen %s with igraph %s; `samen describe MEASURE` has definitions and "
            "sources.\n",
            samen_version(), samen_version_igraph());
}

void account_write(account *a, FILE *out) {
    static void (*const parts[])(account *, FILE *) = {write_read,      write_response, write_forms,
                                                       write_cohesion,  write_brokers,  write_roles,
                                                       write_cutpoints, write_minding};
    write_title(a, out);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && a->error.code == SAMEN_OK; i++)
        parts[i](a, out);
}
