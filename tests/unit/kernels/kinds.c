/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/kinds.h"

#include "graphs.h"
#include "suite.h"

/* Oracle: the key says what a kind adds. More kinds than the table has slots at first, keys in disorder. */
TEST(each_key_is_a_kind_of_its_own_with_its_addends) {
    enum { KEYS = 500 };
    samen__kinds kinds;
    dice d = {.state = 91};
    int32_t of_key[KEYS];
    OK(samen__kinds_start(&kinds, error));
    for (int i = 0; i < KEYS; i++)
        of_key[i] = -1;
    for (int i = 0; i < 20000; i++) {
        int key = (int)dice_roll(&d, KEYS), fresh = -1;
        int32_t kind = -1;
        /* Keys that differ in high digits only, and neighbours. */
        uint64_t spread = key % 2 ? (uint64_t)key << 40 : (uint64_t)key;
        OK(samen__kinds_find(&kinds, spread, &kind, &fresh, error));
        ck_assert_int_eq(fresh, of_key[key] < 0);
        if (fresh) {
            ck_assert_int_eq(kind, kinds.count - 1);
            of_key[key] = kind;
            for (int k = 0; k < key % 4; k++)
                OK(samen__kinds_add(&kinds, key + k, 0.5 * key, error));
        }
        ck_assert_int_eq(kind, of_key[key]);
    }
    ck_assert_int_eq(kinds.count, KEYS);
    for (int key = 0; key < KEYS; key++) {
        int64_t from = kinds.start[of_key[key]], to = kinds.start[of_key[key] + 1];
        ck_assert_int_eq(to - from, key % 4);
        for (int64_t a = from; a < to; a++) {
            ck_assert_int_eq(kinds.addend[a].total, key + (a - from));
            ck_assert_double_eq(kinds.addend[a].value, 0.5 * key);
        }
    }
    samen__kinds_free(&kinds);
    ck_assert_ptr_null(kinds.slot);
}
END

SUITE("unit/kernels/kinds", each_key_is_a_kind_of_its_own_with_its_addends)
