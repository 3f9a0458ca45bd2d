/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "io/dataset.h"

#include "folder.h"

/* Cells parted by |. */
static int32_t infer(const char *cells, char separator, char *point) {
    samen__span span[20];
    int64_t count = 0;
    for (const char *at = cells;; at++) {
        size_t length = strcspn(at, "|");
        span[count++] = (samen__span){at, (int64_t)length};
        at += length;
        if (!*at)
            break;
    }
    return samen__infer(span, count, 1, separator, point);
}

/* Oracle: a column is what each of its cells can be without losing anything. */
TEST(columns_are_numbers_dates_yes_no_or_text) {
    enum {
        NUMBER = SAMEN_COLUMN_FLOAT64,
        TEXT = SAMEN_COLUMN_TEXT,
        DATE = SAMEN_COLUMN_DATE,
        YES_NO = SAMEN_COLUMN_BOOL
    };
    static const struct {
        const char *cells;
        char separator;
        int32_t type;
        char point;
    } cases[] = {
        {"1|2|3", ',', NUMBER, '.'},
        {"1||3", ',', NUMBER, '.'},
        {"-1.5|1e9|.5|0.25|0|10", ',', NUMBER, '.'},
        {"1|x", ',', TEXT, '.'},
        {"1|n.a.", ',', TEXT, '.'},
        {"||", ',', TEXT, '.'},
        {"", ',', TEXT, '.'},
        {" 1|2", ',', TEXT, '.'},
        {"1,5|2", ';', NUMBER, ','},
        {"1,5|2,25", '\t', NUMBER, ','},
        {"1,5|2", ',', TEXT, '.'},
        {"1,5|2.5", ';', TEXT, '.'},
        {"1.5|2", ';', NUMBER, '.'},
        {"1.000,5", ';', TEXT, '.'},
        {"007|12", ',', TEXT, '.'},
        {"00", ',', TEXT, '.'},
        {"-07", ',', TEXT, '.'},
        {"+32", ',', TEXT, '.'},
        {"0.5", ',', NUMBER, '.'},
        {"-0.5", ',', NUMBER, '.'},
        {"0,5", ';', NUMBER, ','},
        {"0123", ';', TEXT, '.'},
        {"123456789012345", ',', NUMBER, '.'},
        {"1234567890123456", ',', TEXT, '.'},
        {"-1234567890123456", ',', TEXT, '.'},
        {"BE0123456789", ',', TEXT, '.'},
        {"nan", ',', TEXT, '.'},
        {"1|inf", ',', TEXT, '.'},
        {"1e999", ',', TEXT, '.'},
        {"2024-01-31|2000-02-29", ',', DATE, '.'},
        {"2024-01-31||", ',', DATE, '.'},
        {"2024-01-31|2023-02-29", ',', TEXT, '.'},
        {"31/01/2024", ',', TEXT, '.'},
        {"2024", ',', NUMBER, '.'},
        {"yes|no|yes", ',', YES_NO, '.'},
        {"ja|nee|Ja", ',', YES_NO, '.'},
        {"waar|onwaar", ',', YES_NO, '.'},
        {"TRUE|false|", ',', YES_NO, '.'},
        {"yes|nee", ',', YES_NO, '.'},
        {"y|n", ',', TEXT, '.'},
        {"0|1|1", ',', NUMBER, '.'},
        {"yes|1", ',', TEXT, '.'},
        {"yes|maybe", ',', TEXT, '.'},
        {"yes|2024-01-01", ',', TEXT, '.'},
        {"1|2024-01-01", ',', TEXT, '.'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char point = 'x';
        int32_t type = infer(cases[i].cells, cases[i].separator, &point);
        ck_assert_msg(type == cases[i].type && point == cases[i].point,
                      "\"%s\" parted by '%c' is of type %d with '%c'", cases[i].cells,
                      cases[i].separator, type, point);
    }
}
END

TEST(cells_of_one_column_stand_a_stride_apart) {
    samen__span span[6] = {{"1", 1}, {"x", 1}, {"2", 1}, {"y", 1}, {"3", 1}, {"z", 1}};
    char point;
    ck_assert_int_eq(samen__infer(span, 3, 2, ',', &point), SAMEN_COLUMN_FLOAT64);
    ck_assert_int_eq(samen__infer(span + 1, 3, 2, ',', &point), SAMEN_COLUMN_TEXT);
}
END

/* What a header declares goes before what the cells look like. */
TEST(a_header_can_declare_the_type) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,code:text,size:number,day:date,paid:yes-no,odd:type,:text\n"
                     "a,b,1,007,2024-01-01,1,x,y\n"
                     "b,a,2,,,y,,\n"}};
    samen_network *network = read_files(files);
    samen_table *ties = part(network, SAMEN_TIES);
    static const struct {
        const char *name;
        int32_t type;
    } expected[] = {{"code", SAMEN_COLUMN_TEXT},     {"size", SAMEN_COLUMN_FLOAT64},
                    {"day", SAMEN_COLUMN_DATE},      {"paid", SAMEN_COLUMN_BOOL},
                    {"odd:type", SAMEN_COLUMN_TEXT}, {":text", SAMEN_COLUMN_TEXT}};
    ck_assert_int_eq(samen_table_columns(ties), 14);
    for (int32_t i = 0; i < 6; i++) {
        ck_assert_str_eq(samen_table_column_name(ties, 8 + i), expected[i].name);
        ck_assert_int_eq(samen_table_column_type(ties, 8 + i), expected[i].type);
    }
    ck_assert_str_eq(cell_text(ties, 0, "code"), "1");
    ck_assert_double_eq(cell_number(ties, 0, "size"), 7);
    ck_assert(cell_is_null(ties, 1, "size"));
    ck_assert(cell_is_null(ties, 1, "day"));
    ck_assert_double_eq(cell_number(ties, 0, "paid"), 1);
    ck_assert_double_eq(cell_number(ties, 1, "paid"), 1);
    samen_table_free(ties);
    samen_network_free(network);
}
END

TEST(a_cell_against_its_declared_type_is_refused) {
    static const struct {
        const char *header, *first, *second, *words;
    } cases[] = {{"x:number", "1", "many", "\"many\" is not a number, as the header declares"},
                 {"x:number", "1", "1,5", "\"1,5\" is not a number"},
                 {"x:number", "1", "NaN", "\"NaN\" is not a number"},
                 {"x:number", "1", "1e999", "is not a number"},
                 {"x:date", "2024-01-01", "2024-02-30", "\"2024-02-30\" is not a date"},
                 {"x:date", "2024-01-01", "1/2/2024", "\"1/2/2024\" is not a date"},
                 {"x:yes-no", "yes", "perhaps", "\"perhaps\" is not a yes or no"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int which = 0; which < 4; which++) {
            /* A quoted line end before it, so that rows and lines differ. */
            char text[300], place[60];
            const char *rows[] = {"id,note,%s\n\"a\n\",,%s\nb,,\"%s\"\n",
                                  "from,to,%s\n\"a\n\",b,%s\nb,\"a\n\",\"%s\"\n",
                                  "id,form,%s\n\"p\n\",action,%s\nq,action,\"%s\"\n",
                                  "partnership,organisation,%s\n\"p\n\",b,%s\nq,b,\"%s\"\n"};
            file files[MOST_FILES] = {{"ties.csv", "from,to\nb,b\n"}};
            snprintf(text, sizeof text, rows[which], cases[i].header, cases[i].first,
                     cases[i].second);
            if (which == SAMEN_TIES)
                files[0].text = text;
            else
                files[1] = (file){samen__file_name(which), text};
            if (which == SAMEN_PARTNERSHIPS)
                files[2] = (file){"forms.csv", "form\naction\n"};
            if (which == SAMEN_ORGANISATIONS)
                files[0].text = "from,to\nb,b\n";
            snprintf(place, sizeof place, "%s:4:3: ", samen__file_name(which));
            fault f = {SAMEN_ERR_VALUE, 1, 2, place, cases[i].words};
            expect_fault_in(files, &f);
        }
    }
}
END

/* A declared number in a file with decimal commas is read with commas, whatever else is in the column. */
TEST(a_declared_number_may_have_a_decimal_comma) {
    static const char *const columns[] = {"0,5|7", "0,5|007", "0,5|1234567890123456789", "2|0,5"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        char text[200];
        size_t first = strcspn(columns[i], "|");
        snprintf(text, sizeof text, "from;to;x:number\na;b;%.*s\nb;a;%s\n", (int)first, columns[i],
                 columns[i] + first + 1);
        const file files[MOST_FILES] = {{"ties.csv", text}};
        samen_network *network = read_files(files);
        samen_table *ties = part(network, SAMEN_TIES);
        ck_assert_double_eq(cell_number(ties, i == 3 ? 1 : 0, "x"), 0.5);
        samen_table_free(ties);
        samen_network_free(network);
    }
}
END

/* A built-in column may not come back under its own name as an attribute: the weight would be lost. */
TEST(a_type_behind_a_built_in_column_makes_no_second_column) {
    static const struct {
        const char *name, *text;
    } cases[] = {{"ties.csv", "from,to,weight:number\na,b,5\n"},
                 {"ties.csv", "from,to,start:date\na,b,2024-01-01\n"},
                 {"ties.csv", "from,to,directed:yes-no\na,b,yes\n"},
                 {"memberships.csv", "partnership,organisation,role:text\np,a,lead\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *folder = make_folder();
        samen_network *network = NULL;
        write_text_file(folder, cases[i].name, cases[i].text);
        if (samen_io_read(folder, NULL, NULL, &network, NULL) == SAMEN_OK) {
            int32_t of = i < 3 ? SAMEN_TIES : SAMEN_MEMBERSHIPS;
            samen_table *table = part(network, of);
            ck_assert_msg(samen_table_columns(table) == (i < 3 ? 8 : 6),
                          "%s gives a column of a name that is taken", cases[i].text);
            samen_table_free(table);
        }
        samen_network_free(network);
        remove_folder(folder);
    }
}
END

TEST(empty_cells_are_null_in_every_type) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,n,d,b,t,e\na,b,,,,,\nb,c,1,2024-01-01,no,x,\nc,a,,,,\"\",\"\"\n"}};
    samen_network *network = read_files(files);
    samen_table *ties = part(network, SAMEN_TIES);
    static const char *const names[] = {"n", "d", "b", "t"};
    for (size_t i = 0; i < 4; i++) {
        ck_assert(cell_is_null(ties, 0, names[i]));
        ck_assert(!cell_is_null(ties, 1, names[i]));
        ck_assert(cell_is_null(ties, 2, names[i]));
    }
    int32_t empty = samen_table_find(ties, "e");
    ck_assert_int_eq(samen_table_column_type(ties, empty), SAMEN_COLUMN_TEXT);
    ck_assert_int_eq(samen_table_column_nulls(ties, empty), 3);
    samen_table_free(ties);
    samen_network_free(network);
}
END

SUITE("io/infer", columns_are_numbers_dates_yes_no_or_text,
      cells_of_one_column_stand_a_stride_apart, a_header_can_declare_the_type,
      a_cell_against_its_declared_type_is_refused, a_declared_number_may_have_a_decimal_comma,
      a_type_behind_a_built_in_column_makes_no_second_column, empty_cells_are_null_in_every_type)
