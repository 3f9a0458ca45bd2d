/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/builder.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/options.h"
#include "core/utf8.h"
#include "network/network.h"
#include "network/typology.h"
#include "network/values.h"

static const int64_t MOST_ORGANISATIONS = INT32_MAX - 1;

static void start(samen_builder *builder) {
    samen__records_start(&builder->records);
    for (int32_t of = 0; of < SAMEN__PARTS; of++) {
        builder->name[of] = (samen__attribute){.type = SAMEN_COLUMN_TEXT};
        samen__keys_start(&builder->name[of].pool);
        builder->attributes[of] = (samen__attributes){0};
    }
}

static void release(samen_builder *builder) {
    samen__records_free(&builder->records);
    for (int32_t of = 0; of < SAMEN__PARTS; of++) {
        samen__delete(builder->name[of].value);
        samen__keys_free(&builder->name[of].pool);
        samen__attributes_free(&builder->attributes[of]);
    }
}

samen_status samen_builder_new(samen_typology *typology, samen_builder **out, samen_error *err) {
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    samen_builder *builder = samen__new(1, sizeof *builder, err);
    if (!builder)
        return SAMEN_ERR_MEMORY;
    samen_status status = SAMEN_OK;
    if (typology)
        builder->typology = samen_typology_retain(typology);
    else
        status = samen_typology_builtin(NULL, &builder->typology, err);
    if (status != SAMEN_OK) {
        samen__delete(builder);
        return status;
    }
    start(builder);
    *out = builder;
    return SAMEN_OK;
}

void samen_builder_free(samen_builder *builder) {
    if (!builder)
        return;
    release(builder);
    samen_typology_free(builder->typology);
    samen__delete(builder);
}

/* A key and its name; *added is 0 when the key was there already, and then nothing changes. */
static samen_status put_named(samen_builder *builder, int32_t of, samen__keys *keys,
                              const char *key, int64_t key_length, const char *name,
                              int64_t name_length, int64_t *index, int32_t *added,
                              samen_error *err) {
    if (keys->count >= MOST_ORGANISATIONS)
        return samen__fail(err, SAMEN_ERR_LIMIT,
                           "a network holds at most %ld organisations or "
                           "partnerships",
                           (long)MOST_ORGANISATIONS);
    int64_t found = samen__keys_find(keys, key, key_length);
    *added = found < 0;
    if (found >= 0) {
        *index = found;
        return SAMEN_OK;
    }
    samen_status status = SAMEN_OK;
    if (name_length > 0)
        status = samen__attribute_set_text(&builder->name[of], keys->count, name, name_length, err);
    if (status == SAMEN_OK)
        status = samen__keys_add(keys, key, key_length, index, added, err);
    if (status != SAMEN_OK && builder->name[of].count > keys->count)
        builder->name[of].count = keys->count;
    return status;
}

samen_status samen__builder_put_organisation(samen_builder *builder, const char *key,
                                             int64_t key_length, const char *name,
                                             int64_t name_length, int64_t *index, int32_t *added,
                                             samen_error *err) {
    return put_named(builder, SAMEN_ORGANISATIONS, &builder->records.organisations, key, key_length,
                     name, name_length, index, added, err);
}

samen_status samen__builder_put_partnership(samen_builder *builder, const char *key,
                                            int64_t key_length, const char *name,
                                            int64_t name_length, samen__partnership row,
                                            int64_t *index, int32_t *added, samen_error *err) {
    samen__records *r = &builder->records;
    if (samen__grow((void **)&r->partnership, &r->partnership_capacity, r->partnerships.count + 1,
                    sizeof row, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    samen_status status = put_named(builder, SAMEN_PARTNERSHIPS, &r->partnerships, key, key_length,
                                    name, name_length, index, added, err);
    if (status == SAMEN_OK && *added)
        r->partnership[*index] = row;
    return status;
}

samen_status samen__builder_put_tie(samen_builder *builder, samen__tie row, int64_t *index,
                                    samen_error *err) {
    samen__records *r = &builder->records;
    if (samen__grow((void **)&r->tie, &r->tie_capacity, r->ties + 1, sizeof row, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    *index = r->ties;
    r->tie[r->ties++] = row;
    return SAMEN_OK;
}

samen_status samen__builder_put_membership(samen_builder *builder, samen__membership row,
                                           const char *role, int64_t role_length, int64_t *index,
                                           samen_error *err) {
    samen__records *r = &builder->records;
    int64_t number = SAMEN__NONE;
    int32_t added;
    if (samen__grow((void **)&r->membership, &r->membership_capacity, r->memberships + 1,
                    sizeof row, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    if (role_length > 0 &&
        samen__keys_add(&r->roles, role, role_length, &number, &added, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    row.role = (int32_t)number;
    *index = r->memberships;
    r->membership[r->memberships++] = row;
    return SAMEN_OK;
}

/* ---- The public calls: check every argument, then put ---------------------------------------- */

/* Give an error of a deeper check the number of the argument that it is about. */
static samen_status blame(samen_status status, int32_t argument, samen_error *err) {
    if (status != SAMEN_OK && status != SAMEN_ERR_MEMORY && err)
        err->argument = argument;
    return status;
}

static int64_t length_of(const char *text) {
    return text ? (int64_t)strlen(text) : 0;
}

static samen_status check_text(const char *text, int32_t argument, const char *what,
                               samen_error *err) {
    if (text && samen__utf8_invalid(text, length_of(text)) >= 0)
        return samen__fail_argument(err, argument, "the %s is not valid UTF-8", what);
    return SAMEN_OK;
}

static samen_status check_period(const char *first, const char *last, int32_t start_argument,
                                 int32_t end_argument, int32_t *from, int32_t *to,
                                 samen_error *err) {
    samen_status status = blame(samen__read_date(first ? first : "", length_of(first), from, err),
                                start_argument, err);
    if (status == SAMEN_OK)
        status =
            blame(samen__read_date(last ? last : "", length_of(last), to, err), end_argument, err);
    if (status == SAMEN_OK)
        status = blame(samen__check_period(*from, *to, err), end_argument, err);
    return status;
}

/* The number of a key that must be there already. */
static samen_status find_key(const samen__keys *keys, const char *key, const char *what,
                             int32_t argument, int32_t *number, samen_error *err) {
    if (!key)
        return samen__fail_argument(err, argument, "the key of the %s is NULL", what);
    *number = (int32_t)samen__keys_find(keys, key, length_of(key));
    if (*number >= 0)
        return SAMEN_OK;
    samen__shown shown = samen__show(key, length_of(key));
    return blame(samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no %s \"%s\"; add it first", what,
                             shown.text),
                 argument, err);
}

static samen_status fail_duplicate(const char *what, const char *key, samen_error *err) {
    samen__shown shown = samen__show(key, length_of(key));
    return blame(
        samen__fail(err, SAMEN_ERR_DUPLICATE, "%s \"%s\" is there already", what, shown.text), 2,
        err);
}

samen_status samen_builder_add_organisation(samen_builder *builder, const char *key,
                                            const char *name, int64_t *index, samen_error *err) {
    int64_t at = 0;
    int32_t added = 0;
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    if (!key)
        return samen__fail_argument(err, 2, "key is NULL");
    samen_status status =
        blame(samen__check_key("the key of the organisation", key, length_of(key), err), 2, err);
    if (status == SAMEN_OK)
        status = check_text(name, 3, "name", err);
    if (status == SAMEN_OK)
        status = samen__builder_put_organisation(builder, key, length_of(key), name,
                                                 length_of(name), &at, &added, err);
    if (status == SAMEN_OK && !added)
        status = fail_duplicate("organisation", key, err);
    if (status == SAMEN_OK && index)
        *index = at;
    return status;
}

samen_status samen_builder_add_tie(samen_builder *builder, const char *from, const char *to,
                                   const char *form, double weight, const samen_tie *tie,
                                   int64_t *index, samen_error *err) {
    samen_tie more;
    samen__tie row = {.weight = weight, .partnership = SAMEN__NONE};
    int32_t number = 0;
    int64_t at = 0;
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    const samen__records *r = &builder->records;
    samen_status status = find_key(&r->organisations, from, "organisation", 2, &row.from, err);
    if (status == SAMEN_OK)
        status = find_key(&r->organisations, to, "organisation", 3, &row.to, err);
    if (status == SAMEN_OK)
        status = blame(samen__typology_read(builder->typology, form ? form : "", length_of(form),
                                            &number, err),
                       4, err);
    if (status == SAMEN_OK)
        status = blame(samen__check_weight(weight, err), 5, err);
    if (status == SAMEN_OK)
        status = samen__options_copy(tie, sizeof more, &more, 6, "samen_tie", err);
    if (status == SAMEN_OK && more.directed > 1)
        status = samen__fail_argument(err, 6, "directed is %u; give 0 or 1", more.directed);
    if (status == SAMEN_OK)
        status = check_period(more.start, more.end, 6, 6, &row.start, &row.end, err);
    if (status == SAMEN_OK && more.partnership)
        status =
            find_key(&r->partnerships, more.partnership, "partnership", 6, &row.partnership, err);
    if (status != SAMEN_OK)
        return status;
    row.form = (uint8_t)number;
    row.directed = (uint8_t)more.directed;
    status = samen__builder_put_tie(builder, row, &at, err);
    if (status == SAMEN_OK && index)
        *index = at;
    return status;
}

samen_status samen_builder_add_partnership(samen_builder *builder, const char *key,
                                           const char *name, const char *form, const char *first,
                                           const char *last, int64_t *index, samen_error *err) {
    samen__partnership row = {0};
    int32_t number = 0, added = 0;
    int64_t at = 0;
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    if (!key)
        return samen__fail_argument(err, 2, "key is NULL");
    samen_status status =
        blame(samen__check_key("the key of the partnership", key, length_of(key), err), 2, err);
    if (status == SAMEN_OK)
        status = check_text(name, 3, "name", err);
    if (status == SAMEN_OK)
        status = blame(samen__typology_read(builder->typology, form ? form : "", length_of(form),
                                            &number, err),
                       4, err);
    if (status == SAMEN_OK)
        status = check_period(first, last, 5, 6, &row.start, &row.end, err);
    row.form = (uint8_t)number;
    if (status == SAMEN_OK)
        status = samen__builder_put_partnership(builder, key, length_of(key), name, length_of(name),
                                                row, &at, &added, err);
    if (status == SAMEN_OK && !added)
        status = fail_duplicate("partnership", key, err);
    if (status == SAMEN_OK && index)
        *index = at;
    return status;
}

samen_status samen_builder_add_membership(samen_builder *builder, const char *partnership,
                                          const char *organisation,
                                          const samen_membership *membership, int64_t *index,
                                          samen_error *err) {
    samen_membership more;
    samen__membership row = {.weight = 1.0};
    int64_t at = 0;
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    const samen__records *r = &builder->records;
    samen_status status =
        find_key(&r->partnerships, partnership, "partnership", 2, &row.partnership, err);
    if (status == SAMEN_OK)
        status =
            find_key(&r->organisations, organisation, "organisation", 3, &row.organisation, err);
    if (status == SAMEN_OK)
        status = samen__options_copy(membership, sizeof more, &more, 4, "samen_membership", err);
    if (status == SAMEN_OK && more.has_weight > 1)
        status = samen__fail_argument(err, 4, "has_weight is %u; give 0 or 1", more.has_weight);
    if (status == SAMEN_OK && more.has_weight)
        status = blame(samen__check_weight(more.weight, err), 4, err);
    if (status == SAMEN_OK)
        status = check_text(more.role, 4, "role", err);
    if (status == SAMEN_OK)
        status = check_period(more.start, more.end, 4, 4, &row.start, &row.end, err);
    if (status != SAMEN_OK)
        return status;
    if (more.has_weight)
        row.weight = more.weight;
    status = samen__builder_put_membership(builder, row, more.role, length_of(more.role), &at, err);
    if (status == SAMEN_OK && index)
        *index = at;
    return status;
}

samen_status samen__builder_check_attribute(const samen_builder *builder, int32_t of,
                                            const char *name, int32_t type, int32_t argument,
                                            samen_error *err) {
    if (!name || !*name || samen__utf8_invalid(name, length_of(name)) >= 0)
        return samen__fail_argument(err, argument,
                                    "the attribute's name is NULL, empty or not UTF-8");
    if (name[0] == ' ' || name[length_of(name) - 1] == ' ')
        return samen__fail_argument(err, argument,
                                    "the attribute's name begins or ends with a space");
    for (const char *const *column = samen__network_columns(of); *column; column++) {
        if (strcmp(*column, name) == 0)
            return samen__fail_argument(err, argument,
                                        "\"%s\" is a built-in column; choose another name", name);
    }
    return blame(samen__attributes_check(&builder->attributes[of], name, type, err), argument, err);
}

/* The attribute to set, made when it is new. */
static samen_status get_attribute(samen_builder *builder, int32_t of, int64_t index,
                                  const char *name, int32_t type, samen__attribute **out,
                                  samen_error *err) {
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    int64_t rows = samen__records_count(&builder->records, of);
    if (rows < 0)
        return samen__fail_argument(err, 2, "there is no part %d of a network", of);
    if (index < 0 || index >= rows)
        return samen__fail_argument(err, 3, "there is no row %ld; there are %ld", (long)index,
                                    (long)rows);
    samen_status status = samen__builder_check_attribute(builder, of, name, type, 4, err);
    if (status == SAMEN_OK)
        status = samen__attributes_get(&builder->attributes[of], name, type, out, err);
    return status;
}

/* After a failure, take back an attribute that was made for a value that it never got. */
static samen_status settle_attribute(samen_builder *builder, int32_t of, samen_status status) {
    if (status == SAMEN_ERR_MEMORY)
        samen__attributes_drop_empty(&builder->attributes[of]);
    return status;
}

samen_status samen_builder_set_text(samen_builder *builder, int32_t of, int64_t index,
                                    const char *attribute, const char *value, samen_error *err) {
    samen__attribute *found = NULL;
    samen_status status = check_text(value, 5, "value", err);
    if (status == SAMEN_OK)
        status = get_attribute(builder, of, index, attribute, SAMEN_COLUMN_TEXT, &found, err);
    if (status == SAMEN_OK)
        status = samen__attribute_set_text(found, index, value, length_of(value), err);
    return settle_attribute(builder, of, status);
}

samen_status samen_builder_set_number(samen_builder *builder, int32_t of, int64_t index,
                                      const char *attribute, double value, samen_error *err) {
    samen__attribute *found = NULL;
    if (!isfinite(value))
        return samen__fail_argument(err, 5, "the value is NaN or infinite; leave it out instead");
    samen_status status =
        get_attribute(builder, of, index, attribute, SAMEN_COLUMN_FLOAT64, &found, err);
    if (status == SAMEN_OK)
        status = samen__attribute_set_number(found, index, value, err);
    return settle_attribute(builder, of, status);
}

samen_status samen_builder_set_date(samen_builder *builder, int32_t of, int64_t index,
                                    const char *attribute, const char *value, samen_error *err) {
    samen__attribute *found = NULL;
    int32_t day = SAMEN__DATE_NONE;
    if (!value || !*value)
        return samen__fail_argument(err, 5, "the date is NULL or empty; leave it out instead");
    samen_status status = blame(samen__read_date(value, length_of(value), &day, err), 5, err);
    if (status == SAMEN_OK && day == SAMEN__DATE_NONE)
        status = samen__fail_argument(err, 5, "the date is blank; leave it out instead");
    if (status == SAMEN_OK)
        status = get_attribute(builder, of, index, attribute, SAMEN_COLUMN_DATE, &found, err);
    if (status == SAMEN_OK)
        status = samen__attribute_set_int(found, index, day, err);
    return settle_attribute(builder, of, status);
}

samen_status samen_builder_set_yes_no(samen_builder *builder, int32_t of, int64_t index,
                                      const char *attribute, int32_t value, samen_error *err) {
    samen__attribute *found = NULL;
    if (value != 0 && value != 1)
        return samen__fail_argument(err, 5, "the value is %d; give 1 for yes, 0 for no", value);
    samen_status status =
        get_attribute(builder, of, index, attribute, SAMEN_COLUMN_BOOL, &found, err);
    if (status == SAMEN_OK)
        status = samen__attribute_set_int(found, index, value, err);
    return settle_attribute(builder, of, status);
}

/* The columns of one part of the network: names and attributes. */
static samen_status make_columns(const samen_builder *builder, int32_t of, samen_network *network,
                                 samen_error *err) {
    int64_t rows = samen__records_count(&builder->records, of);
    const samen__attributes *set = &builder->attributes[of];
    samen_status status = SAMEN_OK;
    if (of == SAMEN_ORGANISATIONS || of == SAMEN_PARTNERSHIPS) {
        samen__attribute name = builder->name[of];
        name.name = (char[]){"name"};
        status = samen__attribute_column(&name, rows, &network->name[of], err);
    }
    network->attribute[of] = samen__new(set->count, sizeof *network->attribute[of], err);
    if (!network->attribute[of])
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < set->count; i++) {
        status = samen__attribute_column(&set->attribute[i], rows, &network->attribute[of][i], err);
        network->attributes[of] += status == SAMEN_OK;
    }
    return status;
}

samen_status samen_builder_finish(samen_builder *builder, samen_network **out, samen_error *err) {
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    samen_network *network = samen__new(1, sizeof *network, err);
    if (!network)
        return SAMEN_ERR_MEMORY;
    atomic_init(&network->owners, 1);
    network->typology = samen_typology_retain(builder->typology);
    samen_status status = SAMEN_OK;
    for (int32_t of = 0; status == SAMEN_OK && of < SAMEN__PARTS; of++)
        status = make_columns(builder, of, network, err);
    if (status != SAMEN_OK) {
        samen_network_free(network);
        return status;
    }
    network->records = builder->records;
    samen__records_start(&builder->records);
    release(builder);
    start(builder);
    *out = network;
    return SAMEN_OK;
}
