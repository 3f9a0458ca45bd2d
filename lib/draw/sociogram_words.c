/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sociogram says in words: its legend, its notes, and its description for who does not see it. */
#include <math.h>
#include <string.h>

#include "draw/marks.h"
#include "draw/palette.h"
#include "draw/sociogram.h"

enum { MOST_NAMED = 3, MANY = 20 };

#define KEY_WIDTH  0.5 /* of lines in the legend */
#define KEY_RADIUS 1.15

static const char *word(const samen__sociogram *s, samen__word w) {
    return samen__word_in(s->options->common.language, w);
}

static samen_status add(samen__sociogram *s, samen__key key, const char *text, samen_error *err) {
    return samen__legend_add(&s->frame.legend, key, text, err);
}

static const char *form_name(const samen__sociogram *s, int32_t form) {
    return samen_typology_name(s->call->view->network->typology, form,
                               (int32_t)s->options->common.language);
}

/* One form needs a key as well, unless the data say nothing of forms. */
static samen_status add_forms(samen__sociogram *s, samen_error *err) {
    const samen_typology *typology = s->call->view->network->typology;
    if (s->scene.forms == 0 ||
        (typology->count == 1 && strcmp(typology->form[0].key, "collaboration") == 0))
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&s->frame, word(s, SAMEN__WORD_FORM), err);
    for (int32_t form = 0; status == SAMEN_OK && form < typology->count; form++) {
        if (!(s->scene.forms >> form & 1))
            continue;
        samen__pen pen = samen__lined(samen__form_colour(form), KEY_WIDTH);
        pen.pattern = samen__form_pattern(form);
        status = add(s, (samen__key){.kind = SAMEN__KEY_LINE, .pen = pen}, form_name(s, form), err);
    }
    return status;
}

static samen_status add_directions(samen__sociogram *s, samen_error *err) {
    int one = 0, both = 0;
    for (int64_t i = 0; i < s->scene.strokes; i++) {
        const samen__stroke *t = &s->scene.stroke[i];
        both |= !t->undirected && t->forward > 0 && t->backward > 0;
        one |= !t->undirected && !(t->forward > 0 && t->backward > 0);
    }
    if ((!one && !both) || !samen__sociogram_is_detailed(s))
        return SAMEN_OK;
    samen__pen pen = samen__lined(SAMEN__INK_LIGHT, KEY_WIDTH);
    samen_status status = samen__frame_heading(&s->frame, word(s, SAMEN__WORD_DIRECTION), err);
    if (status == SAMEN_OK && one)
        status = add(s, (samen__key){.kind = SAMEN__KEY_ARROW, .pen = pen},
                     word(s, SAMEN__WORD_ONE_WAY), err);
    if (status == SAMEN_OK && both)
        status = add(s, (samen__key){.kind = SAMEN__KEY_ARROWS, .pen = pen},
                     word(s, SAMEN__WORD_BOTH_WAYS), err);
    return status;
}

static samen_status add_amount(samen__sociogram *s, samen__key key, double amount,
                               samen_error *err) {
    char digits[64];
    samen__text text = samen__text_fixed(digits, sizeof digits);
    samen__add_amount(&text, s->options->common.language, amount);
    return add(s, key, digits, err);
}

static samen_status add_weights(samen__sociogram *s, samen_error *err) {
    if (s->thickest == s->thinnest || !samen__sociogram_is_detailed(s))
        return SAMEN_OK;
    const double weights[] = {s->scene.weakest, s->scene.strongest};
    samen_status status = samen__frame_heading(&s->frame, word(s, SAMEN__WORD_WEIGHT), err);
    for (int i = 0; status == SAMEN_OK && i < 2; i++) {
        samen__pen pen = samen__lined(SAMEN__INK_LIGHT, samen__sociogram_width(s, weights[i]));
        status = add_amount(s, (samen__key){.kind = SAMEN__KEY_LINE, .pen = pen}, weights[i], err);
    }
    return status;
}

static samen_status add_group(samen__sociogram *s, int32_t group, const char *text,
                              samen_error *err) {
    return add(s,
               (samen__key){.kind = SAMEN__KEY_MARK,
                            .pen = samen__sociogram_pen(s, group, 0, KEY_RADIUS),
                            .shape = samen__sociogram_shape(s, group),
                            .radius = KEY_RADIUS},
               text, err);
}

const char *samen__sociogram_rest(const samen__sociogram *s) {
    const samen__groups *groups = &s->scene.groups;
    int all = samen__sociogram_own_marks(s) == groups->count;
    if (groups->count == 0 || (all && groups->without == 0))
        return NULL;
    return word(s, all                   ? SAMEN__WORD_NO_GROUP
                   : groups->without > 0 ? SAMEN__WORD_OTHER_OR_NONE
                                         : SAMEN__WORD_OTHER_GROUPS);
}

/* Groups by size; those without a mark of their own together. */
static samen_status add_groups(samen__sociogram *s, samen_error *err) {
    const samen__groups *groups = &s->scene.groups;
    if (groups->count == 0)
        return SAMEN_OK;
    int32_t shown = samen__sociogram_own_marks(s);
    samen_status status = samen__frame_heading(&s->frame, s->options->group, err);
    for (int32_t rank = 0; status == SAMEN_OK && rank < shown; rank++) {
        for (int32_t g = 0; status == SAMEN_OK && g < groups->count; g++) {
            if (s->scene.rank[g] == rank)
                status = add_group(s, g, groups->label[g], err);
        }
    }
    const char *rest = samen__sociogram_rest(s);
    if (status == SAMEN_OK && rest)
        status = add_group(s, -1, rest, err);
    return status;
}

static samen_status add_sizes(samen__sociogram *s, samen_error *err) {
    samen_status status = SAMEN_OK;
    if (!s->scene.value || !(s->scene.largest_value > 0))
        return SAMEN_OK;
    samen__text heading = samen__text_growing();
    samen__text_format(&heading, "%s: %s", word(s, SAMEN__WORD_SIZE), s->scene.value_name);
    status = heading.failed ? samen__fail_memory(err)
                            : samen__frame_heading(&s->frame, heading.bytes, err);
    samen__text_free(&heading);
    for (int i = 0; status == SAMEN_OK && i < 3; i++) {
        double share = (double[]){1.0 / 16, 1.0 / 4, 1}[i],
               radius = fmax(s->smallest, s->largest * sqrt(share));
        samen__key key = {.kind = SAMEN__KEY_MARK,
                          .pen = samen__sociogram_pen(s, -1, 0, radius),
                          .radius = radius};
        status = add_amount(s, key, s->scene.largest_value * share, err);
    }
    return status;
}

static samen_status add_silent(samen__sociogram *s, samen_error *err) {
    samen__key key = {.kind = SAMEN__KEY_MARK,
                      .pen = samen__sociogram_pen(s, -1, 1, KEY_RADIUS),
                      .radius = KEY_RADIUS};
    if (s->scene.silents == 0)
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&s->frame, word(s, SAMEN__WORD_ANSWER), err);
    if (status == SAMEN_OK)
        status = add_group(s, -1, word(s, SAMEN__WORD_RESPONDENT), err);
    if (status == SAMEN_OK)
        status = add(s, key, word(s, SAMEN__WORD_NON_RESPONDENT), err);
    return status;
}

static void add_notes(samen__sociogram *s) {
    uint32_t language = s->options->common.language;
    samen__text *notes = &s->frame.notes;
    if (s->scene.left_out > 0) {
        samen__add_count(notes, language, s->scene.strokes);
        samen__text_add_string(notes, word(s, SAMEN__WORD_DRAWN_OF));
        samen__add_count(notes, language, s->scene.strokes + s->scene.left_out);
        samen__text_add_string(notes, word(s, SAMEN__WORD_STRONGEST_ONLY));
    }
    if (!samen__sociogram_is_detailed(s))
        samen__text_add_string(notes, word(s, SAMEN__WORD_SIMPLIFIED));
    if (s->options->labels == SAMEN__LABELS_AUTO && s->scene.organisations > MANY) {
        samen__text_add_string(notes, word(s, SAMEN__WORD_LABELLED_BY));
        samen__text_add_string(notes, s->scene.value_name ? s->scene.value_name
                                                          : word(s, SAMEN__WORD_PARTNERS));
        samen__text_add_string(notes, ".\n");
    }
}

samen_status samen__sociogram_legend(samen__sociogram *s, samen_error *err) {
    samen_status status = add_forms(s, err);
    if (status == SAMEN_OK)
        status = add_directions(s, err);
    if (status == SAMEN_OK)
        status = add_weights(s, err);
    if (status == SAMEN_OK)
        status = add_groups(s, err);
    if (status == SAMEN_OK)
        status = add_sizes(s, err);
    if (status == SAMEN_OK)
        status = add_silent(s, err);
    add_notes(s);
    return status;
}

/* The organisations with the most, without sorting all. */
static void name_largest(const samen__sociogram *s, samen__text *text) {
    const samen__scene *scene = &s->scene;
    int64_t named[MOST_NAMED];
    int32_t count = 0;
    samen__text_add_string(text, word(s, SAMEN__WORD_MOST));
    samen__text_add_string(text,
                           scene->value_name ? scene->value_name : word(s, SAMEN__WORD_PARTNERS));
    for (; count < MOST_NAMED; count++) {
        int64_t best = -1;
        double most = 0;
        for (int64_t v = 0; v < scene->organisations; v++) {
            double value = scene->value ? scene->value[v] : (double)scene->partners[v];
            int is_new = 1;
            for (int32_t i = 0; i < count; i++)
                is_new &= named[i] != v;
            if (is_new && value > most) {
                most = value;
                best = v;
            }
        }
        if (best < 0)
            break;
        named[count] = best;
        samen__text_add_string(text, count ? ", " : ": ");
        samen__text_add_string(text, samen__sociogram_name(s, best));
        samen__text_add_string(text, " (");
        samen__add_amount(text, s->options->common.language, most);
        samen__text_add_byte(text, ')');
    }
    samen__text_add_string(text, ".");
}

samen_status samen__sociogram_describe(const samen__sociogram *s, samen__text *text,
                                       samen_error *err) {
    uint32_t language = s->options->common.language;
    const samen__scene *scene = &s->scene;
    int64_t isolates = 0;
    for (int64_t v = 0; v < scene->organisations; v++)
        isolates += scene->partners[v] == 0;
    samen__add_counted(text, language, scene->organisations, SAMEN__WORD_ORGANISATION,
                       SAMEN__WORD_ORGANISATIONS);
    samen__text_add_string(text, ", ");
    samen__add_counted(text, language,
                       s->call->view->directed ? s->call->pairs->arcs : s->call->pairs->pairs,
                       SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    samen__text_add_string(text, ". ");
    if (isolates > 0) {
        samen__text_add_string(text, word(s, SAMEN__WORD_ISOLATES));
        samen__text_add_string(text, ": ");
        samen__add_count(text, language, isolates);
        samen__text_add_string(text, ". ");
    }
    if (scene->strokes > 0)
        name_largest(s, text);
    return text->failed ? samen__fail_memory(err) : SAMEN_OK;
}
