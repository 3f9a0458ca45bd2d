/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sha256.h"

#include "suite.h"

static void hash_is(const char *bytes, int64_t length, const char *expected) {
    unsigned char digest[SAMEN__SHA256_SIZE];
    char digits[2 * SAMEN__SHA256_SIZE + 1];
    samen__sha256(bytes, length, digest);
    for (int i = 0; i < SAMEN__SHA256_SIZE; i++)
        sprintf(digits + 2 * i, "%02x", digest[i]);
    ck_assert_str_eq(digits, expected);
}

/* Oracle: NIST's examples for FIPS 180-4 (one block, two blocks) and its long message of a million letters. */
TEST(the_hash_has_the_published_values) {
    static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    hash_is("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hash_is("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash_is(two_blocks, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    memset(million, 'a', 1000000);
    hash_is(million, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}
END

/* Oracle: sha256sum of as many letters a. The length does or does not fit into the block of the last ones. */
TEST(every_length_of_the_last_block_is_right) {
    char letters[120];
    memset(letters, 'a', sizeof letters);
    hash_is(letters, 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    hash_is(letters, 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    hash_is(letters, 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    hash_is(letters, 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    hash_is(letters, 119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb");
    hash_is(letters, 120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c");
}
END

SUITE("SHA-256", the_hash_has_the_published_values, every_length_of_the_last_block_is_right)
