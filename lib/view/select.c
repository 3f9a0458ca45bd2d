/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which organisations a view shows: by attribute, by list. */
#include "view/select.h"

#include <string.h>

#include "core/bitset.h"
#include "core/date.h"
#include "core/error.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/text.h"
#include "core/utf8.h"
#include "network/values.h"

/* Where the options stand among the arguments of the calls that make a view. */
enum { OPTIONS_ARGUMENT = 2 };

/* One "attribute=value" or "attribute!=value". */
typedef struct condition {
    const char *attribute;
    int64_t attribute_length;
    const char *value;
    int32_t negated;
    const samen__column *column; /* NULL: the key or the name */
    int32_t by_key;
} condition;

static samen_status fail_attribute(const samen_network *network, const condition *c,
                                   samen_error *err) {
    char list[256];
    samen__text text = samen__text_fixed(list, sizeof list);
    samen__text_add_string(&text, "id, name");
    for (int64_t i = 0; i < network->attributes[SAMEN_ORGANISATIONS]; i++)
        samen__text_format(&text, ", %s", network->attribute[SAMEN_ORGANISATIONS][i].name);
    samen__shown shown = samen__show(c->attribute, c->attribute_length);
    return samen__fail(err, SAMEN_ERR_UNKNOWN,
                       "organisations have no attribute \"%s\"; they have %s", shown.text, list);
}

static samen_status split(const samen_network *network, const char *text, const char *option,
                          condition *c, samen_error *err) {
    const char *equals = strchr(text, '=');
    if (!equals || equals == text) {
        samen__shown shown = samen__show(text, (int64_t)strlen(text));
        return samen__fail(err, SAMEN_ERR_ARGUMENT,
                           "%s is \"%s\"; write attribute=value or attribute!=value", option,
                           shown.text);
    }
    *c = (condition){.attribute = text,
                     .attribute_length = equals - text,
                     .value = equals + 1,
                     .negated = equals[-1] == '!'};
    c->attribute_length -= c->negated;
    for (int64_t i = 0; i < network->attributes[SAMEN_ORGANISATIONS]; i++) {
        const samen__column *column = &network->attribute[SAMEN_ORGANISATIONS][i];
        if ((int64_t)strlen(column->name) == c->attribute_length &&
            memcmp(column->name, text, (size_t)c->attribute_length) == 0)
            c->column = column;
    }
    if (c->column)
        return SAMEN_OK;
    c->by_key = c->attribute_length == 2 && memcmp(text, "id", 2) == 0;
    int by_name = c->attribute_length == 4 && memcmp(text, "name", 4) == 0;
    if (by_name)
        c->column = &network->name[SAMEN_ORGANISATIONS];
    return c->by_key || by_name ? SAMEN_OK : fail_attribute(network, c, err);
}

static int holds(const samen_network *network, const condition *c, int64_t organisation) {
    int64_t length = (int64_t)strlen(c->value);
    if (c->by_key)
        return strcmp(samen_network_key(network, SAMEN_ORGANISATIONS, organisation), c->value) == 0;
    if (samen__column_is_null(c->column, organisation))
        return length == 0;
    switch (c->column->type) {
    case SAMEN_COLUMN_FLOAT64: {
        double value;
        return samen__number_parse(c->value, length, '.', &value) == SAMEN__NUMBER_FINITE &&
               ((const double *)c->column->data)[organisation] == value;
    }
    case SAMEN_COLUMN_DATE: {
        int32_t day;
        return samen__date_parse(c->value, length, &day) == SAMEN__DATE_FINE &&
               ((const int32_t *)c->column->data)[organisation] == day;
    }
    case SAMEN_COLUMN_BOOL: {
        int32_t value;
        return samen__read_yes_no(c->value, length, &value) &&
               samen__bitset_get(c->column->data, organisation) == value;
    }
    default: return strcmp(samen__column_text(c->column, organisation, NULL), c->value) == 0;
    }
}

/* A value that nobody has is most likely a slip. */
static samen_status fail_value(const condition *c, samen_error *err) {
    samen__shown attribute = samen__show(c->attribute, c->attribute_length);
    samen__shown value = samen__show(c->value, (int64_t)strlen(c->value));
    return samen__fail(err, SAMEN_ERR_UNKNOWN,
                       "no organisation has %s \"%s\"; values are compared to the letter",
                       attribute.text, value.text);
}

static int same_attribute(const condition *a, const condition *b) {
    return a->attribute_length == b->attribute_length && a->negated == b->negated &&
           memcmp(a->attribute, b->attribute, (size_t)a->attribute_length) == 0;
}

/* Values of one attribute are alternatives; a negated value must not hold. */
static int passes(const samen_network *network, const condition *all, int64_t count,
                  int64_t organisation) {
    for (int64_t i = 0; i < count; i++) {
        if (all[i].negated && holds(network, &all[i], organisation))
            return 0;
        int found = all[i].negated;
        for (int64_t j = 0; j < count && !found; j++)
            found = same_attribute(&all[i], &all[j]) && holds(network, &all[j], organisation);
        if (!found)
            return 0;
    }
    return 1;
}

samen_status samen__select_where(const samen_network *network, const char *const *where,
                                 int64_t count, const char *option, uint8_t *chosen,
                                 samen_error *err) {
    int64_t n = network->records.organisations.count;
    condition *all = samen__new(count, sizeof *all, err);
    samen_status status = all ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++) {
        status = split(network, where[i], option, &all[i], err);
        int found = n == 0;
        for (int64_t o = 0; status == SAMEN_OK && o < n && !found; o++)
            found = holds(network, &all[i], o);
        if (status == SAMEN_OK && !found)
            status = fail_value(&all[i], err);
    }
    for (int64_t o = 0; status == SAMEN_OK && o < n; o++)
        chosen[o] = (uint8_t)(chosen[o] && passes(network, all, count, o));
    samen__delete(all);
    return status;
}

static samen_status select_listed(const samen_network *network, const samen_view_options *options,
                                  uint8_t *shown, samen_error *err) {
    for (int64_t i = 0; i < options->organisations_count; i++) {
        const char *key = options->organisations[i];
        int64_t number = samen_network_find(network, SAMEN_ORGANISATIONS, key);
        if (number < 0) {
            samen__shown text = samen__show(key, (int64_t)strlen(key));
            return samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no organisation \"%s\"",
                               text.text);
        }
        shown[number] |= 2;
    }
    for (int64_t o = 0; o < network->records.organisations.count; o++)
        shown[o] = options->organisations_count > 0 ? shown[o] == 3 : shown[o] == 1;
    return SAMEN_OK;
}

samen_status samen__select(samen_view *view, const uint8_t *also, samen_error *err) {
    const samen_network *network = view->network;
    int64_t n = network->records.organisations.count;
    uint8_t *shown = samen__new(n, sizeof *shown, err);
    samen_status status = shown ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (shown)
        memset(shown, 1, (size_t)n);
    if (status == SAMEN_OK)
        status = samen__select_where(network, view->options.where, view->options.where_count,
                                     "where", shown, err);
    if (status == SAMEN_OK)
        status = select_listed(network, &view->options, shown, err);
    if (status != SAMEN_OK && status != SAMEN_ERR_MEMORY && err)
        err->argument = OPTIONS_ARGUMENT;
    if (status == SAMEN_OK && !view->place) {
        view->place = samen__new(n, sizeof *view->place, err);
        view->organisation = samen__new(n, sizeof *view->organisation, err);
        if (!view->place || !view->organisation)
            status = SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK) {
        view->organisations = 0;
        for (int64_t o = 0; o < n; o++) {
            int keep = shown[o] && (!also || also[o]);
            view->place[o] = keep ? (int32_t)view->organisations : -1;
            if (keep)
                view->organisation[view->organisations++] = (int32_t)o;
        }
    }
    samen__delete(shown);
    return status;
}
