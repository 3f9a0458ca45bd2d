/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table is the same however its arrays are cut: into batches, by the offset of the batch or of its columns,
 * texts as a dictionary of their own for each batch, bitmaps with and without a count. */
#include "graphs.h"
#include "suite.h"
#include "../unit/table/make.h"

enum { TABLES = 600 / SAMEN_THINNED, MOST_ROWS = 60, COLUMNS = 6, MOST_BATCHES = 12 };

static const char *const words[] = {
    "", "a", "é", "東京", "twelve bytes", "thirteen byte", "🙂🙂🙂"};
enum { WORDS = sizeof words / sizeof words[0] };

static samen_table *random_table(dice *d, int64_t rows) {
    const char *text[MOST_ROWS];
    int64_t whole[MOST_ROWS];
    double number[MOST_ROWS];
    int answer[MOST_ROWS];
    int32_t day[MOST_ROWS];
    uint64_t nulls = dice_roll(d, 3) * 2; /* none, half, a quarter */
    for (int64_t i = 0; i < rows; i++) {
        text[i] = nulls && dice_roll(d, nulls) == 0 ? NULL : words[dice_roll(d, WORDS)];
        whole[i] =
            nulls && dice_roll(d, nulls) == 0 ? INT64_MIN : (int64_t)dice_roll(d, 1000) - 500;
        number[i] = nulls && dice_roll(d, nulls) == 0 ? NAN : dice_chance(d) * 1e6 - 5e5;
        answer[i] = nulls && dice_roll(d, nulls) == 0 ? -1 : (int)dice_roll(d, 2);
        day[i] = nulls && dice_roll(d, nulls) == 0 ? INT32_MIN : (int32_t)dice_roll(d, 40000);
    }
    samen_table *table = make_table(rows);
    add_texts(table, "text", text);
    add_whole(table, "whole", whole);
    add_numbers(table, "number", number);
    add_answers(table, "answer", answer);
    add_days(table, "day", day);
    add_texts(table, "words", text);
    return table;
}

/* A batch made of an exported array without owning any of it, and a dictionary for its last column. */
typedef struct piece {
    struct ArrowArray array, children[COLUMNS], *pointers[COLUMNS], dictionary;
    const void *buffers[1], *index_buffers[2], *word_buffers[3];
    uint8_t valid[MOST_ROWS];
    int16_t index[MOST_ROWS];
    int32_t offsets[WORDS + 1];
    char bytes[128];
} piece;

typedef struct cut {
    struct ArrowSchema schema, dictionary;
    piece pieces[MOST_BATCHES];
    int count, given, released;
} cut;

static void do_nothing(struct ArrowArray *array) {
    array->release = NULL;
}

static void keep_schema(struct ArrowSchema *schema) {
    schema->release = NULL;
}

/* The texts of rows `from` to below `to` as numbers into all words, which begin at another one each time. A
 * number that is null is none of them. */
static void encode(dice *d, const samen_table *table, int64_t from, int64_t to, piece *p) {
    int first = (int)dice_roll(d, WORDS), last = 0;
    for (int i = 0; i < WORDS; i++) {
        const char *word = words[(first + i) % WORDS];
        memcpy(p->bytes + last, word, strlen(word));
        p->offsets[i] = last;
        last += (int)strlen(word);
    }
    p->offsets[WORDS] = last;
    for (int64_t row = from; row < to; row++) {
        const char *text = samen_table_get_text(table, row, COLUMNS - 1, NULL);
        int64_t at = row - from;
        int word = 0;
        while (text && strcmp(words[(first + word) % WORDS], text) != 0)
            word++;
        p->index[at] = (int16_t)(text ? word : 9999);
        if (text)
            p->valid[at / 8] = (uint8_t)(p->valid[at / 8] | 1 << at % 8);
    }
    p->index_buffers[0] = p->valid;
    p->index_buffers[1] = p->index;
    p->word_buffers[1] = p->offsets;
    p->word_buffers[2] = p->bytes;
    p->dictionary = (struct ArrowArray){
        .length = WORDS, .n_buffers = 3, .buffers = p->word_buffers, .release = do_nothing};
    p->children[COLUMNS - 1] = (struct ArrowArray){.length = to - from,
                                                   .null_count = -1,
                                                   .n_buffers = 2,
                                                   .buffers = p->index_buffers,
                                                   .dictionary = &p->dictionary,
                                                   .release = do_nothing};
}

/* Rows `from` to below `to`: so many of the first by the offset of the batch, the rest by those of columns. */
static void take_piece(dice *d, const samen_table *table, const struct ArrowArray *whole,
                       int64_t from, int64_t to, piece *p) {
    memset(p, 0, sizeof *p);
    int64_t outer = (int64_t)dice_roll(d, (uint64_t)from + 1);
    p->array = (struct ArrowArray){.length = to - from,
                                   .offset = outer,
                                   .n_buffers = 1,
                                   .n_children = COLUMNS,
                                   .buffers = p->buffers,
                                   .children = p->pointers,
                                   .release = do_nothing};
    encode(d, table, from - outer, to, p);
    for (int i = 0; i < COLUMNS; i++)
        p->pointers[i] = &p->children[i];
    for (int i = 0; i < COLUMNS - 1; i++) {
        p->children[i] = *whole->children[i];
        p->children[i].offset = from - outer;
        p->children[i].length =
            outer + to - from + (int64_t)dice_roll(d, 1 + (uint64_t)(whole->length - to));
        p->children[i].release = do_nothing;
        if (dice_roll(d, 2))
            p->children[i].null_count = -1;
    }
}

static int give_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    *out = ((cut *)stream->private_data)->schema;
    out->release = keep_schema;
    return 0;
}

static int give_piece(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    cut *c = stream->private_data;
    memset(out, 0, sizeof *out);
    if (c->given < c->count)
        *out = c->pieces[c->given++].array;
    return 0;
}

static void end(struct ArrowArrayStream *stream) {
    ((cut *)stream->private_data)->released++;
    stream->release = NULL;
}

/* Oracle: the table that was cut. */
TEST(a_table_is_the_same_however_it_is_cut) {
    static cut c;
    dice d = {.state = 4};
    for (int i = 0; i < TABLES; i++) {
        samen_table *table = random_table(&d, (int64_t)dice_roll(&d, MOST_ROWS + 1)), *back = NULL;
        struct ArrowArray whole;
        OK(samen_table_export_arrow(table, &c.schema, &whole, error));
        c.dictionary = (struct ArrowSchema){.format = "u", .release = keep_schema};
        c.schema.children[COLUMNS - 1]->format = "s";
        c.schema.children[COLUMNS - 1]->dictionary = &c.dictionary;
        c.count = c.given = c.released = 0;
        for (int64_t from = 0; from < whole.length || dice_roll(&d, 3) == 0;) {
            int64_t left = whole.length - from;
            int64_t rows =
                c.count == MOST_BATCHES - 1 ? left : (int64_t)dice_roll(&d, (uint64_t)left + 1);
            if (c.count == MOST_BATCHES)
                break;
            take_piece(&d, table, &whole, from, from + rows, &c.pieces[c.count++]);
            from += rows;
        }
        struct ArrowArrayStream stream = {
            .get_schema = give_schema, .get_next = give_piece, .release = end, .private_data = &c};
        OK(samen_table_import_arrow_stream(&stream, &back, error));
        ck_assert_int_eq(c.released, 1);
        char *before = table_csv(table), *after = table_csv(back);
        ck_assert_str_eq(before, after);
        samen_free(before);
        samen_free(after);
        c.schema.children[COLUMNS - 1]->dictionary = NULL;
        c.schema.release(&c.schema);
        whole.release(&whole);
        samen_table_free(table);
        samen_table_free(back);
    }
}
END

SUITE("property/arrow", a_table_is_the_same_however_it_is_cut)
