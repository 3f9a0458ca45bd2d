/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/view.h"

#include <float.h>
#include <string.h>

#include "core/arithmetic.h"
#include "core/bitset.h"
#include "core/date.h"
#include "core/error.h"
#include "core/memory.h"
#include "network/values.h"
#include "view/select.h"

static const char *const directions[] = {"recorded", "either", "both", NULL};
static const char *const rules[] = {"default", "sum", "max", "min", "mean", NULL};
static const char *const projections[] = {"auto",   "ignore", "count", "newman",
                                          "binary", "star",   NULL};

#define FIELD(name) offsetof(samen_view_options, name)

static const samen__option view_options[] = {
    {.name = "forms",
     .type = SAMEN__OPTION_MASK,
     .offset = FIELD(forms),
     .fallback = "all",
     .since = "0.1",
     .help = "only ties and partnerships of these forms, parted by commas"},
    {.name = "from",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(from),
     .fallback = "",
     .since = "0.1",
     .help = "only what lasts into the period that starts on this day"},
    {.name = "to",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(to),
     .fallback = "",
     .since = "0.1",
     .help = "only what starts before this day, the one after the period's last"},
    {.name = "where",
     .type = SAMEN__OPTION_LIST,
     .offset = FIELD(where),
     .count_offset = FIELD(where_count),
     .fallback = "",
     .since = "0.1",
     .help = "only organisations with attribute=value or attribute!=value"},
    {.name = "organisations",
     .type = SAMEN__OPTION_LIST,
     .offset = FIELD(organisations),
     .count_offset = FIELD(organisations_count),
     .fallback = "",
     .since = "0.1",
     .help = "only the organisation with this key; may be given several times"},
    {.name = "direction",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(direction),
     .fallback = "recorded",
     .choices = directions,
     .since = "0.1",
     .help = "directed ties as recorded, or undirected when either or both sides report"},
    {.name = "direction_weight",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(direction_weight),
     .fallback = "default",
     .choices = rules,
     .since = "0.1",
     .help = "the weight of two reports; default: max under either, min under both"},
    {.name = "parallel",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(parallel),
     .fallback = "default",
     .choices = rules,
     .since = "0.1",
     .help = "the weight of several ties of one pair; default: sum"},
    {.name = "partnerships",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(partnerships),
     .fallback = "auto",
     .choices = projections,
     .since = "0.1",
     .help = "partnerships left out or projected to ties; auto: count when there are no ties"},
    {.name = "lead",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(lead),
     .fallback = "",
     .since = "0.1",
     .help = "the role of the lead in a star"},
    {.name = "min_weight",
     .type = SAMEN__OPTION_REAL,
     .offset = FIELD(min_weight),
     .fallback = "0",
     .minimum = 0,
     .maximum = DBL_MAX,
     .since = "0.1",
     .help = "pairs whose weight is below it are left out"},
    {.name = "drop_isolates",
     .type = SAMEN__OPTION_YES_NO,
     .offset = FIELD(drop_isolates),
     .fallback = "false",
     .since = "0.1",
     .help = "organisations without ties in the view are left out"},
};

const samen__options samen__view_options = {.owner = "the view",
                                            .option = view_options,
                                            .count = sizeof view_options / sizeof view_options[0],
                                            .size = sizeof(samen_view_options)};

int samen__view_shows_tie(const samen_view *view, const samen__tie *tie) {
    return (view->forms >> tie->form & 1) &&
           samen__periods_touch(tie->start, tie->end, view->from, view->to);
}

int samen__view_shows_partnership(const samen_view *view, const samen__partnership *partnership) {
    return (view->forms >> partnership->form & 1) &&
           samen__periods_touch(partnership->start, partnership->end, view->from, view->to);
}

int samen__view_shows_membership(const samen_view *view, const samen__membership *membership) {
    const samen__partnership *partnership =
        &view->network->records.partnership[membership->partnership];
    return view->place[membership->organisation] >= 0 &&
           samen__view_shows_partnership(view, partnership) &&
           samen__periods_touch(membership->start, membership->end, view->from, view->to);
}

/* Copy a text or the texts of a list into the view's own storage, moving *at along. */
static const char *keep_text(const char *text, char **at) {
    char *copy = *at;
    if (!text)
        return NULL;
    size_t size = strlen(text) + 1;
    memcpy(copy, text, size);
    *at += size;
    return copy;
}

static int64_t room_for(const char *text) {
    return text ? (int64_t)strlen(text) + 1 : 0;
}

static samen_status keep_options(samen_view *view, samen_error *err) {
    samen_view_options *o = &view->options;
    int64_t lists = o->where_count + o->organisations_count;
    int64_t bytes =
        lists * (int64_t)sizeof(char *) + room_for(o->from) + room_for(o->to) + room_for(o->lead);
    for (int64_t i = 0; i < o->where_count; i++)
        bytes += room_for(o->where[i]);
    for (int64_t i = 0; i < o->organisations_count; i++)
        bytes += room_for(o->organisations[i]);
    view->storage = samen__new(bytes, 1, err);
    if (!view->storage)
        return SAMEN_ERR_MEMORY;
    const char **list = view->storage;
    char *at = (char *)(list + lists);
    for (int64_t i = 0; i < o->where_count; i++)
        list[i] = keep_text(o->where[i], &at);
    for (int64_t i = 0; i < o->organisations_count; i++)
        list[o->where_count + i] = keep_text(o->organisations[i], &at);
    o->where = list;
    o->organisations = list + o->where_count;
    o->from = keep_text(o->from, &at);
    o->to = keep_text(o->to, &at);
    o->lead = keep_text(o->lead, &at);
    return SAMEN_OK;
}

static samen_status read_day(const char *text, const char *name, int32_t *day, samen_error *err) {
    samen_error inner = {0};
    samen_status status =
        samen__read_date(text ? text : "", text ? (int64_t)strlen(text) : 0, day, &inner);
    if (status != SAMEN_OK)
        return samen__fail_argument(err, 2, "option %s of the view: %s", name, inner.message);
    return status;
}

static samen_status settle(samen_view *view, samen_error *err) {
    const samen_view_options *o = &view->options;
    const samen_typology *typology = view->network->typology;
    uint64_t all = samen__typology_all(typology);
    if (o->forms & ~all)
        return samen__fail_argument(err, 2, "the mask of forms names a form beyond the last of %d",
                                    typology->count);
    view->forms = o->forms ? o->forms : all;
    samen_status status = read_day(o->from, "from", &view->from, err);
    if (status == SAMEN_OK)
        status = read_day(o->to, "to", &view->to, err);
    if (status != SAMEN_OK)
        return status;
    if (view->from != SAMEN__DATE_NONE && view->to != SAMEN__DATE_NONE && view->to <= view->from)
        return samen__fail_argument(err, 2, "the period of the view ends before it starts");
    view->project = (int32_t)o->partnerships;
    if (view->project == SAMEN_PARTNERSHIPS_AUTO)
        view->project =
            view->network->records.ties > 0 ? SAMEN_PARTNERSHIPS_IGNORE : SAMEN_PARTNERSHIPS_COUNT;
    return SAMEN_OK;
}

static samen_status describe(samen_view *view, samen_error *err) {
    samen__text text = samen__text_growing();
    for (int32_t i = 0; i < samen__view_options.count; i++) {
        const samen__option *option = &samen__view_options.option[i];
        samen__text_format(&text, "%s%s=", i ? "; " : "", option->name);
        if (option->type == SAMEN__OPTION_MASK)
            samen__typology_show_mask(view->network->typology, view->forms, &text);
        else if (strcmp(option->name, "partnerships") == 0)
            samen__text_add_string(&text, projections[view->project]);
        else
            samen__option_show(option, &view->options, &text);
    }
    return samen__text_take(&text, &view->choice, NULL, err);
}

/* Is any tie that the view shows directed? And how many partnerships does it show? */
static samen_status survey(samen_view *view, samen_error *err) {
    const samen__records *r = &view->network->records;
    for (int64_t i = 0; i < r->ties && view->options.direction == SAMEN_DIRECTION_RECORDED; i++) {
        const samen__tie *tie = &r->tie[i];
        if (tie->directed && tie->from != tie->to && view->place[tie->from] >= 0 &&
            view->place[tie->to] >= 0 && samen__view_shows_tie(view, tie)) {
            view->directed = 1;
            break;
        }
    }
    uint64_t *seen = samen__new(samen__bitset_words(r->partnerships.count), sizeof *seen, err);
    if (!seen)
        return SAMEN_ERR_MEMORY;
    view->partnerships = 0;
    for (int64_t i = 0; i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        if (samen__bitset_get(seen, m->partnership) || !samen__view_shows_membership(view, m))
            continue;
        samen__bitset_put(seen, m->partnership, 1);
        view->partnerships++;
    }
    samen__delete(seen);
    return SAMEN_OK;
}

/* Leave out the organisations that no pair of the view touches. */
static samen_status drop_isolates(samen_view *view, samen__run *run, samen_error *err) {
    samen__pairs pairs = {0};
    uint8_t *tied = samen__new(view->network->records.organisations.count, 1, err);
    samen_status status = tied ? samen__pairs_make(view, run, &pairs, err) : SAMEN_ERR_MEMORY;
    samen__pair pair;
    for (samen__walk w = {0}; status == SAMEN_OK && samen__next_pair(&pairs, &w, &pair);) {
        tied[view->organisation[pair.low]] = 1;
        tied[view->organisation[pair.high]] = 1;
    }
    if (status == SAMEN_OK)
        status = samen__select(view, tied, err);
    samen__pairs_free(&pairs);
    samen__delete(tied);
    return status;
}

/* A view with the options already copied and checked one by one; texts may still be the caller's. */
static samen_status make(samen_network *network, const samen_view_options *options,
                         const samen_run *given_run, samen_view **out, samen_error *err) {
    samen__run run;
    samen_status status = samen__run_prepare(given_run, 3, &run, err);
    if (status != SAMEN_OK)
        return status;
    samen_view *view = samen__new(1, sizeof *view, err);
    if (!view)
        return SAMEN_ERR_MEMORY;
    atomic_init(&view->owners, 1);
    view->network = samen_network_retain(network);
    view->options = *options;
    status = keep_options(view, err);
    if (status == SAMEN_OK)
        status = settle(view, err);
    if (status == SAMEN_OK)
        status = describe(view, err);
    if (status == SAMEN_OK)
        status = samen__select(view, NULL, err);
    if (status == SAMEN_OK)
        status = survey(view, err);
    if (status == SAMEN_OK && view->options.drop_isolates)
        status = drop_isolates(view, &run, err);
    if (status == SAMEN_OK)
        *out = view;
    else
        samen_view_free(view);
    return status;
}

samen_status samen_view_new(samen_network *network, const samen_view_options *options,
                            const samen_run *run, samen_view **out, samen_error *err) {
    samen_view_options copy;
    if (!network)
        return samen__fail_argument(err, 1, "network is NULL");
    samen_status status =
        samen__options_copy(options, sizeof copy, &copy, 2, "samen_view_options", err);
    if (status == SAMEN_OK)
        status = samen__options_settle(&samen__view_options, &copy, 2, err);
    if (status != SAMEN_OK)
        return status;
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    status = make(network, &copy, run, out, err);
    samen__arithmetic_end(&host);
    return status;
}

samen_status samen_view_make(samen_network *network, const char *options, const samen_run *run,
                             samen_view **out, samen_error *err) {
    samen_view_options parsed;
    void *storage = NULL;
    if (!network)
        return samen__fail_argument(err, 1, "network is NULL");
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    samen_status status =
        samen__options_parse(&samen__view_options, options, &parsed, samen__typology_read_mask,
                             network->typology, &storage, 2, err);
    if (status == SAMEN_OK)
        status = samen__options_settle(&samen__view_options, &parsed, 2, err);
    if (status == SAMEN_OK)
        status = make(network, &parsed, run, out, err);
    samen__arithmetic_end(&host);
    samen__delete(storage);
    return status;
}

samen_view *samen_view_retain(samen_view *view) {
    if (view)
        atomic_fetch_add(&view->owners, 1);
    return view;
}

void samen_view_free(samen_view *view) {
    if (!view || atomic_fetch_sub(&view->owners, 1) != 1)
        return;
    samen__view_forget(view);
    samen__delete(view->organisation);
    samen__delete(view->place);
    samen__delete(view->storage);
    samen__delete(view->choice);
    samen_network_free(view->network);
    samen__delete(view);
}

samen_network *samen_view_network(const samen_view *view) {
    return view ? view->network : NULL;
}

int64_t samen_view_organisations(const samen_view *view) {
    return view ? view->organisations : -1;
}

int32_t samen_view_is_directed(const samen_view *view) {
    return view ? view->directed : -1;
}

const char *samen_view_key(const samen_view *view, int64_t organisation) {
    if (!view || organisation < 0 || organisation >= view->organisations)
        return NULL;
    return samen_network_key(view->network, SAMEN_ORGANISATIONS, view->organisation[organisation]);
}
