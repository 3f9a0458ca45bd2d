/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "scene.h"

static samen_network *offices(void) {
    static const file files[MOST_FILES] = {{"organisations.csv",
                                            "id,name,sector,size,since,paid,odd=x\n"
                                            "a,Alpha,care,5,2020-01-01,yes,1\n"
                                            "b,Beta,youth,2.5,2021-06-30,no,2\n"
                                            "c,,care,5,,yes,\n"
                                            "d,Delta,,,2020-01-01,,\n"
                                            "e,a=b,a=b,-1,1969-12-31,no,\n"},
                                           {"ties.csv", "from,to\na,b\nb,c\nc,d\nd,e\n"}};
    return read_files(files);
}

/* Oracle: the table above, by eye. */
TEST(organisations_are_chosen_by_their_attributes) {
    static const struct {
        const char *options, *keys;
    } cases[] = {
        {"where=sector=care", "a c"},
        {"where=sector=youth", "b"},
        {"where=sector!=care", "b d e"},
        {"where=sector=care; where=sector=youth", "a b c"},
        {"where=sector!=care; where=sector!=youth", "d e"},
        {"where=sector=care; where=paid=no", ""},
        {"where=sector=care; where=paid=yes", "a c"},
        {"where=sector=care; where=name=Alpha", "a"},
        {"where=sector=care; where=sector=youth; where=size=5", "a c"},
        {"where=sector=care; where=sector!=youth", "a c"},
        {"where=sector=care; where=id!=a", "c"},
        {"where=sector=", "d"},
        {"where=sector!=", "a b c e"},
        {"where=sector=a=b", "e"},
        {"where=size=5", "a c"},
        {"where=size=5.0", "a c"},
        {"where=size=0.5e1", "a c"},
        {"where=size=-1", "e"},
        {"where=size=2.5", "b"},
        {"where=size!=5", "b d e"},
        {"where=size=", "d"},
        {"where=since=2020-01-01", "a d"},
        {"where=since!=2020-01-01", "b c e"},
        {"where=since=1969-12-31", "e"},
        {"where=since=", "c"},
        {"where=paid=yes", "a c"},
        {"where=paid=ja", "a c"},
        {"where=paid=1", "a c"},
        {"where=paid=NO", "b e"},
        {"where=paid!=no", "a c d"},
        {"where=paid=", "d"},
        {"where=id=d", "d"},
        {"where=id!=d", "a b c e"},
        {"where=name=Beta", "b"},
        {"where=name=a=b", "e"},
        {"where=name=", "c"},
        {"where=\"name=Beta\"", "b"},
        {"organisations=a; organisations=d", "a d"},
        {"organisations=d; organisations=a; organisations=d", "a d"},
        {"organisations=a; organisations=b; where=sector=care", "a"},
        {"organisations=a; where=sector=care; organisations=c; where=paid=yes", "a c"},
        {"organisations=b; where=sector=care", ""},
    };
    samen_network *network = offices();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_keys(network, cases[i].options, cases[i].keys);
    samen_network_free(network);
}
END

TEST(ties_to_organisations_that_are_not_chosen_are_not_seen) {
    samen_network *network = offices();
    expect_ties(network, "",
                "a-b:collaboration*1 b-c:collaboration*1 c-d:collaboration*1 "
                "d-e:collaboration*1");
    expect_ties(network, "organisations=b; organisations=c; organisations=e",
                "b-c:collaboration*1");
    expect_ties(network, "where=id!=c", "a-b:collaboration*1 d-e:collaboration*1");
    expect_ties(network, "organisations=a", "");
    samen_network_free(network);
}
END

/* The options are argument 2 of both calls. */
TEST(a_choice_of_what_is_not_there_is_refused) {
    static const struct {
        const char *options;
        samen_status status;
        const char *words;
    } cases[] = {
        {"where=colour=red", SAMEN_ERR_UNKNOWN,
         "no attribute \"colour\"; they have id, name, sector, size, since, paid"},
        {"where=Sector=care", SAMEN_ERR_UNKNOWN, "no attribute \"Sector\""},
        {"where=sector=Care", SAMEN_ERR_UNKNOWN, "no organisation has sector \"Care\""},
        {"where=sector!=Care", SAMEN_ERR_UNKNOWN, "values are compared to the letter"},
        {"where=size=many", SAMEN_ERR_UNKNOWN, "no organisation has size \"many\""},
        {"where=size=6", SAMEN_ERR_UNKNOWN, "no organisation has size \"6\""},
        {"where=since=2020-02-30", SAMEN_ERR_UNKNOWN, "no organisation has since"},
        {"where=paid=perhaps", SAMEN_ERR_UNKNOWN, "no organisation has paid \"perhaps\""},
        {"where=id=z", SAMEN_ERR_UNKNOWN, "no organisation has id \"z\""},
        {"where=name=Nobody", SAMEN_ERR_UNKNOWN, "no organisation has name \"Nobody\""},
        {"where=id=", SAMEN_ERR_UNKNOWN, "no organisation has id \"\""},
        {"organisations=z", SAMEN_ERR_UNKNOWN, "there is no organisation \"z\""},
        {"organisations=a; organisations=A", SAMEN_ERR_UNKNOWN, "no organisation \"A\""},
        {"where=care", SAMEN_ERR_ARGUMENT, "write attribute=value or attribute!=value"},
        {"where==care", SAMEN_ERR_ARGUMENT, "where is \"=care\""},
        {"where=", SAMEN_ERR_ARGUMENT, "where is \"\""},
    };
    samen_network *network = offices();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *const untouched = (samen_view *)(uintptr_t)64;
        samen_view *view = untouched;
        samen_error error = {0};
        samen_status status = samen_view_make(network, cases[i].options, NULL, &view, &error);
        ck_assert_msg(status == cases[i].status, "%s: %s, %s", cases[i].options,
                      samen_status_name(status), error.message);
        ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "%s: %s", cases[i].options,
                      error.message);
        ck_assert_ptr_eq(view, untouched);
    }
    samen_network_free(network);
}
END

/* An argument that is to blame is told by its number. */
TEST(a_wrong_choice_is_blamed_on_the_options) {
    static const char *const options[] = {"where=care", "where=colour=red", "where=sector=Care",
                                          "organisations=z"};
    samen_network *network = offices();
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        samen_view *view = NULL;
        samen_error error = {0};
        ck_assert_int_ne(samen_view_make(network, options[i], NULL, &view, &error), SAMEN_OK);
        ck_assert_msg(error.argument == 2, "%s blames argument %d", options[i], error.argument);
    }
    samen_network_free(network);
}
END

TEST(names_are_harmless_in_messages) {
    samen_network *network = offices();
    FAILS(SAMEN_ERR_UNKNOWN, "\\u{1b}[31m",
          samen_view_make(network, "where=\x1B[31m=x", NULL, &(samen_view *){NULL}, error));
    FAILS(SAMEN_ERR_UNKNOWN, "\\u{202e}",
          samen_view_make(network, "organisations=\xE2\x80\xAEz", NULL, &(samen_view *){NULL},
                          error));
    samen_network_free(network);
}
END

TEST(a_network_without_organisations_has_any_value) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    expect_keys(network, "where=name=x", "");
    FAILS(SAMEN_ERR_UNKNOWN, "no attribute",
          samen_view_make(network, "where=sector=x", NULL, &(samen_view *){NULL}, error));
    samen_network_free(network);
}
END

SUITE("view/select", organisations_are_chosen_by_their_attributes,
      ties_to_organisations_that_are_not_chosen_are_not_seen,
      a_choice_of_what_is_not_there_is_refused, a_wrong_choice_is_blamed_on_the_options,
      names_are_harmless_in_messages, a_network_without_organisations_has_any_value)
