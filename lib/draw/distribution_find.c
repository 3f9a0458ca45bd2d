/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of the picture of a distribution: columns of measures, and how many members partnerships have. */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/distribution.h"
#include "draw/values.h"
#include "kernels/statistics.h"

enum { MANY = 200 }; /* values, for a logarithmic scale */

#define SKEWED 10 /* the largest over the median, likewise */

static const char short_names[] = "degree, strength, betweenness, partnership-size";

/* Puts values in order, without the undefined ones, and finds what is marked. */
static void settle(samen__sample *sample, int64_t count) {
    double sum = 0;
    for (int64_t i = 0; i < count; i++) {
        if (!isnan(sample->value[i]))
            sample->value[sample->count++] = sample->value[i];
    }
    sample->undefined = count - sample->count;
    if (sample->count == 0)
        return;
    samen__sort_doubles(sample->value, sample->count);
    for (int64_t i = 0; i < sample->count; i++) {
        sum += sample->value[i];
        sample->zeros += sample->value[i] == 0;
    }
    sample->mean = sum / (double)sample->count;
    sample->median = samen__quantile(sample->value, sample->count, 0.5);
    sample->largest = sample->value[sample->count - 1];
}

/* ---- Organisations ------------------------------------------------------------------------------- */

/* `name` is a word for people, or NULL for the name of the column. */
static samen_status add_values(samen__distribution *d, const char *what, const char *name,
                               samen_error *err) {
    samen__values values;
    samen__sample *sample = &d->sample[d->samples++];
    samen_status status = samen__values_make(d->call, "of", what, short_names, &values, err);
    sample->value = values.value;
    sample->name = values.name;
    if (status != SAMEN_OK)
        return status;
    d->whole = values.whole;
    if (name) {
        samen__delete(sample->name);
        sample->name = samen__copy_text(name, (int64_t)strlen(name), err);
        if (!sample->name)
            return SAMEN_ERR_MEMORY;
    }
    settle(sample, d->call->view->organisations);
    return SAMEN_OK;
}

/* Degree and strength come in and go out where ties have a direction. */
static samen_status add_activity(samen__distribution *d, const char *both, const char *in,
                                 const char *out, samen__word words, samen_error *err) {
    uint32_t language = d->options->common.language;
    d->of_what = samen__word_in(language, words);
    if (!d->call->view->directed)
        return add_values(d, both, d->of_what, err);
    samen_status status =
        add_values(d, in, samen__word_in(language, (samen__word)(words + 1)), err);
    if (status == SAMEN_OK)
        status = add_values(d, out, samen__word_in(language, (samen__word)(words + 2)), err);
    return status;
}

/* ---- Partnerships -------------------------------------------------------------------------------- */

/* The members that the view shows, each once. A partnership without any is not in the view. */
static int64_t count_members(const samen_view *view, const int64_t *row, int64_t rows,
                             int64_t stamp, int64_t *seen) {
    int64_t members = 0;
    for (int64_t i = 0; i < rows; i++) {
        const samen__membership *m = &view->network->records.membership[row[i]];
        int32_t o = view->place[m->organisation];
        if (!samen__view_shows_membership(view, m) || seen[o] == stamp)
            continue;
        seen[o] = stamp;
        members++;
    }
    return members;
}

static samen_status add_sizes(samen__distribution *d, samen_error *err) {
    const samen_view *view = d->call->view;
    const samen__records *records = &view->network->records;
    samen__sample *sample = &d->sample[d->samples++];
    int64_t *start = NULL, *row = NULL, count = 0;
    int64_t *seen = samen__new(view->organisations, sizeof *seen, err);
    d->partnerships = d->whole = 1;
    d->of_what = samen__word_in(d->options->common.language, SAMEN__WORD_MEMBERS);
    sample->name = samen__copy_text(d->of_what, (int64_t)strlen(d->of_what), err);
    sample->value = samen__new(records->partnerships.count, sizeof *sample->value, err);
    samen_status status = seen && sample->name && sample->value
                              ? samen__records_by_partnership(records, &start, &row, err)
                              : SAMEN_ERR_MEMORY;
    for (int64_t p = 0; status == SAMEN_OK && p < records->partnerships.count; p++) {
        int64_t members = count_members(view, row + start[p], start[p + 1] - start[p], p + 1, seen);
        if (members > 0)
            sample->value[count++] = (double)members;
    }
    if (status == SAMEN_OK)
        settle(sample, count);
    samen__delete(seen);
    samen__delete(start);
    samen__delete(row);
    return status;
}

/* ---- All of it ----------------------------------------------------------------------------------- */

/* A logarithmic axis needs something above 0. */
static int is_logarithmic(const samen__distribution *d) {
    int skewed = 0, positive = 1;
    for (int32_t i = 0; i < d->samples; i++) {
        const samen__sample *s = &d->sample[i];
        skewed |= s->count > MANY && s->largest > SKEWED * s->median;
        positive &= s->largest > 0;
    }
    return positive &&
           (d->options->scale == SAMEN__SCALE_AUTO ? skewed
                                                   : d->options->scale == SAMEN__SCALE_LOG);
}

samen_status samen__distribution_find(samen__distribution *d, samen_error *err) {
    const char *of = d->options->of;
    samen_status status =
        strcmp(of, "partnership-size") == 0 ? add_sizes(d, err)
        : strcmp(of, "degree") == 0
            ? add_activity(d, "centrality.degree:degree", "centrality.degree:in_degree",
                           "centrality.degree:out_degree", SAMEN__WORD_DEGREE, err)
        : strcmp(of, "strength") == 0
            ? add_activity(d, "centrality.degree:strength", "centrality.degree:in_strength",
                           "centrality.degree:out_strength", SAMEN__WORD_STRENGTH, err)
            : add_values(d, of, NULL, err);
    if (status == SAMEN_OK) {
        d->of_what = d->of_what ? d->of_what : d->sample[0].name;
        d->logarithmic = is_logarithmic(d);
    }
    return status;
}

void samen__distribution_free(samen__distribution *d) {
    for (int32_t i = 0; i < d->samples; i++) {
        samen__delete(d->sample[i].value);
        samen__delete(d->sample[i].name);
    }
    samen__frame_free(&d->frame);
}
