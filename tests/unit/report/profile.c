/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "../io/folder.h"
#include "reading.h"

static samen_view *see_house(const char *options) {
    return see(read_fine(source_path("examples/data/house-of-the-child")), options);
}

static samen_report *report_on(const char *data, const char *view_options, const char *options) {
    samen_report *report = NULL;
    samen_view *view = see(read_fine(source_path(data)), view_options);
    OK(samen_report_new(view, options, NULL, &report, error));
    samen_view_free(view);
    return report;
}

static void table_is(const samen_report *report, const char *file, const char *expected) {
    for (int32_t i = 0; i < samen_report_tables(report); i++) {
        if (strcmp(samen_report_table_file(report, i), file) != 0)
            continue;
        char *csv = table_csv(samen_report_table(report, i));
        ck_assert_str_eq(csv, expected);
        samen_free(csv);
        return;
    }
    ck_abort_msg("there is no %s", file);
}

/* Oracle: the ties of the association in ties.csv, and the other measures of its row. */
TEST(a_profile_tells_one_organisation_about_itself) {
    SAYS(
        see_house(""), "organisation=poverty-association",
        "Profile of Association of people in poverty De Warme Deur (fictional)",
        "This page is about you, Association of people in poverty De Warme Deur (fictional)",
        "among the 24 organisations seen here",
        "You work together with 6 organisations seen here; half of the others work together with 4 "
        "or fewer.",
        "By form: consultation (2), ad hoc (2), resource network (1), action network (3)",
        "Your group (sector) is welfare; 1 of your partners is in it too.", "With whom",
        "Your place between others",
        "Without you, some of those with whom you are connected would no longer be connected",
        "In which role", "Your partnerships", "You take part in 2 of the 6 partnerships seen here.",
        "What changed", "In 2024 you work together with", "What this does not mean",
        "More partners, or a place between others, is not better");
}
END

/* The profile goes to one partner: tables of all organisations, which it is made of, do not go with it. */
TEST(only_the_tables_that_it_shows_go_with_it) {
    samen_report *report =
        report_on("examples/data/house-of-the-child", "", "organisation=poverty-association");
    ck_assert_int_eq(samen_report_tables(report), 5);
    for (int32_t i = 0; i < samen_report_tables(report); i++)
        ck_assert_int_eq(strncmp(samen_report_table_file(report, i), "profile.", 8), 0);
    char *html = NULL;
    OK(samen_report_format(report, "html", NULL, &html, NULL, error));
    ck_assert_ptr_null(strstr(html, "secondary-school"));
    ck_assert_ptr_nonnull(strstr(html, "profile.partners.csv"));
    samen_free(html);
    samen_report_free(report);
}
END

TEST(it_speaks_dutch) {
    SAYS(see_house(""), "organisation=mental-health; language=nl", "Profiel van Centre for mental",
         "Deze pagina gaat over jullie", "Jullie hebben zelf niet geantwoord",
         "Jullie werken samen met 4 organisaties die hier te zien zijn", "Met wie",
         "Jullie plaats tussen andere", "Jullie samenwerkingsverbanden",
         "Jullie nemen deel aan 2 van de 6", "Wat er veranderde", "Wat dit niet betekent");
}
END

/* Oracle: Padgett and Ansell's ties of the Medici, and their published betweenness of 47.5, effective size 5.667 and
 * constraint .210; medians and ranks sorted by hand from the measures' tables. */
TEST(partners_and_place_are_those_of_the_measures) {
    samen_report *report =
        report_on("examples/data/padgett", "forms=marriage", "organisation=Medici");
    table_is(report, "profile.partners.csv",
             "organisation,name,group,forms,weight,direction\n"
             "Acciaiuoli,Acciaiuoli,,marriage,1,\nAlbizzi,Albizzi,,marriage,1,\n"
             "Barbadori,Barbadori,,marriage,1,\nRidolfi,Ridolfi,,marriage,1,\n"
             "Salviati,Salviati,,marriage,1,\nTornabuoni,Tornabuoni,,marriage,1,\n");
    samen_report_free(report);
    samen_view *view = see(read_fine(source_path("examples/data/padgett")), "forms=marriage");
    SAYS(view, "organisation=Medici",
         "Of the shortest paths between others more run through you than through any other",
         "Without you, some of those", "partners 6.0000 1 16 3.0000", "betweenness 47.5000 1 16",
         "effective_size 5.6667 1 15", "constraint 0.2099 1 15");
}
END

TEST(directions_are_seen_from_the_organisation) {
    samen_report *report = NULL;
    samen_view *view = see(build("A>B:action*2 B>A:action*1 C>A:learning*3 A>D A-E"), "");
    OK(samen_report_new(view, "organisation=A", NULL, &report, error));
    table_is(
        report, "profile.partners.csv",
        "organisation,name,group,forms,weight,direction\n"
        "B,B,,action,2,both\nC,C,,learning,3,from\nD,D,,consultation,1,to\nE,E,,consultation,1,"
        "both\n");
    samen_report_free(report);
    samen_view_free(view);
}
END

TEST(who_has_no_ties_gets_a_short_page) {
    SAYS(see(build("A-B B-C D"), ""), "organisation=D", "No ties of yours are seen here",
         "What this does not mean");
    expect_unsaid(see(build("A-B B-C D"), ""), "organisation=D", "Your place");
}
END

TEST(new_and_lost_partners_are_named) {
    static const file files[MOST_FILES] = {{"ties.csv", "from,to,form,start,end\n"
                                                        "a,b,action,2020-01-01,2021-01-01\n"
                                                        "a,c,action,2020-01-01,2021-01-01\n"
                                                        "a,c,action,2022-01-01,2023-01-01\n"
                                                        "a,d,action,2022-01-01,2023-01-01\n"
                                                        "e,a,action,2022-01-01,2023-01-01\n"}};
    SAYS(see(read_files(files), ""), "organisation=a",
         "In 2022 you work together with 3, and 1 of these were your partners in 2020 too. New are "
         "d, e. No longer: b.",
         "may have ended, or only not have been named");
}
END

static void is_unknown(samen_view *view, const char *options, const char *words) {
    samen_report *report = NULL;
    FAILS(SAMEN_ERR_UNKNOWN, words, samen_report_new(view, options, NULL, &report, error));
    ck_assert_ptr_null(report);
    samen_view_free(view);
}

TEST(who_is_not_there_is_told_who_is_most_alike) {
    is_unknown(see_house(""), "organisation=libary",
               "the view has no organisation \"libary\"; the nearest key is \"library\"");
    is_unknown(see_house(""), "organisation=Toy library De Tol",
               "the nearest key is \"toy-library\"");
    is_unknown(see_house("where=sector=health"), "organisation=library",
               "no organisation \"library\"");
    is_unknown(see(build(""), ""), "organisation=a", "the view has no organisations");
}
END

SUITE("report/profile", a_profile_tells_one_organisation_about_itself,
      only_the_tables_that_it_shows_go_with_it, it_speaks_dutch,
      partners_and_place_are_those_of_the_measures, directions_are_seen_from_the_organisation,
      who_has_no_ties_gets_a_short_page, new_and_lost_partners_are_named,
      who_is_not_there_is_told_who_is_most_alike)
