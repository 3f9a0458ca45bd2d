/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about partnerships: how many of which form and size, which are the largest, who is in most of
 * them and who leads. */
#include "report/partnership_tables.h"
#include "report/parts.h"

/* Its tables, which are the document's; NULL where one could not be made. */
typedef struct tables {
    const samen_table *form, *size, *each, *organisation, *role;
} tables;

static void make_tables(samen__document *d, const samen__members *m, tables *out) {
    samen_table *form = NULL, *size = NULL, *each = NULL, *organisation = NULL, *role = NULL;
    if (samen__partnerships_by_form(d->view, m, &form, &d->error) == SAMEN_OK)
        out->form = samen__document_keep(d, "partnerships.forms.csv", form);
    if (out->form && samen__partnerships_by_size(d->view, m, &size, &d->error) == SAMEN_OK)
        out->size = samen__document_keep(d, "partnerships.sizes.csv", size);
    if (out->size && samen__partnerships_each(d->view, m, &each, &d->error) == SAMEN_OK)
        out->each = samen__document_keep(d, "partnerships.csv", each);
    if (out->each &&
        samen__partnerships_by_organisation(d->view, m, &organisation, &d->error) == SAMEN_OK)
        out->organisation = samen__document_keep(d, "partnerships.organisations.csv", organisation);
    if (out->organisation && samen__partnerships_by_role(d->view, &role, &d->error) == SAMEN_OK)
        out->role = samen__document_keep(d, "partnerships.roles.csv", role);
}

/* The row with the largest number; the first of several. */
static int64_t largest_row(const samen_table *table, const char *column) {
    int32_t at = samen_table_find(table, column);
    int64_t best = 0;
    for (int64_t row = 1; row < samen_table_rows(table); row++) {
        if (samen_table_get_int64(table, row, at, 0) > samen_table_get_int64(table, best, at, 0))
            best = row;
    }
    return best;
}

static const char *text_at(const samen_table *table, int64_t row, const char *column) {
    return samen_table_get_text(table, row, samen_table_find(table, column), "");
}

static int64_t count_at(const samen_table *table, int64_t row, const char *column) {
    return samen_table_get_int64(table, row, samen_table_find(table, column), 0);
}

static void say_sizes(samen__document *d, const tables *t) {
    static const samen__sentence one = {
        {"One partnership is seen here, {1}, of {2} {2?member|members}.",
         "Hier is één samenwerkingsverband te zien, {1}, met {2} {2?lid|leden}."}};
    static const samen__sentence alike = {
        {"{1} partnerships are seen here, of {2} {2?member|members} each.",
         "Hier zijn {1} samenwerkingsverbanden te zien, met elk {2} {2?lid|leden}."}};
    static const samen__sentence sizes = {
        {"{1} partnerships are seen here. The smallest has {2} {2?member|members}, the largest {3}; "
         "half of them have {4} or fewer.",
         "Hier zijn {1} samenwerkingsverbanden te zien. Het kleinste telt {2} {2?lid|leden}, het "
         "grootste {3}; de helft telt er {4} of minder."}};
    static const samen__sentence collaboration = {
        {"Each is one collaboration, however many take part: {1}, with its {2} members, would be {3} "
         "tied pairs if every two members were taken for tied.",
         "Elk ervan is één samenwerking, hoeveel organisaties er ook aan deelnemen: {1}, met {2} "
         "leden, zou {3} verbonden paren zijn als elke twee leden voor verbonden golden."}};
    int64_t row = largest_row(t->each, "members"), count = samen_table_rows(t->each);
    int64_t most = count_at(t->each, row, "members");
    samen__value name = samen__say_text(text_at(t->each, row, "name"));
    const samen__value of_one[] = {name, samen__say_count(most)};
    const samen__value of_all[] = {
        samen__say_count(count), samen__say_count(count_at(t->form, 0, "smallest")),
        samen__say_count(most), samen__say_amount(samen__document_number(t->form, "median", 0))};
    const samen__value pairs[] = {name, samen__say_count(most),
                                  samen__say_count(most * (most - 1) / 2)};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH,
                        count == 1                ? &one
                        : of_all[1].count == most ? &alike
                                                  : &sizes,
                        count == 1 ? of_one : of_all);
    if (most > 2)
        samen__document_say_more(d, &collaboration, pairs);
}

static void show_forms(samen__document *d, const tables *t) {
    static const samen__sentence above = {
        {"By form, with the number of members", "Per vorm, met het aantal leden"}};
    if (samen_table_rows(t->form) > 2)
        samen__document_table(d, t->form, "form,partnerships,share,smallest,median,largest", NULL,
                              0, &above, NULL);
}

static void show_largest(samen__document *d, const tables *t) {
    static const samen__sentence all = {
        {"Each, from the largest", "Elk ervan, van het grootste af"}};
    static const samen__sentence some = {{"The largest {1} of {2}", "De grootste {1} van {2}"}};
    int64_t count = samen_table_rows(t->each), top = SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {samen__say_count(top), samen__say_count(count)};
    if (count > 1)
        samen__document_table(d, t->each, "partnership,name,form,start,end,members,leads",
                              "members", count > top ? top : 0, count > top ? &some : &all, value);
}

/* Of few partnerships the sizes are all in the table of each. */
static void show_distribution(samen__document *d, const tables *t) {
    static const samen__sentence picture = {
        {"How many partnerships have how many members",
         "Hoeveel samenwerkingsverbanden hoeveel leden tellen"}};
    static const samen__sentence table = {
        {"The most frequent numbers of members", "De meest voorkomende aantallen leden"}};
    if (samen_table_rows(t->each) <= SAMEN__TOP_ORGANISATIONS)
        return;
    samen__document_picture(d, "distribution", "of=partnership-size", NULL, &picture, NULL);
    samen__document_table(d, t->size, "members,partnerships", "partnerships",
                          SAMEN__TOP_ORGANISATIONS, &table, NULL);
}

/* ---- Who takes part --------------------------------------------------------------------------------- */

static void say_taking_part(samen__document *d, const tables *t) {
    static const samen__sentence all = {
        {"Every organisation seen here is in a partnership.",
         "Elke organisatie die hier te zien is, neemt deel aan een samenwerkingsverband."}};
    static const samen__sentence some = {
        {"{1} of the {2} organisations seen here {1?is|are} in a partnership, {3} in more than one.",
         "{1} van de {2} organisaties die hier te zien zijn, {1?neemt|nemen} deel aan een "
         "samenwerkingsverband, {3} aan meer dan één."}};
    int32_t column = samen_table_find(t->organisation, "partnerships");
    int64_t rows = samen_table_rows(t->organisation), in = 0, in_more = 0;
    for (int64_t row = 0; row < rows; row++) {
        in += samen_table_get_int64(t->organisation, row, column, 0) > 0;
        in_more += samen_table_get_int64(t->organisation, row, column, 0) > 1;
    }
    const samen__value value[] = {samen__say_count(in), samen__say_count(rows),
                                  samen__say_count(in_more)};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, in == rows && in_more == 0 ? &all : &some,
                        value);
}

static void say_leading(samen__document *d, const tables *t) {
    static const samen__sentence none = {
        {"No role says who leads.", "Geen enkele rol zegt wie de leiding heeft."}};
    static const samen__sentence some = {
        {"A role says who leads in {1} of {2}.", "Bij {1} van de {2} zegt een rol wie leidt."}};
    static const samen__sentence each = {
        {"In each of them a role says who leads.", "Bij elk ervan zegt een rol wie leidt."}};
    static const samen__sentence most = {{"{1} leads most, {2}.", "{1} leidt er het meest, {2}."}};
    int64_t all = samen_table_rows(t->each), first = largest_row(t->organisation, "led");
    int64_t led = all - samen_table_column_nulls(t->each, samen_table_find(t->each, "leads"));
    int64_t largest = count_at(t->organisation, first, "led"), alike = 0;
    for (int64_t row = 0; row < samen_table_rows(t->organisation); row++)
        alike += count_at(t->organisation, row, "led") == largest;
    const samen__value counts[] = {samen__say_count(led), samen__say_count(all)};
    const samen__value who[] = {samen__say_text(text_at(t->organisation, first, "name")),
                                samen__say_count(largest)};
    samen__document_say_more(d, led == 0 ? &none : led < all ? &some : &each, counts);
    if (largest > 1 && alike == 1)
        samen__document_say_more(d, &most, who);
}

static void show_organisations(samen__document *d, const tables *t) {
    static const samen__sentence all = {
        {"In how many partnerships each takes part, and how many it leads",
         "Aan hoeveel samenwerkingsverbanden elke deelneemt, en hoeveel ze er leidt"}};
    static const samen__sentence some = {
        {"In how many partnerships each takes part, and how many it leads, the highest {1} of {2}",
         "Aan hoeveel samenwerkingsverbanden elke deelneemt, en hoeveel ze er leidt, de hoogste {1} "
         "van {2}"}};
    int64_t rows = samen_table_rows(t->organisation);
    int64_t shown = samen__count_above_zero(t->organisation, "partnerships");
    shown = shown < SAMEN__TOP_ORGANISATIONS ? shown : SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {samen__say_count(shown), samen__say_count(rows)};
    samen__document_table(d, t->organisation, "organisation,name,partnerships,led,forms",
                          "partnerships", shown, shown < rows ? &some : &all, value);
}

static void show_roles(samen__document *d, const tables *t) {
    static const samen__sentence above = {{"Roles of members", "Rollen van leden"}};
    if (samen_table_rows(t->role) > 0)
        samen__document_table(d, t->role, "role,memberships,organisations", "memberships",
                              SAMEN__TOP_ORGANISATIONS, &above, NULL);
}

void samen__part_partnerships(samen__document *d) {
    static const samen__sentence heading = {{"Partnerships", "Samenwerkingsverbanden"}};
    samen__members members = {0};
    tables t = {0};
    if (d->view->partnerships == 0 || !samen__document_is_fine(d))
        return;
    if (samen__members_make(d->view, &members, &d->error) == SAMEN_OK)
        make_tables(d, &members, &t);
    samen__members_free(&members);
    if (!t.role)
        return;
    samen__document_part(d, SAMEN__PART_PARTNERSHIPS, &heading, NULL);
    say_sizes(d, &t);
    show_forms(d, &t);
    show_distribution(d, &t);
    show_largest(d, &t);
    say_taking_part(d, &t);
    say_leading(d, &t);
    show_organisations(d, &t);
    show_roles(d, &t);
}
