/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences in every language that a report speaks, with places for what differs. A sentence stands beside the code
 * that says it, so that whoever changes one sees the other. */
#ifndef SAMEN_REPORT_SAY_H
#define SAMEN_REPORT_SAY_H

#include "core/text.h"
#include "samen/typology.h"

/* In English and Dutch. {1} is the first value, {2} the second; {1?tie|ties} is the first word when the first value
 * is one, and the second otherwise. {1!some|none} is the second when it is nothing: zero or an empty text. */
typedef struct samen__sentence {
    const char *in[2]; /* by SAMEN_LANGUAGE_EN, SAMEN_LANGUAGE_NL */
} samen__sentence;

/* A sentence without places. */
static inline const char *samen__said(uint32_t language, const samen__sentence *sentence) {
    return sentence->in[language == SAMEN_LANGUAGE_NL];
}

typedef enum samen__value_kind {
    SAMEN__VALUE_TEXT,
    SAMEN__VALUE_COUNT,    /* 1,234 or 1.234 */
    SAMEN__VALUE_AMOUNT,   /* three digits that count */
    SAMEN__VALUE_DECIMALS, /* four decimals */
    SAMEN__VALUE_PERCENT   /* of a share: 34.1 for .341; the sign is the sentence's */
} samen__value_kind;

typedef struct samen__value {
    samen__value_kind kind;
    const char *text;
    int64_t count;
    double amount;
} samen__value;

static inline samen__value samen__say_text(const char *text) {
    return (samen__value){.kind = SAMEN__VALUE_TEXT, .text = text};
}

static inline samen__value samen__say_count(int64_t count) {
    return (samen__value){.kind = SAMEN__VALUE_COUNT, .count = count};
}

static inline samen__value samen__say_amount(double amount) {
    return (samen__value){.kind = SAMEN__VALUE_AMOUNT, .amount = amount};
}

static inline samen__value samen__say_decimals(double amount) {
    return (samen__value){.kind = SAMEN__VALUE_DECIMALS, .amount = amount};
}

static inline samen__value samen__say_percent(double share) {
    return (samen__value){.kind = SAMEN__VALUE_PERCENT, .amount = share};
}

/* Add a sentence to a text. `value` has as many values as the sentence has places, or is NULL where it has none.
 * Texts are added as they are: whoever writes the text out makes it harmless. */
void samen__say(samen__text *text, uint32_t language, const samen__sentence *sentence,
                const samen__value *value);

#endif
