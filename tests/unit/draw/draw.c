/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door to all pictures: arguments, kinds by name, files. */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <unistd.h>

#include "build.h"

#include "../refuses.h"

TEST(wrong_arguments_are_refused) {
    samen_view *view = see(build("A-B"), "");
    const samen_run wrong = {.struct_size = 1};
    char *out = NULL;
    samen_table *table = NULL;
    REFUSES(1, "view is NULL", samen_draw(NULL, "sociogram", NULL, NULL, &out, NULL, error));
    REFUSES(2, "kind", samen_draw(view, NULL, NULL, NULL, &out, NULL, error));
    REFUSES(4, "struct_size", samen_draw(view, "sociogram", NULL, &wrong, &out, NULL, error));
    REFUSES(5, "out is NULL", samen_draw(view, "sociogram", NULL, NULL, NULL, NULL, error));
    REFUSES(1, "view is NULL",
            samen_draw_write(NULL, "sociogram", NULL, NULL, "/tmp/x.svg", 0, error));
    REFUSES(2, "kind", samen_draw_write(view, NULL, NULL, NULL, "/tmp/x.svg", 0, error));
    REFUSES(3, "has no value",
            samen_draw_write(view, "sociogram", "size", NULL, "/tmp/x.svg", 0, error));
    REFUSES(4, "struct_size",
            samen_draw_write(view, "sociogram", NULL, &wrong, "/tmp/x.svg", 0, error));
    REFUSES(5, "path", samen_draw_write(view, "sociogram", NULL, NULL, NULL, 0, error));
    REFUSES(5, "path", samen_draw_write(view, "sociogram", NULL, NULL, "", 0, error));
    REFUSES(6, "overwrite",
            samen_draw_write(view, "sociogram", NULL, NULL, "/tmp/x.svg", 2, error));
    REFUSES(1, "out is NULL", samen_draw_describe(NULL, error));
    REFUSES(2, "out is NULL", samen_draw_describe_options(NULL, NULL, error));
    ck_assert_ptr_null(out);
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

TEST(an_unknown_kind_is_told_the_nearest) {
    samen_view *view = see(build("A-B"), "");
    samen_error failed = {0};
    char *out = NULL;
    samen_table *table = NULL;
    FAILS(SAMEN_ERR_UNKNOWN, "there is no picture \"sociogrm\"; the nearest is \"sociogram\"",
          samen_draw(view, "sociogrm", NULL, NULL, &out, NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "the nearest is \"multiples\"",
          samen_draw_describe_options("multiple", &table, error));
    ck_assert_int_eq(samen_draw(view, "x", NULL, NULL, &out, NULL, &failed), SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(failed.argument, 2);
    ck_assert_int_eq(samen_draw(view, "x", NULL, NULL, &out, NULL, NULL), SAMEN_ERR_UNKNOWN);
    samen_view_free(view);
}
END

static char *read_all(const char *path) {
    char *text = NULL;
    size_t capacity = 0;
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(getdelim(&text, &capacity, 0, file), 0);
    fclose(file);
    return text;
}

TEST(a_file_has_what_the_buffer_has_and_is_not_lost_by_mistake) {
    char folder[] = "/tmp/samen-draw-XXXXXX", path[64];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.svg", folder);
    samen_view *view = see(build("A-B B-C"), "");
    char *out = NULL;
    int64_t length = 0;
    OK(samen_draw(view, "sociogram", "size=degree", NULL, &out, &length, error));
    ck_assert_int_eq(length, (int64_t)strlen(out));
    OK(samen_draw_write(view, "sociogram", "size=degree", NULL, path, 0, error));
    char *written = read_all(path);
    ck_assert_str_eq(written, out);
    FAILS(SAMEN_ERR_EXISTS, "a.svg",
          samen_draw_write(view, "sociogram", NULL, NULL, path, 0, error));
    OK(samen_draw_write(view, "sociogram", "language=nl", NULL, path, 1, error));
    char *other = read_all(path);
    ck_assert_str_ne(other, out);
    FAILS(SAMEN_ERR_NOT_FOUND, "nowhere",
          samen_draw_write(view, "sociogram", NULL, NULL, "/tmp/nowhere-at-all/a.svg", 0, error));
    unlink(path);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing was left aside */
    free(written);
    free(other);
    samen_free(out);
    samen_view_free(view);
}
END

TEST(kinds_and_options_describe_themselves) {
    samen_table *kinds = NULL, *all = NULL, *one = NULL;
    OK(samen_draw_describe(&kinds, error));
    OK(samen_draw_describe_options(NULL, &all, error));
    OK(samen_draw_describe_options("multiples", &one, error));
    ck_assert_int_eq(row_with(kinds, "kind", "sociogram"), 0);
    for (int64_t row = 0; row < samen_table_rows(kinds); row++) {
        ck_assert_str_ne(cell_text(kinds, row, "title"), "");
        ck_assert_str_ne(cell_text(kinds, row, "summary"), "");
        ck_assert_str_eq(cell_text(kinds, row, "since"), "0.1");
    }
    int64_t sociogram = 0, multiples = 0;
    for (int64_t row = 0; row < samen_table_rows(all); row++) {
        ck_assert_str_ne(cell_text(all, row, "help"), "");
        sociogram += strcmp(cell_text(all, row, "kind"), "sociogram") == 0;
        multiples += strcmp(cell_text(all, row, "kind"), "multiples") == 0;
    }
    ck_assert_int_eq(multiples, samen_table_rows(one));
    ck_assert_int_eq(multiples, sociogram + 2);
    int64_t layout = row_with(one, "option", "layout"), width = row_with(one, "option", "width");
    ck_assert_str_eq(cell_text(one, layout, "choices"), "auto,stress,force,mds,circle,group");
    ck_assert_str_eq(cell_text(one, layout, "default"), "auto");
    ck_assert_double_eq(cell_number(one, width, "minimum"), 60);
    samen_table_free(kinds);
    samen_table_free(all);
    samen_table_free(one);
}
END

SUITE("pictures by name", wrong_arguments_are_refused, an_unknown_kind_is_told_the_nearest,
      a_file_has_what_the_buffer_has_and_is_not_lost_by_mistake,
      kinds_and_options_describe_themselves)
