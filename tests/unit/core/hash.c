/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hash.h"

#include "graphs.h"
#include "suite.h"

static uint64_t turn(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static void mix(uint64_t *sum, uint64_t *part, int bits) {
    *sum += *part;
    *part = turn(*part, bits) ^ *sum;
}

/* SipHash with any number of rounds, byte by byte as its paper describes it. */
static uint64_t plain_siphash(int per_word, int at_end, const uint64_t key[2],
                              const unsigned char *bytes, int length) {
    uint64_t a = key[0] ^ 0x736f6d6570736575u, b = key[1] ^ 0x646f72616e646f6du;
    uint64_t c = key[0] ^ 0x6c7967656e657261u, d = key[1] ^ 0x7465646279746573u;
    int words = length / 8 + 1;
    for (int word = 0; word <= words; word++) {
        uint64_t message = 0;
        for (int i = 0; i < 8 && word < words; i++) {
            int at = 8 * word + i;
            uint64_t byte = at < length ? bytes[at] : at == 8 * words - 1 ? (unsigned)length : 0;
            message |= (byte & 255) << (8 * i);
        }
        d ^= message;
        c ^= word == words ? 0xff : 0;
        for (int round = 0; round < (word == words ? at_end : per_word); round++) {
            mix(&a, &b, 13);
            a = turn(a, 32);
            mix(&c, &d, 16);
            mix(&a, &d, 21);
            mix(&c, &b, 17);
            c = turn(c, 32);
        }
        a ^= message;
    }
    return a ^ b ^ c ^ d;
}

static const uint64_t counting_key[2] = {0x0706050403020100u, 0x0F0E0D0C0B0A0908u};

/* Oracle: the example of the paper (appendix A of Aumasson and Bernstein 2012) and the first of the
 * reference implementation's vectors, both SipHash-2-4. */
TEST(the_plain_hash_of_this_test_is_siphash) {
    unsigned char bytes[15];
    for (int i = 0; i < 15; i++)
        bytes[i] = (unsigned char)i;
    ck_assert_uint_eq(plain_siphash(2, 4, counting_key, bytes, 15), 0xa129ca6149be45e5u);
    ck_assert_uint_eq(plain_siphash(2, 4, counting_key, bytes, 0), 0x726fdb47dd0e0e31u);
}
END

/* Oracle: vectors of the reference implementation with key 0, SipHash-1-3. */
TEST(the_hash_has_the_published_values) {
    static const uint64_t zero_key[2] = {0, 0};
    ck_assert_uint_eq(samen__hash(zero_key, "", 0), 0xd1fba762150c532cu);
    ck_assert_uint_eq(samen__hash(zero_key, "\0", 1), 0x68a914128e01e473u);
}
END

/* Oracle: the plain implementation above. */
TEST(the_hash_is_siphash_of_one_and_three_rounds_at_every_length) {
    dice d = {.state = 1};
    for (int length = 0; length < 300; length++) {
        unsigned char bytes[300];
        uint64_t key[2] = {dice_roll(&d, UINT64_MAX), dice_roll(&d, UINT64_MAX)};
        for (int i = 0; i < length; i++)
            bytes[i] = (unsigned char)dice_roll(&d, 256);
        ck_assert_uint_eq(samen__hash(key, (const char *)bytes, length),
                          plain_siphash(1, 3, key, bytes, length));
    }
}
END

TEST(keys_are_numbered_in_order_of_first_appearance) {
    static const struct {
        const char *key;
        int64_t length, number;
        int32_t added;
    } cases[] = {{"b", 1, 0, 1},  {"a", 1, 1, 1},    {"b", 1, 0, 0},    {"", 0, 2, 1},
                 {"ab", 2, 3, 1}, {"a\0b", 3, 4, 1}, {"a\0", 2, 5, 1},  {"a", 1, 1, 0},
                 {"\0", 1, 6, 1}, {"", 0, 2, 0},     {"a\0c", 3, 7, 1}, {"abc", 2, 3, 0}};
    samen__keys keys;
    samen__keys_start(&keys);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t number = -5;
        int32_t added = -5;
        OK(samen__keys_add(&keys, cases[i].key, cases[i].length, &number, &added, error));
        ck_assert_int_eq(number, cases[i].number);
        ck_assert_int_eq(added, cases[i].added);
        ck_assert_int_eq(samen__keys_find(&keys, cases[i].key, cases[i].length), number);
        ck_assert_int_eq(samen__keys_length(&keys, number), cases[i].length);
        ck_assert_mem_eq(samen__keys_text(&keys, number), cases[i].key, (size_t)cases[i].length);
        ck_assert_int_eq(samen__keys_text(&keys, number)[cases[i].length], '\0');
    }
    ck_assert_int_eq(keys.count, 8);
    ck_assert_int_eq(samen__keys_find(&keys, "c", 1), -1);
    ck_assert_int_eq(samen__keys_find(&keys, "abc", 3), -1);
    samen__keys_free(&keys);
}
END

TEST(no_keys_hold_nothing) {
    samen__keys keys;
    samen__keys_start(&keys);
    ck_assert_int_eq(samen__keys_find(&keys, "a", 1), -1);
    ck_assert_int_eq(samen__keys_find(&keys, "", 0), -1);
    ck_assert_int_eq(keys.count, 0);
    samen__keys_free(&keys);
    samen__keys_free(&keys);
}
END

TEST(many_keys_are_found_again) {
    enum { MANY = 50000 };
    samen__keys keys;
    samen__keys_start(&keys);
    char key[32];
    for (int64_t i = 0; i < MANY; i++) {
        int64_t number;
        int32_t added;
        int length = snprintf(key, sizeof key, "organisation %lld", (long long)i);
        OK(samen__keys_add(&keys, key, length, &number, &added, error));
        ck_assert(added && number == i);
    }
    for (int64_t i = 0; i < MANY; i++) {
        int length = snprintf(key, sizeof key, "organisation %lld", (long long)i);
        ck_assert_int_eq(samen__keys_find(&keys, key, length), i);
        ck_assert_str_eq(samen__keys_text(&keys, i), key);
        ck_assert_int_eq(samen__keys_find(&keys, key, length - 1), i < 10 ? -1 : i / 10);
    }
    ck_assert_int_eq(keys.count, MANY);
    ck_assert_int_ge(keys.slots, 2 * MANY);
    samen__keys_free(&keys);
}
END

/* Keys of every length, with a NUL in some, found by all their names; whatever stands behind them. */
TEST(keys_of_any_length_are_found_by_their_names) {
    enum { LONGEST = 150 };
    samen__keys keys, alike;
    samen__keys_start(&keys);
    samen__keys_start_alike(&alike, &keys);
    for (int length = 0; length <= LONGEST; length++) {
        for (int kind = 0; kind < 3; kind++) {
            char key[LONGEST + 20];
            int64_t number;
            int32_t added;
            memset(key, kind == 0 ? 'x' : 0, sizeof key);
            if (kind == 2 && length > 0)
                key[length - 1] = 'y';
            memset(key + length, '#', 16);
            samen__name name = samen__keys_name(&alike, key, length);
            OK(samen__keys_add(&keys, key, length, &number, &added, error));
            ck_assert(added || length == 0);
            ck_assert_int_eq(samen__keys_find_name(&keys, &name), number);
            ck_assert_uint_eq(samen__keys_name_any(&keys, key, length).hash, name.hash);
        }
    }
    ck_assert_int_eq(keys.count, 1 + 3 * LONGEST);
    samen__keys_free(&keys);
    samen__keys_free(&alike);
}
END

/* Keys that differ in one bit, at any place of any length, hardly ever meet in one slot: of 10,000 in
 * 65,536 slots some 750 pairs do by chance. */
TEST(keys_that_are_almost_alike_are_spread) {
    enum { MANY = 10000, SLOTS = 65536 };
    for (int length = 1; length <= 80; length += length < 20 ? 1 : 7) {
        samen__keys keys;
        int *met = calloc(SLOTS, sizeof *met), pairs = 0;
        samen__keys_start(&keys);
        for (int i = 0; i < MANY; i++) {
            char key[96];
            memset(key, 'o', sizeof key);
            int digits = length < 4 ? length : 4, shown = i;
            for (int at = length - 1; at >= length - digits; at--, shown /= 10)
                key[at] = (char)('0' + shown % 10);
            if (shown > 0)
                break;
            pairs += met[samen__keys_name_any(&keys, key, length).hash % SLOTS]++;
        }
        ck_assert_msg(pairs < 1200, "%d pairs of length %d", pairs, length);
        free(met);
        samen__keys_free(&keys);
    }
}
END

/* Oracle: a set to which the later keys were never added. */
TEST(keys_are_forgotten_without_a_trace) {
    dice d = {.state = 3};
    for (int round = 0; round < 200; round++) {
        samen__keys keys;
        int64_t number, kept = (int64_t)dice_roll(&d, 100), more = (int64_t)dice_roll(&d, 200);
        int32_t added;
        char key[40];
        samen__keys_start(&keys);
        for (int again = 0; again < 2; again++) {
            for (int64_t i = keys.count; i < kept + more; i++) {
                int length =
                    snprintf(key, sizeof key, i % 3 ? "%d" : "organisation number %d", (int)i);
                OK(samen__keys_add(&keys, key, length, &number, &added, error));
                ck_assert(added && number == i);
            }
            samen__keys_truncate(&keys, kept);
            for (int64_t i = 0; i < kept + more; i++) {
                int length =
                    snprintf(key, sizeof key, i % 3 ? "%d" : "organisation number %d", (int)i);
                ck_assert_int_eq(samen__keys_find(&keys, key, length), i < kept ? i : -1);
            }
        }
        samen__keys_free(&keys);
    }
}
END

TEST(every_set_of_keys_has_a_secret_of_its_own) {
    samen__keys keys;
    uint64_t first[2];
    samen__keys_start(&keys);
    memcpy(first, keys.secret, sizeof first);
    samen__keys_start(&keys);
    ck_assert_uint_ne(keys.secret[0], first[0]);
    ck_assert_uint_ne(keys.secret[1], first[1]);
}
END

SUITE("core/hash", the_plain_hash_of_this_test_is_siphash, the_hash_has_the_published_values,
      the_hash_is_siphash_of_one_and_three_rounds_at_every_length,
      keys_are_numbered_in_order_of_first_appearance, no_keys_hold_nothing,
      many_keys_are_found_again, keys_of_any_length_are_found_by_their_names,
      keys_that_are_almost_alike_are_spread, keys_are_forgotten_without_a_trace,
      every_set_of_keys_has_a_secret_of_its_own)
