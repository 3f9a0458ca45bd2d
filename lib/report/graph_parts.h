/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a graph's data share: writing JSON, and the numbers of a sociogram in units of a hundredth of a
 * millimetre. */
#ifndef SAMEN_REPORT_GRAPH_PARTS_H
#define SAMEN_REPORT_GRAPH_PARTS_H

#include <math.h>
#include <string.h>

#include "draw/sociogram.h"
#include "report/html.h"

#define SAMEN__GRAPH_UNITS 100.0 /* in a millimetre */

static inline double samen__graph_units(double millimetres) {
    return round(millimetres * SAMEN__GRAPH_UNITS);
}

/* A member's name and a colon, behind a comma where there is one before it. */
static inline void samen__json_name(samen__text *json, const char *name) {
    if (json->length > 0 && json->bytes[json->length - 1] != '{')
        samen__text_add_byte(json, ',');
    samen__text_format(json, "\"%s\":", name);
}

/* What cannot be seen in a text is shown, as it is everywhere in a report. */
static inline void samen__json_text(samen__text *json, const char *text) {
    samen__text seen = samen__text_growing();
    samen__text_add_visible(&seen, text, (int64_t)strlen(text), 0);
    samen__html_json(json, seen.length > 0 ? seen.bytes : "", seen.length);
    json->failed |= seen.failed;
    samen__text_free(&seen);
}

/* NULL is null. */
static inline void samen__json_member(samen__text *json, const char *name, const char *text) {
    samen__json_name(json, name);
    if (text)
        samen__json_text(json, text);
    else
        samen__text_add_string(json, "null");
}

static inline void samen__json_number(samen__text *json, const char *name, double value) {
    samen__json_name(json, name);
    samen__text_add_number(json, value);
}

/* Each adds one member or several. */
void samen__graph_add_forms(samen__text *json, const samen__sociogram *s);
void samen__graph_add_groups(samen__text *json, const samen__sociogram *s);
void samen__graph_add_organisations(samen__text *json, const samen__sociogram *s,
                                    const samen__places *places);
void samen__graph_add_ties(samen__text *json, const samen__sociogram *s);

/* The words of the controls, as an object. {1} is a place for a value, as in report/say.h. */
void samen__graph_add_words(samen__text *json, uint32_t language);

#endif
