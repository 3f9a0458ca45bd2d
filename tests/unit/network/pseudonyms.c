/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/pseudonyms.h"

#include "suite.h"

static const char secret_text[] = "a secret of our own";

static samen__pseudonyms made(const samen__keys *keys, const char *what, const char *prefix) {
    uint8_t secret[SAMEN__SHA256_BYTES];
    samen__pseudonyms out = {0};
    samen__sha256 sum = samen__sha256_start();
    samen__sha256_add(&sum, secret_text, (int64_t)strlen(secret_text));
    samen__sha256_finish(&sum, secret);
    OK(samen__pseudonyms_make(keys, what, prefix, secret, &out, error));
    return out;
}

static void add(samen__keys *keys, const char *key) {
    int64_t number;
    int32_t added;
    OK(samen__keys_add(keys, key, (int64_t)strlen(key), &number, &added, error));
}

/* Oracle: Python's hmac and hashlib, and the first 30 bits of the hash written in Crockford's base 32. */
TEST(pseudonyms_are_the_beginning_of_a_keyed_hash_in_ascending_order) {
    static const char *const families[] = {"medici", "albizzi", "strozzi", "pazzi"};
    static const char *const expected[] = {"org-587EKY", "org-9GCN6M", "org-G5FZX0", "org-YAQ3E8"};
    static const int key[] = {2, 1, 0, 3};
    samen__keys keys;
    samen__keys_start(&keys);
    for (int i = 0; i < 4; i++)
        add(&keys, families[i]);
    samen__pseudonyms p = made(&keys, "organisation", "org-");
    for (int i = 0; i < 4; i++) {
        ck_assert_str_eq(p.text[i], expected[i]);
        ck_assert_int_eq(p.key[i], key[i]);
        ck_assert_int_eq(p.place[key[i]], i);
    }
    samen__pseudonyms_free(&p);
    samen__keys_free(&keys);
}
END

TEST(the_same_key_of_another_kind_has_another_pseudonym) {
    samen__keys keys;
    samen__keys_start(&keys);
    add(&keys, "medici");
    samen__pseudonyms p = made(&keys, "partnership", "par-");
    ck_assert_str_eq(p.text[0], "par-7CG2RT");
    samen__pseudonyms_free(&p);
    samen__keys_free(&keys);
}
END

/* Oracle: the same in Python; these two were found there by trying. */
TEST(pseudonyms_that_would_be_the_same_are_longer) {
    samen__keys keys;
    samen__keys_start(&keys);
    add(&keys, "k4193");
    add(&keys, "medici");
    add(&keys, "k21333");
    samen__pseudonyms p = made(&keys, "organisation", "org-");
    ck_assert_str_eq(p.text[0], "org-A09A0JB");
    ck_assert_str_eq(p.text[1], "org-A09A0JM");
    ck_assert_str_eq(p.text[2], "org-G5FZX0");
    samen__pseudonyms_free(&p);
    samen__keys_free(&keys);
}
END

TEST(no_keys_have_no_pseudonyms) {
    samen__keys keys;
    samen__keys_start(&keys);
    samen__pseudonyms p = made(&keys, "organisation", "org-");
    samen__pseudonyms_free(&p);
    samen__keys_free(&keys);
}
END

SUITE("network/pseudonyms", pseudonyms_are_the_beginning_of_a_keyed_hash_in_ascending_order,
      the_same_key_of_another_kind_has_another_pseudonym,
      pseudonyms_that_would_be_the_same_are_longer, no_keys_have_no_pseudonyms)
