/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of ties or memberships to records. A piece in which every cell ends at a separator or a line end
 * is parted by marks; one with quotes or other line ends by io/csv.c. Complexity: O(bytes). */
#include <string.h>

#include "core/memory.h"
#include "core/utf8.h"
#include "io/bulk.h"
#include "io/marks.h"
#include "network/typology.h"
#include "network/values.h"

enum { BATCH = SAMEN__BULK_BATCH };

/* The readers of cells return 1, or 0 after giving up. */
static int give_up(samen__hand *hand) {
    hand->gave_up = 1;
    return 0;
}

/* A cell of a column that the file does not have can be read as far as any other. */
static samen__span cell_of(const samen__hand *hand, const samen__span *row, int32_t column) {
    static const char nothing[SAMEN__SHORT_KEY];
    int64_t field = hand->sheet->place[column];
    return field < 0 ? (samen__span){nothing, 0} : row[field];
}

static samen_status form_meaning(const void *context, samen__span word, int32_t *value) {
    return samen__typology_read(context, word.bytes, word.length, value, NULL);
}

static samen_status yes_no_meaning(const void *context, samen__span word, int32_t *value) {
    (void)context;
    *value = 0;
    return word.length == 0 || samen__read_yes_no(word.bytes, word.length, value) ? SAMEN_OK
                                                                                  : SAMEN_ERR_VALUE;
}

static int read_weight(samen__hand *hand, samen__span cell, double *weight) {
    if (!hand->point)
        hand->point = hand->sheet->csv.separator == ',' ? '.' : samen__decimal_sign(cell);
    char point = hand->point ? hand->point : '.';
    return samen__read_weight(cell.bytes, cell.length, point, weight, NULL) == SAMEN_OK ||
           give_up(hand);
}

static int read_day(samen__hand *hand, samen__span cell, int32_t *day) {
    *day = SAMEN__DATE_NONE;
    return cell.length == 0 || samen__read_date(cell.bytes, cell.length, day, NULL) == SAMEN_OK ||
           give_up(hand);
}

static int read_period(samen__hand *hand, samen__span first, samen__span last, int32_t *start,
                       int32_t *end) {
    return read_day(hand, first, start) && read_day(hand, last, end) &&
           (samen__check_period(*start, *end, NULL) == SAMEN_OK || give_up(hand));
}

/* What is not SAMEN_OK stops everything; anything else that is wrong with the key is given up on. */
static samen_status read_key(samen__hand *hand, samen__labels *labels, const samen__name *name,
                             int32_t *number, samen_error *err) {
    if (name->length == 0 || name->length > SAMEN__LONGEST_KEY) {
        give_up(hand);
        return SAMEN_OK;
    }
    samen_status status = samen__labels_find(labels, name, number, err);
    if (status == SAMEN_OK && *number < 0)
        give_up(hand);
    return status;
}

static samen_status read_word(samen__hand *hand, samen__words *words, samen__span word,
                              int32_t *value, samen_error *err) {
    samen_status status = samen__words_read(words, word, value, err);
    if (status == SAMEN_OK || status == SAMEN_ERR_MEMORY)
        return status;
    give_up(hand);
    return SAMEN_OK;
}

static samen_status read_tie(samen__hand *hand, const samen__span *row, const samen__name *from,
                             const samen__name *to, samen_error *err) {
    samen__tie *tie = &hand->tie[hand->rows];
    int32_t form = 0, directed = 0;
    *tie = (samen__tie){.weight = 1.0, .partnership = SAMEN__NONE};
    samen__span partnership = cell_of(hand, row, SAMEN__TIE_PARTNERSHIP);
    samen_status status = read_key(hand, &hand->organisations, from, &tie->from, err);
    if (status == SAMEN_OK)
        status = read_key(hand, &hand->organisations, to, &tie->to, err);
    if (status == SAMEN_OK)
        status = read_word(hand, &hand->forms, cell_of(hand, row, SAMEN__TIE_FORM), &form, err);
    if (status == SAMEN_OK && hand->sheet->place[SAMEN__TIE_DIRECTED] >= 0)
        status =
            read_word(hand, &hand->yes_no, cell_of(hand, row, SAMEN__TIE_DIRECTED), &directed, err);
    if (status == SAMEN_OK && partnership.length > 0) {
        samen__name name = samen__labels_name(&hand->partnerships, partnership);
        status = read_key(hand, &hand->partnerships, &name, &tie->partnership, err);
    }
    tie->form = (uint8_t)form;
    tie->directed = (uint8_t)directed;
    if (status == SAMEN_OK &&
        read_weight(hand, cell_of(hand, row, SAMEN__TIE_WEIGHT), &tie->weight))
        read_period(hand, cell_of(hand, row, SAMEN__TIE_START), cell_of(hand, row, SAMEN__TIE_END),
                    &tie->start, &tie->end);
    return status;
}

static samen_status read_membership(samen__hand *hand, const samen__span *row,
                                    const samen__name *partnership, const samen__name *organisation,
                                    samen_error *err) {
    samen__membership *made = &hand->membership[hand->rows];
    *made = (samen__membership){.weight = 1.0, .role = SAMEN__NONE};
    samen__span role = cell_of(hand, row, SAMEN__MEMBERSHIP_ROLE);
    samen_status status = read_key(hand, &hand->partnerships, partnership, &made->partnership, err);
    if (status == SAMEN_OK)
        status = read_key(hand, &hand->organisations, organisation, &made->organisation, err);
    if (status == SAMEN_OK && role.length > 0) {
        samen__name name = samen__labels_name(&hand->roles, role);
        status = samen__labels_find(&hand->roles, &name, &made->role, err);
    }
    if (status == SAMEN_OK &&
        read_weight(hand, cell_of(hand, row, SAMEN__MEMBERSHIP_WEIGHT), &made->weight))
        read_period(hand, cell_of(hand, row, SAMEN__MEMBERSHIP_START),
                    cell_of(hand, row, SAMEN__MEMBERSHIP_END), &made->start, &made->end);
    return status;
}

static samen_status make_room(samen__hand *hand, int64_t rows, samen_error *err) {
    int is_ties = hand->sheet->file == SAMEN_TIES;
    samen_status status =
        is_ties ? samen__grow((void **)&hand->tie, &hand->capacity, rows, sizeof *hand->tie, err)
                : samen__grow((void **)&hand->membership, &hand->capacity, rows,
                              sizeof *hand->membership, err);
    int64_t extras = hand->sheet->extras;
    if (status == SAMEN_OK && extras > 0)
        status = samen__grow((void **)&hand->extra, &hand->extra_capacity, rows * extras,
                             sizeof *hand->extra, err);
    return status;
}

/* The two keys of every row are made ready first, then the rows are read one by one. */
static samen_status read_batch(samen__hand *hand, int64_t rows, samen_error *err) {
    const samen__sheet *sheet = hand->sheet;
    samen__name one[BATCH], other[BATCH];
    int is_ties = sheet->file == SAMEN_TIES;
    const samen__labels *first = is_ties ? &hand->organisations : &hand->partnerships;
    for (int64_t i = 0; i < rows; i++) {
        const samen__span *row = hand->cell + i * sheet->header_fields;
        one[i] = samen__labels_name(first, row[sheet->place[0]]);
        other[i] = samen__labels_name(&hand->organisations, row[sheet->place[1]]);
    }
    samen_status status = make_room(hand, hand->rows + rows, err);
    for (int64_t i = 0; status == SAMEN_OK && !hand->gave_up && i < rows; i++) {
        const samen__span *row = hand->cell + i * sheet->header_fields;
        for (int64_t extra = 0; extra < sheet->extras; extra++)
            hand->extra[hand->rows * sheet->extras + extra] = row[sheet->extra[extra].field];
        status = is_ties ? read_tie(hand, row, &one[i], &other[i], err)
                         : read_membership(hand, row, &one[i], &other[i], err);
        hand->rows++;
    }
    return status;
}

/* ---- A piece parted by io/csv.c ------------------------------------------------------------------ */

static samen_status read_with_csv(samen__hand *hand, samen_error *err) {
    samen__csv *csv = &hand->csv;
    int64_t fields = hand->sheet->header_fields, batch = 0;
    int32_t more = 1;
    samen_status status = SAMEN_OK;
    csv->bytes = hand->piece.bytes;
    csv->length = hand->piece.length;
    csv->at = 0;
    while (status == SAMEN_OK && more && !hand->gave_up) {
        status = samen__csv_next(csv, &more, err);
        if (status == SAMEN_OK && more && csv->fields == fields)
            memcpy(hand->cell + batch++ * fields, csv->field, (size_t)fields * sizeof *csv->field);
        else if (status != SAMEN_OK || more)
            give_up(hand);
        if (status == SAMEN_OK && (batch == BATCH || !more)) {
            status = read_batch(hand, batch, err);
            batch = 0;
        }
    }
    csv->bytes = NULL; /* the piece's */
    return status == SAMEN_ERR_MEMORY ? status : SAMEN_OK;
}

/* ---- A piece parted by marks --------------------------------------------------------------------- */

/* Where reading along the marks is. */
typedef struct parting {
    int64_t at, mark, marks;
} parting;

/* The cells of one row; 0 when it does not have as many as the header. */
static int part_row(const samen__hand *hand, parting *p, samen__span *cell) {
    const char *bytes = hand->piece.bytes;
    int64_t last = hand->sheet->header_fields - 1, start = p->at;
    char separator = hand->sheet->csv.separator;
    for (int64_t field = 0; field <= last; field++) {
        int64_t end = p->mark < p->marks ? hand->mark[p->mark] : hand->piece.length;
        p->mark++;
        if (bytes[end] != (field < last ? separator : '\n') && end < hand->piece.length)
            return 0;
        if (field < last && end == hand->piece.length)
            return 0;
        cell[field] = (samen__span){bytes + p->at, end - p->at};
        p->at = end + 1;
    }
    samen__span *behind = &cell[last];
    behind->length -= behind->length > 0 && behind->bytes[behind->length - 1] == '\r';
    return p->at - 1 - start <= hand->sheet->csv.max_line;
}

/* Step over empty lines. */
static void skip_empty_lines(const samen__hand *hand, parting *p) {
    const char *at = hand->piece.bytes + p->at, *end = hand->piece.bytes + hand->piece.length;
    while (at < end && (*at == '\n' || (*at == '\r' && at[1] == '\n'))) {
        at += 1 + (*at == '\r');
        p->mark++;
    }
    p->at = at - hand->piece.bytes;
}

static samen_status read_with_marks(samen__hand *hand, int64_t marks, samen_error *err) {
    parting p = {.marks = marks};
    int64_t batch = 0;
    samen_status status = SAMEN_OK;
    while (status == SAMEN_OK && !hand->gave_up) {
        skip_empty_lines(hand, &p);
        int more = p.at < hand->piece.length;
        if (more && !part_row(hand, &p, hand->cell + batch++ * hand->sheet->header_fields))
            give_up(hand);
        else if (batch == BATCH || !more) {
            status = read_batch(hand, batch, err);
            batch = 0;
        }
        if (!more)
            break;
    }
    return status;
}

/* Carriage returns that no line feed follows. */
static int has_lone_return(const samen__piece *piece) {
    const char *at = piece->bytes, *end = at + piece->length;
    while ((at = memchr(at, '\r', (size_t)(end - at)))) {
        if (++at == end || *at != '\n')
            return 1;
    }
    return 0;
}

samen_status samen__hand_read(samen__hand *hand, samen_error *err) {
    samen__piece *piece = &hand->piece;
    hand->rows = 0;
    hand->point = 0;
    if (samen__grow((void **)&hand->mark, &hand->mark_capacity, piece->length + SAMEN__MARKS_ROOM,
                    sizeof *hand->mark, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    samen__marks marks =
        samen__marks_find(piece->bytes, piece->length, hand->sheet->csv.separator, hand->mark);
    if (marks.odd || (marks.returns && has_lone_return(piece)))
        return read_with_csv(hand, err);
    if (marks.foreign && samen__utf8_invalid(piece->bytes, piece->length) >= 0) {
        give_up(hand);
        return SAMEN_OK;
    }
    return read_with_marks(hand, marks.count, err);
}

samen_status samen__hand_open(const samen__reading *reading, const samen__sheet *sheet,
                              samen__hand **out, samen_error *err) {
    samen__hand *hand = samen__new(1, sizeof *hand, err);
    if (!hand)
        return SAMEN_ERR_MEMORY;
    const samen__records *records = &reading->builder->records;
    hand->sheet = sheet;
    hand->csv = (samen__csv){.max_line = sheet->csv.max_line, .separator = sheet->csv.separator};
    samen__labels_start(&hand->organisations, &records->organisations,
                        reading->present[SAMEN_ORGANISATIONS]);
    samen__labels_start(&hand->partnerships, &records->partnerships,
                        reading->present[SAMEN_PARTNERSHIPS] || reading->typology->count > 1);
    samen__labels_start(&hand->roles, &records->roles, 0);
    samen__words_start(&hand->forms, form_meaning, reading->typology);
    samen__words_start(&hand->yes_no, yes_no_meaning, NULL);
    hand->cell = samen__new_raw(BATCH * sheet->header_fields, sizeof *hand->cell, err);
    if (!hand->cell) {
        samen__hand_close(hand);
        return SAMEN_ERR_MEMORY;
    }
    *out = hand;
    return SAMEN_OK;
}

void samen__hand_close(samen__hand *hand) {
    samen__delete(hand->piece.bytes);
    samen__delete(hand->mark);
    samen__csv_free(&hand->csv);
    samen__delete(hand->cell);
    samen__labels_free(&hand->organisations);
    samen__labels_free(&hand->partnerships);
    samen__labels_free(&hand->roles);
    samen__words_free(&hand->forms);
    samen__words_free(&hand->yes_no);
    samen__delete(hand->tie);
    samen__delete(hand->membership);
    samen__delete(hand->extra);
    samen__delete(hand);
}
