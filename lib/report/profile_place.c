/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a profile about the place of an organisation between others: as a broker, and in which roles. */
#include <math.h>
#include <string.h>

#include "report/filling.h"
#include "report/parts.h"
#include "report/profile_parts.h"

/* What says something about a place, and whether rank 1 is the highest or the lowest. */
static const struct {
    const char *name, *measure;
    int lowest_first;
} measures[] = {{"partners", "centrality.degree", 0},
                {"betweenness", "brokerage.betweenness", 0},
                {"effective_size", "brokerage.holes", 0},
                {"constraint", "brokerage.holes", 1}};

enum { PARTNERS, BETWEENNESS, MEASURES = sizeof measures / sizeof measures[0] };

/* How many organisations come before it; -1 where it has no value. *of is how many have one. Rows of these tables are
 * the organisations of the view. */
static int64_t count_before(const samen__profiled *p, const samen_table *table, int32_t column,
                            int lowest_first, int64_t *of) {
    double own = samen_table_get_float64(table, p->number, column, NAN);
    int64_t before = 0;
    *of = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        double other = samen_table_get_float64(table, row, column, NAN);
        *of += !isnan(other);
        before += lowest_first ? other < own : other > own;
    }
    return isnan(own) ? -1 : before;
}

static void add_measure(const samen__profiled *p, int m, samen__filling *rows) {
    const samen_table *table = samen__document_measure(p->d, measures[m].measure, "%s", "");
    int32_t column = samen_table_find(table, measures[m].name);
    int64_t of = 0, before = count_before(p, table, column, measures[m].lowest_first, &of);
    samen__fill_text(rows, measures[m].name);
    samen__fill_number(rows, samen_table_get_float64(table, p->number, column, NAN));
    samen__fill_number(rows, before < 0 ? NAN : (double)before + 1);
    samen__fill_count(rows, of);
    samen__fill_number(rows, samen__median_of_others(p, table, measures[m].name, NULL, NULL));
}

static const samen_table *make_place(const samen__profiled *p) {
    static const samen__fill_column columns[] = {{"measure", SAMEN_COLUMN_TEXT},
                                                 {"value", SAMEN_COLUMN_FLOAT64},
                                                 {"rank", SAMEN_COLUMN_FLOAT64},
                                                 {"of", SAMEN_COLUMN_INT64},
                                                 {"median_of_others", SAMEN_COLUMN_FLOAT64},
                                                 {NULL, 0}};
    samen_table *made = NULL;
    samen__filling rows = samen__filling_start(MEASURES, columns, &p->d->error);
    for (int m = 0; m < MEASURES; m++)
        add_measure(p, m, &rows);
    return samen__filling_take(&rows, &made) == SAMEN_OK
               ? samen__document_keep(p->d, "profile.place.csv", made)
               : NULL;
}

static void say_between(const samen__profiled *p, const samen_table *place) {
    static const samen__sentence sentence = {
        {"Some of the shortest paths between others run through you: {1} of the {2} other "
         "organisations {1?lies|lie} on more of them.",
         "Een deel van de kortste paden tussen andere loopt via jullie: {1} van de {2} andere "
         "organisaties {1?ligt|liggen} er op meer."}};
    static const samen__sentence most = {
        {"Of the shortest paths between others more run through you than through any other "
         "organisation.",
         "Van de kortste paden tussen andere lopen er via jullie meer dan via enige andere "
         "organisatie."}};
    static const samen__sentence none = {
        {"No shortest path between two others runs through you.",
         "Tussen geen twee andere loopt het kortste pad via jullie."}};
    double value = samen_table_get_float64(place, BETWEENNESS, 1, 0);
    int64_t before = (int64_t)samen_table_get_float64(place, BETWEENNESS, 2, 1) - 1;
    const samen__value counts[] = {
        samen__say_count(before),
        samen__say_count(samen_table_get_int64(place, BETWEENNESS, 3, 1) - 1)};
    samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH,
                        !(value > 0) ? &none
                        : before > 0 ? &sentence
                                     : &most,
                        counts);
}

static void say_cutpoint(const samen__profiled *p) {
    static const samen__sentence is = {
        {"Without you, some of those with whom you are connected would no longer be connected with "
         "the others (you are a cut-point).",
         "Zonder jullie zouden sommigen van wie met jullie in verbinding staan, niet meer met de "
         "anderen in verbinding staan (jullie zijn een snijpunt)."}};
    static const samen__sentence is_not = {
        {"Without you, all others that are connected would still be.",
         "Zonder jullie zouden alle andere die met elkaar in verbinding staan, dat blijven."}};
    const samen_table *components = samen__document_measure(p->d, "cohesion.components", "%s", "");
    int32_t cutpoint =
        samen_table_get_bool(components, p->number, samen_table_find(components, "cutpoint"), 0);
    samen__document_say_more(p->d, cutpoint ? &is : &is_not, NULL);
}

void samen__profile_place(const samen__profiled *p) {
    static const samen__sentence heading = {
        {"Your place between others", "Jullie plaats tussen andere"}};
    static const samen__sentence above = {
        {"Your place in numbers (rank 1 is the highest, and of constraint the lowest)",
         "Jullie plaats in getallen (rang 1 is de hoogste, en bij constraint de laagste)"}};
    const samen_table *place = p->partners > 0 ? make_place(p) : NULL;
    if (!place)
        return;
    samen__document_part(p->d, SAMEN__PART_BROKERS, &heading, NULL);
    say_between(p, place);
    say_cutpoint(p);
    samen__document_table(p->d, place, "measure,value,rank,of,median_of_others", NULL, 0, &above,
                          NULL);
    samen__explain_brokerage(p->d);
}

/* ---- Roles --------------------------------------------------------------------------------------------- */

/* Its rows of the measure's table. */
static const samen_table *make_roles(const samen__profiled *p) {
    static const samen__fill_column columns[] = {
        {"role", SAMEN_COLUMN_TEXT},        {"count", SAMEN_COLUMN_INT64},
        {"expected", SAMEN_COLUMN_FLOAT64}, {"std_dev", SAMEN_COLUMN_FLOAT64},
        {"z", SAMEN_COLUMN_FLOAT64},        {NULL, 0}};
    const samen_table *all = samen__document_measure(p->d, "brokerage.roles",
                                                     "table=significance; %s", p->d->group_option);
    int32_t of = samen_table_find(all, "organisation"), role = samen_table_find(all, "role");
    int64_t rows_of_it = 0;
    samen_table *made = NULL;
    for (int64_t row = 0; row < samen_table_rows(all); row++)
        rows_of_it += strcmp(samen_table_get_text(all, row, of, ""), p->key) == 0;
    samen__filling rows = samen__filling_start(rows_of_it, columns, &p->d->error);
    for (int64_t row = 0; row < samen_table_rows(all); row++) {
        if (strcmp(samen_table_get_text(all, row, of, ""), p->key) != 0)
            continue;
        samen__fill_text(&rows, samen_table_get_text(all, row, role, ""));
        samen__fill_count(&rows, samen_table_get_int64(all, row, role + 1, 0));
        for (size_t c = 2; columns[c].name; c++)
            samen__fill_number(&rows, samen_table_get_float64(
                                          all, row, samen_table_find(all, columns[c].name), NAN));
    }
    return samen__filling_take(&rows, &made) == SAMEN_OK
               ? samen__document_keep(p->d, "profile.roles.csv", made)
               : NULL;
}

void samen__profile_roles(const samen__profiled *p) {
    static const samen__sentence heading = {{"In which role", "In welke rol"}};
    static const samen__sentence some = {
        {"{1} times you stand between two organisations that are not tied themselves; this counts "
         "the groups ({2}) that you bring together there.",
         "{1} keer staan jullie tussen twee organisaties die zelf niet verbonden zijn; hier staat "
         "welke groepen ({2}) jullie daar samenbrengen."}};
    static const samen__sentence above = {
        {"How often in each role, and how often were ties independent (expected, standard deviation, z)",
         "Hoe vaak in elke rol, en hoe vaak bij onafhankelijke banden (verwacht, standaardafwijking, z)"}};
    int grouped = p->groups.of && p->groups.of[p->number] >= 0 && p->partners > 0;
    const samen_table *roles = grouped ? make_roles(p) : NULL;
    int64_t total = roles ? samen_table_get_int64(roles, samen_table_rows(roles) - 1, 1, 0) : 0;
    const samen__value value[] = {samen__say_count(total), samen__say_text(p->d->group)};
    if (total == 0)
        return;
    samen__document_part(p->d, SAMEN__PART_ROLES, &heading, NULL);
    samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH, &some, value);
    samen__document_table(p->d, roles, "role,count,expected,std_dev,z", NULL, 0, &above, NULL);
    samen__explain_roles(p->d);
}
