/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/say.h"

#include <math.h>
#include <string.h>

#include "draw/words.h"

static void add_value(samen__text *text, uint32_t language, const samen__value *value) {
    switch (value->kind) {
    case SAMEN__VALUE_COUNT: samen__add_count(text, language, value->count); break;
    case SAMEN__VALUE_AMOUNT: samen__add_amount(text, language, value->amount); break;
    case SAMEN__VALUE_DECIMALS: samen__add_fixed(text, language, value->amount, 4); break;
    case SAMEN__VALUE_PERCENT: samen__add_fixed(text, language, 100 * value->amount, 1); break;
    default: samen__text_add_string(text, value->text ? value->text : "");
    }
}

static int is_nothing(const samen__value *value) {
    switch (value->kind) {
    case SAMEN__VALUE_COUNT: return value->count == 0;
    case SAMEN__VALUE_TEXT: return !value->text || !*value->text;
    default: return !(fabs(value->amount) > 0);
    }
}

/* One of two words, parted by a bar and ended by a brace. */
static void add_word(samen__text *text, const char *words, int second) {
    const char *bar = strchr(words, '|'), *end = strchr(words, '}');
    if (second)
        samen__text_add(text, bar + 1, end - bar - 1);
    else
        samen__text_add(text, words, bar - words);
}

void samen__say(samen__text *text, uint32_t language, const samen__sentence *sentence,
                const samen__value *value) {
    const char *at = sentence->in[language == SAMEN_LANGUAGE_NL];
    while (*at) {
        int64_t plain = (int64_t)strcspn(at, "{");
        samen__text_add(text, at, plain);
        at += plain;
        if (!*at)
            break;
        const samen__value *v = &value[at[1] - '1'];
        if (at[2] == '?')
            add_word(text, at + 3, v->count != 1);
        else if (at[2] == '!')
            add_word(text, at + 3, is_nothing(v));
        else
            add_value(text, language, v);
        at = strchr(at, '}') + 1;
    }
}
