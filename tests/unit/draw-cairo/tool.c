/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen draw: the format is by the ending of the file or as it is told, and a file is there whole or not at all. */
#define _GNU_SOURCE
#include "../tool/program.h"

#define PADGETT SAMEN_SOURCE_DIR "/examples/data/padgett"

/* The file begins with these bytes. */
static void begins_with(const char *path, const char *bytes) {
    char there[8] = {0};
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s is not there", path);
    ck_assert_uint_eq(fread(there, 1, strlen(bytes), file), strlen(bytes));
    fclose(file);
    ck_assert_str_eq(there, bytes);
}

TEST(the_format_is_by_the_ending_or_as_it_is_told) {
    static const struct {
        const char *name, *option, *value, *start;
    } cases[] = {
        {"a.svg", "--width", "90", "<svg "},   {"a.PNG", "--dpi", "50", "\x89PNG"},
        {"a.pdf", "--width", "90", "%PDF-"},   {"none", "--width", "90", "<svg "},
        {"b.svg", "--format", "pdf", "%PDF-"}, {"a.b.jpg", "--format", "PNG", "\x89PNG"},
    };
    char *folder = make_folder();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *path = join_path(folder, cases[i].name);
        outcome o = RUN("draw", "sociogram", PADGETT, "-o", path, cases[i].option, cases[i].value);
        expect_outcome(o, 0, NULL, NULL);
        begins_with(path, cases[i].start);
        free(path);
    }
    remove_folder(folder);
}
END

TEST(a_picture_for_standard_output_is_told_its_format) {
    expect_outcome(RUN("draw", "sociogram", PADGETT, "--format", "pdf"), 0, "%PDF-1.", NULL);
    expect_outcome(RUN("draw", "sociogram", PADGETT), 0, "<svg ", NULL);
}
END

TEST(what_cannot_be_drawn_or_written_leaves_no_file) {
    char *folder = make_folder(), *path = join_path(folder, "a.png");
    expect_outcome(
        RUN("draw", "sociogram", PADGETT, "-o", path, "--width", "2000", "--dpi", "2400"), 1, NULL,
        "give a smaller page or at most");
    ck_assert_int_eq(access(path, F_OK), -1);
    expect_outcome(RUN("draw", "sociogram", PADGETT, "-o", path, "--dpi", "40"), 0, NULL, NULL);
    expect_outcome(RUN("draw", "sociogram", PADGETT, "-o", path, "--dpi", "40"), 1, NULL,
                   "it is there already");
    expect_outcome(RUN("draw", "sociogram", PADGETT, "-o", path, "--overwrite", "true"), 0, NULL,
                   NULL);
    expect_outcome(RUN("draw", "sociogram", PADGETT, "-o", "/nowhere/a.pdf"), 1, NULL,
                   "cannot write /nowhere/a.pdf");
    free(path);
    remove_folder(folder);
}
END

SUITE("samen draw with Cairo", the_format_is_by_the_ending_or_as_it_is_told,
      a_picture_for_standard_output_is_told_its_format,
      what_cannot_be_drawn_or_written_leaves_no_file)
