/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of anything, written whole or not at all. */
#include "folder.h"

#include "../refuses.h"

static const uint8_t picture[] = {0x89, 'P', 0, 0xff};

TEST(a_file_has_the_bytes_and_is_not_lost_by_mistake) {
    char *folder = make_folder(), path[512];
    uint8_t read[8];
    snprintf(path, sizeof path, "%s/a.png", folder);
    OK(samen_io_write_bytes(picture, sizeof picture, path, 0, error));
    FAILS(SAMEN_ERR_EXISTS, "a.png", samen_io_write_bytes(picture, 1, path, 0, error));
    FILE *file = fopen(path, "rb");
    ck_assert_uint_eq(fread(read, 1, sizeof read, file), sizeof picture);
    fclose(file);
    ck_assert_int_eq(memcmp(read, picture, sizeof picture), 0);
    OK(samen_io_write_bytes(picture, 0, path, 1, error));
    file = fopen(path, "rb");
    ck_assert_int_eq(fgetc(file), EOF);
    fclose(file);
    FAILS(SAMEN_ERR_NOT_FOUND, "nowhere",
          samen_io_write_bytes(picture, 1, "/tmp/nowhere-at-all/a.png", 0, error));
    remove(path);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing was left aside */
    free(folder);
}
END

TEST(wrong_arguments_are_refused) {
    REFUSES(1, "bytes is NULL", samen_io_write_bytes(NULL, 1, "/tmp/x", 0, error));
    REFUSES(2, "length is -1", samen_io_write_bytes(picture, -1, "/tmp/x", 0, error));
    REFUSES(3, "path", samen_io_write_bytes(picture, 1, NULL, 0, error));
    REFUSES(3, "path", samen_io_write_bytes(picture, 1, "", 0, error));
    REFUSES(4, "overwrite", samen_io_write_bytes(picture, 1, "/tmp/x", 2, error));
}
END

SUITE("files of bytes", a_file_has_the_bytes_and_is_not_lost_by_mistake,
      wrong_arguments_are_refused)
