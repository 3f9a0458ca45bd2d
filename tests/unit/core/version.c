/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/core.h"

#include "suite.h"

TEST(the_library_and_the_header_are_of_one_version) {
    char expected[64];
    snprintf(expected, sizeof expected, "%d.%d.%d", SAMEN_VERSION_MAJOR, SAMEN_VERSION_MINOR,
             SAMEN_VERSION_PATCH);
    ck_assert_str_eq(samen_version(), expected);
}
END

SUITE("core/version", the_library_and_the_header_are_of_one_version)
