/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong arguments and option structs of other versions: what every public function does with
 * them. */
#ifndef SAMEN_TESTS_UNIT_REFUSES_H
#define SAMEN_TESTS_UNIT_REFUSES_H

#include "suite.h"

/* The call fails with SAMEN_ERR_ARGUMENT, blames the argument of that number and no cell, and says
 * these words. Without an error struct it fails alike. */
#define REFUSES(number, words, call)                                                               \
    do {                                                                                           \
        samen_error refused = {.row = -7, .column = -7};                                           \
        samen_error *error = &refused;                                                             \
        samen_status refused_status = (call);                                                      \
        ck_assert_msg(refused_status == SAMEN_ERR_ARGUMENT, "%s: %s",                              \
                      samen_status_name(refused_status), refused.message);                         \
        ck_assert_int_eq(refused.code, SAMEN_ERR_ARGUMENT);                                        \
        ck_assert_msg(refused.argument == (number), "argument %d: %s", refused.argument,           \
                      refused.message);                                                            \
        ck_assert_int_eq(refused.row, -1);                                                         \
        ck_assert_int_eq(refused.column, -1);                                                      \
        ck_assert_msg(strstr(refused.message, words) != NULL, "\"%s\" is not in \"%s\"", words,    \
                      refused.message);                                                            \
        error = NULL;                                                                              \
        ck_assert_int_eq((call), SAMEN_ERR_ARGUMENT);                                              \
    } while (0)

#endif
