/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading in bulk gives what reading row by row gives, whatever the size of pieces and the number of
 * threads; or it gives up, and then never on data that are in order. */
#define _GNU_SOURCE
#include "io/bulk.h"

#include "core/memory.h"
#include "folder.h"
#include "graphs.h"

/* Read in one manner. *gave_up tells whether it should be done once more row by row. */
static samen_status read_in(samen__manner manner, const char *path, int64_t piece, int32_t threads,
                            int32_t *gave_up, samen_network **out, samen_error *err) {
    samen_run run = {.struct_size = sizeof run, .threads = threads};
    samen__reading reading;
    samen_status status = samen__reading_start(&reading, path, NULL, &run, manner, piece, err);
    if (status == SAMEN_OK)
        status = samen__reading_rows(&reading, err);
    if (status == SAMEN_OK)
        status = samen_builder_finish(reading.builder, out, err);
    *gave_up = reading.gave_up;
    samen__reading_free(&reading);
    return status;
}

/* ---- Random data sets -------------------------------------------------------------------------- */

/* How a file is written. */
typedef struct hand {
    char separator, point;
    const char *end;
    int quoting; /* 0: never, 1: where needed, 2: now and then, 3: always */
    int marked, packed, unfinished, gaps;
} hand;

static void put(FILE *out, const hand *h, dice *d, const char *cell) {
    char specials[] = {'"', '\n', '\r', h->separator, '\0'};
    int needed = strpbrk(cell, specials) != NULL;
    if (h->quoting == 0 ||
        !(needed || h->quoting == 3 || (h->quoting == 2 && dice_roll(d, 3) == 0))) {
        fputs(cell, out);
        return;
    }
    putc('"', out);
    for (const char *c = cell; *c; c++)
        fputs(*c == '"' ? "\"\"" : (char[]){*c, '\0'}, out);
    putc('"', out);
}

static void put_row(FILE *out, const hand *h, dice *d, const char *const *cells, int count,
                    int is_last) {
    for (int i = 0; i < count; i++) {
        if (i > 0)
            putc(h->separator, out);
        put(out, h, d, cells[i]);
    }
    if (!is_last || !h->unfinished)
        fputs(h->end, out);
    if (h->gaps && !is_last && dice_roll(d, 4) == 0)
        fputs(h->end, out);
}

static const char *const plain_keys[] = {
    "a",
    "b",
    "ocmw-1",
    "école-2",
    "exactly-16-bytes",
    "a key of seventeen",
    "vzw-00000000000000000000000000012",
    "日本語",
    "x y",
    "it's",
    "0",
    "-1",
    "a longer key, of more than sixty-four bytes, since those are hashed apart"};
static const char *const quoted_keys[] = {"say \"hi\"", "two\nlines", "a;b,c\td",
                                          "\"",         "cr\rlf",     "\r\n"};

enum {
    PLAIN_KEYS = sizeof plain_keys / sizeof plain_keys[0],
    QUOTED_KEYS = sizeof quoted_keys / sizeof quoted_keys[0]
};

/* A key that this hand can write. */
static const char *some_key(const hand *h, dice *d) {
    for (;;) {
        uint64_t which = dice_roll(d, h->quoting ? PLAIN_KEYS + QUOTED_KEYS : PLAIN_KEYS);
        const char *key = which < PLAIN_KEYS ? plain_keys[which] : quoted_keys[which - PLAIN_KEYS];
        if (h->quoting || !strchr(key, h->separator))
            return key;
    }
}

static const char *some_weight(const hand *h, dice *d, char *text) {
    static const char *const weights[] = {"1",    "2.5",   "0.125",
                                          "1e-3", "12.75", "0.3333333333333333",
                                          "",     " 4 ",   "123456789012345678",
                                          "7.",   ".5"};
    strcpy(text, weights[dice_roll(d, sizeof weights / sizeof weights[0])]);
    for (char *c = text; *c; c++)
        *c = *c == '.' ? h->point : *c;
    return text;
}

static const char *some_period(dice *d, int is_end) {
    static const char *const days[] = {"", "2020-01-01", "2020-02-29", "2019-12-31"};
    static const char *const ends[] = {"", "2021-01-01", "2020-12-31", "2999-12-31"};
    return (is_end ? ends : days)[dice_roll(d, 4)];
}

static hand some_hand(dice *d) {
    static const char *const line_ends[] = {"\n", "\n", "\r\n", "\r"};
    hand h = {.separator = ",;\t"[dice_roll(d, 3)],
              .end = line_ends[dice_roll(d, 4)],
              .quoting = (int)dice_roll(d, 4),
              .marked = (int)dice_roll(d, 2),
              .packed = dice_roll(d, 4) == 0,
              .unfinished = (int)dice_roll(d, 2),
              .gaps = dice_roll(d, 3) == 0};
    h.point = h.separator != ',' && dice_roll(d, 2) ? ',' : '.';
    return h;
}

/* One wrong cell, or a wrong number of them. */
static void spoil(const char **cells, int *count, dice *d) {
    static const char *const wrong[] = {"", "nonsense", "-1", "0", "2020-02-30", "\xFF", "inf"};
    if (dice_roll(d, 3) == 0)
        *count -= 1;
    else
        cells[dice_roll(d, (uint64_t)*count)] = wrong[dice_roll(d, sizeof wrong / sizeof wrong[0])];
}

static void write_ties(FILE *out, const hand *h, dice *d, int rows, int wrong_row, int partnerships,
                       int extras) {
    static const char *const header[] = {"van",   "to",  "form",        "weight", "directed",
                                         "start", "end", "partnership", "note",   "size"};
    static const char *const forms[] = {"action", "overleg", "Ad Hoc", "learning"};
    static const char *const words[] = {"", "yes", "0", "ja", "Nee"};
    static const char *const notes[] = {"", "x", "a longer note of the tie", "é"};
    int columns = partnerships ? 8 : 7, count = columns + (extras ? 2 : 0);
    const char *cells[10];
    for (int i = 0; i < count; i++)
        cells[i] = header[i < columns ? i : 8 + i - columns];
    put_row(out, h, d, cells, count, 0);
    for (int row = 0; row < rows; row++) {
        char weight[40];
        int made = count;
        cells[0] = some_key(h, d);
        cells[1] = some_key(h, d);
        cells[2] = forms[dice_roll(d, 4)];
        cells[3] = some_weight(h, d, weight);
        cells[4] = words[dice_roll(d, 5)];
        cells[5] = some_period(d, 0);
        cells[6] = some_period(d, 1);
        if (partnerships)
            cells[7] = dice_roll(d, 2) ? plain_keys[dice_roll(d, 3)] : "";
        if (extras) {
            cells[columns] = notes[dice_roll(d, 4)];
            cells[columns + 1] = dice_roll(d, 2) ? "7" : "";
        }
        if (row == wrong_row)
            spoil(cells, &made, d);
        put_row(out, h, d, cells, made, row == rows - 1);
    }
}

static void write_memberships(FILE *out, const hand *h, dice *d, int rows, int wrong_row) {
    static const char *const header[] = {"partnership", "organisation", "role", "weight",
                                         "start",       "end",          "extra"};
    static const char *const roles[] = {"", "lead", "member", "a role of more than sixteen bytes"};
    put_row(out, h, d, header, 7, 0);
    for (int row = 0; row < rows; row++) {
        char weight[40];
        const char *cells[] = {plain_keys[dice_roll(d, 3)],
                               some_key(h, d),
                               roles[dice_roll(d, 4)],
                               some_weight(h, d, weight),
                               some_period(d, 0),
                               some_period(d, 1),
                               "5"};
        int made = 7;
        if (row == wrong_row)
            spoil(cells, &made, d);
        put_row(out, h, d, cells, made, row == rows - 1);
    }
}

static void finish_file(const char *folder, const char *name, const hand *h, char *text,
                        size_t length) {
    char marked_name[60];
    snprintf(marked_name, sizeof marked_name, "%s%s", name, h->packed ? ".gz" : "");
    if (h->packed)
        write_packed(folder, marked_name, text, length);
    else
        write_file(folder, marked_name, text, length);
    free(text);
}

/* organisations.csv with every key there is, partnerships.csv with those that are used. */
static void write_keys(const char *folder, int organisations, int partnerships) {
    const hand plain = {.separator = ',', .end = "\n", .quoting = 1};
    dice d = {.state = 1};
    char *text = NULL;
    size_t length = 0;
    for (int which = 0; which < 2; which++) {
        if (!(which ? partnerships : organisations))
            continue;
        FILE *out = open_memstream(&text, &length);
        put_row(out, &plain, &d, (const char *[]){"id", which ? "form" : "name"}, 2, 0);
        for (int i = 0; i < (which ? 3 : PLAIN_KEYS + QUOTED_KEYS); i++) {
            const char *key = i < PLAIN_KEYS ? plain_keys[i] : quoted_keys[i - PLAIN_KEYS];
            put_row(out, &plain, &d, (const char *[]){key, which ? "action" : "N"}, 2, 0);
        }
        fclose(out);
        finish_file(folder, which ? "partnerships.csv" : "organisations.csv", &plain, text, length);
    }
}

static char *random_folder(dice *d, int wrong) {
    char *folder = make_folder(), *text = NULL;
    size_t length = 0;
    hand h = some_hand(d);
    int organisations = dice_roll(d, 3) == 0, partnerships = (int)dice_roll(d, 2);
    int rows = 1 + (int)dice_roll(d, 60), which = (int)dice_roll(d, 3);
    write_keys(folder, organisations, partnerships || which > 0);
    for (int file = 0; file < 2; file++) {
        if (which == 1 - file)
            continue;
        int wrong_row = wrong ? (int)dice_roll(d, (uint64_t)rows) : -1;
        FILE *out = open_memstream(&text, &length);
        fputs(h.marked ? "\xEF\xBB\xBF" : "", out);
        fputs(h.gaps ? h.end : "", out);
        if (file == 0)
            write_ties(out, &h, d, rows, wrong_row, partnerships || which > 0,
                       (int)dice_roll(d, 2));
        else
            write_memberships(out, &h, d, rows, wrong_row);
        fclose(out);
        finish_file(folder, file ? "memberships.csv" : "ties.csv", &h, text, length);
    }
    return folder;
}

/* Oracle: reading row by row. */
static void compare(const char *folder, int64_t piece, int32_t threads, samen_status expected,
                    const char *whole) {
    samen_network *network = NULL;
    samen_error error = {0};
    int32_t gave_up = 0;
    samen_status status =
        read_in(SAMEN__IN_BULK, folder, piece, threads, &gave_up, &network, &error);
    ck_assert_msg((status == SAMEN_OK) == (expected == SAMEN_OK), "pieces of %ld, %d threads: %s",
                  (long)piece, threads, error.message);
    ck_assert_int_eq(gave_up, expected != SAMEN_OK);
    if (expected != SAMEN_OK)
        return;
    char *text = whole_text(network);
    same_text(text, whole);
    free(text);
    samen_network_free(network);
}

static void compare_random(int wrong, uint64_t first, uint64_t rounds) {
    int failures = 0;
    for (uint64_t seed = first; seed < first + rounds; seed++) {
        dice d = {.state = seed};
        char *folder = random_folder(&d, wrong), *whole = NULL;
        samen_network *network = NULL;
        samen_error error = {0};
        int32_t gave_up;
        samen_status status = read_in(SAMEN__ROW_BY_ROW, folder, 0, 1, &gave_up, &network, &error);
        if (!wrong)
            ck_assert_msg(status == SAMEN_OK, "seed %d: %s", (int)seed, error.message);
        failures += status != SAMEN_OK;
        if (status == SAMEN_OK)
            whole = whole_text(network);
        samen_network_free(network);
        for (int64_t piece = 1; piece < 24; piece += 1 + piece / 8)
            compare(folder, piece, 1 + (int32_t)(piece % 3), status, whole);
        for (int32_t threads = 1; threads <= 16; threads += 1 + threads / 4)
            compare(folder, 24 + (int64_t)dice_roll(&d, 3000), threads, status, whole);
        compare(folder, 0, 2, status, whole);
        free(whole);
        remove_folder(folder);
    }
    if (wrong)
        ck_assert_int_gt(failures, (int)(rounds / 3));
}

TEST(any_pieces_and_threads_give_what_reading_row_by_row_gives) {
    compare_random(0, 1, 150);
}
END

TEST(where_reading_row_by_row_fails_reading_in_bulk_gives_up) {
    compare_random(1, 1000, 100);
}
END

/* ---- What is told to the caller ------------------------------------------------------------------ */

static const char *const wrong_rows[] = {"a,b,nonsense,1", "a,b,action,0",      ",b,action,1",
                                         "a,b,action",     "a,b,action,1,more", "a,b,action,x",
                                         "a,\"b,action,1"};

/* The first fault of the file is told, with its line, though threads come to later ones before. */
TEST(the_first_fault_is_told_whatever_piece_it_is_in) {
    enum { ROWS = 30000 };
    for (size_t which = 0; which < sizeof wrong_rows / sizeof wrong_rows[0]; which++) {
        char *folder = make_folder(), *text = malloc(40 * ROWS), place[40];
        int at = sprintf(text, "from,to,form,weight\n"), wrong = 7 + 4000 * (int)which;
        for (int row = 0; row < ROWS; row++) {
            if (row == wrong || row == wrong + 9000)
                at += sprintf(text + at, "%s\n", wrong_rows[which]);
            else
                at += sprintf(text + at, "o%d,o%d,action,%d\n", row % 977, row % 1009, 1 + row % 9);
        }
        write_file(folder, "ties.csv", text, (size_t)at);
        samen_network *network = NULL;
        samen_error error = {0};
        samen_run run = {.struct_size = sizeof run, .threads = 4};
        ck_assert_int_ne(samen_io_read(folder, NULL, &run, &network, &error), SAMEN_OK);
        sprintf(place, "ties.csv:%d:", wrong + 2);
        ck_assert_msg(strncmp(error.message, place, strlen(place)) == 0, "%s is not at %s",
                      error.message, place);
        ck_assert_int_eq(error.row, wrong);
        free(text);
        remove_folder(folder);
    }
}
END

/* A decimal sign is the whole file's, also where the two are in pieces far apart. */
TEST(decimal_signs_of_two_pieces_must_agree) {
    enum { ROWS = 20000 };
    for (int other = 0; other < 2; other++) {
        char *folder = make_folder(), *text = malloc(40 * ROWS);
        int at = sprintf(text, "from;to;weight\n");
        for (int row = 0; row < ROWS; row++)
            at += sprintf(text + at, "a;b;%s\n",
                          row == 100         ? "2,5"
                          : row < ROWS - 100 ? "3"
                          : other            ? "2.5"
                                             : "0,25");
        write_file(folder, "ties.csv", text, (size_t)at);
        fault f = {SAMEN_ERR_VALUE, ROWS - 100, 2,
                   "ties.csv:19902:3: ", "decimals are written with \",\""};
        if (other)
            expect_fault(folder, &f);
        else
            samen_network_free(read_fine(folder));
        free(text);
        remove_folder(folder);
    }
}
END

typedef struct watch {
    int calls, stop_at;
    double last;
} watch;

static int32_t watching(void *payload, double fraction, const char *what) {
    watch *w = payload;
    ck_assert(strstr(what, "ties.csv") != NULL);
    ck_assert_msg(fraction >= w->last && fraction <= 1, "%g after %g", fraction, w->last);
    w->last = fraction;
    return ++w->calls == w->stop_at;
}

/* Packed data too: how far reading is goes by the bytes of the packed file. The caller is told at once,
 * having heard nothing since the beginning of time. */
TEST(how_far_reading_is_rises_and_a_stop_is_heeded) {
    enum { ROWS = 200000 };
    char *folder = make_folder(), *text = malloc(16 * ROWS + 20);
    int at = sprintf(text, "from,to\n");
    for (int i = 0; i < ROWS; i++)
        at += sprintf(text + at, "%d,%d\n", i % 5000, (i * 17 + 1) % 5000);
    for (int packed = 0; packed < 2; packed++) {
        char *path = strdup(path_in(folder, packed ? "ties.csv.gz" : "ties.csv"));
        if (packed)
            write_packed(folder, "ties.csv.gz", text, (size_t)at);
        else
            write_file(folder, "ties.csv", text, (size_t)at);
        for (int stop = 0; stop < 2; stop++) {
            watch w = {.stop_at = stop ? 1 : -1};
            samen_run run = {
                .struct_size = sizeof run, .threads = 3, .on_progress = watching, .payload = &w};
            samen__reading reading;
            OK(samen__reading_start(&reading, path, NULL, &run, SAMEN__IN_BULK, 0, error));
            reading.run.reported = 0;
            samen_error error = {0};
            samen_status status = samen__reading_rows(&reading, &error);
            ck_assert_int_eq(status, stop ? SAMEN_ERR_CANCELLED : SAMEN_OK);
            ck_assert_int_eq(reading.gave_up, 0);
            ck_assert_int_ge(w.calls, 1);
            if (stop)
                ck_assert_int_eq(w.calls, 1);
            else
                ck_assert_int_eq(reading.builder->records.ties, ROWS);
            samen__reading_free(&reading);
        }
        free(path);
    }
    free(text);
    remove_folder(folder);
}
END

SUITE("io/bulk", any_pieces_and_threads_give_what_reading_row_by_row_gives,
      where_reading_row_by_row_fails_reading_in_bulk_gives_up,
      the_first_fault_is_told_whatever_piece_it_is_in, decimal_signs_of_two_pieces_must_agree,
      how_far_reading_is_rises_and_a_stop_is_heeded)
