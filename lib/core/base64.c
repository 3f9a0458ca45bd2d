/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base64.h"

void samen__base64_add(samen__text *text, const unsigned char *bytes, int64_t length) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int64_t at = 0; at < length; at += 3) {
        int64_t taken = length - at < 3 ? length - at : 3;
        uint32_t three = 0;
        for (int64_t i = 0; i < 3; i++)
            three = three << 8 | (i < taken ? bytes[at + i] : 0);
        for (int i = 0; i < 4; i++)
            samen__text_add_byte(text, i > taken ? '=' : letters[three >> (18 - 6 * i) & 63]);
    }
}
