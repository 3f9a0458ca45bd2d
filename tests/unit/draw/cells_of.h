/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a matrix, read back from its paths. */
#ifndef SAMEN_TESTS_UNIT_DRAW_CELLS_OF_H
#define SAMEN_TESTS_UNIT_DRAW_CELLS_OF_H

#include "draw/matrix.h"
#include "graphs.h"
#include "picture.h"

#define ARROW "\xE2\x86\x92"
#define DASH  "\xE2\x80\x93"
#define KITE  "A-B A-C B-C:action*3 C>D:ad-hoc*2 D>E E>D F"

/* Two groups, and one who has none. */
#define GROUPS "A=care B=care C=care D=school E=school"
#define TIES   "A>B B>A A>C C>D D>C E>D F>A"

enum { MOST_OUTLINES = 24000 };

/* The boxes around the outlines of a path as samen writes it: m, l and z, relative. Returns how many. */
static inline int outlines_of(const element *path, area *box) {
    const char *at = value_of(path, "d");
    double x = 0, y = 0, start_x = 0, start_y = 0;
    int count = 0;
    for (char step = 0; *at;) {
        if (*at == 'm' || *at == 'l' || *at == 'z')
            step = *at++;
        if (step == 'z') {
            x = start_x;
            y = start_y;
            continue;
        }
        char *end;
        x += strtod(at, &end);
        y += strtod(end, &end);
        ck_assert_ptr_ne(end, at);
        at = end;
        while (*at == ' ')
            at++;
        if (step == 'm') {
            ck_assert_int_lt(count, MOST_OUTLINES);
            box[count++] = (area){x, x, y, y};
            start_x = x;
            start_y = y;
            step = 'l';
        }
        area *b = &box[count - 1];
        *b = (area){fmin(b->left, x), fmax(b->right, x), fmin(b->top, y), fmax(b->bottom, y)};
    }
    return count;
}

/* The middle of an organisation's row, or of its column, by its label. */
static inline double middle_of(const picture *p, const char *name, int column) {
    for (int i = 0; i < p->count; i++) {
        const element *e = &p->element[i];
        int turned = *value_of(e, "transform") != '\0';
        if (strcmp(e->name, "text") == 0 && e->text && strcmp(e->text, name) == 0 &&
            turned == column)
            return number_of(e, column ? "x" : "y") - 0.36 * number_of(e, "font-size");
    }
    ck_abort_msg("%s has no label", name);
}

static inline int is_in(const picture *p, const area *box, const char *row, const char *column) {
    double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
    return fabs(x - middle_of(p, column, 1)) < 0.05 && fabs(y - middle_of(p, row, 0)) < 0.05;
}

static inline int path_titled(const picture *p, const char *title) {
    for (int i = 0; i < p->count; i++) {
        if (strcmp(p->element[i].name, "path") == 0 && strcmp(title_of(p, i), title) == 0)
            return i;
    }
    ck_abort_msg("there is no path \"%s\"", title);
}

#endif
