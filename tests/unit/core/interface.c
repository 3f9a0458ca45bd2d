/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/core.h"

#include "suite.h"

TEST(the_interface_is_the_text_of_samen_json) {
    FILE *file = fopen(source_path("include/samen/samen.json"), "rb");
    ck_assert_ptr_nonnull(file);
    size_t length = strlen(samen_interface());
    char *text = malloc(length + 1);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(fread(text, 1, length, file), length);
    ck_assert_int_eq(fgetc(file), EOF);
    fclose(file);
    ck_assert_mem_eq(text, samen_interface(), length);
    free(text);
}
END

/* It lasts as long as the library, so a caller need not copy it. */
TEST(the_interface_is_the_same_text_every_time) {
    ck_assert_ptr_eq(samen_interface(), samen_interface());
    char version[64];
    snprintf(version, sizeof version, "\"version\": \"%s\"", samen_version());
    ck_assert_ptr_nonnull(strstr(samen_interface(), version));
}
END

SUITE("core/interface", the_interface_is_the_text_of_samen_json,
      the_interface_is_the_same_text_every_time)
