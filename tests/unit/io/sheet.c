/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "folder.h"

/* A fault that any of the five files can have. In the text, H stands for the good header, R for the first
 * good row, and 1, 2, 3 for the first three cells of the second one. */
typedef struct any_fault {
    const char *text;
    samen_status status;
    int64_t line, row, column; /* line 0: the whole file */
    const char *words;
} any_fault;

static const any_fault faults[] = {
    {"", SAMEN_ERR_MISSING, 0, -1, -1, "the file is empty"},
    {"\n\n", SAMEN_ERR_MISSING, 0, -1, -1, "the file is empty"},
    {"\xEF\xBB\xBF", SAMEN_ERR_MISSING, 0, -1, -1, "give it a header and rows, or remove it"},
    {"H\n", SAMEN_ERR_MISSING, 1, -1, -1, "there is a header and no rows"},
    {"\n\nH", SAMEN_ERR_MISSING, 3, -1, -1, "there is a header and no rows"},
    {"\xFF\xFEH\nR\n", SAMEN_ERR_SYNTAX, 0, -1, -1, "UTF-16; save it as CSV"},
    {"H\nR\n1,2\n", SAMEN_ERR_SYNTAX, 3, 1, 1, "2 cells where the header has 3"},
    {"H\nR\n1\n", SAMEN_ERR_SYNTAX, 3, 1, 0, "1 cells where the header has 3"},
    {"H\nR\n1,2,3,more\n", SAMEN_ERR_SYNTAX, 3, 1, 3, "4 cells where the header has 3"},
    {"H\nR\n1,2,3,\n", SAMEN_ERR_SYNTAX, 3, 1, 3, "4 cells where the header has 3"},
    {"H\nR\n1;2;3\n", SAMEN_ERR_SYNTAX, 3, 1, 0, "must stand in quotes"},
    {"H\nR\n,,\n1,2,3\n", SAMEN_ERR_SYNTAX, 3, 1, -1, "all cells of the row are empty"},
    {"H\nR\n\"\",\"\",\"\"\n", SAMEN_ERR_SYNTAX, 3, 1, -1, "delete it"},
    {"H\nR\n1,caf\xE9,3\n", SAMEN_ERR_SYNTAX, 3, 1, 1, "encoding UTF-8"},
    {"H\nR\n1,2,\xFF\n", SAMEN_ERR_SYNTAX, 3, 1, 2, "not valid UTF-8"},
    {"H\nR\n1,\"2,3\n", SAMEN_ERR_SYNTAX, 3, 1, 1, "never closed"},
    {"H\nR\n1,\"2\"x,3\n", SAMEN_ERR_SYNTAX, 3, 1, 1, "text follows a closing quote"},
    {"H\r\nR\r\n1,\"2\" ,3\r\n", SAMEN_ERR_SYNTAX, 3, 1, 1, "double the quotes"},
    {"H\nR\n\n\n1,2\n", SAMEN_ERR_SYNTAX, 5, 1, 1, "2 cells"},
    {"\r\nH\r\nR\r\n1,2\r\n", SAMEN_ERR_SYNTAX, 4, 1, 1, "2 cells"},
    {"H\rR\r1,2\r", SAMEN_ERR_SYNTAX, 3, 1, 1, "2 cells"},
    {"H,\nR,\n", SAMEN_ERR_MISSING, 1, -1, 3, "the column has no name"},
    {"H, \nR, \n", SAMEN_ERR_MISSING, 1, -1, 3, "name it or remove it"},
    {"H,caf\xE9\nR,x\n", SAMEN_ERR_SYNTAX, 1, -1, 3, "not valid UTF-8"},
    {"H,\"x\nR,x\n", SAMEN_ERR_SYNTAX, 1, -1, 3, "never closed"},
};

/* Put the good parts of a file into the text of a fault. */
static size_t fill_in(const char *text, const char *good_text, char *out) {
    char *copy = strdup(good_text), *rest = NULL, *cell_rest = NULL;
    const char *header = strtok_r(copy, "\n", &rest), *row = strtok_r(NULL, "\n", &rest);
    char *second = strtok_r(NULL, "\n", &rest);
    const char *cells[3] = {strtok_r(second, ",", &cell_rest), strtok_r(NULL, ",", &cell_rest),
                            strtok_r(NULL, ",", &cell_rest)};
    char *at = out;
    for (; *text; text++) {
        if (*text == 'H' || *text == 'R')
            at = stpcpy(at, *text == 'H' ? header : row);
        else if (*text >= '1' && *text <= '3')
            at = stpcpy(at, cells[*text - '1']);
        else
            *at++ = *text;
    }
    *at = '\0';
    free(copy);
    return (size_t)(at - out);
}

static void expect_place(const char *folder, const any_fault *a, int which) {
    char place[80];
    int at = sprintf(place, "%s", good[which].name);
    if (a->line > 0)
        at += sprintf(place + at, ":%lld", (long long)a->line);
    if (a->column >= 0)
        at += sprintf(place + at, ":%lld", (long long)a->column + 1);
    strcpy(place + at, ": ");
    fault f = {a->status, a->row, a->column, place, a->words};
    expect_fault(folder, &f);
}

TEST(every_file_can_be_wrong_in_every_way) {
    for (int which = 0; which < GOOD_FILES; which++) {
        for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
            char text[1000];
            size_t length = fill_in(faults[i].text, good[which].text, text);
            char *folder = good_but(which, text, length);
            expect_place(folder, &faults[i], which);
            remove_folder(folder);
        }
    }
}
END

/* The same in packed files: the name in the message is that of the file. */
TEST(a_packed_file_is_wrong_in_the_same_ways) {
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char text[1000], place[80];
        size_t length = fill_in(faults[i].text, GOOD_TIES, text);
        char *folder = folder_with(good);
        ck_assert_int_eq(remove(path_in(folder, "ties.csv")), 0);
        write_packed(folder, "ties.csv.gz", text, length);
        int at = sprintf(place, "ties.csv.gz");
        if (faults[i].line > 0)
            at += sprintf(place + at, ":%lld", (long long)faults[i].line);
        fault f = {faults[i].status, faults[i].row, faults[i].column, place, faults[i].words};
        samen_network *network = NULL;
        samen_error error = {0};
        ck_assert_int_eq(samen_io_read(folder, NULL, NULL, &network, &error), f.status);
        ck_assert_msg(strncmp(error.message, f.place, strlen(f.place)) == 0, "%s", error.message);
        ck_assert_msg(strstr(error.message, f.words) != NULL, "%s", error.message);
        ck_assert_int_eq(error.row, f.row);
        ck_assert_int_eq(error.column, f.column);
        remove_folder(folder);
    }
}
END

TEST(a_nul_byte_is_refused_in_every_file) {
    for (int which = 0; which < GOOD_FILES; which++) {
        char text[1000], place[80];
        size_t length = fill_in("H\nR\n1,2,3\n", good[which].text, text);
        text[length - 2] = '\0';
        char *folder = good_but(which, text, length);
        sprintf(place, "%s:3:3: ", good[which].name);
        fault f = {SAMEN_ERR_SYNTAX, 1, 2, place, "NUL byte"};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
}
END

TEST(a_column_that_is_there_twice_is_refused) {
    static const struct {
        const char *name, *text;
        int64_t column;
        const char *words;
    } cases[] = {
        {"organisations.csv", "id,name,id\na,x,b\n", 2, "\"id\" is there twice"},
        {"organisations.csv", "id,organisatie\na,b\n", 1, "\"id\" is there twice"},
        {"organisations.csv", "id,sector,size,sector\na,b,1,c\n", 3, "\"sector\" is there twice"},
        {"organisations.csv", "id,x,x:number\na,1,2\n", 2, "\"x\" is there twice"},
        {"organisations.csv", "id,x, x \na,1,2\n", 2, "rename or remove one"},
        {"ties.csv", "from,to,van\na,b,a\n", 2, "\"from\" is there twice"},
        {"ties.csv", "from,to,weight,gewicht\na,b,1,1\n", 3, "\"weight\" is there twice"},
        {"ties.csv", "from,to,begin,Start Date\na,b,,\n", 3, "\"start\" is there twice"},
        {"partnerships.csv", "id,vorm,form\np,action,talks\n", 2, "\"form\" is there twice"},
        {"memberships.csv", "partnership,lid,organisation\np,a,b\n", 2, "\"organisation\""},
        {"forms.csv", "form,key\naction,talks\n", 1, "\"form\" is there twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char place[80];
        char *folder = folder_with(good);
        write_text_file(folder, cases[i].name, cases[i].text);
        sprintf(place, "%s:1:%lld: ", cases[i].name, (long long)cases[i].column + 1);
        fault f = {SAMEN_ERR_DUPLICATE, -1, cases[i].column, place, cases[i].words};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
}
END

TEST(a_required_column_that_is_missing_is_named) {
    static const struct {
        const char *name, *text, *words;
    } cases[] = {
        {"organisations.csv", "name,sector\nx,y\n", "no column \"id\"; organisations.csv needs id"},
        {"ties.csv", "from,form\na,action\n", "no column \"to\"; ties.csv needs from and to"},
        {"ties.csv", "naar,form\na,action\n", "no column \"from\"; ties.csv needs from and to"},
        {"ties.csv", "source_id,target_id\na,b\n", "no column \"from\""},
        {"partnerships.csv", "name,form\nx,action\n",
         "no column \"id\"; partnerships.csv needs id"},
        {"memberships.csv", "organisation,role\na,lead\n",
         "no column \"partnership\"; memberships.csv needs partnership and organisation"},
        {"memberships.csv", "partnership,role\na,lead\n", "no column \"organisation\""},
        {"forms.csv", "name,family\nx,y\n", "no column \"form\"; forms.csv needs form"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char place[80];
        char *folder = folder_with(good);
        write_text_file(folder, cases[i].name, cases[i].text);
        sprintf(place, "%s:1: ", cases[i].name);
        fault f = {SAMEN_ERR_MISSING, -1, -1, place, cases[i].words};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
}
END

/* The limit is of the bytes of one row, the default 1 MiB. */
TEST(a_row_that_is_too_long_is_refused_in_every_file) {
    enum { LONG = 1100000 };
    char *text = malloc(LONG + 1000);
    for (int which = 0; which < GOOD_FILES; which++) {
        char place[80];
        size_t length = fill_in("H\nR\n1,2,", good[which].text, text);
        memset(text + length, 'x', LONG);
        text[length + LONG] = '\n';
        char *folder = good_but(which, text, length + LONG + 1);
        sprintf(place, "%s:3: ", good[which].name);
        fault f = {SAMEN_ERR_LIMIT, 1, -1, place, "limit"};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
    free(text);
}
END

/* The built-in names of columns and the names of attributes lose the blanks around them. */
TEST(blanks_around_headers_do_not_count) {
    static const file files[MOST_FILES] = {
        {"ties.csv", " from , to,  my note ,\" weight \"\na,b,x,2\n"}};
    samen_network *network = read_files(files);
    samen_table *ties = part(network, SAMEN_TIES);
    ck_assert_int_eq(samen_table_columns(ties), 9);
    ck_assert_str_eq(samen_table_column_name(ties, 8), "my note");
    ck_assert_double_eq(cell_number(ties, 0, "weight"), 2);
    samen_table_free(ties);
    samen_network_free(network);
}
END

/* An attribute's name has no blanks at its ends; a type behind a blank would leave it one. */
TEST(a_blank_before_a_declared_type_is_not_part_of_the_name) {
    static const file files[MOST_FILES] = {{"ties.csv", "from,to,note :text\na,b,x\n"}};
    char *folder = folder_with(files);
    samen_network *network = NULL;
    if (samen_io_read(folder, NULL, NULL, &network, NULL) == SAMEN_OK) {
        samen_table *ties = part(network, SAMEN_TIES);
        ck_assert_str_eq(samen_table_column_name(ties, 8), "note");
        samen_table_free(ties);
    }
    samen_network_free(network);
    remove_folder(folder);
}
END

SUITE("io/sheet", every_file_can_be_wrong_in_every_way, a_packed_file_is_wrong_in_the_same_ways,
      a_nul_byte_is_refused_in_every_file, a_column_that_is_there_twice_is_refused,
      a_required_column_that_is_missing_is_named, a_row_that_is_too_long_is_refused_in_every_file,
      blanks_around_headers_do_not_count, a_blank_before_a_declared_type_is_not_part_of_the_name)
