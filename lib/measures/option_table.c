/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/option_table.h"

#include <string.h>

#include "core/bitset.h"
#include "core/error.h"
#include "table/listing.h"

typedef struct item {
    const char *owner;
    const samen__option *option;
} item;

/* The options of one owner, or of all. */
typedef struct walk {
    samen__option_owner owner;
    const char *wanted; /* NULL: all */
    item at;
} walk;

static const void *find_item(void *context, int64_t i) {
    walk *w = context;
    const samen__options *options = NULL;
    for (int32_t o = 0; (options = w->owner(o, &w->at.owner)) != NULL; o++) {
        if (w->wanted && strcmp(w->wanted, w->at.owner) != 0)
            continue;
        if (i < options->count) {
            w->at.option = &options->option[i];
            return &w->at;
        }
        i -= options->count;
    }
    return NULL;
}

samen_status samen__column_add_names(samen__column *column, const char *const *names,
                                     samen_error *err) {
    samen__text text = samen__text_growing();
    for (int32_t i = 0; names && names[i]; i++)
        samen__text_format(&text, "%s%s", i ? "," : "", names[i]);
    samen_status status = text.failed
                              ? samen__fail_memory(err)
                              : samen__column_add_string(column, text.bytes ? text.bytes : "", err);
    samen__text_free(&text);
    return status;
}

SAMEN__LISTING_TEXT(put_owner, item, it->owner)
SAMEN__LISTING_TEXT(put_option, item, it->option->name)
SAMEN__LISTING_TEXT(put_since, item, it->option->since)
SAMEN__LISTING_TEXT(put_help, item, it->option->help)

static const char *default_of(const samen__option *option) {
    return option->type == SAMEN__OPTION_CHOICE ? option->choices[0] : option->fallback;
}

SAMEN__LISTING_TEXT(put_default, item, default_of(it->option))

static const char *const types[] = {"yes-no", "choice", "count", "number", "text", "forms", "list"};

SAMEN__LISTING_TEXT(put_type, item, types[it->option->type])

static samen_status put_choices(const void *of, samen__column *column, int64_t row,
                                samen_error *err) {
    const item *it = of;
    (void)row;
    return samen__column_add_names(column, it->option->choices, err);
}

static samen_status put_bound(const item *it, samen__column *column, int64_t row, double bound,
                              samen_error *err) {
    if (it->option->type != SAMEN__OPTION_COUNT && it->option->type != SAMEN__OPTION_REAL)
        return samen__column_set_null(column, row, err);
    ((double *)column->data)[row] = bound;
    return SAMEN_OK;
}

static samen_status put_minimum(const void *it, samen__column *column, int64_t row,
                                samen_error *err) {
    return put_bound(it, column, row, ((const item *)it)->option->minimum, err);
}

static samen_status put_maximum(const void *it, samen__column *column, int64_t row,
                                samen_error *err) {
    return put_bound(it, column, row, ((const item *)it)->option->maximum, err);
}

static samen_status put_required(const void *it, samen__column *column, int64_t row,
                                 samen_error *err) {
    (void)err;
    samen__bitset_put(column->data, row, ((const item *)it)->option->required);
    return SAMEN_OK;
}

samen_status samen__option_table(samen__option_owner owner, const char *column, const char *name,
                                 samen_table **out, samen_error *err) {
    const samen__listing_field fields[] = {{column, SAMEN_COLUMN_TEXT, put_owner},
                                           {"option", SAMEN_COLUMN_TEXT, put_option},
                                           {"type", SAMEN_COLUMN_TEXT, put_type},
                                           {"default", SAMEN_COLUMN_TEXT, put_default},
                                           {"minimum", SAMEN_COLUMN_FLOAT64, put_minimum},
                                           {"maximum", SAMEN_COLUMN_FLOAT64, put_maximum},
                                           {"choices", SAMEN_COLUMN_TEXT, put_choices},
                                           {"required", SAMEN_COLUMN_BOOL, put_required},
                                           {"since", SAMEN_COLUMN_TEXT, put_since},
                                           {"help", SAMEN_COLUMN_TEXT, put_help}};
    walk w = {.owner = owner, .wanted = name};
    return samen__listing_make(fields, sizeof fields / sizeof fields[0], find_item, &w, out, err);
}
