/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through every table of every measure, and through networks that are awkward to measure. */
#ifndef SAMEN_TESTS_EVERY_H
#define SAMEN_TESTS_EVERY_H

#include "build.h"
#include "calls.h"

/* Whether a measure has an option of that name. */
static inline int every_has_option(const char *measure, const char *option) {
    samen_table *options = NULL;
    int found = 0;
    OK(samen_describe_options(measure, &options, error));
    for (int64_t row = 0; row < samen_table_rows(options); row++)
        found |= strcmp(cell_text(options, row, "option"), option) == 0;
    samen_table_free(options);
    return found;
}

/* Run every table of every measure, grouped by `group`, and call `check` on it with the measure's name,
 * the table's name and the options it was run with. */
static inline void every_table(const samen_view *view, const char *group,
                               void (*check)(const char *, const char *, const char *,
                                             const samen_table *)) {
    table_call calls[MOST_CALLS];
    int count = all_calls(calls, group, 20, 0);
    for (int i = 0; i < count; i++) {
        samen_table *result = measure(view, calls[i].measure, calls[i].options);
        check(calls[i].measure, calls[i].table, calls[i].options, result);
        samen_table_free(result);
    }
}

/* What a network is made of, and what of it is seen. */
typedef struct odd_network {
    const char *about;
    const char *ties;        /* as build() reads them */
    const char *groups;      /* attribute sector */
    const char *silent;      /* organisations that did not respond; NULL: nobody was asked */
    const char *memberships; /* "p:A p:B q/ad-hoc:B", partnerships of form action or of that one */
    const char *options;     /* of the view */
} odd_network;

static const odd_network odd_networks[] = {
    {"no organisations", "A B", "A=GOV B=VOL", NULL, "", "where=sector=GOV; where=id=B"},
    {"one organisation", "A", "A=GOV", NULL, "", ""},
    {"one organisation tied to itself", "A-A", "A=GOV", NULL, "", ""},
    {"one organisation tied to itself, directed", "A>A", "A=GOV", NULL, "", ""},
    {"two organisations, no ties", "A B", "A=GOV B=VOL", NULL, "", ""},
    {"two organisations, tied", "A-B", "A=GOV B=VOL", NULL, "", ""},
    {"two organisations, one directed tie", "A>B", "A=GOV B=GOV", NULL, "", ""},
    {"two organisations, tied both ways", "A>B B>A", "A=GOV B=VOL", NULL, "", ""},
    {"three organisations, no ties", "A B C", "A=GOV B=VOL C=PVT", NULL, "", ""},
    {"isolates only, since the form does not occur", "A-B B-C", "A=GOV B=VOL C=GOV", NULL, "",
     "forms=learning"},
    {"isolates and self-ties", "A-A B-B*2 C", "A=GOV B=VOL C=GOV", NULL, "", ""},
    {"isolates left out", "A-B C", "A=GOV B=VOL C=GOV", NULL, "", "drop_isolates=true"},
    {"nothing left but isolates, left out", "A B C", "A=GOV B=VOL C=GOV", NULL, "",
     "drop_isolates=true"},
    {"a triangle", "A-B B-C C-A", "A=GOV B=VOL C=PVT", NULL, "", ""},
    {"a star", "A-B A-C A-D A-E", "A=GOV B=VOL C=VOL D=PVT E=PVT", NULL, "", ""},
    {"a directed ring", "A>B B>C C>D D>A", "A=GOV B=GOV C=VOL D=VOL", NULL, "", ""},
    {"everybody in one group", "A>B B>C C-D", "A=GOV B=GOV C=GOV D=GOV", NULL, "", ""},
    {"everybody in a group of their own", "A>B B>C C>D", "A=a B=b C=c D=d", NULL, "", ""},
    {"one of four has a group", "A-B B-C C-D", "B=GOV", NULL, "", ""},
    {"nobody who is seen has a group", "A-B B-C D", "D=GOV", NULL, "",
     "organisations=A; organisations=B; organisations=C"},
    {"several forms, weights and directions",
     "A>B:action*2 A-B*0.5 B-C:learning C-D:action*3 D>A:ad-hoc A-D E F-F",
     "A=GOV B=VOL C=GOV E=GOV", NULL, "", ""},
    {"the same, either way", "A>B:action*2 A-B*0.5 B-C:learning C-D:action*3 D>A:ad-hoc A-D E",
     "A=GOV B=VOL C=GOV E=GOV", NULL, "", "direction=either"},
    {"the same, both ways", "A>B:action*2 B>A:action A-B*0.5 B-C:learning D>A:ad-hoc A-D E",
     "A=GOV B=VOL C=GOV E=GOV", NULL, "", "direction=both"},
    {"nobody responded", "A>B B>C", "A=GOV B=VOL C=GOV", "A B C", "", ""},
    {"one of three did not respond", "A>B B>C", "A=GOV B=VOL C=GOV", "C", "", ""},
    {"the same, either way", "A>B B>C", "A=GOV B=VOL C=GOV", "C", "", "direction=either"},
    {"the same, both ways", "A>B B>C C>B", "A=GOV B=VOL C=GOV", "C", "", "direction=both"},
    {"partnerships only", "A B C D", "A=GOV B=VOL C=GOV", NULL, "p:A p:B p:C q:A q:B r:D", ""},
    {"partnerships only, by Newman", "A B C D", "A=GOV B=VOL C=GOV", NULL,
     "p:A p:B p:C q:A q:B r:D", "partnerships=newman"},
    {"partnerships that nobody leads", "A B C D", "A=GOV B=VOL C=GOV", NULL, "p:A p:B p:C q:A q:B",
     "partnerships=star"},
    {"partnerships beside ties", "A>B B-C D", "A=GOV B=VOL C=GOV", NULL, "p:A p:B p:C q:C q:D",
     "partnerships=binary"},
    {"partnerships left out", "A>B B-C D", "A=GOV B=VOL C=GOV", NULL, "p:A p:B p:C q:C q:D",
     "partnerships=ignore"},
    {"ties too light to be seen", "A>B B-C*3 C-A*0.5", "A=GOV B=VOL C=GOV", NULL, "",
     "min_weight=5"},
};

enum { ODD_NETWORKS = sizeof odd_networks / sizeof odd_networks[0] };

static inline void odd_words(const char *words, void (*each)(char *, void *), void *context) {
    char *copy = strdup(words), *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        each(word, context);
    free(copy);
}

/* A network under construction and where its organisations are. */
typedef struct odd_making {
    samen_builder *builder;
    const samen_network *known;
} odd_making;

static inline int64_t odd_place(const odd_making *m, const char *key) {
    int64_t at = samen_network_find(m->known, SAMEN_ORGANISATIONS, key);
    ck_assert_int_ge(at, 0);
    return at;
}

static inline void odd_group(char *word, void *context) {
    odd_making *m = context;
    char *equals = strchr(word, '=');
    *equals = '\0';
    OK(samen_builder_set_text(m->builder, SAMEN_ORGANISATIONS, odd_place(m, word), "sector",
                              equals + 1, error));
}

static inline void odd_silent(char *word, void *context) {
    odd_making *m = context;
    OK(samen_builder_set_yes_no(m->builder, SAMEN_ORGANISATIONS, odd_place(m, word), "respondent",
                                0, error));
}

static inline void odd_member(char *word, void *context) {
    odd_making *m = context;
    samen_error ignored = {0};
    char *colon = strchr(word, ':'), *slash = strchr(word, '/');
    *colon = '\0';
    if (slash)
        *slash = '\0';
    samen_builder_add_partnership(m->builder, word, NULL, slash ? slash + 1 : "action", NULL, NULL,
                                  NULL, &ignored);
    OK(samen_builder_add_membership(m->builder, word, colon + 1, NULL, NULL, error));
}

static inline void odd_tie(const samen_table *ties, int64_t row, samen_builder *builder) {
    samen_tie more = {.struct_size = sizeof more,
                      .directed = (uint32_t)cell_number(ties, row, "directed")};
    OK(samen_builder_add_tie(builder, cell_text(ties, row, "from"), cell_text(ties, row, "to"),
                             cell_text(ties, row, "form"), cell_number(ties, row, "weight"), &more,
                             NULL, error));
}

/* The network, with everything that its description asks for. */
static inline samen_network *odd_make(const odd_network *odd) {
    samen_network *plain = build(odd->ties), *network = NULL;
    odd_making m = {.known = plain};
    samen_table *ties = NULL;
    OK(samen_builder_new(NULL, &m.builder, error));
    for (int64_t i = 0; i < samen_network_count(plain, SAMEN_ORGANISATIONS); i++)
        OK(samen_builder_add_organisation(
            m.builder, samen_network_key(plain, SAMEN_ORGANISATIONS, i), NULL, NULL, error));
    OK(samen_network_table(plain, SAMEN_TIES, &ties, error));
    for (int64_t row = 0; row < samen_table_rows(ties); row++)
        odd_tie(ties, row, m.builder);
    odd_words(odd->groups, odd_group, &m);
    odd_words(odd->silent ? odd->silent : "", odd_silent, &m);
    odd_words(odd->memberships, odd_member, &m);
    OK(samen_builder_finish(m.builder, &network, error));
    samen_builder_free(m.builder);
    samen_table_free(ties);
    samen_network_free(plain);
    return network;
}

#endif
