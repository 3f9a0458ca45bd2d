/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "../view/scene.h"
#include "reading.h"

#define EN ""
#define NL "language=nl"

/* 4 ties of action against 12 of consultation, each of its own pair of organisations: a share of a quarter. */
#define MANY                                                                                       \
    "a-b:action c-d:action e-f:action g-h:action i-j k-l m-n o-p q-r s-t u-v w-x y-z aa-bb cc-dd " \
    "ee-ff"

TEST(action_stands_against_consultation_with_how_sure_that_is) {
    SAYS(
        see(build(MANY), ""), EN,
        "In short Among 32 organisations there are 16 ties of 2 forms: consultation (12), action network (4).",
        "Of the 16 ties of the forms action network and consultation, 25.0 % are action network, "
        "with 95 % confidence between ",
        " % and ", " %. That interval ", " 50 %",
        "A share says how often a form occurs, not how well it works");
    SAYS(
        see(build(MANY), ""), NL,
        "In het kort Tussen 32 organisaties zijn er 16 banden van 2 vormen: overleg (12), actienetwerk (4).",
        "Van de 16 banden van de vormen actienetwerk en overleg is 25,0 % actienetwerk, met 95 % "
        "betrouwbaarheid tussen ",
        " % en ", " %. Dat interval omvat 50 %",
        "Een aandeel zegt hoe vaak een vorm voorkomt, niet hoe goed die werkt");
}
END

/* Oracle: the interval of the measure itself. */
TEST(the_interval_is_that_of_the_contrast) {
    samen_view *view = see(build(MANY), "");
    samen_table *contrast = measure(view, "composition.contrast", "");
    char words[120];
    snprintf(words, sizeof words, "between %.1f %% and %.1f %%. That interval %s 50 %%: ",
             100 * cell_number(contrast, 0, "lower"), 100 * cell_number(contrast, 0, "upper"),
             cell_number(contrast, 0, "upper") < .5 ? "does not include" : "includes");
    samen_table_free(contrast);
    SAYS(view, EN, words);
}
END

/* All of one, hardly any of the other: no draw gives more than half. */
TEST(what_is_beyond_doubt_is_said_to_be_so) {
    char ties[2000] = "x-y:action";
    for (int i = 0; i < 60; i++)
        sprintf(ties + strlen(ties), " a%d-b%d", i, i);
    SAYS(see(build(ties), ""), EN,
         "That interval does not include 50 %: consultation is the more frequent");
    SAYS(see(build("A-B:action B-C"), ""), EN, "That interval includes 50 %: which of the two");
}
END

TEST(of_action_and_consultation_one_or_both_may_be_missing) {
    SAYS(
        see(build("A-B:action B-C:learning"), ""), EN,
        "2 forms: learning network (1), action network (1). Of action network and consultation only "
        "action network occurs.");
    SAYS(see(build("A-B B-C:learning"), ""), NL,
         "Van actienetwerk en overleg komt alleen overleg voor.");
    SAYS(see(build("A-B:resource B-C:learning"), ""), EN,
         "Of action network and consultation neither occurs.");
}
END

TEST(one_form_is_said_to_be_the_only_one) {
    SAYS(
        see(build("A-B:action B-C:action"), ""), EN,
        "Among 3 organisations there are 2 ties, all of one form: action network. No other form occurs");
    SAYS(
        see(build("A-B:action"), ""), NL,
        "Tussen 2 organisaties is er 1 band van één vorm: actienetwerk. Andere vormen komen hier niet voor.");
    SAYS(see(build("A-B:action B-C"), "forms=action"), EN,
         "there is 1 tie of one form: action network.");
    static const file files[MOST_FILES] = {{"ties.csv", "from,to\na,b\nb,c\n"}};
    SAYS(
        see(read_files(files), ""), EN,
        "Among 3 organisations there are 2 ties; of which form, the data do not tell. What was read");
    SAYS(see(read_files(files), ""), NL,
         "Tussen 3 organisaties zijn er 2 banden; van welke vorm, zeggen de gegevens niet.");
}
END

TEST(where_there_is_nothing_there_is_nothing_to_say) {
    SAYS(see(build("A B"), ""), EN,
         "2 organisations are seen here, without ties: there is nothing");
    SAYS(see(build("A"), ""), NL, "Er is hier 1 organisatie te zien, zonder banden: over vormen");
    SAYS(see(build("A-B"), "forms=action; drop-isolates=true"), EN,
         "No organisation is seen here. What was read");
}
END

#define TOGETHER "memberships.csv", "partnership,organisation\np,a\np,b\np,c\nq,a\nq,b\nr,b\nr,c\n"

TEST(partnerships_alone_are_counted_as_such) {
    static const file several[MOST_FILES] = {
        {"partnerships.csv", "id,form\np,action\nq,consultation\nr,consultation\n"}, {TOGETHER}};
    SAYS(see(read_files(several), ""), EN,
         "Among 3 organisations there are 3 partnerships of 2 forms: consultation (2), action "
         "network (1). Of the 3 partnerships of the forms action network and consultation, 33.3 % "
         "are action network, with 95 % confidence between 6.1 % and 79.2 % if partnerships come "
         "about independently of each other. That interval includes 50 %: which");
    SAYS(see(read_files(several), ""), NL,
         "Tussen 3 organisaties zijn er 3 samenwerkingsverbanden van 2 vormen: overleg (2)",
         "tussen 6,1 % en 79,2 % als verbanden los van elkaar ontstaan.");
    static const file one[MOST_FILES] = {{TOGETHER}};
    SAYS(see(read_files(one), ""), EN,
         "Among 3 organisations there are 3 partnerships; of which form, the data do not tell.");
}
END

#define OTHER_FORMS "forms.csv", "form,name,name_nl\ngift,gifts,giften\nloan,loans,leningen\n"

TEST(other_typologies_have_their_most_frequent_form) {
    static const file files[MOST_FILES] = {
        {OTHER_FORMS}, {"ties.csv", "from,to,form\na,b,gift\nb,c,loan\nc,d,loan\nd,e,loan\n"}};
    SAYS(
        see(read_files(files), ""), EN,
        "Among 5 organisations there are 4 ties of 2 forms: gifts (1), loans (3). The most frequent form, "
        "loans, makes 75.0 % of the ties, with 95 % confidence between ");
    SAYS(see(read_files(files), ""), NL,
         "De vorm die het vaakst voorkomt, leningen, is goed voor 75,0 % van de banden, met");
}
END

/* Of many forms the three most frequent are named, the first of equals before the others. */
TEST(many_forms_are_not_all_named) {
    char forms[400] = "form\n", ties[800] = "from,to,form\n";
    for (int f = 0; f < 8; f++) {
        sprintf(forms + strlen(forms), "f%d\n", f);
        for (int i = 0; i < 1 + (f == 2) + 2 * (f == 5); i++)
            sprintf(ties + strlen(ties), "a%d%d,b%d,f%d\n", f, i, f, f);
    }
    const file files[MOST_FILES] = {{"forms.csv", forms}, {"ties.csv", ties}};
    SAYS(see(read_files(files), ""), EN,
         "11 ties of 8 forms, most often f5 (3), f2 (2), f0 (1). The");
    SAYS(see(read_files(files), ""), NL,
         "banden van 8 vormen, het vaakst f5 (3), f2 (2), f0 (1). De");
}
END

SUITE("report/headline", action_stands_against_consultation_with_how_sure_that_is,
      the_interval_is_that_of_the_contrast, what_is_beyond_doubt_is_said_to_be_so,
      of_action_and_consultation_one_or_both_may_be_missing, one_form_is_said_to_be_the_only_one,
      where_there_is_nothing_there_is_nothing_to_say, partnerships_alone_are_counted_as_such,
      other_typologies_have_their_most_frequent_form, many_forms_are_not_all_named)
