/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a profile about partnerships, about what changed between waves, and about what to mind. */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "report/filling.h"
#include "report/partnerships.h"
#include "report/profile_parts.h"
#include "report/waves.h"

enum { MOST_NAMED = 12 };

/* ---- Partnerships -------------------------------------------------------------------------------------- */

/* The memberships with a role that it has in the view: *row is to be deleted. Gives how many. */
static int64_t find_roles(const samen__profiled *p, int64_t **row) {
    const samen_view *view = p->d->view;
    const samen__records *r = &view->network->records;
    int64_t count = 0, capacity = 0;
    void *rows = NULL;
    for (int64_t i = 0; i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        if (m->role == SAMEN__NONE || view->place[m->organisation] != p->number ||
            !samen__view_shows_membership(view, m))
            continue;
        if (samen__grow(&rows, &capacity, count + 1, sizeof **row, &p->d->error) != SAMEN_OK)
            break;
        ((int64_t *)rows)[count++] = i;
    }
    *row = rows;
    return count;
}

/* Its roles in a partnership, parted by commas. */
static void list_roles(const samen__profiled *p, const int64_t *row, int64_t count,
                       int32_t partnership, samen__text *roles) {
    const samen__records *r = &p->d->view->network->records;
    roles->length = 0;
    for (int64_t i = 0; i < count; i++) {
        const samen__membership *m = &r->membership[row[i]];
        if (m->partnership != partnership)
            continue;
        samen__text_add_string(roles, roles->length > 0 ? "," : "");
        samen__text_add_string(roles, samen__keys_text(&r->roles, m->role));
    }
}

static const samen__member *find_member(const samen__profiled *p, const samen__members *m,
                                        int64_t shown) {
    for (int64_t i = m->start[shown]; i < m->start[shown + 1]; i++) {
        if (m->member[i].organisation == p->number)
            return &m->member[i];
    }
    return NULL;
}

static void add_partnership(const samen__profiled *p, const samen__members *m, int64_t shown,
                            const char *roles, samen__filling *rows) {
    const samen_network *network = p->d->view->network;
    const samen__partnership *of = &network->records.partnership[m->shown[shown]];
    samen__fill_text(rows, samen_network_key(network, SAMEN_PARTNERSHIPS, m->shown[shown]));
    samen__fill_text(rows, samen_network_name(network, SAMEN_PARTNERSHIPS, m->shown[shown]));
    samen__fill_text(rows, network->typology->form[of->form].key);
    samen__fill_day(rows, of->start);
    samen__fill_day(rows, of->end);
    samen__fill_count(rows, samen__members_size(m, shown));
    samen__fill_text(rows, roles);
}

/* Those it is in; *led is how many of them it leads. */
static const samen_table *make_partnerships(const samen__profiled *p, const samen__members *m,
                                            int64_t *led) {
    static const samen__fill_column columns[] = {
        {"partnership", SAMEN_COLUMN_TEXT}, {"name", SAMEN_COLUMN_TEXT},
        {"form", SAMEN_COLUMN_TEXT},        {"start", SAMEN_COLUMN_DATE},
        {"end", SAMEN_COLUMN_DATE},         {"members", SAMEN_COLUMN_INT64},
        {"role", SAMEN_COLUMN_TEXT},        {NULL, 0}};
    samen_table *made = NULL;
    samen__text roles = samen__text_growing();
    int64_t *row = NULL, count = 0, roles_count = find_roles(p, &row);
    for (int64_t i = 0; i < m->count; i++)
        count += find_member(p, m, i) != NULL;
    samen__filling rows = samen__filling_start(count, columns, &p->d->error);
    for (int64_t i = 0; i < m->count; i++) {
        const samen__member *member = find_member(p, m, i);
        if (!member)
            continue;
        *led += member->leads;
        list_roles(p, row, roles_count, m->shown[i], &roles);
        add_partnership(p, m, i, roles.length > 0 ? roles.bytes : NULL, &rows);
    }
    if (roles.failed && rows.status == SAMEN_OK)
        rows.status = samen__fail_memory(&p->d->error);
    samen__text_free(&roles);
    samen__delete(row);
    return samen__filling_take(&rows, &made) == SAMEN_OK
               ? samen__document_keep(p->d, "profile.partnerships.csv", made)
               : NULL;
}

void samen__profile_partnerships(const samen__profiled *p) {
    static const samen__sentence heading = {{"Your partnerships", "Jullie samenwerkingsverbanden"}};
    static const samen__sentence sentence = {
        {"You take part in {1} of the {2} partnerships seen here.",
         "Jullie nemen deel aan {1} van de {2} samenwerkingsverbanden die hier te zien zijn."}};
    static const samen__sentence leads = {{"You lead {3} of them.", "Jullie leiden er {3} van."}};
    static const samen__sentence above = {
        {"Each of them, from the largest", "Elk ervan, van het grootste af"}};
    samen__members members = {0};
    const samen_table *made = NULL;
    int64_t led = 0;
    if (p->d->view->partnerships == 0)
        return;
    if (samen__members_make(p->d->view, &members, &p->d->error) == SAMEN_OK)
        made = make_partnerships(p, &members, &led);
    const samen__value value[] = {samen__say_count(samen_table_rows(made)),
                                  samen__say_count(members.count), samen__say_count(led)};
    samen__members_free(&members);
    if (!made)
        return;
    samen__document_part(p->d, SAMEN__PART_PARTNERSHIPS, &heading, NULL);
    samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH, &sentence, value);
    if (led > 0)
        samen__document_say_more(p->d, &leads, value);
    if (value[0].count > 0)
        samen__document_table(p->d, made, "partnership,name,form,start,end,members,role", "members",
                              0, &above, NULL);
}

/* ---- Waves --------------------------------------------------------------------------------------------- */

/* Partners in ascending order. */
typedef struct partners {
    int32_t *number;
    int64_t count;
} partners;

/* Those of `of` that are not in `without`: how many, and their names up to MOST_NAMED. */
static int64_t list_missing(const samen_view *view, const partners *of, const partners *without,
                            samen__text *names) {
    int64_t count = 0;
    for (int64_t i = 0, at = 0; i < of->count; i++) {
        while (at < without->count && without->number[at] < of->number[i])
            at++;
        if (at < without->count && without->number[at] == of->number[i])
            continue;
        if (count < MOST_NAMED)
            samen__text_format(names, count ? ", %s" : "%s", samen__name_of(view, of->number[i]));
        count++;
    }
    if (count > MOST_NAMED)
        samen__text_add_string(names, ", \xE2\x80\xA6");
    return count;
}

static void say_change(const samen__profiled *p, const samen__waves *waves, int32_t wave,
                       const partners *before, const partners *after) {
    static const samen__sentence sentence = {
        {"In {1} you work together with {2}, and {3} of these were your partners in {4} too.",
         "In {1} werken jullie samen met {2}, en {3} daarvan waren ook in {4} jullie partners."}};
    static const samen__sentence begun = {{"New {1?is|are} {2}.", "Nieuw {1?is|zijn} {2}."}};
    static const samen__sentence ended = {{"No longer: {2}.", "Niet meer: {2}."}};
    samen__document *d = p->d;
    samen__text come = {.raw = 1}, gone = {.raw = 1};
    int64_t new = list_missing(d->view, after, before, &come);
    int64_t old = list_missing(d->view, before, after, &gone);
    if (come.failed || gone.failed)
        samen__fail_memory(&d->error);
    const samen__value value[] = {
        samen__say_text(waves->wave[wave].label), samen__say_count(after->count),
        samen__say_count(after->count - new), samen__say_text(waves->wave[wave - 1].label)};
    const samen__value who_came[] = {samen__say_count(new), samen__say_text(come.bytes)};
    const samen__value who_went[] = {samen__say_count(old), samen__say_text(gone.bytes)};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &sentence, value);
    if (new > 0)
        samen__document_say_more(d, &begun, who_came);
    if (old > 0)
        samen__document_say_more(d, &ended, who_went);
    samen__text_free(&come);
    samen__text_free(&gone);
}

void samen__profile_waves(const samen__profiled *p) {
    static const samen__sentence heading = {{"What changed", "Wat er veranderde"}};
    static const samen__sentence caution = {
        {"A tie that is reported once and not again may have ended, or only not have been named.",
         "Een band die één keer gemeld is en later niet meer, kan gestopt zijn, of alleen niet meer "
         "genoemd."}};
    samen__waves waves;
    partners of[SAMEN__MOST_WAVES] = {{0}};
    int64_t all = 0;
    samen__waves_find(p->d->view, &waves);
    samen__waves_open(p->d, &waves);
    for (int32_t i = 0; i < waves.count && samen__document_is_fine(p->d); i++) {
        of[i].count = samen__partners_of(waves.wave[i].document.view, p->number, p->d->run,
                                         &of[i].number, &p->d->error);
        all += of[i].count;
    }
    if (all > 0 && samen__document_is_fine(p->d)) {
        samen__document_part(p->d, SAMEN__PART_WAVES, &heading, NULL);
        for (int32_t i = 1; i < waves.count; i++)
            say_change(p, &waves, i, &of[i - 1], &of[i]);
        samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH, &caution, NULL);
    }
    for (int32_t i = 0; i < waves.count; i++)
        samen__delete(of[i].number);
    samen__waves_close(p->d, &waves);
}

/* ---- What to mind -------------------------------------------------------------------------------------- */

void samen__profile_minding(const samen__profiled *p) {
    static const samen__sentence heading = {{"What this does not mean", "Wat dit niet betekent"}};
    static const samen__sentence items[] = {
        {{"More partners, or a place between others, is not better: what is right depends on what "
          "you want to achieve together.",
          "Meer partners, of een plaats tussen andere, is niet beter: wat past, hangt af van wat "
          "jullie samen willen bereiken."}},
        {{"No form is better than another: each is right for its purpose.",
          "Geen enkele vorm is beter dan een andere: elke is juist voor haar doel."}},
        {{"What nobody reported is not here, and what is here was true when it was reported.",
          "Wat niemand gemeld heeft, staat hier niet, en wat hier staat, gold toen het gemeld "
          "werd."}},
        {{"Your partners stand here by name: agree with them before you pass this page on.",
          "Jullie partners staan hier met naam: spreek met hen af voor jullie deze pagina "
          "doorgeven."}}};
    samen__document_part(p->d, SAMEN__PART_MINDING, &heading, NULL);
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
        samen__document_say(p->d, SAMEN__BLOCK_ITEM, &items[i], NULL);
}
