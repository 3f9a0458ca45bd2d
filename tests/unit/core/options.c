/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/options.h"

#include "../refuses.h"
#include "core/error.h"
#include "core/memory.h"

/* Options of every type. */
typedef struct settings {
    uint32_t struct_size;
    uint32_t weighted;
    uint32_t model;
    uint32_t table;
    int64_t draws, steps;
    double level;
    const char *group, *label;
    uint64_t forms;
    const char *const *where;
    int64_t where_count;
    const char *const *only;
    int64_t only_count;
} settings;

#define AT(field) offsetof(settings, field)

static const char *const models[] = {"whole", "ego", NULL};
static const char *const tables[] = {"first", NULL};

static const samen__option described[] = {
    {.name = "weighted", .type = SAMEN__OPTION_YES_NO, .offset = AT(weighted), .fallback = "false"},
    {.name = "model",
     .type = SAMEN__OPTION_CHOICE,
     .offset = AT(model),
     .fallback = "whole",
     .choices = models},
    {.name = "which_table",
     .type = SAMEN__OPTION_CHOICE,
     .offset = AT(table),
     .fallback = "first",
     .choices = tables},
    {.name = "draws",
     .type = SAMEN__OPTION_COUNT,
     .offset = AT(draws),
     .fallback = "1000",
     .maximum = 1000000},
    {.name = "steps",
     .type = SAMEN__OPTION_COUNT,
     .offset = AT(steps),
     .fallback = "3",
     .minimum = 1,
     .maximum = 10},
    {.name = "level",
     .type = SAMEN__OPTION_REAL,
     .offset = AT(level),
     .fallback = "0.95",
     .minimum = 0.5,
     .maximum = 0.9999},
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = AT(group),
     .fallback = "",
     .required = 1,
     .help = "the attribute that tells groups apart"},
    {.name = "label", .type = SAMEN__OPTION_TEXT, .offset = AT(label), .fallback = "name"},
    {.name = "forms", .type = SAMEN__OPTION_MASK, .offset = AT(forms), .fallback = "all"},
    {.name = "where",
     .type = SAMEN__OPTION_LIST,
     .offset = AT(where),
     .count_offset = AT(where_count),
     .fallback = ""},
    {.name = "only",
     .type = SAMEN__OPTION_LIST,
     .offset = AT(only),
     .count_offset = AT(only_count),
     .fallback = ""},
};

static const samen__options options = {.owner = "the test",
                                       .option = described,
                                       .count = sizeof described / sizeof described[0],
                                       .size = sizeof(settings)};

/* "a" is bit 0, "b" bit 1, "ab" both. */
static samen_status read_letters(const void *context, const char *names, uint64_t *mask,
                                 samen_error *err) {
    ck_assert_str_eq(context, "letters");
    for (; *names; names++) {
        if (*names < 'a' || *names > 'b')
            return samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no letter %c", *names);
        *mask |= 1ull << (*names - 'a');
    }
    return SAMEN_OK;
}

static samen_status parse(const char *text, settings *s, void **storage, samen_error *err) {
    return samen__options_parse(&options, text, s, read_letters, "letters", storage, 3, err);
}

/* The text fails to be read with this status and these words, and blames argument 3. */
static void check_refused(const char *text, samen_status status, const char *words) {
    settings s;
    void *storage = NULL;
    samen_error err = {0};
    samen_status got = parse(text, &s, &storage, &err);
    ck_assert_msg(got == status && err.code == status, "\"%s\" gives %s: %s", text,
                  samen_status_name(got), err.message);
    ck_assert_int_eq(err.argument, 3);
    ck_assert_msg(strstr(err.message, words) != NULL, "\"%s\" is not in \"%s\"", words,
                  err.message);
    samen__delete(storage);
    ck_assert_int_eq(parse(text, &s, &storage, NULL), status);
    samen__delete(storage);
}

static samen_status settle(settings *s, samen_error *err) {
    if (!s->group)
        s->group = "sector";
    return samen__options_settle(&options, s, 2, err);
}

/* ---- Copying a caller's struct --------------------------------------------------------------- */

TEST(null_is_a_struct_of_zeros) {
    settings s;
    memset(&s, 1, sizeof s);
    OK(samen__options_copy(NULL, sizeof s, &s, 2, "settings", error));
    for (size_t i = 0; i < sizeof s; i++)
        ck_assert_int_eq(((char *)&s)[i], 0);
}
END

TEST(a_struct_of_this_version_is_copied) {
    settings given = {.struct_size = sizeof given, .draws = 5, .only_count = 7}, s;
    OK(samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
    ck_assert_mem_eq(&s, &given, sizeof s);
}
END

TEST(a_struct_of_an_older_version_is_filled_up_with_zeros) {
    settings given = {.struct_size = AT(steps), .draws = 5, .steps = 6, .level = 0.7}, s;
    OK(samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
    ck_assert_int_eq(s.draws, 5);
    ck_assert_int_eq(s.steps, 0);
    ck_assert_double_eq(s.level, 0);
    given.struct_size = 4;
    OK(samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
    ck_assert_int_eq(s.draws, 0);
}
END

TEST(a_struct_of_a_later_version_must_be_zero_beyond_the_known_fields) {
    struct {
        settings known;
        unsigned char later[100];
    } given = {.known = {.struct_size = sizeof given, .draws = 5}};
    settings s;
    OK(samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
    ck_assert_int_eq(s.draws, 5);
    for (size_t i = 0; i < sizeof given.later; i += 33) {
        given.later[i] = 1;
        REFUSES(2, "the settings sets a field that this version (0.1.0) does not know",
                samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
        given.later[i] = 0;
    }
}
END

TEST(a_size_that_cannot_be_is_refused) {
    static const uint32_t sizes[] = {0, 1, 2, 3, 65537, UINT32_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        settings given = {.struct_size = sizes[i]}, s;
        char words[80];
        snprintf(words, sizeof words, "struct_size of the settings is %u; set it to sizeof",
                 sizes[i]);
        REFUSES(2, words, samen__options_copy(&given, sizeof s, &s, 2, "settings", error));
    }
}
END

/* ---- Defaults and bounds of a struct --------------------------------------------------------- */

TEST(every_field_of_zero_gets_its_default) {
    settings s = {0};
    OK(settle(&s, error));
    ck_assert_uint_eq(s.weighted, 0);
    ck_assert_uint_eq(s.model, 0);
    ck_assert_int_eq(s.draws, 1000);
    ck_assert_int_eq(s.steps, 3);
    ck_assert_double_eq(s.level, 0.95);
    ck_assert_str_eq(s.group, "sector");
    ck_assert_str_eq(s.label, "name");
    ck_assert_uint_eq(s.forms, 0);
    ck_assert_int_eq(s.where_count, 0);
}
END

TEST(what_is_within_bounds_stays) {
    static const char *const list[] = {"x", "é"};
    settings s = {.weighted = 1,
                  .model = 1,
                  .draws = 1000000,
                  .steps = 10,
                  .level = 0.5,
                  .label = "other",
                  .forms = ~0ull,
                  .where = list,
                  .where_count = 2};
    OK(settle(&s, error));
    ck_assert_uint_eq(s.weighted, 1);
    ck_assert_uint_eq(s.model, 1);
    ck_assert_int_eq(s.draws, 1000000);
    ck_assert_int_eq(s.steps, 10);
    ck_assert_double_eq(s.level, 0.5);
    ck_assert_str_eq(s.label, "other");
    ck_assert_uint_eq(s.forms, ~0ull);
    ck_assert_ptr_eq(s.where, list);
}
END

TEST(minus_one_is_none_where_none_is_possible) {
    settings s = {.draws = -1};
    OK(settle(&s, error));
    ck_assert_int_eq(s.draws, 0);
}
END

TEST(what_is_out_of_bounds_is_refused) {
    static const char *const hole[] = {"x", NULL};
    static const char *const broken[] = {"\xff"};
    const struct {
        settings given;
        const char *words;
    } cases[] = {
        {{.weighted = 2}, "option weighted of the test must be 0 or 1"},
        {{.weighted = UINT32_MAX}, "must be 0 or 1"},
        {{.model = 2},
         "option model of the test cannot be \"a number beyond the last choice\"; "
         "give one of whole, ego"},
        {{.table = 1}, "give one of first"},
        {{.model = UINT32_MAX}, "give one of whole, ego"},
        {{.draws = -2}, "option draws of the test must be a whole number from 0 to 1000000"},
        {{.draws = 1000001}, "from 0 to 1000000"},
        {{.draws = INT64_MIN}, "from 0 to 1000000"},
        {{.steps = -1}, "option steps of the test must be a whole number from 1 to 10"},
        {{.steps = 11}, "from 1 to 10"},
        {{.level = 0.49}, "option level of the test must be a number from 0.5 to 0.9999"},
        {{.level = 1}, "from 0.5 to 0.9999"},
        {{.level = NAN}, "from 0.5 to 0.9999"},
        {{.level = -INFINITY}, "from 0.5 to 0.9999"},
        {{.level = INFINITY}, "from 0.5 to 0.9999"},
        {{.label = "\xff"}, "option label of the test is not valid UTF-8"},
        {{.where_count = 1}, "option where of the test has no list of that length"},
        {{.where = hole, .where_count = -1}, "has no list of that length"},
        {{.where = hole, .where_count = 2},
         "entry 1 of option where of the test is not valid text"},
        {{.only = broken, .only_count = 1}, "entry 0 of option only of the test is not valid text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        settings s = cases[i].given;
        REFUSES(2, cases[i].words, settle(&s, error));
    }
}
END

TEST(a_required_text_must_be_given) {
    static const char *const missing[] = {NULL, ""};
    for (size_t i = 0; i < 2; i++) {
        settings s = {.group = missing[i]};
        REFUSES(2, "the test needs the option group: the attribute that tells groups apart",
                samen__options_settle(&options, &s, 2, error));
    }
}
END

TEST(an_empty_text_gets_the_default) {
    settings s = {.label = ""};
    OK(settle(&s, error));
    ck_assert_str_eq(s.label, "name");
}
END

/* ---- Options as text ------------------------------------------------------------------------- */

TEST(no_text_leaves_everything_at_its_default) {
    static const char *const texts[] = {NULL, "", " ", ";", " ; \n;\t\r\n", ";;;"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        settings s, zero = {0};
        void *storage = &s;
        memset(&s, 1, sizeof s);
        OK(parse(texts[i], &s, &storage, error));
        s.struct_size = 0;
        ck_assert_mem_eq(&s, &zero, sizeof s);
        samen__delete(storage);
    }
}
END

TEST(every_type_of_option_is_read) {
    settings s;
    void *storage;
    OK(parse("weighted=true; model=ego; draws=50; steps=2; level=0.9; group=sector; label=x;"
             "forms=ab; where=a=1",
             &s, &storage, error));
    ck_assert_uint_eq(s.struct_size, sizeof s);
    ck_assert_uint_eq(s.weighted, 1);
    ck_assert_uint_eq(s.model, 1);
    ck_assert_int_eq(s.draws, 50);
    ck_assert_int_eq(s.steps, 2);
    ck_assert_double_eq(s.level, 0.9);
    ck_assert_str_eq(s.group, "sector");
    ck_assert_str_eq(s.label, "x");
    ck_assert_uint_eq(s.forms, 3);
    ck_assert_int_eq(s.where_count, 1);
    ck_assert_str_eq(s.where[0], "a=1");
    samen__delete(storage);
}
END

TEST(yes_and_no_have_several_words) {
    static const struct {
        const char *text;
        uint32_t value;
    } cases[] = {{"weighted=true", 1}, {"weighted=false", 0}, {"weighted=yes", 1},
                 {"weighted=no", 0},   {"weighted=1", 1},     {"weighted=0", 0},
                 {"weighted=ja", 1},   {"weighted=nee", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        settings s;
        void *storage;
        OK(parse(cases[i].text, &s, &storage, error));
        ck_assert_uint_eq(s.weighted, cases[i].value);
        samen__delete(storage);
    }
}
END

TEST(bounds_belong_to_what_may_be_written) {
    static const struct {
        const char *text;
        int64_t steps;
        double level;
    } cases[] = {{"steps=1;level=0.5", 1, 0.5}, {"steps=10;level=0.9999", 10, 0.9999}};
    for (size_t i = 0; i < 2; i++) {
        settings s;
        void *storage;
        OK(parse(cases[i].text, &s, &storage, error));
        ck_assert_int_eq(s.steps, cases[i].steps);
        ck_assert_double_eq(s.level, cases[i].level);
        samen__delete(storage);
    }
}
END

TEST(zero_draws_are_none_and_stay_none_when_settled) {
    settings s;
    void *storage;
    OK(parse("draws=0;group=g", &s, &storage, error));
    ck_assert_int_eq(s.draws, -1);
    OK(settle(&s, error));
    ck_assert_int_eq(s.draws, 0);
    samen__delete(storage);
}
END

TEST(values_are_unquoted_and_trimmed) {
    static const struct {
        const char *text, *value;
    } cases[] = {{"group=sector", "sector"},
                 {"group = sector ", "sector"},
                 {"\tgroup\t=\tsector\t\r\n", "sector"},
                 {"  group=two words ; ", "two words"},
                 {"group=a=b", "a=b"},
                 {"group==", "="},
                 {"group=", ""},
                 {"group=;", ""},
                 {"group=\"\"", ""},
                 {"group=\"a;b\"", "a;b"},
                 {"group=\"a\nb\";", "a\nb"},
                 {"group=\"a\"\"b\"", "a\"b"},
                 {"group=\"\"\"\"", "\""},
                 {"group=\"\"\"a\"\"\"", "\"a\""},
                 {"group=\" a \"", " a "},
                 {"group=\"a\" \t\r\n", "a"},
                 {"group=\"a=b\"", "a=b"},
                 {"group=5\"", "5\""},
                 {"group=é", "é"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        settings s;
        void *storage;
        OK(parse(cases[i].text, &s, &storage, error));
        ck_assert_msg(strcmp(s.group, cases[i].value) == 0, "%s gives \"%s\"", cases[i].text,
                      s.group);
        samen__delete(storage);
    }
}
END

TEST(options_are_parted_by_semicolons_and_line_ends) {
    static const char *const texts[] = {"group=a;label=b;draws=7", "group=a\nlabel=b\ndraws=7\n",
                                        "group=a\r\nlabel=b\r\ndraws=7\r\n",
                                        ";;group=a;;label=b;\ndraws=7;",
                                        "draws=7;label=\"b\";group=\"a\"\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        settings s;
        void *storage;
        OK(parse(texts[i], &s, &storage, error));
        ck_assert_str_eq(s.group, "a");
        ck_assert_str_eq(s.label, "b");
        ck_assert_int_eq(s.draws, 7);
        samen__delete(storage);
    }
}
END

TEST(hyphens_and_underscores_in_names_are_alike) {
    static const char *const texts[] = {"which_table=first", "which-table=first"};
    for (size_t i = 0; i < 2; i++) {
        settings s;
        void *storage;
        OK(parse(texts[i], &s, &storage, error));
        samen__delete(storage);
    }
    check_refused("which table=first", SAMEN_ERR_ARGUMENT, "did you mean \"which_table\"?");
    check_refused("which+table=first", SAMEN_ERR_ARGUMENT, "did you mean \"which_table\"?");
    check_refused("which-tables=first", SAMEN_ERR_ARGUMENT, "did you mean \"which_table\"?");
}
END

TEST(lists_keep_their_order_however_they_are_mixed) {
    static const struct {
        const char *text, *where, *only;
    } cases[] = {{"where=1;where=2;where=3", "123", ""},
                 {"only=1;where=2;only=3;where=4", "24", "13"},
                 {"where=1;only=2;where=3;only=4;where=5;only=6", "135", "246"},
                 {"only=1;only=2;where=3;where=4;only=5;only=6", "34", "1256"},
                 {"only=1;draws=5;where=2;group=x;only=\"3\";forms=a", "2", "13"},
                 {"where=1;only=2;only=3;only=4;where=5", "15", "234"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        settings s;
        void *storage;
        OK(parse(cases[i].text, &s, &storage, error));
        ck_assert_int_eq(s.where_count, (int64_t)strlen(cases[i].where));
        ck_assert_int_eq(s.only_count, (int64_t)strlen(cases[i].only));
        for (int64_t k = 0; k < s.where_count; k++)
            ck_assert_int_eq(s.where[k][0], cases[i].where[k]);
        for (int64_t k = 0; k < s.only_count; k++)
            ck_assert_int_eq(s.only[k][0], cases[i].only[k]);
        samen__delete(storage);
    }
}
END

TEST(text_that_cannot_be_read_is_refused) {
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"draws", "an option of the test has no value; write name=value"},
        {"draws=1;group", "has no value; write name=value"},
        {"draws;group=x", "has no value; write name=value"},
        {"group=\"a", "option group of the test has a quote that is not closed"},
        {"group=\"a\"\"", "option group of the test has a quote that is not closed"},
        {"group=\"a\"b", "option group of the test has a quote that is not closed"},
        {"group=\"a\" b;draws=1", "option group of the test has a quote that is not closed"},
        {"group=\xff", "the options of the test are not valid UTF-8"},
        {"drawz=1", "the test has no option \"drawz\"; did you mean \"draws\"?"},
        {"Draws=1", "the test has no option \"Draws\"; did you mean \"draws\"?"},
        {"entirely different=1", "the test has no option \"entirely different\""},
        {"draws=1;draws=2", "option draws of the test is given twice"},
        {"which_table=first;which-table=first", "option which_table of the test is given twice"},
        {"forms=a;forms=b", "option forms of the test is given twice"},
        {"weighted=maybe", "option weighted of the test cannot be \"maybe\"; give true or false"},
        {"weighted=True", "cannot be \"True\""},
        {"weighted=", "cannot be \"\""},
        {"model=ega", "option model of the test cannot be \"ega\"; give one of whole, ego"},
        {"model=", "cannot be \"\"; give one of whole, ego"},
        {"model=1", "cannot be \"1\"; give one of whole, ego"},
        {"draws=-1", "option draws of the test must be a whole number from 0 to 1000000"},
        {"draws=1000001", "from 0 to 1000000"},
        {"draws=1.5", "from 0 to 1000000"},
        {"draws=", "from 0 to 1000000"},
        {"draws=99999999999999999999", "from 0 to 1000000"},
        {"steps=0", "option steps of the test must be a whole number from 1 to 10"},
        {"level=0.4", "option level of the test must be a number from 0.5 to 0.9999"},
        {"level=0", "from 0.5 to 0.9999"},
        {"level=nan", "from 0.5 to 0.9999"},
        {"level=inf", "from 0.5 to 0.9999"},
        {"level=0,9", "from 0.5 to 0.9999"},
        {"level=", "from 0.5 to 0.9999"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_refused(cases[i].text, SAMEN_ERR_ARGUMENT, cases[i].words);
}
END

/* At some length the text ends where its block of memory does. */
TEST(a_name_without_a_value_is_refused_at_the_end_of_a_text_of_any_length) {
    for (int length = 0; length < 200; length++) {
        char text[256];
        snprintf(text, sizeof text, "label=%0*d;group", length, 0);
        check_refused(text, SAMEN_ERR_ARGUMENT, "has no value; write name=value");
    }
}
END

TEST(a_name_without_a_near_one_gets_no_suggestion) {
    settings s;
    void *storage;
    samen_error err = {0};
    ck_assert_int_eq(parse("entirely different=1", &s, &storage, &err), SAMEN_ERR_ARGUMENT);
    ck_assert_ptr_null(strstr(err.message, "did you mean"));
    samen__delete(storage);
}
END

TEST(what_the_reader_of_names_says_is_about_the_same_argument) {
    check_refused("forms=abz", SAMEN_ERR_UNKNOWN, "there is no letter z");
}
END

TEST(a_long_text_of_options_is_read) {
    char text[20000] = "";
    size_t at = 0;
    for (int i = 0; i < 1000; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "where=%d;only=%d\n", i, -i);
    settings s;
    void *storage;
    OK(parse(text, &s, &storage, error));
    ck_assert_int_eq(s.where_count, 1000);
    ck_assert_int_eq(s.only_count, 1000);
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(atoi(s.where[i]), i);
        ck_assert_int_eq(atoi(s.only[i]), -i);
    }
    samen__delete(storage);
}
END

/* ---- Showing effective values ---------------------------------------------------------------- */

TEST(effective_values_are_shown_as_they_are_written) {
    static const char *const list[] = {"a=1", "b=2"};
    const settings s = {.weighted = 1,
                        .model = 1,
                        .draws = 50,
                        .steps = -3,
                        .level = 0.95,
                        .group = "g",
                        .where = list,
                        .where_count = 2};
    static const char *const expected[] = {"true", "ego", "first", "50",       "-3", "0.95",
                                           "g",    "",    "",      "a=1, b=2", ""};
    for (int32_t i = 0; i < options.count; i++) {
        samen__text text = samen__text_growing();
        char *shown = NULL;
        samen__option_show(&described[i], &s, &text);
        OK(samen__text_take(&text, &shown, NULL, error));
        ck_assert_str_eq(shown, expected[i]);
        samen_free(shown);
    }
    const settings no = {0};
    char shown[16];
    samen__text text = samen__text_fixed(shown, sizeof shown);
    samen__option_show(&described[0], &no, &text);
    ck_assert_str_eq(shown, "false");
}
END

SUITE("core/options", null_is_a_struct_of_zeros, a_struct_of_this_version_is_copied,
      a_struct_of_an_older_version_is_filled_up_with_zeros,
      a_struct_of_a_later_version_must_be_zero_beyond_the_known_fields,
      a_size_that_cannot_be_is_refused, every_field_of_zero_gets_its_default,
      what_is_within_bounds_stays, minus_one_is_none_where_none_is_possible,
      what_is_out_of_bounds_is_refused, a_required_text_must_be_given,
      an_empty_text_gets_the_default, no_text_leaves_everything_at_its_default,
      every_type_of_option_is_read, yes_and_no_have_several_words,
      bounds_belong_to_what_may_be_written, zero_draws_are_none_and_stay_none_when_settled,
      values_are_unquoted_and_trimmed, options_are_parted_by_semicolons_and_line_ends,
      hyphens_and_underscores_in_names_are_alike, lists_keep_their_order_however_they_are_mixed,
      text_that_cannot_be_read_is_refused,
      a_name_without_a_value_is_refused_at_the_end_of_a_text_of_any_length,
      a_name_without_a_near_one_gets_no_suggestion,
      what_the_reader_of_names_says_is_about_the_same_argument, a_long_text_of_options_is_read,
      effective_values_are_shown_as_they_are_written)
