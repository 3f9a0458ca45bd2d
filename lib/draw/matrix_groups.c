/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of groups at right and below: each beside its block, or as near as others leave it. */
#include <math.h>

#include "draw/matrix.h"
#include "draw/palette.h"
#include "draw/type.h"

#define PITCH        (1.02 * SAMEN__TYPE_LABEL) /* from name to name */
#define FURTHEST     (3 * PITCH)                /* that a name may be from its block's middle */
#define PUSHED       0.8                        /* a name that is further has a line to it */
#define BRACKET_LINE 0.2
#define APART        0.15 /* of a bracket from its block's end */

static double middle_of(const samen__matrix *m, int32_t stretch) {
    const samen__stretch *s = &m->sequence.stretch[stretch];
    return (s->from + s->to) * m->cell / 2;
}

/* The first so many have a name, and all that have room for it. Places are those that names before and behind leave.
 * Returns how far one is from its block's middle. */
static double spread(samen__matrix *m, int32_t named) {
    int32_t count = m->sequence.stretches;
    double last = -PITCH / 2, pushed = 0;
    m->groups_unnamed = 0;
    for (int32_t s = 0; s < count; s++) {
        const samen__stretch *stretch = &m->sequence.stretch[s];
        int has_name = s < named || (stretch->to - stretch->from) * m->cell >= PITCH;
        m->group_at[s] = has_name ? last = fmax(middle_of(m, s), last + PITCH) : NAN;
        m->groups_unnamed += !has_name;
    }
    last = m->box.height + PITCH / 2;
    for (int32_t s = count - 1; s >= 0; s--) {
        if (isnan(m->group_at[s]))
            continue;
        last = m->group_at[s] = fmin(m->group_at[s], last - PITCH);
        pushed = fmax(pushed, fabs(last - middle_of(m, s)));
    }
    return pushed;
}

void samen__matrix_place_groups(samen__matrix *m) {
    int32_t named = (int32_t)fmin(m->sequence.stretches, m->box.height / PITCH);
    m->groups_unnamed = 0;
    if (!m->options->group)
        return;
    while (spread(m, named) > FURTHEST && named > 0)
        named--;
}

/* A line along the block, and one to the name where that is not beside the block's middle. */
static void add_bracket(samen__matrix *m, const samen__stretch *s, double at, double start,
                        int below) {
    samen__trace *path = &m->frame.path;
    double from = s->from * m->cell + APART, to = s->to * m->cell - APART, middle = (from + to) / 2;
    double origin = below ? m->box.x : m->box.y;
    const double place[][2] = {
        {from, start}, {to, start}, {middle, start}, {at, start + SAMEN__BRACKET}};
    for (int32_t i = 0; i < (fabs(at - middle) > PUSHED ? 4 : 2); i++) {
        double x = below ? origin + place[i][0] : place[i][1],
               y = below ? place[i][1] : origin + place[i][0];
        if (i % 2 == 0)
            samen__trace_move(path, x, y);
        else
            samen__trace_line(path, x, y);
    }
}

void samen__matrix_groups(samen__matrix *m, int below, samen__text *text) {
    double middle = SAMEN__TYPE_LABEL * SAMEN__TYPE_MIDDLE;
    int lie = below && !m->groups_turned;
    const samen__pen line = samen__lined(SAMEN__INK_LIGHT, BRACKET_LINE);
    const samen__lettering letters = {.size = SAMEN__TYPE_LABEL,
                                      .colour = SAMEN__INK,
                                      .anchor = lie     ? SAMEN__ANCHOR_MIDDLE
                                                : below ? SAMEN__ANCHOR_END
                                                        : SAMEN__ANCHOR_START,
                                      .turn = below && !lie ? -90 : 0};
    double start = below ? m->box.y + m->box.height + SAMEN__BRACKET
                         : m->box.x + m->box.width + m->tree + SAMEN__BRACKET;
    double name = start + 1.6 * SAMEN__BRACKET;
    samen__trace_clear(&m->frame.path);
    for (int32_t s = 0; s < m->sequence.stretches; s++) {
        const samen__stretch *stretch = &m->sequence.stretch[s];
        double at = lie ? middle_of(m, s) : m->group_at[s];
        double room =
            lie ? (stretch->to - stretch->from) * m->cell : m->groups - 3 * SAMEN__BRACKET;
        if (isnan(at))
            continue;
        add_bracket(m, stretch, at, start, below);
        samen__matrix_put(
            m, samen__matrix_group(m, s), below ? m->box.x + at + (lie ? 0 : middle) : name,
            below ? name + (lie ? SAMEN__TYPE_LABEL * 0.6 : 0) : m->box.y + at + middle, room,
            &letters, text);
    }
    if (m->frame.path.steps > 0)
        m->call->surface->path(m->call->surface, &m->frame.path, &line, NULL);
}
