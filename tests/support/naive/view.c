/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view from the rows of the network's own tables, by the words of samen/view.h, cell by cell: for
 * every form and every two organisations all rows are gone through again. */
#include "naive.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "suite.h"

typedef struct row {
    int from, to, form, directed;
    double weight;
} row;

typedef struct sight {
    const samen_network *network;
    const samen_view_options *options;
    naive_view *view;
    int *place; /* of an organisation of the network in the view, -1 unseen */
    row *rows;
    int count;
    double *members; /* of every partnership that is seen */
    int *leads;      /* [partnership * n + i] */
} sight;

/* Weights that are to become one. */
typedef struct pot {
    int count;
    double sum, most, least;
} pot;

/* Put a weight; 0 is none. */
static void put(pot *p, double weight) {
    if (weight == 0)
        return;
    p->most = p->count == 0 || weight > p->most ? weight : p->most;
    p->least = p->count == 0 || weight < p->least ? weight : p->least;
    p->sum += weight;
    p->count++;
}

static double take(const pot *p, uint32_t rule) {
    if (p->count == 0)
        return 0;
    switch (rule) {
    case SAMEN_RULE_MAX: return p->most;
    case SAMEN_RULE_MIN: return p->least;
    case SAMEN_RULE_MEAN: return p->sum / p->count;
    default: return p->sum;
    }
}

/* ---- Who and what is seen -------------------------------------------------------------------------- */

/* Days since 1970-01-01 against a date as text: below, equal to or above 0 as for strcmp. */
static int compare_day(int32_t days, const char *date) {
    time_t seconds = (time_t)days * 86400;
    char text[32];
    strftime(text, sizeof text, "%Y-%m-%d", gmtime(&seconds));
    return strcmp(text, date);
}

static int in_period(const samen_view_options *o, const samen_table *table, int64_t at) {
    int32_t start = samen_table_find(table, "start"), end = samen_table_find(table, "end");
    if (o->to && !samen_table_is_null(table, at, start) &&
        compare_day(samen_table_get_date(table, at, start, 0), o->to) >= 0)
        return 0;
    return !o->from || samen_table_is_null(table, at, end) ||
           compare_day(samen_table_get_date(table, at, end, 0), o->from) > 0;
}

static int form_of(const sight *s, const samen_table *table, int64_t at) {
    return samen_typology_find(samen_network_typology(s->network), cell_text(table, at, "form"));
}

static int form_is_seen(const sight *s, int form) {
    return s->options->forms == 0 || (s->options->forms >> form & 1);
}

/* "attribute=value" or "attribute!=value" of one organisation. */
static int holds(const samen_table *table, int64_t at, const char *where) {
    char name[64];
    const char *sign = strchr(where, '=');
    int not_equal = sign[-1] == '!';
    snprintf(name, sizeof name, "%.*s", (int)(sign - where) - not_equal, where);
    int32_t column = samen_table_find(table, name);
    return (strcmp(samen_table_get_text(table, at, column, ""), sign + 1) == 0) != not_equal;
}

static size_t name_length(const char *where) {
    return strcspn(where, "!=");
}

/* Every attribute that is asked about has one of its conditions fulfilled. */
static int is_wanted(const samen_view_options *o, const samen_table *table, int64_t at) {
    for (int64_t a = 0; a < o->where_count; a++) {
        size_t length = name_length(o->where[a]);
        int fulfilled = 0;
        for (int64_t b = 0; b < o->where_count; b++) {
            if (name_length(o->where[b]) == length && !strncmp(o->where[a], o->where[b], length))
                fulfilled |= holds(table, at, o->where[b]);
        }
        if (!fulfilled)
            return 0;
    }
    for (int64_t k = 0; k < o->organisations_count; k++) {
        if (!strcmp(o->organisations[k], cell_text(table, at, "id")))
            return 1;
    }
    return o->organisations_count == 0;
}

static void see_organisations(sight *s) {
    samen_table *table = NULL;
    OK(samen_network_table(s->network, SAMEN_ORGANISATIONS, &table, error));
    int64_t count = samen_table_rows(table);
    s->place = calloc((size_t)count + 1, sizeof *s->place);
    s->view->where = calloc((size_t)count + 1, sizeof *s->view->where);
    for (int64_t i = 0; i < count; i++) {
        s->place[i] = is_wanted(s->options, table, i) ? s->view->n++ : -1;
        if (s->place[i] >= 0)
            s->view->where[s->place[i]] = (int)i;
    }
    samen_table_free(table);
}

static int organisation_of(const sight *s, const samen_table *table, int64_t at,
                           const char *column) {
    return s
        ->place[samen_network_find(s->network, SAMEN_ORGANISATIONS, cell_text(table, at, column))];
}

static void see_ties(sight *s) {
    samen_table *table = NULL;
    OK(samen_network_table(s->network, SAMEN_TIES, &table, error));
    s->rows = calloc((size_t)samen_table_rows(table) + 1, sizeof *s->rows);
    for (int64_t at = 0; at < samen_table_rows(table); at++) {
        row r = {.from = organisation_of(s, table, at, "from"),
                 .to = organisation_of(s, table, at, "to"),
                 .form = form_of(s, table, at),
                 .directed = cell_number(table, at, "directed") != 0,
                 .weight = cell_number(table, at, "weight")};
        if (r.from >= 0 && r.to >= 0 && r.from != r.to && form_is_seen(s, r.form) &&
            in_period(s->options, table, at))
            s->rows[s->count++] = r;
    }
    samen_table_free(table);
}

static int is_lead(const samen_view_options *o, const char *role) {
    static const char *const roles[] = {"lead",    "leader",     "coordinator", "chair",
                                        "trekker", "voorzitter", "penhouder"};
    if (o->lead)
        return !strcmp(role, o->lead);
    for (size_t r = 0; r < sizeof roles / sizeof roles[0]; r++) {
        if (!strcmp(role, roles[r]))
            return 1;
    }
    return 0;
}

/* All members are counted, those that are not seen too; an organisation with two roles once. */
static void see_members(sight *s, const char *key, int partnership) {
    samen_table *table = NULL;
    int n = s->view->n;
    int64_t all = samen_network_count(s->network, SAMEN_ORGANISATIONS);
    int *counted = calloc((size_t)all + 1, sizeof *counted);
    OK(samen_network_table(s->network, SAMEN_MEMBERSHIPS, &table, error));
    for (int64_t at = 0; at < samen_table_rows(table); at++) {
        const char *role = samen_table_get_text(table, at, samen_table_find(table, "role"), "");
        if (strcmp(cell_text(table, at, "partnership"), key) != 0 ||
            !in_period(s->options, table, at))
            continue;
        int64_t who = samen_network_find(s->network, SAMEN_ORGANISATIONS,
                                         cell_text(table, at, "organisation"));
        int i = s->place[who];
        s->members[partnership] += counted[who]++ == 0;
        if (i >= 0) {
            s->view->member[partnership * n + i] = 1;
            s->leads[partnership * n + i] |= is_lead(s->options, role);
        }
    }
    samen_table_free(table);
    free(counted);
}

static void see_partnerships(sight *s) {
    samen_table *table = NULL;
    OK(samen_network_table(s->network, SAMEN_PARTNERSHIPS, &table, error));
    size_t count = (size_t)samen_table_rows(table), n = (size_t)s->view->n;
    s->view->partnership_form = calloc(count + 1, sizeof *s->view->partnership_form);
    s->view->member = calloc(count * n + 1, sizeof *s->view->member);
    s->leads = calloc(count * n + 1, sizeof *s->leads);
    s->members = calloc(count + 1, sizeof *s->members);
    for (int64_t at = 0; at < (int64_t)count; at++) {
        int form = form_of(s, table, at);
        if (form_is_seen(s, form) && in_period(s->options, table, at)) {
            s->view->partnership_form[s->view->partnerships_count] = form;
            see_members(s, cell_text(table, at, "id"), s->view->partnerships_count++);
        }
    }
    samen_table_free(table);
}

/* ---- What ties two organisations -------------------------------------------------------------------- */

static uint32_t projection(const sight *s) {
    if (s->options->partnerships != SAMEN_PARTNERSHIPS_AUTO)
        return s->options->partnerships;
    return samen_network_count(s->network, SAMEN_TIES) == 0 ? SAMEN_PARTNERSHIPS_COUNT
                                                            : SAMEN_PARTNERSHIPS_IGNORE;
}

/* The weight that partnerships of a form, or (-1) of all forms, give to a pair. */
static double projected(const sight *s, int form, int i, int j) {
    uint32_t how = projection(s);
    int n = s->view->n;
    double weight = 0;
    for (int p = 0; p < s->view->partnerships_count && how != SAMEN_PARTNERSHIPS_IGNORE; p++) {
        int together = s->view->member[p * n + i] && s->view->member[p * n + j];
        if ((form >= 0 && s->view->partnership_form[p] != form) || !together)
            continue;
        if (how == SAMEN_PARTNERSHIPS_NEWMAN)
            weight += 1 / (s->members[p] - 1);
        else if (how == SAMEN_PARTNERSHIPS_STAR)
            weight += s->leads[p * n + i] || s->leads[p * n + j];
        else
            weight += 1;
    }
    return how == SAMEN_PARTNERSHIPS_BINARY && weight > 0 ? 1 : weight;
}

/* Put what i says about j: directed ties from i to j, or what is undirected between them. */
static void put_directed(const sight *s, pot *p, int form, int i, int j) {
    for (int r = 0; r < s->count; r++) {
        row t = s->rows[r];
        if (t.form == form && t.directed && t.from == i && t.to == j)
            put(p, t.weight);
    }
}

static void put_undirected(const sight *s, pot *p, int form, int i, int j) {
    for (int r = 0; r < s->count; r++) {
        row t = s->rows[r];
        if (t.form == form && !t.directed &&
            ((t.from == i && t.to == j) || (t.from == j && t.to == i)))
            put(p, t.weight);
    }
}

/* What is said of i and j in some forms, each made one weight: by i about j, by j about i, and the
 * same apart from each other: by i only, by j only, undirected. 0 stands for nothing. */
typedef struct reports {
    double there, back, only_there, only_back, undirected;
} reports;

static reports reports_in(const sight *s, uint64_t forms, int i, int j, double partnerships) {
    pot there = {0}, back = {0}, undirected = {0};
    uint32_t rule = s->options->parallel;
    reports of = {0};
    for (int f = 0; f < s->view->forms; f++) {
        if (forms >> f & 1) {
            put_directed(s, &there, f, i, j);
            put_directed(s, &back, f, j, i);
            put_undirected(s, &undirected, f, i, j);
        }
    }
    put(&undirected, partnerships);
    of.only_there = take(&there, rule);
    of.only_back = take(&back, rule);
    of.undirected = take(&undirected, rule);
    for (int f = 0; f < s->view->forms; f++) {
        if (forms >> f & 1) {
            put_undirected(s, &there, f, i, j);
            put_undirected(s, &back, f, i, j);
        }
    }
    put(&there, partnerships);
    put(&back, partnerships);
    of.there = take(&there, rule);
    of.back = take(&back, rule);
    return of;
}

/* Whether the pair is tied in a form: under "both" only when both say so. */
static int is_tied_in(const sight *s, int form, int i, int j) {
    reports of = reports_in(s, 1ull << form, i, j, projected(s, form, i, j));
    switch (s->options->direction) {
    case SAMEN_DIRECTION_RECORDED: return of.there > 0;
    case SAMEN_DIRECTION_EITHER: return of.there > 0 || of.back > 0;
    default: return of.there > 0 && of.back > 0;
    }
}

/* One weight of two reports. In their sum what is undirected counts once. */
static double agree_on(const samen_view_options *o, reports of) {
    uint32_t rule = o->direction_weight;
    pot both = {0};
    if (o->direction == SAMEN_DIRECTION_RECORDED)
        return of.there;
    if (rule == SAMEN_RULE_SUM)
        return of.only_there + of.only_back + of.undirected;
    put(&both, of.there);
    put(&both, of.back);
    if (rule == SAMEN_RULE_DEFAULT)
        rule = o->direction == SAMEN_DIRECTION_EITHER ? SAMEN_RULE_MAX : SAMEN_RULE_MIN;
    return take(&both, rule);
}

/* How many rows are behind it: directed ones from i to j, or undirected ones. */
static int rows_in_form(const sight *s, int form, int i, int j, int directed) {
    int count = 0;
    for (int r = 0; r < s->count; r++) {
        row t = s->rows[r];
        int there = t.from == i && t.to == j, back = t.from == j && t.to == i;
        count += t.form == form && t.directed == directed && (there || (back && !directed));
    }
    return count;
}

/* All rows of the pair are made one, and what partnerships give is one more. */
static void tie_pair(sight *s, int i, int j) {
    naive_view *v = s->view;
    uint64_t tied = 0;
    for (int f = 0; f < v->forms; f++)
        tied |= (uint64_t)is_tied_in(s, f, i, j) << f;
    double all = agree_on(s->options, reports_in(s, tied, i, j, projected(s, -1, i, j)));
    if (all == 0 || all < s->options->min_weight)
        return;
    v->all[i * v->n + j] = all;
    for (int f = 0; f < v->forms; f++) {
        int at = (f * v->n + i) * v->n + j;
        if (tied >> f & 1) {
            reports of = reports_in(s, 1ull << f, i, j, projected(s, f, i, j));
            v->weight[at] = agree_on(s->options, of);
            v->directed_rows[at] = rows_in_form(s, f, i, j, 1);
            v->undirected_rows[at] = rows_in_form(s, f, i, j, 0);
        }
    }
}

static int is_directed(const sight *s) {
    for (int r = 0; r < s->count; r++) {
        row t = s->rows[r];
        if (t.directed && s->view->all[t.from * s->view->n + t.to] > 0)
            return s->options->direction == SAMEN_DIRECTION_RECORDED;
    }
    return 0;
}

/* ---- The whole -------------------------------------------------------------------------------------- */

static void drop(naive_view *v, int organisation) {
    int n = v->n, m = n - 1;
    for (int f = 0; f < v->forms; f++) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                int from = (f * n + i + (i >= organisation)) * n + j + (j >= organisation);
                v->weight[(f * m + i) * m + j] = v->weight[from];
                v->directed_rows[(f * m + i) * m + j] = v->directed_rows[from];
                v->undirected_rows[(f * m + i) * m + j] = v->undirected_rows[from];
                if (f == 0)
                    v->all[i * m + j] = v->all[from];
            }
        }
    }
    for (int p = 0; p < v->partnerships_count; p++) {
        for (int i = 0; i < m; i++)
            v->member[p * m + i] = v->member[p * n + i + (i >= organisation)];
    }
    for (int i = organisation; i < m; i++)
        v->where[i] = v->where[i + 1];
    v->n = m;
}

static void drop_isolates(naive_view *v) {
    for (int i = v->n - 1; i >= 0; i--) {
        double ties = 0;
        for (int j = 0; j < v->n; j++)
            ties += v->all[i * v->n + j] + v->all[j * v->n + i];
        if (ties == 0)
            drop(v, i);
    }
}

naive_view naive_view_new(const samen_network *network, const samen_view_options *options) {
    naive_view view = {.forms = samen_typology_count(samen_network_typology(network))};
    sight s = {.network = network, .options = options, .view = &view};
    see_organisations(&s);
    see_ties(&s);
    see_partnerships(&s);
    size_t cells = (size_t)(view.n * view.n);
    view.weight = calloc(cells * (size_t)view.forms + 1, sizeof *view.weight);
    view.directed_rows = calloc(cells * (size_t)view.forms + 1, sizeof *view.directed_rows);
    view.undirected_rows = calloc(cells * (size_t)view.forms + 1, sizeof *view.undirected_rows);
    view.all = calloc(cells + 1, sizeof *view.all);
    for (int i = 0; i < view.n; i++) {
        for (int j = 0; j < view.n; j++) {
            if (i != j)
                tie_pair(&s, i, j);
        }
    }
    view.directed = is_directed(&s);
    if (options->drop_isolates)
        drop_isolates(&view);
    free(s.place);
    free(s.rows);
    free(s.members);
    free(s.leads);
    return view;
}

void naive_view_free(naive_view *view) {
    free(view->where);
    free(view->weight);
    free(view->directed_rows);
    free(view->undirected_rows);
    free(view->all);
    free(view->partnership_form);
    free(view->member);
    *view = (naive_view){0};
}
