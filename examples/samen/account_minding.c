/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last part of an account: what to mind when reading it. */
#include <stdlib.h>
#include <string.h>

#include "account.h"
#include "text.h"

enum { MOST_NOTES = 256 };

/* The notes of all tables, each once; why cells are empty is left to the tables themselves. */
static void write_notes(const account *a, FILE *out) {
    const char *seen[MOST_NOTES];
    int count = 0;
    for (int i = 0; i < a->count; i++) {
        const samen_table *table = a->made[i].table;
        for (int32_t n = 0; n < samen_table_notes(table) && count < MOST_NOTES; n++) {
            const char *text = samen_table_note_text(table, n);
            int known = strcmp(samen_table_note_code(table, n), "undefined") == 0;
            for (int s = 0; s < count && !known; s++)
                known = strcmp(seen[s], text) == 0;
            if (known)
                continue;
            seen[count++] = text;
            text_print_wrapped(out, "  - ", text);
        }
    }
}

/* Does a part of the network have dates? */
static int is_dated(account *a, int32_t of) {
    samen_table *table = NULL;
    int found = 0;
    if (samen_network_table(samen_view_network(a->view), of, &table, &a->error) != SAMEN_OK)
        return 0;
    int32_t start = samen_table_find(table, "start"), end = samen_table_find(table, "end");
    for (int64_t row = 0; row < samen_table_rows(table) && !found; row++)
        found = !samen_table_is_null(table, row, start) || !samen_table_is_null(table, row, end);
    samen_table_free(table);
    return found;
}

/* Waves that are taken together can be an oversight. */
static void write_period(account *a, FILE *out) {
    const char *view = a->count > 0 ? samen_table_provenance(a->made[0].table, "view") : NULL;
    int chosen = view && (!strstr(view, "; from=;") || !strstr(view, "; to=;"));
    if (!chosen && (is_dated(a, SAMEN_TIES) || is_dated(a, SAMEN_PARTNERSHIPS)))
        text_print_wrapped(out, "  - ",
                           "All periods are taken together; --from DATE and --to DATE choose one.");
}

void account_write_minding(account *a, FILE *out) {
    const samen_typology *typology = samen_network_typology(samen_view_network(a->view));
    if (samen_typology_count(typology) > 1) {
        text_print_wrapped(out, "  - ",
                           "Forms are not ranked: no form is better than another, each is right "
                           "for its purpose.");
        text_print_wrapped(out, "  - ",
                           "Brokers, roles, components and cut-points are those of all forms that "
                           "are seen together; --forms A,B sees some.");
    }
    write_period(a, out);
    write_notes(a, out);
    text_print_wrapped(out, "  - ",
                       "Paths, holes and roles take each tie alike; --weighted true on brokerage "
                       "betweenness and brokerage holes takes weights into account.");
    const samen_table *density = account_table(a, "cohesion.density", "%s", "");
    if (!density)
        return;
    char *draws = text_of(
        "Intervals and p come from %s random draws with seed %s; the same seed gives "
        "the same numbers.",
        samen_table_provenance(density, "option.draws"), samen_table_provenance(density, "seed"));
    text_print_wrapped(out, "  - ", draws ? draws : "");
    free(draws);
    char *versions = text_of("Computed by samen %s with igraph %s; \"samen describe MEASURE\" has "
                             "definitions and sources.",
                             samen_version(), samen_version_igraph());
    text_print_wrapped(out, "  - ", versions ? versions : "");
    free(versions);
}
