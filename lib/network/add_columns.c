/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows at once, from plain arrays of numbers and texts. */
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/utf8.h"
#include "network/network.h"
#include "network/take_back.h"
#include "network/typology.h"
#include "network/values.h"
#include "samen/builder.h"

static samen_status check_call(const samen_builder *builder, int64_t count, samen_error *err) {
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    if (count < 0)
        return samen__fail_argument(err, 2, "count is %ld", (long)count);
    return SAMEN_OK;
}

/* A row of an argument is wrong, for the reason that was found. */
static samen_status fail_row(samen_error *err, const samen_error *found, int64_t row,
                             int32_t argument) {
    samen_status status =
        samen__fail_cell(err, found->code, row, -1, "row %ld: %s", (long)row, found->message);
    if (err && status != SAMEN_ERR_MEMORY)
        err->argument = argument;
    return status;
}

/* All rows of a column are places from 0 to below `limit`. */
static samen_status check_places(const int64_t *place, int64_t count, int64_t limit,
                                 const char *what, int32_t argument, samen_error *err) {
    samen_error found = {0};
    if (!place && count > 0)
        return samen__fail_argument(err, argument, "the column is NULL");
    for (int64_t i = 0; i < count; i++) {
        if (place[i] >= 0 && place[i] < limit)
            continue;
        samen__fail(&found, SAMEN_ERR_UNKNOWN, "there is no %s %ld; there are %ld", what,
                    (long)place[i], (long)limit);
        return fail_row(err, &found, i, argument);
    }
    return SAMEN_OK;
}

static samen_status check_weights(const double *weight, int64_t count, int32_t argument,
                                  samen_error *err) {
    samen_error found = {0};
    for (int64_t i = 0; weight && i < count; i++) {
        if (samen__check_weight(weight[i], &found) != SAMEN_OK)
            return fail_row(err, &found, i, argument);
    }
    return SAMEN_OK;
}

static samen_status check_forms(const samen_builder *builder, const int32_t *form, int64_t count,
                                int32_t argument, samen_error *err) {
    samen_error found = {0};
    int32_t forms = builder->typology->count;
    if (!form && forms > 1 && count > 0)
        return samen__fail_argument(err, argument, "form is NULL, and there are %d forms", forms);
    for (int64_t i = 0; form && i < count; i++) {
        if (form[i] >= 0 && form[i] < forms)
            continue;
        samen__fail(&found, SAMEN_ERR_UNKNOWN, "there is no form %d; there are %d", form[i], forms);
        return fail_row(err, &found, i, argument);
    }
    return SAMEN_OK;
}

static samen_status put_organisation(samen_builder *builder, const char *key, const char *name,
                                     int64_t row, samen_error *err) {
    samen_error found = {0};
    int64_t index, length = key ? (int64_t)strlen(key) : 0;
    int64_t name_length = name ? (int64_t)strlen(name) : 0;
    int32_t added = 0;
    if (samen__check_key("the key of the organisation", key, length, &found) != SAMEN_OK)
        return fail_row(err, &found, row, 3);
    if (name && samen__utf8_invalid(name, name_length) >= 0) {
        samen__fail(&found, SAMEN_ERR_SYNTAX, "the name is not valid UTF-8");
        return fail_row(err, &found, row, 4);
    }
    samen_status status = samen__builder_put_organisation(builder, key, length, name, name_length,
                                                          &index, &added, err);
    if (status != SAMEN_OK || added)
        return status;
    samen__shown shown = samen__show(key, length);
    samen__fail(&found, SAMEN_ERR_DUPLICATE,
                "organisation \"%s\" is there already; keys are unique", shown.text);
    return fail_row(err, &found, row, 3);
}

samen_status samen_builder_add_organisations(samen_builder *builder, int64_t count,
                                             const char *const *keys, const char *const *names,
                                             samen_error *err) {
    samen_status status = check_call(builder, count, err);
    if (status != SAMEN_OK)
        return status;
    if (!keys && count > 0)
        return samen__fail_argument(err, 3, "keys is NULL");
    samen__extent before = samen__builder_extent(builder, SAMEN_ORGANISATIONS);
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++)
        status = put_organisation(builder, keys[i], names ? names[i] : NULL, i, err);
    if (status != SAMEN_OK)
        samen__builder_take_back(builder, SAMEN_ORGANISATIONS, before);
    return status;
}

samen_status samen_builder_add_ties(samen_builder *builder, int64_t count, const int64_t *from,
                                    const int64_t *to, const int32_t *form, const double *weight,
                                    uint32_t directed, samen_error *err) {
    samen_status status = check_call(builder, count, err);
    if (status != SAMEN_OK)
        return status;
    samen__records *r = &builder->records;
    status = check_places(from, count, r->organisations.count, "organisation", 3, err);
    if (status == SAMEN_OK)
        status = check_places(to, count, r->organisations.count, "organisation", 4, err);
    if (status == SAMEN_OK)
        status = check_forms(builder, form, count, 5, err);
    if (status == SAMEN_OK)
        status = check_weights(weight, count, 6, err);
    if (status == SAMEN_OK && directed > 1)
        status = samen__fail_argument(err, 7, "directed is %u; give 0 or 1", directed);
    if (status == SAMEN_OK)
        status =
            samen__grow((void **)&r->tie, &r->tie_capacity, r->ties + count, sizeof *r->tie, err);
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++)
        r->tie[r->ties++] = (samen__tie){.weight = weight ? weight[i] : 1,
                                         .from = (int32_t)from[i],
                                         .to = (int32_t)to[i],
                                         .start = SAMEN__DATE_NONE,
                                         .end = SAMEN__DATE_NONE,
                                         .partnership = SAMEN__NONE,
                                         .form = (uint8_t)(form ? form[i] : 0),
                                         .directed = (uint8_t)directed};
    return status;
}

samen_status samen_builder_add_memberships(samen_builder *builder, int64_t count,
                                           const int64_t *partnership, const int64_t *organisation,
                                           const double *weight, samen_error *err) {
    samen_status status = check_call(builder, count, err);
    if (status != SAMEN_OK)
        return status;
    samen__records *r = &builder->records;
    status = check_places(partnership, count, r->partnerships.count, "partnership", 3, err);
    if (status == SAMEN_OK)
        status = check_places(organisation, count, r->organisations.count, "organisation", 4, err);
    if (status == SAMEN_OK)
        status = check_weights(weight, count, 5, err);
    if (status == SAMEN_OK)
        status = samen__grow((void **)&r->membership, &r->membership_capacity,
                             r->memberships + count, sizeof *r->membership, err);
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++)
        r->membership[r->memberships++] =
            (samen__membership){.weight = weight ? weight[i] : 1,
                                .partnership = (int32_t)partnership[i],
                                .organisation = (int32_t)organisation[i],
                                .role = SAMEN__NONE,
                                .start = SAMEN__DATE_NONE,
                                .end = SAMEN__DATE_NONE};
    return status;
}
