/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sha256.h"

#include "suite.h"

static const char *hex(const uint8_t hash[SAMEN__SHA256_BYTES]) {
    static char text[2 * SAMEN__SHA256_BYTES + 1];
    for (int i = 0; i < SAMEN__SHA256_BYTES; i++)
        sprintf(text + 2 * i, "%02x", hash[i]);
    return text;
}

static const char *hash_of(const char *bytes, int64_t length) {
    uint8_t hash[SAMEN__SHA256_BYTES];
    samen__sha256 sum = samen__sha256_start();
    samen__sha256_add(&sum, bytes, length);
    samen__sha256_finish(&sum, hash);
    return hex(hash);
}

/* Oracle: the examples that NIST gives with FIPS 180-4. */
TEST(the_hash_has_the_published_values) {
    ck_assert_str_eq(hash_of("", 0),
                     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    ck_assert_str_eq(hash_of("abc", 3),
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_str_eq(hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56),
                     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    memset(million, 'a', 1000000);
    ck_assert_str_eq(hash_of(million, 1000000),
                     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}
END

/* Oracle: sha256sum of as many letters a. The length does or does not fit into the block of the last ones. */
TEST(every_length_of_the_last_block_is_right) {
    static const struct {
        int64_t length;
        const char *hash;
    } cases[] = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
    };
    char letters[120];
    memset(letters, 'a', sizeof letters);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_str_eq(hash_of(letters, cases[i].length), cases[i].hash);
}
END

/* Oracle: the hash of the same bytes in one piece; lengths around the 56 and 64 bytes at which a block is full. */
TEST(bytes_can_come_in_any_pieces) {
    char bytes[200], whole[2 * SAMEN__SHA256_BYTES + 1];
    for (int i = 0; i < 200; i++)
        bytes[i] = (char)(7 * i);
    for (int length = 0; length < 200; length++) {
        strcpy(whole, hash_of(bytes, length));
        for (int piece = 1; piece < 70; piece += 13) {
            uint8_t hash[SAMEN__SHA256_BYTES];
            samen__sha256 sum = samen__sha256_start();
            for (int at = 0; at < length; at += piece)
                samen__sha256_add(&sum, bytes + at, length - at < piece ? length - at : piece);
            samen__sha256_finish(&sum, hash);
            ck_assert_str_eq(hex(hash), whole);
        }
    }
}
END

static const char *keyed(const char *key, int64_t key_length, const char *bytes) {
    uint8_t hash[SAMEN__SHA256_BYTES];
    samen__hmac_sha256(key, key_length, bytes, (int64_t)strlen(bytes), hash);
    return hex(hash);
}

/* Oracle: RFC 4231, test cases 1, 2 and 6 (a key longer than a block). */
TEST(keyed_it_has_the_published_values) {
    char ones[20], longer[131];
    memset(ones, 0x0b, sizeof ones);
    memset(longer, 0xaa, sizeof longer);
    ck_assert_str_eq(keyed(ones, 20, "Hi There"),
                     "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    ck_assert_str_eq(keyed("Jefe", 4, "what do ya want for nothing?"),
                     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    ck_assert_str_eq(keyed(longer, 131, "Test Using Larger Than Block-Size Key - Hash Key First"),
                     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
END

SUITE("core/sha256", the_hash_has_the_published_values, every_length_of_the_last_block_is_right,
      bytes_can_come_in_any_pieces, keyed_it_has_the_published_values)
