/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/say.h"

#include "suite.h"

static void expect(uint32_t language, const samen__sentence *sentence, const samen__value *value,
                   const char *expected) {
    samen__text text = samen__text_growing();
    samen__say(&text, language, sentence, value);
    ck_assert_str_eq(text.bytes ? text.bytes : "", expected);
    samen__text_free(&text);
}

TEST(values_are_put_in_their_places_in_any_order) {
    static const samen__sentence s = {{"{2} of {1}, {2} again", "van {1} {2}"}};
    const samen__value value[] = {samen__say_text("both"), samen__say_text("one")};
    expect(SAMEN_LANGUAGE_EN, &s, value, "one of both, one again");
    expect(SAMEN_LANGUAGE_NL, &s, value, "van both one");
}
END

TEST(numbers_are_written_as_the_language_writes_them) {
    static const samen__sentence s = {{"{1} {2} {3} {4} %", "{1} {2} {3} {4} %"}};
    const samen__value value[] = {samen__say_count(1234567), samen__say_amount(1234.5678),
                                  samen__say_decimals(-.00125), samen__say_percent(.3405)};
    expect(SAMEN_LANGUAGE_EN, &s, value, "1,234,567 1,235 -0.0013 34.1 %");
    expect(SAMEN_LANGUAGE_NL, &s, value, "1.234.567 1.235 -0,0013 34,1 %");
}
END

TEST(one_has_its_own_word) {
    static const samen__sentence s = {{"{1} {1?tie is|ties are}", "{1} {1?band|banden}"}};
    for (int64_t count = 0; count < 3; count++) {
        const samen__value value[] = {samen__say_count(count)};
        char en[20], nl[20];
        snprintf(en, sizeof en, "%d %s", (int)count, count == 1 ? "tie is" : "ties are");
        snprintf(nl, sizeof nl, "%d %s", (int)count, count == 1 ? "band" : "banden");
        expect(SAMEN_LANGUAGE_EN, &s, value, en);
        expect(SAMEN_LANGUAGE_NL, &s, value, nl);
    }
}
END

TEST(nothing_can_be_told_apart) {
    static const samen__sentence s = {{"{1!some|none}{2!, |}{2}", "{1!wat|niets}"}};
    const struct {
        samen__value value[2];
        const char *expected;
    } cases[] = {{{samen__say_count(2), samen__say_text("so")}, "some, so"},
                 {{samen__say_count(0), samen__say_text("")}, "none"},
                 {{samen__say_decimals(0), samen__say_text(NULL)}, "none"},
                 {{samen__say_decimals(-.1), samen__say_text(NULL)}, "some"},
                 {{samen__say_percent(0), samen__say_text(NULL)}, "none"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect(SAMEN_LANGUAGE_EN, &s, cases[i].value, cases[i].expected);
    expect(SAMEN_LANGUAGE_NL, &s, cases[1].value, "niets");
}
END

/* What data call themselves cannot fill places. */
TEST(braces_in_a_value_are_only_braces) {
    static const samen__sentence s = {{"{1} and {2}", ""}};
    const samen__value value[] = {samen__say_text("{2}"), samen__say_text("{1?a|b}")};
    expect(SAMEN_LANGUAGE_EN, &s, value, "{2} and {1?a|b}");
    expect(SAMEN_LANGUAGE_NL, &s, value, "");
}
END

SUITE("report/say", values_are_put_in_their_places_in_any_order,
      numbers_are_written_as_the_language_writes_them, one_has_its_own_word,
      nothing_can_be_told_apart, braces_in_a_value_are_only_braces)
