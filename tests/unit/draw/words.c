/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/words.h"

#include "suite.h"

TEST(every_word_is_there_in_both_languages) {
    for (int word = 0; word < SAMEN__WORDS; word++) {
        for (uint32_t language = 0; language < 2; language++) {
            const char *text = samen__word_in(language, (samen__word)word);
            ck_assert_msg(text && *text, "word %d is missing in language %u", word, language);
        }
    }
    ck_assert_str_eq(samen__language_code(SAMEN_LANGUAGE_EN), "en");
    ck_assert_str_eq(samen__language_code(SAMEN_LANGUAGE_NL), "nl");
    ck_assert_str_eq(samen__word_in(SAMEN_LANGUAGE_NL, SAMEN__WORD_TIES), "banden");
}
END

TEST(counts_and_amounts_are_written_as_the_language_does) {
    static const struct {
        double amount;
        const char *en, *nl;
    } cases[] = {{0, "0", "0"},
                 {1, "1", "1"},
                 {12.5, "12.5", "12,5"},
                 {124.9598, "125", "125"},
                 {0.05123, "0.0512", "0,0512"},
                 {31.2399, "31.2", "31,2"},
                 {796670, "796,670", "796.670"},
                 {-2.5, "-2.5", "-2,5"},
                 {1e7, "10,000,000", "10.000.000"},
                 {0.0000001, "0", "0"},
                 {999, "999", "999"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_amount(&text, SAMEN_LANGUAGE_EN, cases[i].amount);
        ck_assert_str_eq(bytes, cases[i].en);
        text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_amount(&text, SAMEN_LANGUAGE_NL, cases[i].amount);
        ck_assert_str_eq(bytes, cases[i].nl);
    }
    char bytes[64];
    samen__text text = samen__text_fixed(bytes, sizeof bytes);
    samen__add_counted(&text, SAMEN_LANGUAGE_EN, 1, SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    samen__text_add_byte(&text, ' ');
    samen__add_counted(&text, SAMEN_LANGUAGE_NL, 1234, SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    ck_assert_str_eq(bytes, "1 tie 1.234 banden");
}
END

/* Oracle: by hand; a half goes to the even digit. */
TEST(decimals_are_written_as_the_language_does) {
    static const struct {
        double amount;
        int32_t decimals;
        const char *en, *nl;
    } cases[] = {{0, 2, "0.00", "0,00"},
                 {1234.5, 1, "1,234.5", "1.234,5"},
                 {-1234567.125, 2, "-1,234,567.12", "-1.234.567,12"},
                 {999.96, 1, "1,000.0", "1.000,0"},
                 {12, 0, "12", "12"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_fixed(&text, SAMEN_LANGUAGE_EN, cases[i].amount, cases[i].decimals);
        ck_assert_str_eq(bytes, cases[i].en);
        text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_fixed(&text, SAMEN_LANGUAGE_NL, cases[i].amount, cases[i].decimals);
        ck_assert_str_eq(bytes, cases[i].nl);
    }
}
END

/* What is not nothing is not rounded to nothing, and what is not all is not rounded to all. */
TEST(shares_are_whole_percents_but_for_the_smallest_and_largest) {
    static const struct {
        double share;
        const char *en, *nl;
    } cases[] = {{0, "0", "0"},
                 {0.0000001, "<0.1", "<0,1"},
                 {0.0041, "0.4", "0,4"},
                 {0.01, "1", "1"},
                 {0.3434, "34", "34"},
                 {0.99, "99", "99"},
                 {0.9951, "99.5", "99,5"},
                 {0.99999, ">99.9", ">99,9"},
                 {1, "100", "100"},
                 {1.35, "135", "135"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_percent(&text, SAMEN_LANGUAGE_EN, cases[i].share);
        ck_assert_str_eq(bytes, cases[i].en);
        text = samen__text_fixed(bytes, sizeof bytes);
        samen__add_percent(&text, SAMEN_LANGUAGE_NL, cases[i].share);
        ck_assert_str_eq(bytes, cases[i].nl);
    }
}
END

SUITE("words of pictures", every_word_is_there_in_both_languages,
      counts_and_amounts_are_written_as_the_language_does,
      decimals_are_written_as_the_language_does,
      shares_are_whole_percents_but_for_the_smallest_and_largest)
