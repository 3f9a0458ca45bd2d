/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/view.h"

#include "scene.h"

static samen_view *const untouched = (samen_view *)(uintptr_t)64;

static samen_network *dated(void) {
    static const file files[MOST_FILES] = {{"ties.csv", "from,to,form,start,end\n"
                                                        "a,b,action,2024-01-01,2024-07-01\n"
                                                        "b,c,action,2024-07-01,\n"
                                                        "c,d,action,,2024-01-01\n"
                                                        "d,e,action,2024-06-30,2024-06-30\n"
                                                        "e,a,action,,\n"}};
    return read_files(files);
}

/* Oracle: half-open periods on paper; the tie d-e lasts no time and counts as its day. */
TEST(periods_touch_to_the_day) {
#define AB "a-b:action*1"
#define BC "b-c:action*1"
#define CD "c-d:action*1"
#define DE "d-e:action*1"
#define AE "a-e:action*1"
    static const struct {
        const char *options, *ties;
    } cases[] = {
        {"", AB " " AE " " BC " " CD " " DE},
        {"from=2024-01-01", AB " " AE " " BC " " DE},
        {"from=2023-12-31", AB " " AE " " BC " " CD " " DE},
        {"from=2024-06-30", AB " " AE " " BC " " DE},
        {"from=2024-07-01", AE " " BC},
        {"to=2024-01-01", AE " " CD},
        {"to=2024-01-02", AB " " AE " " CD},
        {"to=2024-06-30", AB " " AE " " CD},
        {"to=2024-07-01", AB " " AE " " CD " " DE},
        {"to=2024-07-02", AB " " AE " " BC " " CD " " DE},
        {"from=2024-06-30; to=2024-07-01", AB " " AE " " DE},
        {"from=2024-03-01; to=2024-04-01", AB " " AE},
        {"from=2023-01-01; to=2024-01-01", AE " " CD},
        {"from=2030-01-01; to=2031-01-01", AE " " BC},
    };
    samen_network *network = dated();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_ties(network, cases[i].options, cases[i].ties);
    samen_network_free(network);
}
END

TEST(periods_of_partnerships_count_too) {
    static const file files[MOST_FILES] = {
        {"partnerships.csv", "id,start,end\np,2024-01-01,2025-01-01\nq,,\n"},
        {"memberships.csv", "partnership,organisation\np,a\np,b\nq,b\nq,c\n"}};
    samen_network *network = read_files(files);
    expect_ties(network, "from=2025-01-01", "b-c:collaboration*1");
    expect_ties(network, "from=2024-12-31", "a-b:collaboration*1 b-c:collaboration*1");
    expect_ties(network, "to=2024-01-01", "b-c:collaboration*1");
    samen_network_free(network);
}
END

TEST(forms_are_chosen_by_mask_and_by_name) {
    samen_network *network = build("a-b:consultation b-c:ad-hoc c-d:information d-e:learning "
                                   "e-f:resource f-a:action");
    for (uint64_t mask = 1; mask < 64; mask++) {
        samen_view_options options = {.struct_size = sizeof options, .forms = mask};
        samen_view *view = NULL;
        OK(samen_view_new(network, &options, NULL, &view, error));
        samen_table *table = ties_of(view);
        ck_assert_int_eq(samen_table_rows(table), __builtin_popcountll(mask));
        samen_table_free(table);
        samen_view_free(view);
    }
    expect_ties(network, "forms=\"actie, AD HOC,, overleg\"",
                "a-b:consultation*1 a-f:action*1 b-c:ad-hoc*1");
    samen_view_options beyond = {.struct_size = sizeof beyond, .forms = 64};
    samen_view *view = untouched;
    samen_error error = {0};
    ck_assert_int_eq(samen_view_new(network, &beyond, NULL, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 2);
    ck_assert_ptr_eq(view, untouched);
    samen_network_free(network);
}
END

/* 64 forms fill the mask to the last bit. */
TEST(the_64th_form_is_a_form_like_others) {
    char forms[2000] = "form\n", ties[2000] = "from,to,form\n";
    for (int i = 0; i < 64; i++)
        sprintf(forms + strlen(forms), "f%d\n", i);
    strcat(ties, "a,b,f63\nb,c,f0\n");
    const file files[MOST_FILES] = {{"forms.csv", forms}, {"ties.csv", ties}};
    samen_network *network = read_files(files);
    samen_view_options last = {.struct_size = sizeof last, .forms = 1ull << 63};
    samen_view *view = NULL;
    OK(samen_view_new(network, &last, NULL, &view, error));
    char *seen = ties_seen(view);
    ck_assert_str_eq(seen, "a-b:f63*1");
    free(seen);
    samen_view_free(view);
    expect_ties(network, "", "a-b:f63*1 b-c:f0*1");
    samen_network_free(network);
}
END

TEST(a_view_is_directed_when_a_tie_that_it_shows_is) {
    static const struct {
        const char *ties, *options;
        int32_t directed;
    } cases[] = {{"a-b c-d", "", 0},
                 {"a>b c-d", "", 1},
                 {"a>b c-d", "direction=either", 0},
                 {"a>b c-d", "direction=both", 0},
                 {"a>b:action c-d:learning", "forms=learning", 0},
                 {"a>b:action c-d:learning", "forms=action", 1},
                 {"a>b c-d", "where=id!=a", 0},
                 {"a>b c-d", "where=id!=c", 1},
                 {"a>a c-d", "", 0},
                 {"a", "", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = see(build(cases[i].ties), cases[i].options);
        ck_assert_msg(samen_view_is_directed(view) == cases[i].directed, "%s seen with \"%s\"",
                      cases[i].ties, cases[i].options);
        samen_view_free(view);
    }
}
END

TEST(isolates_are_kept_unless_told_otherwise) {
    samen_network *network = build("lone a-b:action c>d:learning*3 e-e");
    expect_keys(network, "", "lone a b c d e");
    expect_keys(network, "drop-isolates=false", "lone a b c d e");
    expect_keys(network, "drop-isolates=true", "a b c d");
    expect_keys(network, "drop_isolates=yes; forms=action", "a b");
    expect_keys(network, "drop_isolates=1; min-weight=2", "c d");
    expect_keys(network, "drop-isolates=true; direction=both", "a b");
    expect_keys(network, "drop-isolates=true; where=id!=d", "a b");
    expect_keys(network, "drop-isolates=true; forms=resource", "");
    expect_ties(network, "drop-isolates=true; where=id!=a", "c>d:learning*3");
    samen_network_free(network);
    static const file files[MOST_FILES] = {
        {"memberships.csv", "partnership,organisation,role\np,a,lead\np,b,\nq,c,\nr,d,\nr,e,\n"}};
    network = read_files(files);
    expect_keys(network, "drop-isolates=true", "a b d e");
    expect_keys(network, "drop-isolates=true; partnerships=star", "a b");
    samen_network_free(network);
}
END

TEST(wrong_options_are_refused_as_argument_2) {
    static const struct {
        const char *text;
        samen_view_options options;
        samen_status status;
        const char *words;
    } cases[] = {
        {"direction=up", {.direction = 3}, SAMEN_ERR_ARGUMENT, "direction"},
        {"direction_weight=median",
         {.direction_weight = 5},
         SAMEN_ERR_ARGUMENT,
         "direction_weight"},
        {"parallel=first", {.parallel = 5}, SAMEN_ERR_ARGUMENT, "parallel"},
        {"partnerships=all", {.partnerships = 6}, SAMEN_ERR_ARGUMENT, "partnerships"},
        {"drop_isolates=perhaps", {.drop_isolates = 2}, SAMEN_ERR_ARGUMENT, "drop_isolates"},
        {"min_weight=-1", {.min_weight = -1}, SAMEN_ERR_ARGUMENT, "min_weight"},
        {"min_weight=nan", {.min_weight = NAN}, SAMEN_ERR_ARGUMENT, "min_weight"},
        {"min_weight=inf", {.min_weight = INFINITY}, SAMEN_ERR_ARGUMENT, "min_weight"},
        {"from=2024-02-30", {.from = "2024-02-30"}, SAMEN_ERR_ARGUMENT, "option from"},
        {"to=1/1/2024", {.to = "1/1/2024"}, SAMEN_ERR_ARGUMENT, "option to"},
        {"from=2024-01-02; to=2024-01-01",
         {.from = "2024-01-02", .to = "2024-01-01"},
         SAMEN_ERR_ARGUMENT,
         "ends before it starts"},
        {"from=2024-01-01; to=2024-01-01",
         {.from = "2024-01-01", .to = "2024-01-01"},
         SAMEN_ERR_ARGUMENT,
         "period"},
        {"lead=\xFF", {.lead = "\xFF"}, SAMEN_ERR_ARGUMENT, "UTF-8"},
        {"forms=acton", {0}, SAMEN_ERR_UNKNOWN, "did you mean \"action\"?"},
        {"forms=", {0}, SAMEN_ERR_MISSING, "no form is named"},
        {"colour=red", {0}, SAMEN_ERR_ARGUMENT, "no option \"colour\""},
        {"form=action", {0}, SAMEN_ERR_ARGUMENT, "did you mean \"forms\"?"},
        {"forms", {0}, SAMEN_ERR_ARGUMENT, "name=value"},
        {"forms=action; forms=learning", {0}, SAMEN_ERR_ARGUMENT, "given twice"},
        {"lead=\"x", {0}, SAMEN_ERR_ARGUMENT, "quote"},
        {NULL, {.where_count = 1}, SAMEN_ERR_ARGUMENT, "where"},
        {NULL, {.where_count = -1}, SAMEN_ERR_ARGUMENT, "where"},
        {NULL, {.organisations_count = 2}, SAMEN_ERR_ARGUMENT, "organisations"},
    };
    samen_network *network = build("a-b");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int as_text = 0; as_text < 2; as_text++) {
            samen_view_options options = cases[i].options, none = {0};
            if (as_text ? !cases[i].text : memcmp(&options, &none, sizeof none) == 0)
                continue;
            options.struct_size = sizeof options;
            samen_view *view = untouched;
            samen_error error = {0};
            samen_status status = as_text
                                      ? samen_view_make(network, cases[i].text, NULL, &view, &error)
                                      : samen_view_new(network, &options, NULL, &view, &error);
            ck_assert_msg(status == cases[i].status, "case %zu: %s, %s", i,
                          samen_status_name(status), error.message);
            ck_assert_msg(error.argument == 2, "case %zu blames %d", i, error.argument);
            ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "%s", error.message);
            ck_assert_ptr_eq(view, untouched);
        }
    }
    const char *null_entry[] = {NULL}, *bad_entry[] = {"\xC3"};
    samen_view_options lists = {.struct_size = sizeof lists, .where = null_entry, .where_count = 1};
    samen_view *view = untouched;
    ck_assert_int_eq(samen_view_new(network, &lists, NULL, &view, NULL), SAMEN_ERR_ARGUMENT);
    lists = (samen_view_options){
        .struct_size = sizeof lists, .organisations = bad_entry, .organisations_count = 1};
    ck_assert_int_eq(samen_view_new(network, &lists, NULL, &view, NULL), SAMEN_ERR_ARGUMENT);
    samen_network_free(network);
}
END

TEST(other_nonsense_is_refused_with_its_number) {
    samen_network *network = build("a-b");
    samen_view *view = untouched;
    samen_error error = {0};
    samen_view_options none = {0};
    samen_run bad = {.struct_size = sizeof bad, .threads = -1};
    ck_assert_int_eq(samen_view_new(NULL, NULL, NULL, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_int_eq(samen_view_make(NULL, NULL, NULL, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_int_eq(samen_view_new(network, &none, NULL, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 2);
    ck_assert_int_eq(samen_view_new(network, NULL, &bad, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 3);
    ck_assert_int_eq(samen_view_make(network, "", &bad, &view, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 3);
    ck_assert_int_eq(samen_view_new(network, NULL, NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 4);
    ck_assert_int_eq(samen_view_make(network, "", NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 4);
    ck_assert_ptr_eq(view, untouched);
    ck_assert_int_eq(samen_view_organisations(NULL), -1);
    ck_assert_int_eq(samen_view_is_directed(NULL), -1);
    ck_assert_ptr_null(samen_view_key(NULL, 0));
    ck_assert_ptr_null(samen_view_network(NULL));
    ck_assert_ptr_null(samen_view_retain(NULL));
    samen_view_free(NULL);
    samen_network_free(network);
}
END

/* The same choice as text and as struct makes the same view, and says so in the same words. */
TEST(text_and_struct_make_the_same_view) {
    static const char *const where[] = {"sector=care", "sector=youth", "size!=9"};
    static const char *const keys[] = {"a", "b", "c"};
    static const struct {
        const char *text;
        samen_view_options options;
    } cases[] = {
        {"", {0}},
        {NULL, {0}},
        {" \n ; ;\t", {0}},
        {"direction=either; direction-weight=mean", {.direction = 1, .direction_weight = 4}},
        {"parallel = max\npartnerships = newman", {.parallel = 2, .partnerships = 3}},
        {"forms=action,learning", {.forms = 1u << 5 | 1u << 3}},
        {"from=2020-01-01;to=2021-01-01", {.from = "2020-01-01", .to = "2021-01-01"}},
        {"min_weight=0.25; drop_isolates=true", {.min_weight = 0.25, .drop_isolates = 1}},
        {"lead=\"the \"\"boss\"\"; really\"", {.lead = "the \"boss\"; really"}},
        {"where=sector=care; organisations=a; where=sector=youth; organisations=b; "
         "where=\"size!=9\"; organisations=c",
         {.where = where, .where_count = 3, .organisations = keys, .organisations_count = 3}},
        {"partnerships=auto; parallel=default; direction=recorded", {0}},
    };
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,sector,size\na,care,1\nb,youth,2\nc,care,9\nd,,3\n"},
        {"ties.csv", "from,to,form,weight,directed\na,b,action,2,1\nb,a,action,3,1\nc,d,learning,1,"
                     "0\n"},
        {"memberships.csv", "partnership,organisation,role\np,a,lead\np,d,\np,b,\n"},
        {"partnerships.csv", "id,form\np,action\n"}};
    samen_network *network = read_files(files);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view_options options = cases[i].options;
        samen_view *from_text = NULL, *from_struct = NULL;
        options.struct_size = sizeof options;
        OK(samen_view_make(network, cases[i].text, NULL, &from_text, error));
        OK(samen_view_new(network, &options, NULL, &from_struct, error));
        samen_table *one = ties_of(from_text), *other = ties_of(from_struct);
        ck_assert_str_eq(samen_table_provenance(one, "view"),
                         samen_table_provenance(other, "view"));
        char *a = table_csv(one), *b = table_csv(other);
        ck_assert_str_eq(a, b);
        ck_assert_int_eq(samen_table_notes(one), samen_table_notes(other));
        samen_free(a);
        samen_free(b);
        samen_table_free(one);
        samen_table_free(other);
        samen_view_free(from_text);
        samen_view_free(from_struct);
    }
    samen_network_free(network);
}
END

/* What was chosen is kept: the caller's texts may go. */
TEST(a_view_keeps_what_it_needs) {
    samen_network *network = build("a-b:action*2 b-c:action*1");
    char *key = strdup("a"), *other = strdup("b"), *from = strdup("2020-01-01");
    const char **keys = malloc(2 * sizeof *keys);
    keys[0] = key;
    keys[1] = other;
    samen_view_options options = {.struct_size = sizeof options,
                                  .organisations = keys,
                                  .organisations_count = 2,
                                  .from = from};
    samen_view *view = NULL;
    OK(samen_view_new(network, &options, NULL, &view, error));
    memset(key, 'z', 1);
    free(key);
    free(other);
    free(from);
    free(keys);
    samen_network_free(network);
    ck_assert_ptr_eq(samen_view_network(view), network);
    ck_assert_ptr_eq(samen_view_retain(view), view);
    samen_view_free(view);
    char *seen = ties_seen(view);
    ck_assert_str_eq(seen, "a-b:action*2");
    free(seen);
    ck_assert_str_eq(samen_view_key(view, 1), "b");
    ck_assert_ptr_null(samen_view_key(view, 2));
    ck_assert_ptr_null(samen_view_key(view, -1));
    samen_view_free(view);
}
END

TEST(empty_networks_have_empty_views) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    static const char *const options[] = {"", "drop-isolates=true", "direction=both",
                                          "partnerships=star", "min-weight=2; forms=action"};
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        samen_view *view = look(network, options[i]);
        samen_table *table = ties_of(view);
        ck_assert_int_eq(samen_view_organisations(view), 0);
        ck_assert_int_eq(samen_view_is_directed(view), 0);
        ck_assert_int_eq(samen_table_rows(table), 0);
        ck_assert_int_eq(samen_table_columns(table), 4);
        samen_table_free(table);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

SUITE("view/view", periods_touch_to_the_day, periods_of_partnerships_count_too,
      forms_are_chosen_by_mask_and_by_name, the_64th_form_is_a_form_like_others,
      a_view_is_directed_when_a_tie_that_it_shows_is, isolates_are_kept_unless_told_otherwise,
      wrong_options_are_refused_as_argument_2, other_nonsense_is_refused_with_its_number,
      text_and_struct_make_the_same_view, a_view_keeps_what_it_needs,
      empty_networks_have_empty_views)
