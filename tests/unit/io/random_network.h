/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks with everything in them that is hard to write and read back. */
#ifndef SAMEN_TESTS_RANDOM_NETWORK_H
#define SAMEN_TESTS_RANDOM_NETWORK_H

#include "../whole.h"
#include "graphs.h"

/* Texts that look like something else, or that a table has to take care of. */
static const char *const hard_texts[] = {"1",
                                         "007",
                                         "1.5",
                                         "2,5",
                                         "1e5",
                                         "-3",
                                         "+32 9 123",
                                         "nan",
                                         "inf",
                                         "12345678901234567890",
                                         "2024-01-31",
                                         "2024-02-30",
                                         "31/01/2024",
                                         "yes",
                                         "no",
                                         "ja",
                                         "Nee",
                                         " yes ",
                                         "true",
                                         "x",
                                         " x",
                                         "x ",
                                         " ",
                                         "a,b",
                                         "a;b",
                                         "a\tb",
                                         "a\nb",
                                         "a\rb",
                                         "a\r\nb",
                                         "\"",
                                         "\"\"",
                                         "say \"hi\"",
                                         "\n",
                                         "\r",
                                         "é",
                                         "e\xCC\x81",
                                         "日本語",
                                         "\xF0\x9F\x98\x80",
                                         "=1+1",
                                         "@cmd",
                                         "\xEF\xBB\xBFmark",
                                         "'",
                                         "#",
                                         "null",
                                         "NA",
                                         "\x01\x1B[31m",
                                         "from",
                                         "id",
                                         "sep=;",
                                         "a long text with a comma, a \"quote\" and\nan end"};

/* Names of attributes that are hard to tell from something else. */
static const char *const hard_names[] = {"sector",
                                         "Naam van de straat",
                                         "Gewicht",
                                         "Van",
                                         "Weight",
                                         "x:text",
                                         "x:number",
                                         "y:date:yes-no",
                                         "a,b,c,d,e,f,g,h,i",
                                         "a;b;c;d;e;f;g;h;i",
                                         "a\tb\tc\td\te\tf\tg\th\ti",
                                         "say \"x\"",
                                         "two\nlines",
                                         "é",
                                         "1",
                                         "2024-01-31",
                                         "key",
                                         "start date",
                                         ":text",
                                         "Partnership",
                                         "rol"};

enum {
    HARD_TEXTS = sizeof hard_texts / sizeof hard_texts[0],
    HARD_NAMES = sizeof hard_names / sizeof hard_names[0]
};

static inline const char *some_text(dice *d) {
    return hard_texts[dice_roll(d, HARD_TEXTS)];
}

static inline double some_number(dice *d, int positive) {
    uint64_t bits;
    double value;
    switch (dice_roll(d, 4)) {
    case 0: return (double)(dice_roll(d, 20) + 1);
    case 1: return (double)(dice_roll(d, 1000) + 1) / 8;
    case 2: return 123456789012345680000.0;
    default:
        bits = dice_roll(d, UINT64_MAX);
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value) || value == 0)
            return 0.1;
        return positive ? fabs(value) : value;
    }
}

/* Room for a date as text. */
typedef struct day_text {
    char text[40];
} day_text;

/* NULL, or a date put into `day`. */
static inline const char *some_date(dice *d, unsigned from_year, unsigned years, day_text *day) {
    if (dice_roll(d, 3) == 0)
        return NULL;
    unsigned year = from_year + (unsigned)dice_roll(d, years);
    snprintf(day->text, sizeof day->text, "%04u-%02u-%02u", year, 1 + (unsigned)dice_roll(d, 12),
             1 + (unsigned)dice_roll(d, 28));
    return day->text;
}

static inline samen_typology *some_typology(dice *d) {
    static const char *const builtin[] = {"samenwerken", "himmelman", "frey"};
    samen_typology *typology = NULL;
    uint64_t which = dice_roll(d, 5);
    if (which < 3) {
        OK(samen_typology_builtin(builtin[which], &typology, error));
        return typology;
    }
    const samen_form one = {.struct_size = sizeof one,
                            .key = "a (b) 'c'",
                            .has_commitment = 1,
                            .commitment = 7,
                            .name = "a,b; \"2024-01-31\"",
                            .family = "007",
                            .aliases = "x|y\nz",
                            .purpose = "yes"};
    const samen_form two = {.struct_size = sizeof two, .key = "é", .scale = "freq 4..1"};
    const samen_form *forms[] = {&one, &two};
    OK(samen_typology_new(forms, which == 3 ? 1 : 2, &typology, error));
    return typology;
}

/* A few attributes of one part, some rows without a value. */
static inline void add_some_attributes(samen_builder *builder, dice *d, int32_t of, int64_t rows) {
    uint64_t first = dice_roll(d, HARD_NAMES);
    for (uint64_t i = 0, count = dice_roll(d, 5); i < count; i++) {
        const char *name = hard_names[(first + 5 * i) % HARD_NAMES];
        uint64_t type = dice_roll(d, 4), filled = dice_roll(d, 4);
        for (int64_t row = 0; row < rows; row++) {
            day_text day;
            const char *date = some_date(d, 0, 10000, &day);
            if (filled == 0 || dice_roll(d, 4) > filled)
                continue;
            switch (type) {
            case 0: OK(samen_builder_set_text(builder, of, row, name, some_text(d), error)); break;
            case 1:
                OK(samen_builder_set_number(builder, of, row, name, some_number(d, 0), error));
                break;
            case 2:
                if (date)
                    OK(samen_builder_set_date(builder, of, row, name, date, error));
                break;
            default:
                OK(samen_builder_set_yes_no(builder, of, row, name, (int32_t)dice_roll(d, 2),
                                            error));
            }
        }
    }
}

static inline void add_some_ties(samen_builder *builder, const samen_typology *typology, dice *d,
                                 const char *const *keys, uint64_t organisations,
                                 const char *const *partnership_keys, uint64_t partnerships,
                                 uint64_t ties) {
    for (uint64_t i = 0; i < ties && organisations > 0; i++) {
        day_text start, end;
        samen_tie tie = {.struct_size = sizeof tie,
                         .directed = (uint32_t)dice_roll(d, 2),
                         .start = some_date(d, 1900, 100, &start),
                         .end = some_date(d, 2000, 100, &end),
                         .partnership = partnerships > 0 && dice_roll(d, 2)
                                            ? partnership_keys[dice_roll(d, partnerships)]
                                            : NULL};
        int32_t form = (int32_t)dice_roll(d, (uint64_t)samen_typology_count(typology));
        OK(samen_builder_add_tie(
            builder, keys[dice_roll(d, organisations)], keys[dice_roll(d, organisations)],
            samen_typology_key(typology, form), some_number(d, 1), &tie, NULL, error));
    }
}

static inline void add_some_memberships(samen_builder *builder, dice *d, const char *const *keys,
                                        uint64_t organisations, const char *const *partnership_keys,
                                        uint64_t partnerships, uint64_t memberships) {
    for (uint64_t i = 0; i < memberships && organisations > 0 && partnerships > 0; i++) {
        day_text start, end;
        samen_membership membership = {.struct_size = sizeof membership,
                                       .has_weight = (uint32_t)dice_roll(d, 2),
                                       .weight = some_number(d, 1),
                                       .role = dice_roll(d, 2) ? some_text(d) : NULL,
                                       .start = some_date(d, 1900, 100, &start),
                                       .end = some_date(d, 2000, 100, &end)};
        OK(samen_builder_add_membership(builder, partnership_keys[dice_roll(d, partnerships)],
                                        keys[dice_roll(d, organisations)], &membership, NULL,
                                        error));
    }
}

/* Any part of it may be empty, all of it too. */
static inline samen_network *random_network(dice *d) {
    static const uint64_t sizes[] = {0, 1, 5, 30};
    const char *keys[HARD_TEXTS], *partnership_keys[HARD_TEXTS];
    samen_typology *typology = some_typology(d);
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    uint64_t organisations = sizes[dice_roll(d, 4)], partnerships = sizes[dice_roll(d, 3)];
    uint64_t ties = sizes[dice_roll(d, 4)], memberships = sizes[dice_roll(d, 4)];
    uint64_t first = dice_roll(d, HARD_TEXTS), second = dice_roll(d, HARD_TEXTS);
    OK(samen_builder_new(typology, &builder, error));
    for (uint64_t i = 0; i < organisations; i++) {
        keys[i] = hard_texts[(first + i) % HARD_TEXTS];
        OK(samen_builder_add_organisation(builder, keys[i], dice_roll(d, 2) ? some_text(d) : NULL,
                                          NULL, error));
    }
    for (uint64_t i = 0; i < partnerships; i++) {
        day_text start, end;
        int32_t form = (int32_t)dice_roll(d, (uint64_t)samen_typology_count(typology));
        partnership_keys[i] = hard_texts[(second + i) % HARD_TEXTS];
        OK(samen_builder_add_partnership(
            builder, partnership_keys[i], dice_roll(d, 2) ? some_text(d) : NULL,
            samen_typology_key(typology, form), some_date(d, 1900, 100, &start),
            some_date(d, 2000, 100, &end), NULL, error));
    }
    add_some_ties(builder, typology, d, keys, organisations, partnership_keys, partnerships, ties);
    add_some_memberships(builder, d, keys, organisations, partnership_keys, partnerships,
                         memberships);
    int64_t rows[4] = {(int64_t)organisations, organisations ? (int64_t)ties : 0,
                       (int64_t)partnerships,
                       organisations && partnerships ? (int64_t)memberships : 0};
    for (int32_t of = 0; of < 4; of++)
        add_some_attributes(builder, d, of, rows[of]);
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_typology_free(typology);
    return network;
}

#endif
