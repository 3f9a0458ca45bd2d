/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of every Arrow type that becomes a column, and refusals of those that do not. */
#include "arrow.h"

TEST(numbers_of_every_width_are_read) {
    const int8_t c[] = {-1, 2};
    const uint8_t C[] = {1, 255};
    const int16_t s[] = {-300, 3};
    const uint16_t S[] = {300, 65535};
    const int32_t i[] = {-70000, 4};
    const uint32_t I[] = {70000, 4294967295u};
    const int64_t l[] = {INT64_MIN, 5};
    const uint64_t L[] = {7, INT64_MAX};
    const float f32[] = {0.5f, -0.25f};
    const double f64[] = {1e300, 0.1};
    frame f;
    start_frame(&f, 2);
    add_child(&f, "c", "c", NULL, c, NULL);
    add_child(&f, "C", "C", NULL, C, NULL);
    add_child(&f, "s", "s", NULL, s, NULL);
    add_child(&f, "S", "S", NULL, S, NULL);
    add_child(&f, "i", "i", NULL, i, NULL);
    add_child(&f, "I", "I", NULL, I, NULL);
    add_child(&f, "l", "l", NULL, l, NULL);
    add_child(&f, "L", "L", NULL, L, NULL);
    add_child(&f, "f", "f", NULL, f32, NULL);
    add_child(&f, "g", "g", NULL, f64, NULL);
    check_table(&f, "c,C,s,S,i,I,l,L,f,g\n"
                    "-1,1,-300,300,-70000,70000,-9223372036854775808,7,0.5,1e300\n"
                    "2,255,3,65535,4,4294967295,5,9223372036854775807,-0.25,0.1\n");
}
END

/* Values: the examples of IEEE 754 half precision in any textbook. */
TEST(halves_are_read_as_what_they_stand_for) {
    const uint16_t e[] = {0x0000, 0x3C00, 0xC000, 0x7BFF, 0x0400, 0x0001, 0x03FF, 0x3555};
    const double expected[] = {0, 1, -2, 65504, 0x1p-14, 0x1p-24, 1023 * 0x1p-24, 0.333251953125};
    frame f;
    samen_table *table = NULL;
    start_frame(&f, 8);
    add_child(&f, "e", "e", NULL, e, NULL);
    OK(samen_table_import_arrow(&f.schema, &f.array, &table, error));
    for (int row = 0; row < 8; row++)
        ck_assert_double_eq(cell_number(table, row, "e"), expected[row]);
    samen_table_free(table);
}
END

TEST(texts_answers_days_and_nulls_are_read) {
    const uint8_t valid[] = {0x05}, yes[] = {0x04};
    const int32_t small[] = {0, 2, 2, 5}, days[] = {0, 7, -719528};
    const int64_t large[] = {0, 1, 3, 4}, milliseconds[] = {0, 12345, 86400000};
    frame f;
    start_frame(&f, 3);
    add_child(&f, "u", "u", valid, small, "abcde");
    add_child(&f, "U", "U", NULL, large, "xyzw");
    add_child(&f, "b", "b", valid, yes, NULL);
    add_child(&f, "tdD", "tdD", valid, days, NULL);
    add_child(&f, "tdm", "tdm", valid, milliseconds, NULL);
    add_child(&f, "n", "n", NULL, NULL, NULL);
    check_table(&f, "u,U,b,tdD,tdm,n\n"
                    "ab,x,no,1970-01-01,1970-01-01,\n"
                    ",yz,,,,\n"
                    "cde,w,yes,0000-01-01,1970-01-02,\n");
}
END

TEST(times_that_are_whole_days_are_days) {
    const int64_t seconds[] = {-86400, 0}, milliseconds[] = {86400000, -86400000},
                  microseconds[] = {0, 86400000000}, nanoseconds[] = {172800000000000, 0};
    frame f;
    start_frame(&f, 2);
    add_child(&f, "s", "tss:", NULL, seconds, NULL);
    add_child(&f, "m", "tsm:", NULL, milliseconds, NULL);
    add_child(&f, "u", "tsu:UTC", NULL, microseconds, NULL);
    add_child(&f, "n", "tsn:", NULL, nanoseconds, NULL);
    check_table(&f, "s,m,u,n\n1969-12-31,1970-01-02,1970-01-01,1970-01-03\n"
                    "1970-01-01,1969-12-31,1970-01-02,1970-01-01\n");
}
END

/* A view of a text: itself when it has at most 12 bytes, else four of them, a buffer, and a place. */
static void put_view(char *view, const char *text, int32_t buffer, int32_t place) {
    int32_t length = (int32_t)strlen(text);
    memset(view, 0, 16);
    memcpy(view, &length, 4);
    memcpy(view + 4, text, length > 12 ? 4 : (size_t)length);
    if (length > 12) {
        memcpy(view + 8, &buffer, 4);
        memcpy(view + 12, &place, 4);
    }
}

static const char *const long_texts[] = {"ab a text that is long", "and one more of them"};

static void add_views(frame *f, const char *views, const int64_t *sizes) {
    int64_t child = add_bare_child(f, "vu", "vu", 5);
    f->buffers[child][1] = views;
    f->buffers[child][2] = long_texts[0];
    f->buffers[child][3] = long_texts[1];
    f->buffers[child][4] = sizes;
}

TEST(views_are_read_inside_and_outside) {
    char views[5 * 16];
    const int64_t sizes[] = {22, 20};
    frame f;
    start_frame(&f, 5);
    put_view(views, "", 0, 0);
    put_view(views + 16, "twelve bytes", 0, 0);
    put_view(views + 32, "a text that is long", 0, 3);
    put_view(views + 48, "and one more of them", 1, 0);
    put_view(views + 64, "é", 0, 0);
    add_views(&f, views, sizes);
    check_table(&f, "vu\n\"\"\ntwelve bytes\na text that is long\nand one more of them\né\n");
}
END

TEST(views_without_a_buffer_of_texts_are_read) {
    char views[16];
    frame f;
    start_frame(&f, 1);
    put_view(views, "short", 0, 0);
    f.buffers[add_bare_child(&f, "vu", "vu", 3)][1] = views;
    check_table(&f, "vu\nshort\n");
}
END

TEST(views_that_point_nowhere_are_refused) {
    static const struct {
        int32_t buffer, place;
        int64_t size;
    } cases[] = {{2, 0, 20}, {-1, 0, 20}, {1, 1, 20}, {1, -1, 20}, {1, 0, 19}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char view[16];
        const int64_t sizes[] = {22, cases[i].size};
        frame f;
        start_frame(&f, 1);
        put_view(view, long_texts[1], cases[i].buffer, cases[i].place);
        add_views(&f, view, sizes);
        check_refused(&f, SAMEN_ERR_VALUE, 2, 0, 0, "nowhere");
    }
    char view[16] = {0};
    const int32_t negative = -1;
    frame f;
    start_frame(&f, 1);
    memcpy(view, &negative, sizeof negative);
    add_views(&f, view, (const int64_t[]){22, 20});
    check_refused(&f, SAMEN_ERR_VALUE, 2, 0, 0, "nowhere");
    start_frame(&f, 1);
    put_view(view, long_texts[1], 1, 0);
    add_views(&f, view, NULL);
    check_refused(&f, SAMEN_ERR_VALUE, 2, 0, 0, "nowhere");
}
END

TEST(cells_need_not_be_aligned) {
    struct {
        _Alignas(8) char before;
        char cells[24];
    } l = {0}, g = {0}, u = {0};
    const int64_t whole[] = {1, -2};
    const double real[] = {0.5, 2};
    const int32_t offsets[] = {0, 1, 3};
    frame f;
    memcpy(l.cells, whole, sizeof whole);
    memcpy(g.cells, real, sizeof real);
    memcpy(u.cells, offsets, sizeof offsets);
    start_frame(&f, 2);
    add_child(&f, "l", "l", NULL, l.cells, NULL);
    add_child(&f, "g", "g", NULL, g.cells, NULL);
    add_child(&f, "u", "u", NULL, u.cells, "abc");
    check_table(&f, "l,g,u\n1,0.5,a\n-2,2,bc\n");
}
END

TEST(cells_that_no_table_can_hold_are_refused_with_their_row) {
    const uint64_t L[] = {0, UINT64_MAX};
    const double numbers[] = {1, NAN}, largest[] = {1, INFINITY};
    const float small[] = {1, -INFINITY};
    const uint16_t halves[] = {0x3C00, 0x7C00}, half_nan[] = {0, 0x7E00};
    const int32_t days[] = {0, 100000000}, offsets[] = {0, 1, 3}, backwards[] = {0, 3, 1};
    const int64_t times[] = {0, 1}, far[] = {0, INT64_MAX / 86400000 * 86400000};
    const int64_t before[] = {0, INT64_MIN / 86400 * 86400};
    const struct {
        const char *format;
        const void *data;
        const char *bytes;
        const char *words;
    } cases[] = {
        {"L", L, NULL, "beyond 64 bits"},
        {"g", numbers, NULL, "NaN or infinite"},
        {"g", largest, NULL, "NaN or infinite"},
        {"f", small, NULL, "NaN or infinite"},
        {"e", halves, NULL, "NaN or infinite"},
        {"e", half_nan, NULL, "NaN or infinite"},
        {"tdD", days, NULL, "outside the years"},
        {"tdm", times, NULL, "not the beginning of a day"},
        {"tdm", far, NULL, "outside the years"},
        {"tss:", before, NULL, "outside the years"},
        {"tss:", times, NULL, "not the beginning of a day"},
        {"tsm:", times, NULL, "not the beginning of a day"},
        {"tsu:", times, NULL, "not the beginning of a day"},
        {"tsn:UTC", times, NULL, "cast the column to a date"},
        {"u", offsets, "a\xC3(", "UTF-8"},
        {"u", offsets, "ab\0", "NUL"},
        {"u", backwards, "abc", "go backwards"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        frame f;
        start_frame(&f, 2);
        add_child(&f, "first", "n", NULL, NULL, NULL);
        add_child(&f, "cell", cases[i].format, NULL, cases[i].data, cases[i].bytes);
        check_refused(&f, SAMEN_ERR_VALUE, 2, 1, 1, cases[i].words);
    }
    frame f;
    start_frame(&f, 2);
    int64_t child = add_child(&f, "cell", "U", NULL, (const int64_t[]){0, 0, 1}, "");
    f.buffers[child][2] = NULL;
    check_refused(&f, SAMEN_ERR_VALUE, 2, 1, 0, "no bytes");
}
END

TEST(what_stands_in_a_null_cell_does_not_matter) {
    const uint8_t valid[] = {0x01};
    const double numbers[] = {1, NAN};
    const int32_t offsets[] = {0, 1, 3};
    const int64_t times[] = {86400000, 1};
    frame f;
    start_frame(&f, 2);
    add_child(&f, "g", "g", valid, numbers, NULL);
    add_child(&f, "u", "u", valid, offsets, "a\xC3(");
    add_child(&f, "t", "tsm:", valid, times, NULL);
    check_table(&f, "g,u,t\n1,a,1970-01-02\n,,\n");
}
END

TEST(types_that_cannot_be_read_are_refused_with_the_way_out) {
    static const struct {
        const char *format, *words;
    } cases[] = {
        {"d:38,0", "column \"odd\" has decimals; cast it to a double or a whole number"},
        {"tsu:Europe/Brussels", "has times in a time zone; cast it to a date"},
        {"tsn:U", "time zone"},
        {"ttu", "times of day"},
        {"tDs", "durations"},
        {"tiM", "intervals"},
        {"z", "has bytes"},
        {"Z", "has bytes"},
        {"vz", "has bytes"},
        {"w:16", "has bytes"},
        {"+l", "is nested; make a column of each of its parts"},
        {"+s", "nested"},
        {"+r", "run-end encoded"},
        {"", "of a type that no column can be"},
        {"x", "its Arrow format is \"x\""},
        {"lx", "its Arrow format is \"lx\""},
        {"ts", "leave it out"},
    };
    const double data[4] = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        frame f;
        start_frame(&f, 1);
        add_child(&f, "even", "l", NULL, data, NULL);
        add_child(&f, "odd", cases[i].format, NULL, data, NULL);
        check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, 1, cases[i].words);
    }
    frame f;
    start_frame(&f, 1);
    add_child(&f, "odd", NULL, NULL, data, NULL);
    check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, 0, "leave it out");
}
END

SUITE("table/arrow_cells", numbers_of_every_width_are_read, halves_are_read_as_what_they_stand_for,
      texts_answers_days_and_nulls_are_read, times_that_are_whole_days_are_days,
      views_are_read_inside_and_outside, views_without_a_buffer_of_texts_are_read,
      views_that_point_nowhere_are_refused, cells_need_not_be_aligned,
      cells_that_no_table_can_hold_are_refused_with_their_row,
      what_stands_in_a_null_cell_does_not_matter,
      types_that_cannot_be_read_are_refused_with_the_way_out)
