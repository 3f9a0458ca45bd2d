/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the disk is full or somebody presses Ctrl-C: status 1, and nothing half-written. */
#define _GNU_SOURCE
#include "program.h"

#include "graphs.h"

TEST(a_result_that_cannot_be_printed_is_a_failure) {
    char *folder = small_data(), *data = join_path(folder, "data");
    const struct {
        const char *words[8];
    } cases[] = {{{"centrality", "degree", data}},
                 {{"centrality", "degree", data, "--format", "json"}},
                 {{"check", data}},
                 {{"check", data, "--format", "csv"}},
                 {{"analyse", data}},
                 {{"list"}},
                 {{"describe", "view"}},
                 {{"describe", "cohesion.density"}},
                 {{"classify", "--commitment", "no"}},
                 {{"advise", "exchange"}},
                 {{"--help"}},
                 {{"--version"}}};
    setting full = {.standard_output = "/dev/full"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome o = run_with(full, cases[i].words);
        ck_assert_msg(o.status == 1, "%s ends with %d", cases[i].words[0], o.status);
        expect_outcome(o, 1, NULL, "cannot write the result");
    }
    free(data);
    remove_folder(folder);
}
END

/* More than fits into a buffer: the failure comes in the middle and is not forgotten at the end. */
TEST(a_long_check_that_cannot_be_printed_is_a_failure) {
    char *folder = make_folder(), *text = malloc(200000);
    int at = sprintf(text, "from,to,weight\n");
    for (int i = 0; i < 2000; i++)
        at += sprintf(text + at, "a%d,b%d,0\n", i, i);
    write_text_file(folder, "ties.csv", text);
    write_text_file(folder, "organisations.csv", "id\na\n");
    expect_outcome(RUN_WITH((setting){.standard_output = "/dev/full"}, "check", folder), 1, NULL,
                   "cannot write the result");
    free(text);
    remove_folder(folder);
}
END

TEST(a_full_disk_leaves_the_old_result) {
    char *folder = small_data(), *data = join_path(folder, "data");
    char *file = join_path(folder, "result.csv");
    write_text_file(folder, "result.csv", "old\n");
    for (rlim_t bytes = 1; bytes < 200; bytes += 33) {
        setting full = {.largest_file = bytes};
        outcome o = RUN_WITH(full, "cohesion", "density", data, "--format", "csv", "--output", file,
                             "--overwrite", "true");
        ck_assert_int_eq(o.status, 1);
        ck_assert_int_eq(o.out[0], '\0');
        outcome_free(&o);
        expect_names(folder, "data result.csv ");
        char *text = whole_file(file);
        ck_assert_str_eq(text, "old\n");
        free(text);
    }
    free(file);
    free(data);
    remove_folder(folder);
}
END

TEST(a_full_disk_leaves_the_old_data_set) {
    char *folder = small_data(), *data = join_path(folder, "data"),
         *other = join_path(folder, "new");
    samen_network *before = read_fine(data);
    for (rlim_t bytes = 1; bytes < 120; bytes += 17) {
        setting full = {.largest_file = bytes};
        outcome o = RUN_WITH(full, "convert", data, data, "--overwrite", "true");
        ck_assert_int_eq(o.status, 1);
        outcome_free(&o);
        o = RUN_WITH(full, "convert", data, other);
        ck_assert_int_eq(o.status, 1);
        outcome_free(&o);
        expect_names(folder, "data ");
        expect_names(data, "memberships.csv organisations.csv partnerships.csv ties.csv ");
    }
    samen_network *after = read_fine(data);
    same_network(before, after);
    samen_network_free(before);
    samen_network_free(after);
    free(other);
    free(data);
    remove_folder(folder);
}
END

/* A network whose weighted betweenness takes many seconds. */
static char *large_data(void) {
    enum { ORGANISATIONS = 12000, TIES = 150000 };
    char *folder = make_folder(), *data = join_path(folder, "data");
    dice d = {.state = 5};
    ck_assert_int_eq(mkdir(data, 0777), 0);
    FILE *file = fopen(path_in(data, "ties.csv"), "w");
    fputs("from,to,weight\n", file);
    for (int i = 0; i < TIES; i++)
        fprintf(file, "o%d,o%d,%d\n", i < ORGANISATIONS ? i : (int)dice_roll(&d, ORGANISATIONS),
                (int)dice_roll(&d, ORGANISATIONS), 1 + (int)dice_roll(&d, 9));
    fclose(file);
    free(data);
    return folder;
}

/* A second is what somebody waits who has pressed Ctrl-C. Time of the processor, on one thread, so that others
 * who keep the machine busy do not count. */
TEST(an_interrupt_stops_long_work_at_once) {
    char *folder = large_data(), *data = join_path(folder, "data");
    char *file = join_path(folder, "result.csv"), *account = join_path(folder, "account");
    for (double after = 0.8; after < 2; after += 0.9) {
        setting s = {.interrupt_after = after};
        outcome o = RUN_WITH(s, "brokerage", "betweenness", data, "--weighted", "true", "--output",
                             file, "--threads", "1");
        ck_assert_msg(o.status == 1, "ended with %d: %s", o.status, o.err);
        ck_assert_msg(o.worked < after + 1, "it went on for %.2f s", o.worked - after);
        ck_assert_int_eq(o.out[0], '\0');
        ck_assert_ptr_nonnull(strstr(o.err, "stopped on request"));
        outcome_free(&o);
        o = RUN_WITH(s, "analyse", data, "--output", account, "--threads", "1");
        ck_assert_msg(o.status == 1, "ended with %d: %s", o.status, o.err);
        ck_assert_msg(o.worked < after + 1, "it went on for %.2f s", o.worked - after);
        outcome_free(&o);
        expect_names(folder, "data ");
    }
    free(account);
    free(file);
    free(data);
    remove_folder(folder);
}
END

/* Where there is no terminal there is no bar. */
TEST(progress_is_not_written_into_a_file) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("cohesion", "density", data, "--draws", "200000", "--threads", "1");
    ck_assert_int_eq(o.status, 0);
    ck_assert_ptr_null(strchr(o.err, '\r'));
    ck_assert_ptr_null(strchr(o.out, '\r'));
    outcome_free(&o);
    free(data);
    remove_folder(folder);
}
END

/* On a terminal there is one, which is taken away at the end; --quiet does without. */
TEST(progress_is_shown_on_a_terminal) {
    char *folder = large_data(), *data = join_path(folder, "data");
    if (has_terminals()) {
        setting s = {.terminal = 1};
        outcome o = RUN_WITH(s, "cohesion", "density", data, "--draws", "5000", "--threads", "1");
        ck_assert_int_eq(o.status, 0);
        ck_assert_msg(strstr(o.err, "\r[#") && strstr(o.err, " %  resampling"), "printed: %s",
                      o.err);
        ck_assert_str_eq(strrchr(o.err, '\r'), "\r\033[K");
        outcome_free(&o);
        o = RUN_WITH(s, "cohesion", "density", data, "--draws", "5000", "--threads", "1",
                     "--quiet");
        ck_assert_int_eq(o.status, 0);
        ck_assert_str_eq(o.err, "");
        outcome_free(&o);
    }
    free(data);
    remove_folder(folder);
}
END

SUITE("tool/failure", a_result_that_cannot_be_printed_is_a_failure,
      a_long_check_that_cannot_be_printed_is_a_failure, a_full_disk_leaves_the_old_result,
      a_full_disk_leaves_the_old_data_set, an_interrupt_stops_long_work_at_once,
      progress_is_not_written_into_a_file, progress_is_shown_on_a_terminal)
