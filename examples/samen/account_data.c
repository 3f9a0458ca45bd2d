/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an account about the data: what was read, what of it is seen, who answered. */
#include <stdlib.h>
#include <string.h>

#include "account.h"
#include "text.h"

enum { MOST_FORMS = 12 };

static void write_counts(const samen_network *network, FILE *out) {
    long long organisations = samen_network_count(network, SAMEN_ORGANISATIONS);
    long long ties = samen_network_count(network, SAMEN_TIES);
    long long partnerships = samen_network_count(network, SAMEN_PARTNERSHIPS);
    long long memberships = samen_network_count(network, SAMEN_MEMBERSHIPS);
    fprintf(out, "  %lld %s, %lld %s", organisations,
            text_plural(organisations, "organisation", "organisations"), ties,
            text_plural(ties, "tie", "ties"));
    if (partnerships > 0)
        fprintf(out, ", %lld %s with %lld %s", partnerships,
                text_plural(partnerships, "partnership", "partnerships"), memberships,
                text_plural(memberships, "membership", "memberships"));
    fputs(".\n", out);
}

/* Ends with a full stop, after at most MOST_FORMS names. */
static void write_forms(const samen_typology *typology, FILE *out) {
    char *list = NULL;
    size_t size = 0;
    int32_t count = samen_typology_count(typology);
    FILE *text = open_memstream(&list, &size);
    if (!text)
        return;
    for (int32_t i = 0; i < count && i < MOST_FORMS; i++)
        fprintf(text, "%s%s", i ? ", " : "", samen_typology_name(typology, i, SAMEN_LANGUAGE_EN));
    if (count > MOST_FORMS)
        fprintf(text, " and %d more", count - MOST_FORMS);
    fputc('.', text);
    if (fclose(text) == 0)
        text_print_wrapped(out, count == 1 ? "  Form: " : "  Forms: ", list);
    free(list);
}

/* What the user chose to see, as it was written: an account that is kept must say so. */
static void write_choice(const account *a, FILE *out) {
    long long all = samen_network_count(samen_view_network(a->view), SAMEN_ORGANISATIONS);
    long long seen = samen_view_organisations(a->view);
    for (const char *line = a->choice; *line;) {
        size_t length = strcspn(line, "\n");
        char *one = text_of("%.*s", (int)length, line);
        fputs(line == a->choice ? "  Seen here: " : ", ", out);
        text_print(out, one ? one : "");
        free(one);
        line += length + (line[length] == '\n');
        fputs(*line ? "" : ".\n", out);
    }
    if (seen != all)
        fprintf(out, "  %lld of the organisations %s seen here.\n", seen,
                text_plural(seen, "is", "are"));
}

void account_write_read(account *a, FILE *out) {
    const samen_network *network = samen_view_network(a->view);
    write_counts(network, out);
    write_forms(samen_network_typology(network), out);
    write_choice(a, out);
    fputs(samen_view_is_directed(a->view)
              ? "  The view is directed: a tie from A to B is not one from B to A.\n"
              : "  The view is undirected: a tie counts for both organisations alike.\n",
          out);
}

/* The choice, each option on a line of its own, with another direction; to be freed. */
static char *with_direction(const char *choice, const char *direction) {
    char *text = text_of("%sdirection=%s", choice, direction), *at = text;
    while (text && (at = strstr(at, "direction=")) != NULL) {
        char *end = strchr(at, '\n');
        if (!end)
            break;
        if (at == text || at[-1] == '\n')
            memmove(at, end + 1, strlen(end + 1) + 1);
        else
            at = end;
    }
    return text;
}

/* Pairs that the view would have under another direction. */
static long long count_pairs(account *a, const char *direction) {
    samen_network *network = samen_view_network(a->view);
    samen_view *view = NULL;
    samen_table *ties = NULL;
    long long count = 0;
    char *choice = with_direction(a->choice, direction);
    if (!choice)
        account_fail_memory(a);
    else if (samen_view_make(network, choice, a->run, &view, &a->error) == SAMEN_OK &&
             samen_view_table(view, a->run, &ties, &a->error) == SAMEN_OK)
        count = samen_table_rows(ties);
    free(choice);
    samen_table_free(ties);
    samen_view_free(view);
    return count;
}

/* How many organisations answered; returns how many did not. */
static long long write_answers(account *a, FILE *out) {
    samen_table *organisations = NULL;
    long long silent = 0, answered = 0;
    if (samen_network_table(samen_view_network(a->view), SAMEN_ORGANISATIONS, &organisations,
                            &a->error) != SAMEN_OK)
        return 0;
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
        fputs("  Who answered is not recorded (in a survey, a yes/no attribute \"respondent\" of\n"
              "  organisations tells).\n",
              out);
    }
    samen_table_free(organisations);
    return silent;
}

void account_write_response(account *a, FILE *out) {
    long long silent = write_answers(a, out);
    if (samen_view_is_directed(a->view)) {
        long long either = count_pairs(a, "either"), both = count_pairs(a, "both");
        if (either > 0)
            fprintf(out, "  Of %lld tied %s, %lld %s tied from both sides (%.1f %%)%s.\n", either,
                    text_plural(either, "pair", "pairs"), both, text_plural(both, "is", "are"),
                    100.0 * (double)both / (double)either,
                    a->has_undirected ? "; undirected ties count as such" : "");
    }
    if (silent > 0) {
        fputs("\n  Density of what could be observed, and its bounds: were all that is missing "
              "absent, or\n  there.\n",
              out);
        account_print(a, out, account_table(a, "cohesion.density", "table=response"),
                      "form,ties,observed,density_observed,density_least,density_most", NULL, 0);
    }
}
