/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "folder.h"

static samen_network *const untouched = (samen_network *)(uintptr_t)64;

/* Reading fails with this status; the message, to be used at once, is returned. */
static samen_error expect_failure(const char *path, const samen_io_read_options *options,
                                  samen_status status) {
    samen_network *network = untouched;
    samen_error error = {.row = -7};
    samen_status got = samen_io_read(path, options, NULL, &network, &error);
    ck_assert_msg(got == status, "%s: %s instead of %s: %s", path, samen_status_name(got),
                  samen_status_name(status), error.message);
    ck_assert_int_eq(error.code, status);
    ck_assert_ptr_eq(network, untouched);
    return error;
}

TEST(nonsense_arguments_are_refused_with_their_number) {
    static const struct {
        samen_io_read_options options;
        samen_run run;
        int argument;
    } cases[] = {
        {{.struct_size = 0}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 3}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 1u << 20}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .allow_empty = 2}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .max_bytes = -1}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .max_line = -1}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .max_rows = -1}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .max_rows = 2000000001}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64, .max_ratio = -5}, {.struct_size = sizeof(samen_run)}, 2},
        {{.struct_size = 64}, {.struct_size = 0}, 3},
        {{.struct_size = 64}, {.struct_size = sizeof(samen_run), .threads = -1}, 3},
        {{.struct_size = 64}, {.struct_size = sizeof(samen_run), .threads = 5000}, 3}};
    char *folder = folder_with(good);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct {
            samen_io_read_options options;
            char zeros[64];
        } given = {.options = cases[i].options};
        if (given.options.struct_size == 64)
            given.options.struct_size = sizeof given.options;
        samen_network *network = untouched;
        samen_table *table = (samen_table *)untouched;
        samen_error error = {0};
        ck_assert_msg(samen_io_read(folder, &given.options, &cases[i].run, &network, &error) ==
                          SAMEN_ERR_ARGUMENT,
                      "case %zu", i);
        ck_assert_int_eq(error.argument, cases[i].argument);
        ck_assert_int_eq(samen_io_check(folder, &given.options, &cases[i].run, &table, &error),
                         SAMEN_ERR_ARGUMENT);
        ck_assert_int_eq(error.argument, cases[i].argument);
        ck_assert_ptr_eq(network, untouched);
        ck_assert_ptr_eq(table, untouched);
    }
    samen_error error = expect_failure(NULL, NULL, SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    error = expect_failure("", NULL, SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_int_eq(samen_io_read(folder, NULL, NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 4);
    ck_assert_int_eq(samen_io_check(folder, NULL, NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 4);
    ck_assert_int_eq(samen_io_read(NULL, NULL, NULL, NULL, NULL), SAMEN_ERR_ARGUMENT);
    remove_folder(folder);
}
END

TEST(what_is_not_there_is_told_so) {
    char *folder = make_folder();
    samen_error error = expect_failure(path_in(folder, "none"), NULL, SAMEN_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(error.message, "there is no such file or folder"));
    write_text_file(folder, "file.csv", "from,to\na,b\n");
    expect_failure(path_in(folder, "file.csv/ties.csv"), NULL, SAMEN_ERR_NOT_FOUND);
    ck_assert_int_eq(symlink("nowhere", path_in(folder, "ties.csv")), 0);
    fault f = {SAMEN_ERR_NOT_FOUND, -1, -1, "ties.csv: ", "there is no such file"};
    expect_fault(folder, &f);
    remove_folder(folder);
}
END

/* A required file that is not there is SAMEN_ERR_MISSING. */
TEST(a_folder_without_ties_and_memberships_is_no_data_set) {
    static const file data[][MOST_FILES] = {{{NULL, NULL}},
                                            {{"notes.txt", "x"}},
                                            {{"Ties.csv", "from,to\na,b\n"}},
                                            {{"organisations.csv", GOOD_ORGANISATIONS},
                                             {"forms.csv", GOOD_FORMS},
                                             {"partnerships.csv", GOOD_PARTNERSHIPS}}};
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++) {
        char *folder = folder_with(data[i]);
        samen_error error = expect_failure(folder, NULL, SAMEN_ERR_MISSING);
        ck_assert_int_eq(error.argument, 1);
        ck_assert_ptr_nonnull(strstr(error.message, "neither ties.csv nor memberships.csv"));
        remove_folder(folder);
    }
}
END

/* The error is about the whole file: no row, no column. */
TEST(a_folder_where_a_file_should_be_is_refused) {
    for (int which = 0; which < GOOD_FILES; which++) {
        char place[60];
        char *folder = folder_with(good);
        ck_assert_int_eq(remove(path_in(folder, good[which].name)), 0);
        ck_assert_int_eq(mkdir(path_in(folder, good[which].name), 0777), 0);
        sprintf(place, "%s: ", good[which].name);
        fault f = {SAMEN_ERR_IO, -1, -1, place, "it is a folder; a file should be there"};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
}
END

/* Opening a pipe waits for somebody to write; nobody does. The alarm ends a test that waits with it. */
TEST(a_pipe_where_a_file_should_be_is_refused_and_not_waited_for) {
    char *folder = folder_with(good);
    ck_assert_int_eq(remove(path_in(folder, "organisations.csv")), 0);
    ck_assert_int_eq(mkfifo(path_in(folder, "organisations.csv"), 0777), 0);
    alarm(5);
    samen_network *network = untouched;
    ck_assert_int_ne(samen_io_read(folder, NULL, NULL, &network, NULL), SAMEN_OK);
    alarm(0);
    ck_assert_ptr_eq(network, untouched);
    remove_folder(folder);
}
END

TEST(a_file_without_permission_is_refused) {
    for (int which = 0; which < GOOD_FILES; which++) {
        char place[60];
        char *folder = folder_with(good);
        ck_assert_int_eq(chmod(folder, 0755), 0);
        ck_assert_int_eq(chmod(path_in(folder, good[which].name), 0), 0);
        if (getuid() == 0)
            ck_assert_int_eq(seteuid(65534), 0);
        sprintf(place, "%s: ", good[which].name);
        fault f = {SAMEN_ERR_PERMISSION, -1, -1, place, "you have no permission; change it"};
        expect_fault(folder, &f);
        if (getuid() == 0)
            ck_assert_int_eq(seteuid(0), 0);
        remove_folder(folder);
    }
}
END

TEST(a_folder_without_permission_is_refused) {
    char *folder = folder_with(good);
    ck_assert_int_eq(chmod(folder, 0), 0);
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(65534), 0);
    samen_error error = expect_failure(path_in(folder, "ties.csv"), NULL, SAMEN_ERR_PERMISSION);
    ck_assert_ptr_nonnull(strstr(error.message, "no permission"));
    error = expect_failure(folder, NULL, SAMEN_ERR_PERMISSION);
    ck_assert_ptr_nonnull(strstr(error.message, "no permission"));
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(chmod(folder, 0755), 0);
    remove_folder(folder);
}
END

TEST(a_file_that_is_there_plain_and_packed_is_refused) {
    for (int which = 0; which < GOOD_FILES; which++) {
        char name[60], words[100];
        char *folder = folder_with(good);
        sprintf(name, "%s.gz", good[which].name);
        write_packed(folder, name, good[which].text, strlen(good[which].text));
        sprintf(words, "%s is there twice, plain and as .gz; remove one", good[which].name);
        samen_error error = expect_failure(folder, NULL, SAMEN_ERR_DUPLICATE);
        ck_assert_msg(strstr(error.message, words) != NULL, "%s", error.message);
        remove_folder(folder);
    }
}
END

TEST(a_damaged_packed_file_is_refused) {
    for (int which = 0; which < GOOD_FILES; which++) {
        char place[60];
        char *folder = folder_with(good);
        write_file(folder, good[which].name, "\x1F\x8B\x08 not really", 14);
        sprintf(place, "%s: ", good[which].name);
        fault f = {SAMEN_ERR_SYNTAX, -1, -1, place, "is damaged"};
        expect_fault(folder, &f);
        remove_folder(folder);
    }
}
END

/* 30 MB of one letter pack to 30 kB: a thousand times. */
TEST(a_packed_file_that_grows_too_much_is_refused_and_may_be_allowed) {
    enum { SIZE = 30000000 };
    char *folder = make_folder(), *text = malloc(SIZE);
    memset(text, 'a', SIZE);
    memcpy(text, "from,to\na,b\n", 12);
    text[SIZE - 1] = '\n';
    write_packed(folder, "ties.csv.gz", text, SIZE);
    fault f = {SAMEN_ERR_LIMIT, -1, -1, "ties.csv.gz: ", "more than 250 times its size"};
    expect_fault(folder, &f);
    samen_io_read_options options = {.struct_size = sizeof options, .max_ratio = 2000};
    fault line = {SAMEN_ERR_LIMIT, 1, -1, "ties.csv.gz:3: ", "limit"};
    expect_fault_with(folder, &options, &line);
    free(text);
    remove_folder(folder);
}
END

TEST(limits_hold_to_the_byte_and_the_row) {
    static const char text[] = "from,to\na,b\nb,c\ncc,dd\n";
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", text);
    samen_io_read_options options = {
        .struct_size = sizeof options, .max_bytes = sizeof text - 1, .max_line = 7, .max_rows = 3};
    samen_network *network = NULL;
    OK(samen_io_read(folder, &options, NULL, &network, error));
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), 3);
    samen_network_free(network);
    options.max_bytes--;
    fault bytes = {SAMEN_ERR_LIMIT, -1, -1, "ties.csv: ", "more than 21 bytes"};
    expect_fault_with(folder, &options, &bytes);
    options.max_bytes = 0;
    options.max_line = 6;
    fault header = {SAMEN_ERR_LIMIT, -1, -1, "ties.csv:1: ", "limit"};
    expect_fault_with(folder, &options, &header);
    options.max_line = 0;
    options.max_rows = 2;
    samen_error error = expect_failure(folder, &options, SAMEN_ERR_LIMIT);
    ck_assert_msg(strstr(error.message, "ties.csv has more than 2 rows") != NULL, "%s",
                  error.message);
    remove_folder(folder);
}
END

TEST(a_header_alone_is_read_where_that_is_allowed) {
    static const file data[][MOST_FILES] = {
        {{"ties.csv", "from,to\n"}},
        {{"ties.csv", "from,to,form,weight"}, {"organisations.csv", "id,name\n"}},
        {{"memberships.csv", "partnership,organisation\n"}, {"partnerships.csv", "id\n"}}};
    samen_io_read_options options = {.struct_size = sizeof options, .allow_empty = 1};
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++) {
        char *folder = folder_with(data[i]);
        samen_network *network = NULL;
        expect_failure(folder, NULL, SAMEN_ERR_MISSING);
        OK(samen_io_read(folder, &options, NULL, &network, error));
        for (int32_t of = 0; of < 4; of++)
            ck_assert_int_eq(samen_network_count(network, of), 0);
        samen_network_free(network);
        remove_folder(folder);
    }
    /* Still, an empty file is no header. */
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", "");
    expect_failure(folder, &options, SAMEN_ERR_MISSING);
    remove_folder(folder);
}
END

/* Oracle: the same network from the same data set in the plainest writing. */
TEST(separators_line_ends_marks_and_packing_make_no_difference) {
    static const char separators[] = ",;\t", *const ends[] = {"\n", "\r\n", "\r"};
    samen_network *expected = read_files(good);
    for (int variant = 0; variant < 72; variant++) {
        char separator = separators[variant % 3];
        const char *end = ends[variant / 3 % 3];
        int marked = variant / 9 % 2, packed = variant / 18 % 2, last = variant / 36 % 2;
        char *folder = make_folder();
        for (int which = 0; which < GOOD_FILES; which++) {
            char text[1000] = "", name[60];
            strcpy(text, marked ? "\xEF\xBB\xBF" : "");
            char *at = text + strlen(text);
            for (const char *c = good[which].text; *c; c++) {
                if (*c == '\n')
                    at = stpcpy(at, !c[1] && !last ? "" : end);
                else
                    *at++ = *c == ',' ? separator : *c;
                *at = '\0';
            }
            sprintf(name, "%s%s", good[which].name, packed ? ".gz" : "");
            if (packed)
                write_packed(folder, name, text, strlen(text));
            else
                write_text_file(folder, name, text);
        }
        samen_network *network = read_fine(folder);
        same_network(expected, network);
        samen_network_free(network);
        remove_folder(folder);
    }
    samen_network_free(expected);
}
END

TEST(a_single_file_of_ties_or_memberships_is_a_data_set) {
    static const struct {
        const char *name, *text;
        int64_t counts[4];
    } cases[] = {{"anything.csv", "from,to,form\na,b,action\n", {2, 1, 0, 0}},
                 {"ties", "van;naar;gewicht\na;b;2,5\nb;c;1\n", {3, 2, 0, 0}},
                 {"who.txt", "partnership,organisation\np,a\np,b\nq,a\n", {2, 0, 2, 3}},
                 {"leden.csv", "lid;samenwerkingsverband\na;p\n", {1, 0, 1, 1}}};
    char *folder = make_folder();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char packed[60];
        sprintf(packed, "%s.gz", cases[i].name);
        write_text_file(folder, cases[i].name, cases[i].text);
        write_packed(folder, packed, cases[i].text, strlen(cases[i].text));
        for (int of_two = 0; of_two < 2; of_two++) {
            samen_network *network = read_fine(path_in(folder, of_two ? packed : cases[i].name));
            for (int32_t of = 0; of < 4; of++)
                ck_assert_int_eq(samen_network_count(network, of), cases[i].counts[of]);
            samen_network_free(network);
        }
    }
    /* The file alone counts, whatever stands beside it. */
    write_text_file(folder, "organisations.csv", "id\nz\n");
    samen_network *network = read_fine(path_in(folder, "anything.csv"));
    ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, "z"), -1);
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(what_is_wrong_in_a_single_file_is_told_with_its_name) {
    static const struct {
        const char *text;
        fault fault;
    } cases[] = {
        {"from,to\na\n", {SAMEN_ERR_SYNTAX, 0, 0, "my data.csv:2:1: ", "1 cells"}},
        {"id,name\na,b\n", {SAMEN_ERR_MISSING, -1, -1, "my data.csv:1: ", "needs from and to"}},
        {"", {SAMEN_ERR_MISSING, -1, -1, "my data.csv: ", "the file is empty"}},
        {"from,to,weight\na,b,0\n", {SAMEN_ERR_VALUE, 0, 2, "my data.csv:2:3: ", "is 0"}},
        {"partnership,organisation,weight\np,a,0\n",
         {SAMEN_ERR_VALUE, 0, 2, "my data.csv:2:3: ", "is 0"}},
        {"from,to,form\na,b,actoin\n",
         {SAMEN_ERR_UNKNOWN, 0, 2, "my data.csv:2:3: ", "did you mean \"action\"?"}},
    };
    char *folder = make_folder();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        write_text_file(folder, "my data.csv", cases[i].text);
        expect_fault(path_in(folder, "my data.csv"), &cases[i].fault);
    }
    remove_folder(folder);
}
END

/* A file of memberships whose header has a slip is not told that it lacks the columns of ties. */
TEST(a_wrong_header_of_memberships_is_told_as_what_it_is) {
    char *folder = make_folder();
    write_text_file(folder, "who.csv", "partnership,organisation,role,rol\np,a,x,y\n");
    fault f = {SAMEN_ERR_DUPLICATE, -1, 3, "who.csv:1:4: ", "\"role\" is there twice"};
    expect_fault(path_in(folder, "who.csv"), &f);
    remove_folder(folder);
}
END

typedef struct watch {
    int calls, stop_at;
    double last;
    int rising;
} watch;

static int32_t watching(void *payload, double fraction, const char *what) {
    watch *w = payload;
    w->rising = w->rising && fraction >= w->last && fraction <= 1 && strstr(what, "ties.csv");
    w->last = fraction;
    return ++w->calls == w->stop_at;
}

static void write_rows(const char *folder, int rows) {
    char *text = malloc(16 * (size_t)rows + 20);
    int at = sprintf(text, "from,to\n");
    for (int i = 0; i < rows; i++)
        at += sprintf(text + at, "%d,%d\n", i % 5000, (int)(i * 17ll + 1) % 5000);
    write_file(folder, "ties.csv", text, (size_t)at);
    free(text);
}

/* So many rows that reading takes more than a tenth of a second on this machine, and is told of. */
TEST(reading_tells_how_far_it_is_and_stops_on_request) {
    enum { MOST_ROWS = 64000000 };
    char *folder = make_folder();
    watch w = {0};
    samen_run run = {.struct_size = sizeof run, .on_progress = watching, .payload = &w};
    samen_network *network = NULL;
    for (int rows = 1000000; w.calls == 0 && rows <= MOST_ROWS; rows *= 4) {
        write_rows(folder, rows);
        w = (watch){.rising = 1};
        OK(samen_io_read(folder, NULL, &run, &network, error));
        ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), rows);
        samen_network_free(network);
    }
    ck_assert_int_ge(w.calls, 1);
    ck_assert(w.rising);
    write_rows(folder, MOST_ROWS / 8);
    w = (watch){.rising = 1, .stop_at = 1};
    network = untouched;
    samen_error error = {0};
    ck_assert_int_eq(samen_io_read(folder, NULL, &run, &network, &error), SAMEN_ERR_CANCELLED);
    ck_assert_ptr_eq(network, untouched);
    ck_assert_int_eq(w.calls, 1);
    w = (watch){.rising = 1, .stop_at = 1};
    samen_table *table = (samen_table *)untouched;
    ck_assert_int_eq(samen_io_check(folder, NULL, &run, &table, &error), SAMEN_ERR_CANCELLED);
    ck_assert_ptr_eq(table, untouched);
    remove_folder(folder);
}
END

/* 100 MB without a line end: read, refused, and forgotten, in seconds. */
TEST(a_line_of_100_mb_is_one_clear_error) {
    enum { SIZE = 100000000 };
    char *folder = make_folder(), *text = malloc(SIZE);
    memset(text, 'x', SIZE);
    memcpy(text, "from,to\na,", 10);
    write_file(folder, "ties.csv", text, SIZE);
    free(text);
    clock_t before = clock();
    fault f = {SAMEN_ERR_LIMIT, 0, -1, "ties.csv:2: ", "limit"};
    expect_fault(folder, &f);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    ck_assert_msg(seconds < 8, "it took %.1f s", seconds);
    remove_folder(folder);
}
END

SUITE("io/read", nonsense_arguments_are_refused_with_their_number, what_is_not_there_is_told_so,
      a_folder_without_ties_and_memberships_is_no_data_set,
      a_folder_where_a_file_should_be_is_refused,
      a_pipe_where_a_file_should_be_is_refused_and_not_waited_for,
      a_file_without_permission_is_refused, a_folder_without_permission_is_refused,
      a_file_that_is_there_plain_and_packed_is_refused, a_damaged_packed_file_is_refused,
      a_packed_file_that_grows_too_much_is_refused_and_may_be_allowed,
      limits_hold_to_the_byte_and_the_row, a_header_alone_is_read_where_that_is_allowed,
      separators_line_ends_marks_and_packing_make_no_difference,
      a_single_file_of_ties_or_memberships_is_a_data_set,
      what_is_wrong_in_a_single_file_is_told_with_its_name,
      a_wrong_header_of_memberships_is_told_as_what_it_is,
      reading_tells_how_far_it_is_and_stops_on_request, a_line_of_100_mb_is_one_clear_error)
