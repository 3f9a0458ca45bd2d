/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/parts.h"

#include "../view/scene.h"
#include "reading.h"
#include "report/group.h"

#define EN ""
#define NL "language=nl"

/* Survey: four of five answered; one tie is undated, one partnership makes no ties, one tie is of an organisation
 * with itself. */
static samen_network *survey(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,sector,respondent\na,Alpha,gov,yes\nb,Beta,gov,yes\n"
                              "c,Gamma,vol,yes\nd,Delta,vol,no\ne,Echo,vol,yes\n"},
        {"ties.csv", "from,to,form,directed,start,end\na,b,action,yes,2020-01-01,2021-01-01\n"
                     "b,a,action,yes,2020-01-01,2021-01-01\nb,c,consultation,yes,,\n"
                     "c,d,consultation,no,2021-01-01,2022-01-01\ne,e,action,yes,,\n"},
        {"partnerships.csv", "id,form\np,learning\n"},
        {"memberships.csv", "partnership,organisation\np,a\np,e\n"}};
    return read_files(files);
}

TEST(what_was_read_and_what_of_it_is_seen) {
    SAYS(see(survey(), ""), EN,
         "What was read 5 organisations, 5 ties, 1 partnership with 2 memberships. Forms: "
         "consultation, ad hoc, information-exchange network, learning network, resource network, "
         "action network. 4 ties count here:",
         "The view is directed");
    expect_unsaid(see(build("A-B B-C"), ""), EN, "count here");
    SAYS(see(survey(), "from=2021-06-01; where=sector=vol; direction=either"), EN,
         "Seen here: from=2021-06-01; where=sector=vol; direction=either. 3 of the organisations "
         "are seen here. 1 tie counts here: those of the same two organisations, form and "
         "direction once, and none that the view leaves out. The view is undirected");
    SAYS(see(survey(), "forms=action,learning; min-weight=.5; partnerships=star; lead=chair"), NL,
         "Wat er gelezen is 5 organisaties, 5 banden, 1 samenwerkingsverband met 2 "
         "lidmaatschappen. Vormen: overleg, ad hoc,",
         "Hier gezien: forms=learning,action;", "partnerships=star; lead=chair; min_weight=0.5.",
         "De banden hebben een richting");
    expect_unsaid(see(survey(), ""), EN, "Seen here");
    expect_unsaid(see(survey(), ""), EN, "are seen here");
}
END

TEST(a_long_choice_is_cut_where_it_is_told) {
    char options[4000] = "organisations=a", ties[4000] = "a";
    for (int i = 0; i < 150; i++) {
        sprintf(options + strlen(options), "; organisations=o%d", i);
        sprintf(ties + strlen(ties), " o%d", i);
    }
    SAYS(see(build(ties), options), EN, "Seen here: organisations=a, o0, o1,", "\xE2\x80\xA6. ");
    expect_unsaid(see(build(ties), options), EN, "o149.");
}
END

TEST(many_forms_are_counted_rather_than_listed) {
    char forms[400] = "form\n";
    for (int f = 0; f < 14; f++)
        sprintf(forms + strlen(forms), "f%d\n", f);
    const file files[MOST_FILES] = {{"forms.csv", forms}, {"ties.csv", "from,to,form\na,b,f1\n"}};
    SAYS(see(read_files(files), ""), EN, "Forms: f0, f1,", "f10, f11 and 2 more.");
    SAYS(see(read_files(files), ""), NL, "f10, f11 en nog 2 andere.");
    const file one[MOST_FILES] = {{"ties.csv", "from,to\na,b\n"}};
    SAYS(see(read_files(one), ""), EN, "Form: collaboration.");
}
END

TEST(who_answered_and_what_is_missing_for_it) {
    SAYS(see(survey(), ""), EN,
         "Response 4 of 5 organisations answered (80 %). Of 3 tied pairs, 2 are tied from both "
         "sides (66.7 %); undirected ties count as such. Density of what could be observed");
    SAYS(see(survey(), ""), NL,
         "Respons 4 van 5 organisaties hebben geantwoord (80 %). Van 3 verbonden paren zijn er 2 "
         "van beide kanten verbonden (66,7 %); banden zonder richting tellen als wederzijds. "
         "Dichtheid van wat gezien kon worden");
    SAYS(see(build("A>B B>A B>C"), ""), EN, "Who answered is not recorded",
         "Of 2 tied pairs, 1 is tied from both sides (50.0 %). ");
    expect_unsaid(see(build("A-B"), ""), EN, "tied from both sides");
    expect_unsaid(see(build("A-B"), ""), EN, "Density of what could be observed");
}
END

/* The table of a file of a document that has been made whole. */
static const samen_table *find_table(const samen_report *report, const char *file) {
    for (int32_t i = 0; i < samen_report_tables(report); i++) {
        if (strcmp(samen_report_table_file(report, i), file) == 0)
            return samen_report_table(report, i);
    }
    ck_abort_msg("there is no %s", file);
    return NULL;
}

/* Oracle: the contrast of one form with all others, asked for by hand. */
TEST(each_form_has_its_share_with_an_interval) {
    static const char *const others[][2] = {{"consultation", "action,learning"},
                                            {"learning", "consultation,action"},
                                            {"action", "learning,consultation"}};
    samen_view *view = see(build("A-B B-C A-C A-D:action B-D:action C-E:learning"), "");
    samen_report *report = NULL;
    OK(samen_report_new(view, "", NULL, &report, error));
    const samen_table *table = find_table(report, "composition.forms.intervals.csv");
    ck_assert_int_eq(samen_table_rows(table), 3);
    for (int64_t row = 0; row < 3; row++) {
        char options[100];
        snprintf(options, sizeof options, "a=%s; b=%s", others[row][0], others[row][1]);
        samen_table *contrast = measure(view, "composition.contrast", options);
        ck_assert_str_eq(cell_text(table, row, "form"), others[row][0]);
        CLOSE(cell_number(table, row, "ties"), cell_number(contrast, 0, "a"), 0);
        CLOSE(cell_number(table, row, "share"), cell_number(contrast, 0, "estimate"), 0);
        CLOSE(cell_number(table, row, "lower"), cell_number(contrast, 0, "lower"), 0);
        CLOSE(cell_number(table, row, "upper"), cell_number(contrast, 0, "upper"), 0);
        samen_table_free(contrast);
    }
    ck_assert_str_eq(samen_table_provenance(table, "option.draws"), "1000");
    ck_assert_str_eq(samen_table_provenance(table, "option.b"), "all other forms");
    ck_assert_ptr_nonnull(samen_table_provenance(table, "seed"));
    ck_assert_ptr_nonnull(samen_table_provenance(table, "view"));
    samen_report_free(report);
    samen_view_free(view);
}
END

TEST(forms_are_shown_or_the_only_one_is_said) {
    SAYS(see(build("A-B*2 B-C:action*3"), ""), EN,
         "Forms of collaboration How much there is of each:",
         "Shares of all ties, of all weight and of all tied pairs:", "Shares of ties, with 95 %",
         "Action (a) against consultation (b)", "The interval to report");
    SAYS(see(build("A-B*2 B-C*3"), "forms=consultation"), EN,
         "There is one form, consultation: 2 ties between 2 pairs of organisations, of weight 5 in "
         "all.");
    SAYS(see(survey(), ""), NL, "samenwerkingsverbanden: form",
         "Een samenwerkingsverband van k leden is één samenwerking");
    static const file together[MOST_FILES] = {
        {"memberships.csv", "partnership,organisation\np,a\np,b\np,c\nq,a\nq,b\n"}};
    SAYS(see(read_files(together), ""), EN,
         "There is one form, collaboration: 2 partnerships, which tie 3 pairs of organisations, of "
         "weight 4 in all.");
    expect_unsaid(see(build("A-B:learning"), ""), EN, "Action (a) against");
}
END

TEST(the_picture_of_the_whole_is_there_when_somebody_is) {
    samen__document d;
    samen_view *views[] = {see(build_grouped("A-B B-C C-D", "s;x", "A=g B=g C=h D=h"), ""),
                           see(build("A-B"), ""),
                           see(build("A-B"), "forms=action; drop-isolates=true")};
    static const char *const options[] = {"size=betweenness; group=\"s;x\"", "size=betweenness"};
    for (int i = 0; i < 3; i++) {
        samen__document_start(&d, views[i], SAMEN_LANGUAGE_EN, NULL, NULL);
        samen__document_choose_group(&d, NULL);
        samen__part_network(&d);
        ck_assert(samen__document_is_fine(&d));
        ck_assert_int_eq(d.blocks, i < 2 ? 2 : 0);
        if (i < 2) {
            ck_assert(d.block[1].behind);
            ck_assert_str_eq(d.result[d.block[1].result].file, "ties.csv");
            ck_assert_int_eq(samen_table_rows(d.result[d.block[1].result].table), i == 0 ? 3 : 1);
            char *svg = NULL;
            ck_assert_int_eq(d.block[0].kind, SAMEN__BLOCK_NETWORK);
            ck_assert_str_eq(d.block[0].options, options[i]);
            OK(samen_draw(views[i], d.block[0].picture, d.block[0].options, NULL, &svg, NULL,
                          error));
            samen_free(svg);
        }
        samen__document_free(&d);
        samen_view_free(views[i]);
    }
}
END

TEST(how_closely_knit_in_whole_and_by_group) {
    SAYS(see(survey(), ""), EN, "How closely knit Density,", "(an undirected tie is two here):",
         "1 component of two or more organisations (the largest has 4), 1 isolate. Fragmentation "
         "0.4000: the share of pairs that no path connects. Degree (ties to and from)",
         "Within and between groups (sector, chosen here; the option group takes another), from "
         "the first to the second:");
    SAYS(
        see(build("A-B"), ""), NL, "Hoe hecht Dichtheid, het aandeel van de mogelijke banden",
        "1 deel van twee of meer organisaties die elkaar via banden bereiken (het grootste telt er "
        "2), 0 organisaties zonder banden. Fragmentatie 0,0000: het aandeel van de paren dat geen "
        "enkel pad verbindt, hier geen enkel. Graad (banden), en");
    SAYS(see(build("A B"), ""), EN, "0 components of two or more organisations, 2 isolates.");
    SAYS(see(survey(), ""), "group=sector", "Within and between groups (sector), from the first");
}
END

TEST(only_the_densest_of_many_pairs_of_groups_are_shown) {
    char groups[200] = "";
    for (int i = 0; i < 16; i++)
        sprintf(groups + strlen(groups), "%s%c=g%d", i ? " " : "", 'A' + i, i / 2);
    SAYS(see(build_grouped("A>C C>E E>G G>I I>K K>M M>O A>B D F H J L N P", "sector", groups), ""),
         EN, "from the first to the second, the densest 30 of 64:");
}
END

TEST(brokers_come_with_what_the_words_mean) {
    SAYS(see(build("A-B B-C"), ""), EN, "Who brokers betweenness how many pairs of others",
         "effective size how many contacts", "constraint how far it depends on few contacts",
         "not what it makes of that place.",
         "On the shortest paths between others (centralization 1.0000), the highest 1 of 3:",
         "With contacts that are least tied to each other:");
    SAYS(see(build("A-B B-C"), ""), NL,
         "Wie bemiddelt tussenpositie (betweenness) voor hoeveel paren",
         "(centralisatie 1,0000), de hoogste 1 van 3:");
    SAYS(see(build("A-B A-C B-C"), ""), EN, "Nobody is on a shortest path between two others.");
    expect_unsaid(see(build("A B"), ""), EN, "betweenness how many");
}
END

TEST(roles_are_of_groups) {
    SAYS(see(survey(), "direction=either"), EN,
         "In which role Between groups (sector): paths of two ties", "coordinator between two of",
         "In an undirected view representative and gatekeeper are one", "Against independent ties",
         "By organisation, the highest 2 of 5:");
    SAYS(see(survey(), ""), NL, "In welke rol Tussen groepen (sector): paden",
         "poortwachter (gatekeeper)", "Per organisatie, de hoogste");
    expect_unsaid(see(survey(), ""), EN, "In an undirected view");
    expect_unsaid(see(build("A-B B-C"), ""), EN, "In which role");
}
END

TEST(cut_points_and_bridges_are_told) {
    SAYS(see(build("A-B B-C C-D D-E"), ""), EN,
         "Who is a cut-point 3 organisations whose leaving would split their component:",
         "4 tied pairs are bridges, without which a component would split.");
    SAYS(see(build("A-B B-C"), ""), EN, "1 organisation whose leaving would split its component:");
    SAYS(see(build("A-B A-C B-C"), ""), NL,
         "Wie een snijpunt is Geen enkele organisatie: welke er");
    expect_unsaid(see(build("A-B A-C B-C"), ""), EN, "bridge");
    SAYS(see(build("A-B B-C C-D D-E E-F F-G G-H H-I I-J J-K K-L L-M M-N"), ""), EN,
         "12 organisations whose leaving would split their component, the first 10 of 12:");
}
END

TEST(what_to_mind_is_said_once) {
    SAYS(see(survey(), ""), EN, "What to mind when reading this - Forms are not ranked",
         "- All periods are taken together; the options from and to choose one. ",
         "- 1 partnership makes no ties here", "- 1 organisation did not respond",
         "- 1 tie of an organisation to itself is left out.", "- Paths, holes and roles",
         "from 1000 random draws with seed 1;", "- Computed by samen");
    SAYS(see(survey(), "from=2020-01-01"), NL, "Waarop te letten bij het lezen - Vormen staan niet",
         "- 1 samenwerkingsverband geeft hier geen banden", "- 1 organisatie heeft niet geantwoord",
         "- 1 band van een organisatie met zichzelf telt niet mee.",
         "uit 1000 willekeurige trekkingen met seed 1;", "- Berekend door samen");
    expect_unsaid(see(survey(), "from=2020-01-01"), EN, "All periods");
    expect_unsaid(see(build("A-B"), ""), EN, "All periods");
    char *text = read_report(see(survey(), ""), EN);
    const char *first = strstr(text, "did not respond");
    ck_assert(first && !strstr(first + 1, "did not respond"));
    free(text);
}
END

/* Every picture that a report has can be drawn; how many are there, of each kind. */
static void expect_pictures(samen_view *view, int sociograms, int shares, int roles,
                            int distributions, int matrices) {
    static const char *const kinds[] = {"sociogram", "shares", "roles", "distribution", "matrix"};
    const int expected[] = {sociograms, shares, roles, distributions, matrices};
    void (*const parts[])(samen__document *) = {samen__part_network, samen__part_forms,
                                                samen__part_cohesion, samen__part_roles};
    int found[5] = {0};
    samen__document d;
    samen__document_start(&d, view, SAMEN_LANGUAGE_EN, NULL, NULL);
    samen__document_choose_group(&d, NULL);
    for (int i = 0; i < 4; i++)
        parts[i](&d);
    ck_assert_msg(samen__document_is_fine(&d), "%s", d.error.message);
    for (int64_t b = 0; b < d.blocks; b++) {
        char *svg = NULL;
        if (!d.block[b].picture)
            continue;
        OK(samen_draw(view, d.block[b].picture, d.block[b].options, NULL, &svg, NULL, error));
        for (int k = 0; k < 5; k++)
            found[k] += strcmp(d.block[b].picture, kinds[k]) == 0;
        samen_free(svg);
    }
    for (int k = 0; k < 5; k++)
        ck_assert_msg(found[k] == expected[k], "%d %s", found[k], kinds[k]);
    samen__document_free(&d);
    samen_view_free(view);
}

TEST(pictures_are_there_where_there_is_something_to_draw) {
    expect_pictures(see(survey(), ""), 1, 2, 1, 1, 1);
    expect_pictures(see(survey(), "direction=both; partnerships=count"), 1, 2, 1, 1, 1);
    expect_pictures(see(build("A-B:action B-C"), ""), 1, 1, 0, 1, 0);
    expect_pictures(see(build("A-B"), "forms=consultation"), 1, 0, 0, 1, 0);
    expect_pictures(see(build("A B"), ""), 1, 0, 0, 0, 0);
    expect_pictures(see(build("A-B"), "forms=action; drop-isolates=true"), 0, 0, 0, 0, 0);
    expect_pictures(see(build_grouped("A-B C-D", "g", "A=g B=g C=h D=h"), "forms=action"), 1, 0, 0,
                    0, 1);
    expect_pictures(
        see(build_grouped("A-B C-D", "g", "A=g B=g C=h D=h"), "forms=action; drop-isolates=true"),
        0, 0, 0, 0, 0);
    expect_pictures(see(build_grouped("A-B C-D A-D:action", "s;x", "A=g B=g C=h D=h"), ""), 1, 2, 1,
                    1, 1);
}
END

/* The words of the data beside, nothing of a report in Dutch is English. */
TEST(a_dutch_report_has_no_english_sentences) {
    static const char *const english[] = {" the ", " and ",  " of the ", " is the ",
                                          " are ", " with ", " which ",  " not "};
    samen_view *views[] = {see(survey(), ""), see(survey(), "direction=both; partnerships=count"),
                           see(build("A B"), ""), see(build("A-B"), ""),
                           see(build("A-B A-B:action B-C C-D:learning"), "")};
    for (size_t v = 0; v < sizeof views / sizeof views[0]; v++) {
        char *text = read_report(views[v], NL);
        for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
            const char *found = strstr(text, english[i]);
            ck_assert_msg(!found, "case %zu: %.60s", v, found ? found : "");
        }
        free(text);
    }
}
END

TEST(a_group_is_chosen_where_an_attribute_parts_organisations) {
    static const struct {
        const char *organisations, *group;
    } cases[] = {{"id,name,size,sector\na,,1,x\nb,,2,x\nc,,3,y\nd,,4,y\n", "sector"},
                 {"id,name,town,sector\na,,t,x\nb,,u,x\nc,,v,y\nd,,w,y\n", "sector"}, /* one each */
                 {"id,name,same,sector\na,,t,x\nb,,t,x\nc,,t,y\nd,,t,y\n", "sector"},
                 {"id,name,some,public\na,,t,yes\nb,,t,no\nc,,u,no\nd,,,yes\n", "public"},
                 {"id,name,respondent\na,,yes\nb,,yes\nc,,no\nd,,no\n", NULL},
                 {"id,name\na,\nb,\nc,\nd,\n", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const file files[MOST_FILES] = {{"organisations.csv", cases[i].organisations},
                                        {"ties.csv", "from,to\na,b\nc,d\n"}};
        samen_view *view = see(read_files(files), "");
        samen__document d;
        samen__document_start(&d, view, SAMEN_LANGUAGE_EN, NULL, NULL);
        samen__document_choose_group(&d, NULL);
        ck_assert_msg(cases[i].group ? d.group && strcmp(d.group, cases[i].group) == 0 : !d.group,
                      "case %zu: %s", i, d.group ? d.group : "none");
        ck_assert_int_eq(d.group_chosen, cases[i].group != NULL);
        ck_assert_int_eq(*d.group_option != '\0', cases[i].group != NULL);
        samen__document_free(&d);
        samen_view_free(view);
    }
}
END

SUITE("report/parts", what_was_read_and_what_of_it_is_seen, a_long_choice_is_cut_where_it_is_told,
      many_forms_are_counted_rather_than_listed, who_answered_and_what_is_missing_for_it,
      each_form_has_its_share_with_an_interval, forms_are_shown_or_the_only_one_is_said,
      the_picture_of_the_whole_is_there_when_somebody_is, how_closely_knit_in_whole_and_by_group,
      only_the_densest_of_many_pairs_of_groups_are_shown, brokers_come_with_what_the_words_mean,
      roles_are_of_groups, cut_points_and_bridges_are_told, what_to_mind_is_said_once,
      pictures_are_there_where_there_is_something_to_draw, a_dutch_report_has_no_english_sentences,
      a_group_is_chosen_where_an_attribute_parts_organisations)
