/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/partnership_tables.h"

#include "core/memory.h"
#include "core/sort.h"
#include "core/text.h"
#include "report/filling.h"

static uint8_t form_of(const samen_view *view, int32_t partnership) {
    return view->network->records.partnership[partnership].form;
}

/* ---- By form ------------------------------------------------------------------------------------------ */

/* The sizes of those of a form in ascending order; form -1 is all forms together. Gives how many. */
static int64_t list_sizes(const samen_view *view, const samen__members *m, int32_t form,
                          int64_t *sizes) {
    int64_t count = 0;
    for (int64_t i = 0; i < m->count; i++) {
        if (form < 0 || form_of(view, m->shown[i]) == form)
            sizes[count++] = samen__members_size(m, i);
    }
    samen__sort_int64(sizes, count);
    return count;
}

samen_status samen__partnerships_by_form(const samen_view *view, const samen__members *m,
                                         samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {{"form", SAMEN_COLUMN_TEXT},
                                                 {"partnerships", SAMEN_COLUMN_INT64},
                                                 {"share", SAMEN_COLUMN_FLOAT64},
                                                 {"smallest", SAMEN_COLUMN_INT64},
                                                 {"median", SAMEN_COLUMN_FLOAT64},
                                                 {"largest", SAMEN_COLUMN_INT64},
                                                 {NULL, 0}};
    const samen_typology *typology = view->network->typology;
    uint64_t forms = 0;
    int64_t *sizes = samen__new_raw(m->count, sizeof *sizes, err);
    if (!sizes)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < m->count; i++)
        forms |= (uint64_t)1 << form_of(view, m->shown[i]);
    samen__filling rows =
        samen__filling_start(__builtin_popcountll(forms) + (m->count > 0), columns, err);
    for (int32_t form = -1; form < typology->count; form++) {
        int64_t count = list_sizes(view, m, form, sizes);
        if (count == 0)
            continue;
        samen__fill_text(&rows, form < 0 ? "all" : typology->form[form].key);
        samen__fill_count(&rows, count);
        samen__fill_number(&rows, (double)count / (double)m->count);
        samen__fill_count(&rows, sizes[0]);
        samen__fill_number(&rows, (double)(sizes[(count - 1) / 2] + sizes[count / 2]) / 2);
        samen__fill_count(&rows, sizes[count - 1]);
    }
    samen__delete(sizes);
    return samen__filling_take(&rows, out);
}

/* ---- By size ------------------------------------------------------------------------------------------- */

/* Where the run of equal numbers that begins at `from` ends. */
static int64_t end_of_run(const int64_t *sorted, int64_t from, int64_t count) {
    int64_t end = from;
    while (end < count && sorted[end] == sorted[from])
        end++;
    return end;
}

samen_status samen__partnerships_by_size(const samen_view *view, const samen__members *m,
                                         samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {
        {"members", SAMEN_COLUMN_INT64}, {"partnerships", SAMEN_COLUMN_INT64}, {NULL, 0}};
    int64_t *sizes = samen__new_raw(m->count, sizeof *sizes, err), different = 0;
    if (!sizes)
        return SAMEN_ERR_MEMORY;
    int64_t count = list_sizes(view, m, -1, sizes);
    for (int64_t i = 0; i < count; i = end_of_run(sizes, i, count))
        different++;
    samen__filling rows = samen__filling_start(different, columns, err);
    for (int64_t i = 0, end; i < count; i = end) {
        end = end_of_run(sizes, i, count);
        samen__fill_count(&rows, sizes[i]);
        samen__fill_count(&rows, end - i);
    }
    samen__delete(sizes);
    return samen__filling_take(&rows, out);
}

/* ---- Each ---------------------------------------------------------------------------------------------- */

/* The keys of those that lead, parted by commas; empty when nobody does. */
static void list_leads(const samen_view *view, const samen__members *m, int64_t shown,
                       samen__text *leads) {
    leads->length = 0;
    for (int64_t i = m->start[shown]; i < m->start[shown + 1]; i++) {
        if (!m->member[i].leads)
            continue;
        samen__text_add_string(leads, leads->length > 0 ? "," : "");
        samen__text_add_string(leads, samen_view_key(view, m->member[i].organisation));
    }
}

samen_status samen__partnerships_each(const samen_view *view, const samen__members *m,
                                      samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {
        {"partnership", SAMEN_COLUMN_TEXT}, {"name", SAMEN_COLUMN_TEXT},
        {"form", SAMEN_COLUMN_TEXT},        {"start", SAMEN_COLUMN_DATE},
        {"end", SAMEN_COLUMN_DATE},         {"members", SAMEN_COLUMN_INT64},
        {"leads", SAMEN_COLUMN_TEXT},       {NULL, 0}};
    const samen_network *network = view->network;
    samen__text leads = samen__text_growing();
    samen__filling rows = samen__filling_start(m->count, columns, err);
    for (int64_t i = 0; i < m->count; i++) {
        const samen__partnership *p = &network->records.partnership[m->shown[i]];
        list_leads(view, m, i, &leads);
        samen__fill_text(&rows, samen_network_key(network, SAMEN_PARTNERSHIPS, m->shown[i]));
        samen__fill_text(&rows, samen_network_name(network, SAMEN_PARTNERSHIPS, m->shown[i]));
        samen__fill_text(&rows, network->typology->form[p->form].key);
        samen__fill_day(&rows, p->start);
        samen__fill_day(&rows, p->end);
        samen__fill_count(&rows, samen__members_size(m, i));
        samen__fill_text(&rows, leads.length > 0 ? leads.bytes : NULL);
    }
    if (leads.failed && rows.status == SAMEN_OK)
        rows.status = samen__fail_memory(err);
    samen__text_free(&leads);
    return samen__filling_take(&rows, out);
}

/* ---- By organisation ----------------------------------------------------------------------------------- */

/* What an organisation has of partnerships. */
typedef struct taking_part {
    int64_t partnerships, led;
    uint64_t forms;
} taking_part;

samen_status samen__partnerships_by_organisation(const samen_view *view, const samen__members *m,
                                                 samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {
        {"organisation", SAMEN_COLUMN_TEXT},  {"name", SAMEN_COLUMN_TEXT},
        {"partnerships", SAMEN_COLUMN_INT64}, {"led", SAMEN_COLUMN_INT64},
        {"forms", SAMEN_COLUMN_INT64},        {NULL, 0}};
    taking_part *of = samen__new(view->organisations, sizeof *of, err);
    if (!of)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < m->members; i++) {
        taking_part *t = &of[m->member[i].organisation];
        t->partnerships++;
        t->led += m->member[i].leads;
        t->forms |= (uint64_t)1 << form_of(view, m->member[i].partnership);
    }
    samen__filling rows = samen__filling_start(view->organisations, columns, err);
    for (int64_t v = 0; v < view->organisations; v++) {
        samen__fill_text(&rows, samen_view_key(view, v));
        samen__fill_text(
            &rows, samen_network_name(view->network, SAMEN_ORGANISATIONS, view->organisation[v]));
        samen__fill_count(&rows, of[v].partnerships);
        samen__fill_count(&rows, of[v].led);
        samen__fill_count(&rows, __builtin_popcountll(of[v].forms));
    }
    samen__delete(of);
    return samen__filling_take(&rows, out);
}

/* ---- By role ------------------------------------------------------------------------------------------- */

/* The memberships with a role that the view shows, as role and organisation in one number, sorted; gives how many. */
static int64_t list_roles(const samen_view *view, int64_t *out) {
    const samen__records *r = &view->network->records;
    int64_t count = 0;
    for (int64_t i = 0; i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        if (m->role != SAMEN__NONE && samen__view_shows_membership(view, m))
            out[count++] = (int64_t)m->role << 32 | m->organisation;
    }
    samen__sort_int64(out, count);
    return count;
}

/* Where the memberships with the role of that at `from` end, and how many organisations have it. */
static int64_t end_of_role(const int64_t *part, int64_t from, int64_t count,
                           int64_t *organisations) {
    int64_t end = from;
    *organisations = 0;
    while (end < count && part[end] >> 32 == part[from] >> 32) {
        end = end_of_run(part, end, count);
        ++*organisations;
    }
    return end;
}

samen_status samen__partnerships_by_role(const samen_view *view, samen_table **out,
                                         samen_error *err) {
    static const samen__fill_column columns[] = {{"role", SAMEN_COLUMN_TEXT},
                                                 {"memberships", SAMEN_COLUMN_INT64},
                                                 {"organisations", SAMEN_COLUMN_INT64},
                                                 {NULL, 0}};
    const samen__keys *roles = &view->network->records.roles;
    int64_t *part = samen__new_raw(view->network->records.memberships, sizeof *part, err);
    int64_t different = 0, organisations;
    if (!part)
        return SAMEN_ERR_MEMORY;
    int64_t count = list_roles(view, part);
    for (int64_t i = 0; i < count; i = end_of_role(part, i, count, &organisations))
        different++;
    samen__filling rows = samen__filling_start(different, columns, err);
    for (int64_t i = 0, end; i < count; i = end) {
        end = end_of_role(part, i, count, &organisations);
        samen__fill_text(&rows, samen__keys_text(roles, part[i] >> 32));
        samen__fill_count(&rows, end - i);
        samen__fill_count(&rows, organisations);
    }
    samen__delete(part);
    return samen__filling_take(&rows, out);
}
