/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of pictures as tables. */
#include "draw/registry.h"
#include "measures/option_table.h"
#include "table/listing.h"

static const void *find_kind(void *context, int64_t i) {
    (void)context;
    return samen__drawings[i];
}

SAMEN__LISTING_TEXT(put_kind, samen__drawing, it->name)
SAMEN__LISTING_TEXT(put_title, samen__drawing, it->title)
SAMEN__LISTING_TEXT(put_summary, samen__drawing, it->summary)
SAMEN__LISTING_TEXT(put_since, samen__drawing, it->since)

samen_status samen_draw_describe(samen_table **out, samen_error *err) {
    static const samen__listing_field fields[] = {{"kind", SAMEN_COLUMN_TEXT, put_kind},
                                                  {"title", SAMEN_COLUMN_TEXT, put_title},
                                                  {"summary", SAMEN_COLUMN_TEXT, put_summary},
                                                  {"since", SAMEN_COLUMN_TEXT, put_since}};
    if (!out)
        return samen__fail_argument(err, 1, "out is NULL");
    return samen__listing_make(fields, sizeof fields / sizeof fields[0], find_kind, NULL, out, err);
}

static const samen__options *owner(int32_t i, const char **name) {
    *name = samen__drawings[i] ? samen__drawings[i]->name : NULL;
    return samen__drawings[i] ? &samen__drawings[i]->options : NULL;
}

samen_status samen_draw_describe_options(const char *kind, samen_table **out, samen_error *err) {
    if (kind && !samen__drawing_find(kind, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return samen__option_table(owner, "kind", kind, out, err);
}
