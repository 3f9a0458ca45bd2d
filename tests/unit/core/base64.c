/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base64.h"

#include "suite.h"

static void is_written(const char *bytes, int64_t length, const char *expected) {
    samen__text text = samen__text_growing();
    samen__text_add_string(&text, "=");
    samen__base64_add(&text, (const unsigned char *)bytes, length);
    ck_assert_str_eq(text.bytes + 1, expected);
    samen__text_free(&text);
}

/* Oracle: the vectors of RFC 4648, section 10. */
TEST(bytes_are_written_as_the_standard_has_them) {
    is_written("", 0, "");
    is_written("f", 1, "Zg==");
    is_written("fo", 2, "Zm8=");
    is_written("foo", 3, "Zm9v");
    is_written("foob", 4, "Zm9vYg==");
    is_written("fooba", 5, "Zm9vYmE=");
    is_written("foobar", 6, "Zm9vYmFy");
}
END

TEST(all_values_of_a_byte_are_written) {
    is_written("\xFB\xEF\xBE\x00", 4, "++++AA==");
    is_written("\xFF\xFF\xFF", 3, "////");
}
END

SUITE("base64", bytes_are_written_as_the_standard_has_them, all_values_of_a_byte_are_written)
