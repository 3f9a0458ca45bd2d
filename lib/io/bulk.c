/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The threads' part in reading in bulk. Cutting the next piece off the file and taking a piece over into
 * the network go on in the order of the file; between the two a piece is read by one thread alone.
 *
 * Complexity: O(bytes); memory beyond the network's O(threads * (piece + keys)), and the bytes of the file
 * where it has attributes. */
#include "io/bulk.h"

#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "core/memory.h"
#include "core/threads.h"

typedef struct bulk {
    samen__reading *reading;
    samen__sheet *sheet;
    char point; /* the decimal sign of weights, once one is seen */
    char what[64];
} bulk;

static samen_status open_hand(void *context, void **scratch, samen_error *err) {
    const bulk *b = context;
    samen__hand *hand = NULL;
    samen_status status = samen__hand_open(b->reading, b->sheet, &hand, err);
    *scratch = hand;
    return status;
}

static void close_hand(void *context, void *scratch) {
    (void)context;
    samen__hand_close(scratch);
}

static samen_status cut_piece(void *context, void *scratch, int64_t task, samen_error *err) {
    bulk *b = context;
    samen__hand *hand = scratch;
    (void)task;
    samen_status status = samen__pieces_next(&b->sheet->pieces, &hand->piece, err);
    hand->fraction = samen__pieces_fraction(&b->sheet->pieces);
    return status;
}

static samen_status read_piece(void *context, void *scratch, int64_t task, samen_error *err) {
    (void)context;
    (void)task;
    return samen__hand_read(scratch, err);
}

static int is_over(const void *context) {
    return ((const bulk *)context)->sheet->pieces.is_over;
}

static double fraction(const void *context) {
    return samen__pieces_fraction(&((const bulk *)context)->sheet->pieces);
}

/* ---- Taking over --------------------------------------------------------------------------------- */

/* Room for more rows: for as many as the file seems to have, judging by what was read of it so far, since
 * growing again and again would copy everything as often. A small part of it says little, so that at first
 * there is room for a few times as many. */
static samen_status make_room(const samen__hand *hand, void **rows, int64_t *capacity, int64_t have,
                              size_t size, int64_t more, samen_error *err) {
    enum { FEW = 16 };
    int64_t need = have + more;
    if (need <= *capacity)
        return SAMEN_OK;
    double times = hand->fraction * FEW > 1 ? 1.03 / hand->fraction : FEW;
    need = (int64_t)((double)need * times) + 1;
    void *larger = samen__new_raw(need, size, err);
    if (!larger)
        return SAMEN_ERR_MEMORY;
    if (have > 0)
        memcpy(larger, *rows, (size_t)have * size);
    samen__delete(*rows);
    *rows = larger;
    *capacity = need;
    return SAMEN_OK;
}

/* Partnerships that only other files name have no more than a key. */
static samen_status settle_partnerships(bulk *b, samen__hand *hand, samen_error *err) {
    samen__records *r = &b->reading->builder->records;
    int64_t before = r->partnerships.count;
    if (hand->partnerships.is_closed)
        return SAMEN_OK;
    samen_status status = samen__labels_settle(&hand->partnerships, &r->partnerships, err);
    if (status == SAMEN_OK)
        status = samen__grow((void **)&r->partnership, &r->partnership_capacity,
                             r->partnerships.count, sizeof *r->partnership, err);
    for (int64_t i = before; status == SAMEN_OK && i < r->partnerships.count; i++)
        r->partnership[i] =
            (samen__partnership){.start = SAMEN__DATE_NONE, .end = SAMEN__DATE_NONE};
    return status;
}

static samen_status settle_keys(bulk *b, samen__hand *hand, samen_error *err) {
    samen__records *r = &b->reading->builder->records;
    samen_status status = settle_partnerships(b, hand, err);
    if (status == SAMEN_OK && !hand->organisations.is_closed)
        status = samen__labels_settle(&hand->organisations, &r->organisations, err);
    if (status == SAMEN_OK)
        status = samen__labels_settle(&hand->roles, &r->roles, err);
    return status;
}

static samen_status take_ties(bulk *b, const samen__hand *hand, samen_error *err) {
    samen__records *r = &b->reading->builder->records;
    samen_status status = make_room(hand, (void **)&r->tie, &r->tie_capacity, r->ties,
                                    sizeof *r->tie, hand->rows, err);
    for (int64_t i = 0; status == SAMEN_OK && i < hand->rows; i++) {
        samen__tie tie = hand->tie[i];
        tie.from = samen__labels_number(&hand->organisations, tie.from);
        tie.to = samen__labels_number(&hand->organisations, tie.to);
        if (tie.partnership != SAMEN__NONE)
            tie.partnership = samen__labels_number(&hand->partnerships, tie.partnership);
        r->tie[r->ties++] = tie;
    }
    return status;
}

static samen_status take_memberships(bulk *b, const samen__hand *hand, samen_error *err) {
    samen__records *r = &b->reading->builder->records;
    samen_status status = make_room(hand, (void **)&r->membership, &r->membership_capacity,
                                    r->memberships, sizeof *r->membership, hand->rows, err);
    for (int64_t i = 0; status == SAMEN_OK && i < hand->rows; i++) {
        samen__membership row = hand->membership[i];
        row.partnership = samen__labels_number(&hand->partnerships, row.partnership);
        row.organisation = samen__labels_number(&hand->organisations, row.organisation);
        if (row.role != SAMEN__NONE)
            row.role = samen__labels_number(&hand->roles, row.role);
        r->membership[r->memberships++] = row;
    }
    return status;
}

/* Keep the cells of attributes, and with them the piece that they are in. */
static samen_status take_extras(bulk *b, samen__hand *hand, samen_error *err) {
    samen__sheet *sheet = b->sheet;
    int64_t cells = hand->rows * sheet->extras;
    if (cells == 0)
        return SAMEN_OK;
    samen_status status = make_room(hand, (void **)&sheet->cell, &sheet->cell_capacity,
                                    sheet->rows * sheet->extras, sizeof *sheet->cell, cells, err);
    if (status == SAMEN_OK)
        status = samen__grow((void **)&sheet->kept, &sheet->kept_capacity, sheet->keeps + 1,
                             sizeof *sheet->kept, err);
    if (status != SAMEN_OK)
        return status;
    memcpy(sheet->cell + sheet->rows * sheet->extras, hand->extra,
           (size_t)cells * sizeof *sheet->cell);
    sheet->kept[sheet->keeps++] = hand->piece.bytes;
    hand->piece = (samen__piece){0};
    return SAMEN_OK;
}

/* All weights of a file are written with one decimal sign. */
static int has_other_point(bulk *b, const samen__hand *hand) {
    if (!b->point)
        b->point = hand->point;
    return hand->point && hand->point != b->point;
}

static samen_status take_piece(void *context, void *scratch, int64_t task, samen_error *err) {
    bulk *b = context;
    samen__hand *hand = scratch;
    (void)task;
    if (hand->gave_up || has_other_point(b, hand) ||
        b->sheet->rows + hand->rows > b->reading->limits.max_rows)
        return samen__fail(err, SAMEN_ERR_SYNTAX, "something in the file is not in order");
    samen_status status = settle_keys(b, hand, err);
    if (status == SAMEN_OK)
        status =
            b->sheet->file == SAMEN_TIES ? take_ties(b, hand, err) : take_memberships(b, hand, err);
    if (status == SAMEN_OK)
        status = take_extras(b, hand, err);
    b->sheet->rows += hand->rows;
    return status;
}

samen_status samen__read_bulk(samen__reading *reading, int32_t file, samen_error *err) {
    samen__sheet *sheet = &reading->sheet[file];
    bulk b = {.reading = reading, .sheet = sheet};
    samen__text words = samen__text_fixed(b.what, sizeof b.what);
    samen__text_format(&words, "reading %s", sheet->name);
    samen__work work = {.what = b.what,
                        .tasks = samen__pieces_most(&sheet->pieces),
                        .context = &b,
                        .open = open_hand,
                        .close = close_hand,
                        .begin = cut_piece,
                        .task = read_piece,
                        .merge = take_piece,
                        .is_over = is_over,
                        .fraction = fraction};
    sheet->keep_lines = 0;
    samen_status status = samen__parallel(&work, &reading->run, err);
    if (status == SAMEN_OK && !sheet->pieces.is_over)
        status = samen__fail(err, SAMEN_ERR_IO, "%s grew while it was read", sheet->name);
    sheet->csv.row = sheet->rows - 1;
    samen__pieces_close(&sheet->pieces);
    return status;
}
