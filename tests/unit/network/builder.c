/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../whole.h"

static samen_builder *new_builder(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    return builder;
}

static samen_network *finish(samen_builder *builder) {
    samen_network *network = NULL;
    OK(samen_builder_finish(builder, &network, error));
    return network;
}

static void add(samen_builder *builder, const char *key) {
    OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
}

/* Two organisations, a partnership, a tie and a membership, each with an attribute. */
static void add_good_things(samen_builder *builder, void (*between)(samen_builder *)) {
    samen_tie tie = {.struct_size = sizeof tie,
                     .directed = 1,
                     .start = "2024-01-01",
                     .end = "2024-06-30",
                     .partnership = "p"};
    samen_membership membership = {.struct_size = sizeof membership,
                                   .has_weight = 1,
                                   .weight = 2.5,
                                   .role = "lead",
                                   .start = "2024-02-29"};
    int64_t index = -1;
    between(builder);
    OK(samen_builder_add_organisation(builder, "a", "The A", &index, error));
    ck_assert_int_eq(index, 0);
    between(builder);
    OK(samen_builder_add_organisation(builder, "b", "", &index, error));
    ck_assert_int_eq(index, 1);
    OK(samen_builder_add_partnership(builder, "p", "The P", "action", "2023-12-31", NULL, &index,
                                     error));
    ck_assert_int_eq(index, 0);
    between(builder);
    OK(samen_builder_add_tie(builder, "a", "b", "overleg", 0.5, &tie, &index, error));
    ck_assert_int_eq(index, 0);
    OK(samen_builder_add_membership(builder, "p", "b", &membership, &index, error));
    ck_assert_int_eq(index, 0);
    between(builder);
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "sector", "welfare", error));
    OK(samen_builder_set_number(builder, SAMEN_TIES, 0, "contacts", 12.5, error));
    OK(samen_builder_set_date(builder, SAMEN_PARTNERSHIPS, 0, "signed", "2023-11-30", error));
    OK(samen_builder_set_yes_no(builder, SAMEN_MEMBERSHIPS, 0, "paid", 1, error));
    between(builder);
}

static void do_nothing(samen_builder *builder) {
    (void)builder;
}

/* The call is refused with this status because of that argument, and says something about it. */
#define REFUSED(expected_status, expected_argument, words, call)                                   \
    do {                                                                                           \
        samen_error refused = {0};                                                                 \
        samen_error *error = &refused;                                                             \
        samen_status status = (call);                                                              \
        ck_assert_msg(status == (expected_status), "%s: %s, %s", #call, samen_status_name(status), \
                      refused.message);                                                            \
        ck_assert_int_eq(refused.code, status);                                                    \
        ck_assert_msg(refused.argument == (expected_argument), "%s blames argument %d", #call,     \
                      refused.argument);                                                           \
        ck_assert_int_eq(refused.row, -1);                                                         \
        ck_assert_int_eq(refused.column, -1);                                                      \
        ck_assert_msg(strstr(refused.message, words) != NULL, "%s says %s", #call,                 \
                      refused.message);                                                            \
    } while (0)

static samen_tie with_size(uint32_t size) {
    return (samen_tie){.struct_size = size};
}

static void refuse_organisations(samen_builder *builder) {
    int64_t index = 77;
    char long_key[4098];
    memset(long_key, 'k', sizeof long_key - 1);
    long_key[sizeof long_key - 1] = '\0';
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder",
            samen_builder_add_organisation(NULL, "x", NULL, &index, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 2, "key",
            samen_builder_add_organisation(builder, NULL, NULL, &index, error));
    REFUSED(SAMEN_ERR_MISSING, 2, "empty",
            samen_builder_add_organisation(builder, "", NULL, &index, error));
    REFUSED(SAMEN_ERR_SYNTAX, 2, "UTF-8",
            samen_builder_add_organisation(builder, "\xC3\x28", NULL, &index, error));
    REFUSED(SAMEN_ERR_LIMIT, 2, "4096",
            samen_builder_add_organisation(builder, long_key, NULL, &index, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 3, "UTF-8",
            samen_builder_add_organisation(builder, "x", "\xFF", &index, error));
    ck_assert_int_eq(index, 77);
}

static void refuse_partnerships(samen_builder *builder) {
    int64_t index = 77;
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder",
            samen_builder_add_partnership(NULL, "q", NULL, "action", NULL, NULL, &index, error));
    REFUSED(
        SAMEN_ERR_ARGUMENT, 2, "key",
        samen_builder_add_partnership(builder, NULL, NULL, "action", NULL, NULL, &index, error));
    REFUSED(SAMEN_ERR_MISSING, 2, "empty",
            samen_builder_add_partnership(builder, "", NULL, "action", NULL, NULL, &index, error));
    REFUSED(
        SAMEN_ERR_ARGUMENT, 3, "UTF-8",
        samen_builder_add_partnership(builder, "q", "\x80", "action", NULL, NULL, &index, error));
    REFUSED(SAMEN_ERR_UNKNOWN, 4, "did you mean \"action\"",
            samen_builder_add_partnership(builder, "q", NULL, "actoin", NULL, NULL, &index, error));
    REFUSED(SAMEN_ERR_MISSING, 4, "no form",
            samen_builder_add_partnership(builder, "q", NULL, NULL, NULL, NULL, &index, error));
    REFUSED(SAMEN_ERR_VALUE, 5, "2023-02-29",
            samen_builder_add_partnership(builder, "q", NULL, "action", "2023-02-29", NULL, &index,
                                          error));
    REFUSED(SAMEN_ERR_VALUE, 6, "year-month-day",
            samen_builder_add_partnership(builder, "q", NULL, "action", NULL, "31/12/2024", &index,
                                          error));
    REFUSED(SAMEN_ERR_VALUE, 6, "before the start",
            samen_builder_add_partnership(builder, "q", NULL, "action", "2024-01-02", "2024-01-01",
                                          &index, error));
    ck_assert_int_eq(index, 77);
}

static void refuse_attributes(samen_builder *builder) {
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder",
            samen_builder_set_text(NULL, SAMEN_ORGANISATIONS, 0, "x", "y", error));
    REFUSED(SAMEN_ERR_ARGUMENT, 2, "part", samen_builder_set_number(builder, 4, 0, "x", 1, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 2, "part", samen_builder_set_yes_no(builder, -1, 0, "x", 1, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 3, "row",
            samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 2, "x", "y", error));
    REFUSED(SAMEN_ERR_ARGUMENT, 3, "row",
            samen_builder_set_date(builder, SAMEN_MEMBERSHIPS, -1, "x", "2024-01-01", error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "UTF-8",
            samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "x", "\xED\xA0\x80", error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "NaN",
            samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 0, "x", NAN, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "infinite",
            samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 0, "x", -INFINITY, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "date",
            samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "x", NULL, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "date",
            samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "x", "", error));
    REFUSED(SAMEN_ERR_VALUE, 5, "calendar",
            samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "x", "2024-02-30", error));
    REFUSED(SAMEN_ERR_ARGUMENT, 5, "1 for yes",
            samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, 0, "x", 2, error));
}

static void refuse_all(samen_builder *builder) {
    refuse_organisations(builder);
    refuse_partnerships(builder);
    refuse_attributes(builder);
    REFUSED(SAMEN_ERR_ARGUMENT, 2, "out", samen_builder_finish(builder, NULL, error));
}

/* Oracle: the same network built without a single mistake. */
TEST(a_call_that_fails_changes_nothing) {
    samen_builder *calm = new_builder(), *troubled = new_builder();
    add_good_things(calm, do_nothing);
    add_good_things(troubled, refuse_all);
    samen_network *expected = finish(calm), *network = finish(troubled);
    same_network(expected, network);
    samen_network_free(expected);
    samen_network_free(network);
    samen_builder_free(calm);
    samen_builder_free(troubled);
}
END

TEST(a_wrong_tie_is_refused_with_the_number_of_the_argument) {
    static const struct {
        const char *from, *to, *form;
        double weight;
        samen_tie more;
        samen_status status;
        int argument;
        const char *words;
    } cases[] = {
        {NULL, "b", "action", 1, {0}, SAMEN_ERR_ARGUMENT, 2, "NULL"},
        {"z", "b", "action", 1, {0}, SAMEN_ERR_UNKNOWN, 2, "\"z\"; add it first"},
        {"a", NULL, "action", 1, {0}, SAMEN_ERR_ARGUMENT, 3, "NULL"},
        {"a", "B", "action", 1, {0}, SAMEN_ERR_UNKNOWN, 3, "\"B\""},
        {"a", "b", NULL, 1, {0}, SAMEN_ERR_MISSING, 4, "no form"},
        {"a", "b", "", 1, {0}, SAMEN_ERR_MISSING, 4, "no form"},
        {"a", "b", "lerned", 1, {0}, SAMEN_ERR_UNKNOWN, 4, "did you mean \"learning\"?"},
        {"a", "b", "quite different", 1, {0}, SAMEN_ERR_UNKNOWN, 4, "the forms are: consultation"},
        {"a", "b", "action", 0, {0}, SAMEN_ERR_VALUE, 5, "is 0"},
        {"a", "b", "action", -0.5, {0}, SAMEN_ERR_VALUE, 5, "-0.5"},
        {"a", "b", "action", NAN, {0}, SAMEN_ERR_VALUE, 5, "NaN"},
        {"a", "b", "action", INFINITY, {0}, SAMEN_ERR_VALUE, 5, "infinite"},
        {"a", "b", "action", 1, {.directed = 2}, SAMEN_ERR_ARGUMENT, 6, "directed is 2"},
        {"a", "b", "action", 1, {.start = "2024-13-01"}, SAMEN_ERR_VALUE, 6, "no day"},
        {"a", "b", "action", 1, {.end = "tomorrow"}, SAMEN_ERR_VALUE, 6, "not a date"},
        {"a",
         "b",
         "action",
         1,
         {.start = "2024-02-01", .end = "2024-01-31"},
         SAMEN_ERR_VALUE,
         6,
         "2024-01-31, is before the start, 2024-02-01"},
        {"a", "b", "action", 1, {.partnership = "q"}, SAMEN_ERR_UNKNOWN, 6, "partnership \"q\""}};
    samen_builder *builder = new_builder();
    add(builder, "a");
    add(builder, "b");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_tie more = cases[i].more;
        int64_t index = 77;
        more.struct_size = sizeof more;
        REFUSED(cases[i].status, cases[i].argument, cases[i].words,
                samen_builder_add_tie(builder, cases[i].from, cases[i].to, cases[i].form,
                                      cases[i].weight, &more, &index, error));
        ck_assert_int_eq(index, 77);
    }
    samen_tie none = with_size(0), huge = with_size(70000);
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder",
            samen_builder_add_tie(NULL, "a", "b", "action", 1, NULL, NULL, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 6, "struct_size",
            samen_builder_add_tie(builder, "a", "b", "action", 1, &none, NULL, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 6, "struct_size",
            samen_builder_add_tie(builder, "a", "b", "action", 1, &huge, NULL, error));
    samen_network *network = finish(builder);
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), 0);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(a_wrong_membership_is_refused_with_the_number_of_the_argument) {
    static const struct {
        const char *partnership, *organisation;
        samen_membership more;
        samen_status status;
        int argument;
        const char *words;
    } cases[] = {
        {NULL, "a", {0}, SAMEN_ERR_ARGUMENT, 2, "NULL"},
        {"q", "a", {0}, SAMEN_ERR_UNKNOWN, 2, "partnership \"q\""},
        {"p", NULL, {0}, SAMEN_ERR_ARGUMENT, 3, "NULL"},
        {"p", "p", {0}, SAMEN_ERR_UNKNOWN, 3, "organisation \"p\""},
        {"p", "a", {.has_weight = 1}, SAMEN_ERR_VALUE, 4, "is 0"},
        {"p", "a", {.has_weight = 1, .weight = -1}, SAMEN_ERR_VALUE, 4, "-1"},
        {"p", "a", {.has_weight = 1, .weight = NAN}, SAMEN_ERR_VALUE, 4, "NaN"},
        {"p", "a", {.role = "\xC0\xAF"}, SAMEN_ERR_ARGUMENT, 4, "UTF-8"},
        {"p", "a", {.start = "2024-1-1"}, SAMEN_ERR_VALUE, 4, "not a date"},
        {"p", "a", {.start = "2024-01-02", .end = "2024-01-01"}, SAMEN_ERR_VALUE, 4, "before"}};
    samen_builder *builder = new_builder();
    add(builder, "a");
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_membership more = cases[i].more;
        more.struct_size = sizeof more;
        REFUSED(cases[i].status, cases[i].argument, cases[i].words,
                samen_builder_add_membership(builder, cases[i].partnership, cases[i].organisation,
                                             &more, NULL, error));
    }
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder",
            samen_builder_add_membership(NULL, "p", "a", NULL, NULL, error));
    samen_network *network = finish(builder);
    ck_assert_int_eq(samen_network_count(network, SAMEN_MEMBERSHIPS), 0);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

/* As `directed` of a tie does: what is neither 0 nor 1 is a mistake, not a yes. */
TEST(whether_a_weight_is_meant_is_0_or_1) {
    samen_builder *builder = new_builder();
    samen_membership more = {.struct_size = sizeof more, .has_weight = 2, .weight = 3};
    add(builder, "a");
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 4, "has_weight",
            samen_builder_add_membership(builder, "p", "a", &more, NULL, error));
    samen_builder_free(builder);
}
END

TEST(a_builder_needs_a_place_to_be_put) {
    samen_network *untouched = (samen_network *)(uintptr_t)64;
    REFUSED(SAMEN_ERR_ARGUMENT, 2, "out", samen_builder_new(NULL, NULL, error));
    REFUSED(SAMEN_ERR_ARGUMENT, 1, "builder", samen_builder_finish(NULL, &untouched, error));
    ck_assert_ptr_eq(untouched, (samen_network *)(uintptr_t)64);
    samen_builder_free(NULL);
}
END

TEST(an_error_need_not_be_asked_for) {
    samen_builder *builder = new_builder();
    ck_assert_int_eq(samen_builder_add_organisation(builder, "", NULL, NULL, NULL),
                     SAMEN_ERR_MISSING);
    ck_assert_int_eq(samen_builder_add_tie(builder, "a", "b", NULL, 1, NULL, NULL, NULL),
                     SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(
        samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "x", "2024-99-99", NULL),
        SAMEN_ERR_VALUE);
    samen_builder_free(builder);
}
END

TEST(a_key_is_there_once_among_its_kind) {
    samen_builder *builder = new_builder();
    add(builder, "x");
    OK(samen_builder_add_partnership(builder, "x", "name", "action", NULL, NULL, NULL, error));
    REFUSED(SAMEN_ERR_DUPLICATE, 2, "organisation \"x\" is there already",
            samen_builder_add_organisation(builder, "x", "another", NULL, error));
    REFUSED(SAMEN_ERR_DUPLICATE, 2, "partnership \"x\" is there already",
            samen_builder_add_partnership(builder, "x", "another", "learning", "2024-01-01", NULL,
                                          NULL, error));
    samen_network *network = finish(builder);
    ck_assert_int_eq(samen_network_count(network, SAMEN_ORGANISATIONS), 1);
    ck_assert_str_eq(samen_network_name(network, SAMEN_ORGANISATIONS, 0), "x");
    ck_assert_str_eq(samen_network_name(network, SAMEN_PARTNERSHIPS, 0), "name");
    samen_table *table = NULL;
    OK(samen_network_table(network, SAMEN_PARTNERSHIPS, &table, error));
    ck_assert_str_eq(cell_text(table, 0, "form"), "action");
    ck_assert(cell_is_null(table, 0, "start"));
    samen_table_free(table);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

/* Keys are bytes: case, accents and blanks make another key. */
TEST(keys_that_look_alike_are_different_keys) {
    static const char *const keys[] = {
        "a",     "A",        " a",       "a ",           "  ",
        "a b",   "a  b",     "\xC3\xA9", "e\xCC\x81",    "\xF0\x9F\x98\x80",
        "\"a\"", "a,b;c\td", "a\nb",     "\xEF\xBB\xBF", "0",
        "00"};
    samen_builder *builder = new_builder();
    int64_t count = sizeof keys / sizeof keys[0];
    for (int64_t i = 0; i < count; i++)
        add(builder, keys[i]);
    for (int64_t i = 0; i + 1 < count; i++)
        OK(samen_builder_add_tie(builder, keys[i], keys[i + 1], "action", 1, NULL, NULL, error));
    samen_network *network = finish(builder);
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), count - 1);
    for (int64_t i = 0; i < count; i++) {
        ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, keys[i]), i);
        ck_assert_str_eq(samen_network_key(network, SAMEN_ORGANISATIONS, i), keys[i]);
    }
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(a_key_may_have_4096_bytes) {
    char key[4097];
    memset(key, 'k', sizeof key - 1);
    key[sizeof key - 1] = '\0';
    samen_builder *builder = new_builder();
    add(builder, key);
    OK(samen_builder_add_tie(builder, key, key, "action", 1, NULL, NULL, error));
    samen_network *network = finish(builder);
    ck_assert_str_eq(samen_network_key(network, SAMEN_ORGANISATIONS, 0), key);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(a_tie_of_an_organisation_to_itself_is_kept) {
    samen_builder *builder = new_builder();
    add(builder, "a");
    OK(samen_builder_add_tie(builder, "a", "a", "action", 3, NULL, NULL, error));
    samen_network *network = finish(builder);
    samen_table *ties = NULL;
    OK(samen_network_table(network, SAMEN_TIES, &ties, error));
    char *csv = table_csv(ties);
    ck_assert_str_eq(csv, "from,to,form,weight,directed,start,end,partnership\n"
                          "a,a,action,3,no,,,\n");
    samen_free(csv);
    samen_table_free(ties);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(finishing_empties_the_builder_for_the_next_network) {
    samen_builder *builder = new_builder();
    add_good_things(builder, do_nothing);
    samen_network *first = finish(builder), *empty = finish(builder);
    for (int32_t of = SAMEN_ORGANISATIONS; of <= SAMEN_MEMBERSHIPS; of++) {
        samen_table *table = NULL;
        ck_assert_int_eq(samen_network_count(empty, of), 0);
        OK(samen_network_table(empty, of, &table, error));
        ck_assert_int_eq(samen_table_rows(table), 0);
        ck_assert_int_eq(samen_table_find(table, "sector"), -1);
        samen_table_free(table);
    }
    /* An attribute of the first network may have another type in the next. */
    add(builder, "a");
    OK(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 0, "sector", 7, error));
    samen_network *next = finish(builder);
    ck_assert_int_eq(samen_network_count(next, SAMEN_ORGANISATIONS), 1);
    ck_assert_int_eq(samen_network_count(first, SAMEN_ORGANISATIONS), 2);
    add_good_things(builder, do_nothing);
    samen_network *again = finish(builder);
    same_network(first, again);
    samen_network *all[] = {first, empty, next, again};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        samen_network_free(all[i]);
    samen_builder_free(builder);
}
END

/* A caller built against an older, shorter struct passes what it knows. */
TEST(a_shorter_struct_of_an_older_version_is_filled_up) {
    samen_builder *builder = new_builder();
    add(builder, "a");
    add(builder, "b");
    samen_tie tie = {.struct_size = offsetof(samen_tie, start),
                     .directed = 1,
                     .start = "not read",
                     .partnership = "not read"};
    OK(samen_builder_add_tie(builder, "a", "b", "action", 1, &tie, NULL, error));
    struct {
        samen_tie tie;
        int64_t tail;
    } longer = {.tie = {.struct_size = sizeof longer}};
    OK(samen_builder_add_tie(builder, "a", "b", "action", 1, &longer.tie, NULL, error));
    longer.tail = 1;
    REFUSED(SAMEN_ERR_ARGUMENT, 6, "does not know",
            samen_builder_add_tie(builder, "a", "b", "action", 1, &longer.tie, NULL, error));
    samen_network *network = finish(builder);
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), 2);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(a_form_may_be_left_out_where_there_is_only_one) {
    const samen_form form = {.struct_size = sizeof form, .key = "talks"};
    const samen_form *forms[] = {&form};
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    OK(samen_typology_new(forms, 1, &typology, error));
    OK(samen_builder_new(typology, &builder, error));
    samen_typology_free(typology);
    add(builder, "a");
    add(builder, "b");
    OK(samen_builder_add_tie(builder, "a", "b", NULL, 1, NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "", NULL, NULL, NULL, error));
    samen_network *network = finish(builder);
    samen_builder_free(builder);
    samen_table *ties = NULL;
    OK(samen_network_table(network, SAMEN_TIES, &ties, error));
    ck_assert_str_eq(cell_text(ties, 0, "form"), "talks");
    samen_table_free(ties);
    samen_network_free(network);
}
END

/* Oracle: counting by hand; and the hash of keys has to grow many times over. */
TEST(many_organisations_and_ties_keep_their_order) {
    enum { MANY = 20000 };
    samen_builder *builder = new_builder();
    char from[24], to[24];
    for (int i = 0; i < MANY; i++) {
        snprintf(from, sizeof from, "key %d", i);
        add(builder, from);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(from, sizeof from, "key %d", i);
        snprintf(to, sizeof to, "key %d", (i * 7 + 1) % MANY);
        OK(samen_builder_add_tie(builder, from, to, "action", i + 1, NULL, NULL, error));
    }
    samen_network *network = finish(builder);
    samen_table *ties = NULL;
    OK(samen_network_table(network, SAMEN_TIES, &ties, error));
    for (int i = 0; i < MANY; i += 997) {
        snprintf(from, sizeof from, "key %d", i);
        snprintf(to, sizeof to, "key %d", (i * 7 + 1) % MANY);
        ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, from), i);
        ck_assert_str_eq(cell_text(ties, i, "from"), from);
        ck_assert_str_eq(cell_text(ties, i, "to"), to);
        ck_assert_double_eq(cell_number(ties, i, "weight"), i + 1);
    }
    samen_table_free(ties);
    samen_network_free(network);
    samen_builder_free(builder);
}
END

SUITE("network/builder", a_call_that_fails_changes_nothing,
      a_wrong_tie_is_refused_with_the_number_of_the_argument,
      a_wrong_membership_is_refused_with_the_number_of_the_argument,
      whether_a_weight_is_meant_is_0_or_1, a_builder_needs_a_place_to_be_put,
      an_error_need_not_be_asked_for, a_key_is_there_once_among_its_kind,
      keys_that_look_alike_are_different_keys, a_key_may_have_4096_bytes,
      a_tie_of_an_organisation_to_itself_is_kept,
      finishing_empties_the_builder_for_the_next_network,
      a_shorter_struct_of_an_older_version_is_filled_up,
      a_form_may_be_left_out_where_there_is_only_one, many_organisations_and_ties_keep_their_order)
