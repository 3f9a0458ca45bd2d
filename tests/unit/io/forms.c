/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#define TIES "from,to,form\na,b,x\n"

static samen_typology *typology_of(const samen_network *network) {
    samen_typology *typology = samen_network_typology(network);
    ck_assert_ptr_nonnull(typology);
    return typology;
}

TEST(forms_csv_is_the_typology_of_the_data_set) {
    static const file files[MOST_FILES] = {
        {"forms.csv", "vorm;naam;naam_nl;familie;verbintenis;synoniemen;schaal;omschrijving\n"
                      "x;The X;De X;kin;3;ex|iks;freq 4..1;for all\n"
                      "y;;;;;;;\n"},
        {"ties.csv", "from,to,form\na,b,The X\nb,c,iks\nc,d,de_x\nd,a,Y\n"}};
    samen_network *network = read_files(files);
    samen_table *forms = NULL;
    OK(samen_typology_table(typology_of(network), &forms, error));
    char *csv = table_csv(forms);
    ck_assert_str_eq(csv, "form,name,name_nl,family,commitment,aliases,scale,purpose\n"
                          "x,The X,De X,kin,3,ex|iks,freq 4..1,for all\n"
                          "y,y,y,,,,,\n");
    samen_free(csv);
    samen_table_free(forms);
    char *ties = part_csv(network, SAMEN_TIES);
    ck_assert_str_eq(ties, "from,to,form,weight,directed,start,end,partnership\n"
                           "a,b,x,1,no,,,\nb,c,x,1,no,,,\nc,d,x,1,no,,,\nd,a,y,1,no,,,\n");
    samen_free(ties);
    samen_network_free(network);
}
END

TEST(without_forms_csv_forms_are_those_of_the_built_in_typology) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "van,naar,vorm\na,b,overleg\nb,c,Actienetwerk\nc,d,lerend netwerk\n"
                     "d,e,ad hoc\ne,f,Netwerk voor informatie-uitwisseling\nf,a,middelen\n"
                     "a,c, CONSULTATION \n"}};
    static const char *const expected[] = {"consultation", "action",   "learning",    "ad-hoc",
                                           "information",  "resource", "consultation"};
    samen_network *network = read_files(files);
    samen_table *ties = part(network, SAMEN_TIES);
    ck_assert_int_eq(samen_typology_count(typology_of(network)), 6);
    for (int64_t i = 0; i < 7; i++)
        ck_assert_str_eq(cell_text(ties, i, "form"), expected[i]);
    samen_table_free(ties);
    samen_network_free(network);
}
END

TEST(data_that_say_nothing_about_forms_have_one_form) {
    static const file data[][MOST_FILES] = {
        {{"ties.csv", "from,to\na,b\n"}},
        {{"memberships.csv", "partnership,organisation\np,a\n"}},
        {{"memberships.csv", "partnership,organisation\np,a\n"},
         {"partnerships.csv", "id,name\np,House\n"}}};
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++) {
        samen_network *network = read_files(data[i]);
        ck_assert_int_eq(samen_typology_count(typology_of(network)), 1);
        ck_assert_str_eq(samen_typology_key(typology_of(network), 0), "collaboration");
        ck_assert_int_eq(samen_typology_commitment(typology_of(network), 0),
                         SAMEN_COMMITMENT_UNKNOWN);
        samen_network_free(network);
    }
}
END

TEST(a_wrong_forms_csv_is_refused) {
    static const struct {
        const char *text;
        fault fault;
    } cases[] = {
        {"form,name\n",
         {SAMEN_ERR_MISSING, -1, -1, "forms.csv:1: ", "add forms or remove the file"}},
        {"name,family\nx,y\n",
         {SAMEN_ERR_MISSING, -1, -1, "forms.csv:1: ", "forms.csv needs form in its header"}},
        {"form,colour\nx,red\n",
         {SAMEN_ERR_UNKNOWN, -1, 1, "forms.csv:1:2: ", "no use for a column \"colour\""}},
        {"form,name\nx,X\n,Y\n", {SAMEN_ERR_MISSING, 1, 0, "forms.csv:3:1: ", "give it a key"}},
        {"form,commitment\nx,1\ny,much\n",
         {SAMEN_ERR_VALUE, 1, 1, "forms.csv:3:2: ", "commitment is \"much\""}},
        {"form,commitment\nx,-1\n",
         {SAMEN_ERR_VALUE, 0, 1, "forms.csv:2:2: ", "a whole number from 0"}},
        {"commitment,form\n1.5,x\n",
         {SAMEN_ERR_VALUE, 0, 0, "forms.csv:2:1: ", "commitment is \"1.5\""}},
        {"form,commitment\nx,99999999999999999999\n",
         {SAMEN_ERR_VALUE, 0, 1, "forms.csv:2:2: ", "commitment"}},
        {"form,name\nx,X\ny,Y,Z\n",
         {SAMEN_ERR_SYNTAX, 1, 2, "forms.csv:3:3: ", "3 cells where the header has 2"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const file files[MOST_FILES] = {{"forms.csv", cases[i].text}, {"ties.csv", TIES}};
        expect_fault_in(files, &cases[i].fault);
    }
}
END

/* The second of the two is to blame, wherever it stands in the file. */
TEST(two_forms_that_answer_to_one_name_are_refused) {
    static const struct {
        const char *text;
        fault fault;
    } cases[] = {
        {"form,name\nx,X\nw,W\nx,again\n",
         {SAMEN_ERR_DUPLICATE, 2, 0, "forms.csv:4:1: ", "both answer to \"x\""}},
        {"form,name\nx,X\nX,again\nw,W\n",
         {SAMEN_ERR_DUPLICATE, 1, 0, "forms.csv:3:1: ", "both answer to \"x\""}},
        {"name,form\nAd Hoc,x\nb,ad-hoc\nW,w\nV,v\n",
         {SAMEN_ERR_DUPLICATE, 1, 1, "forms.csv:3:2: ", "both answer to \"ad-hoc\""}},
        {"form,aliases\nx,one|two\n\ny,three|Two\nz,\n",
         {SAMEN_ERR_DUPLICATE, 1, 0, "forms.csv:4:1: ", "both answer to \"two\""}},
        {"form,name_nl,purpose\nx,overleg,\ny,,\"two\nlines\"\nz,Overleg,\nlast,,\n",
         {SAMEN_ERR_DUPLICATE, 2, 0, "forms.csv:5:1: ", "rename one of them"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const file files[MOST_FILES] = {{"forms.csv", cases[i].text}, {"ties.csv", TIES}};
        expect_fault_in(files, &cases[i].fault);
    }
}
END

TEST(a_text_that_is_too_long_is_told_with_its_line) {
    char text[400];
    samen_network *network = NULL;
    samen_error error = {0};
    snprintf(text, sizeof text, "form,name\nx,X\n%0*d,Y\nz,Z\n", 201, 0);
    const file files[MOST_FILES] = {{"forms.csv", text}, {"ties.csv", TIES}};
    char *folder = folder_with(files);
    ck_assert_int_eq(samen_io_read(folder, NULL, NULL, &network, &error), SAMEN_ERR_VALUE);
    ck_assert_msg(strncmp(error.message, "forms.csv:3:", 12) == 0, "%s", error.message);
    ck_assert_int_eq(error.row, 1);
    remove_folder(folder);
}
END

/* 64 forms are as many as there are bits. */
TEST(a_typology_has_at_most_64_forms) {
    for (int count = 63; count <= 66; count++) {
        char text[2000] = "form\n";
        for (int i = 0; i < count; i++)
            sprintf(text + strlen(text), "f%d\n", i);
        const file files[MOST_FILES] = {{"forms.csv", text},
                                        {"ties.csv", "from,to,form\na,b,f62\n"}};
        if (count <= SAMEN_FORMS_MAX) {
            samen_network *network = read_files(files);
            ck_assert_int_eq(samen_typology_count(typology_of(network)), count);
            samen_network_free(network);
            continue;
        }
        fault f = {SAMEN_ERR_LIMIT, 64, -1, "forms.csv:66: ", "at most 64 forms"};
        expect_fault_in(files, &f);
    }
}
END

TEST(a_form_that_is_not_known_comes_with_the_nearest_one) {
    static const struct {
        const char *forms, *ties;
        fault fault;
    } cases[] = {
        {NULL,
         "from,to,form\na,b,action\nb,c,acton\n",
         {SAMEN_ERR_UNKNOWN, 1, 2, "ties.csv:3:3: ", "did you mean \"action\"?"}},
        {NULL,
         "from,to,form\na,b,Overlegg\n",
         {SAMEN_ERR_UNKNOWN, 0, 2, "ties.csv:2:3: ", "did you mean \"consultation\"?"}},
        {NULL,
         "from,to,form\na,b,something else\n",
         {SAMEN_ERR_UNKNOWN, 0, 2, "ties.csv:2:3: ",
          "the forms are: consultation, ad-hoc, information, learning, resource, action"}},
        {NULL,
         "from,to,form\na,b,\n",
         {SAMEN_ERR_MISSING, 0, 2, "ties.csv:2:3: ", "6 to choose from"}},
        {"form\nx\ny\n",
         "from,to,form\na,b,action\n",
         {SAMEN_ERR_UNKNOWN, 0, 2, "ties.csv:2:3: ", "the forms are: x, y"}},
        {"form\nx\ny\n",
         "from,to\na,b\n",
         {SAMEN_ERR_MISSING, -1, -1, "ties.csv:1: ", "there is no column \"form\""}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const file files[MOST_FILES] = {{"ties.csv", cases[i].ties},
                                        {cases[i].forms ? "forms.csv" : NULL, cases[i].forms}};
        expect_fault_in(files, &cases[i].fault);
    }
}
END

/* A partnership without a row of its own has no form: with six to choose from, none may be made up. */
TEST(a_partnership_gets_no_form_that_nobody_gave_it) {
    static const struct {
        file files[MOST_FILES];
        fault fault;
    } cases[] = {{{{"ties.csv", "from,to,form\na,b,action\n"},
                   {"memberships.csv", "partnership,organisation\np,a\np,b\n"}},
                  {SAMEN_ERR_MISSING, 0, 0, "memberships.csv:2:1: ", "form"}},
                 {{{"ties.csv", "from,to,form,partnership\na,b,action,p\n"}},
                  {SAMEN_ERR_MISSING, 0, 3, "ties.csv:2:4: ", "form"}}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *folder = folder_with(cases[i].files);
        samen_network *network = NULL;
        samen_error error = {0};
        samen_status status = samen_io_read(folder, NULL, NULL, &network, &error);
        ck_assert_msg(status == cases[i].fault.status, "%s instead of an error: %s",
                      samen_status_name(status), error.message);
        samen_network_free(network);
        remove_folder(folder);
    }
}
END

SUITE("io/forms", forms_csv_is_the_typology_of_the_data_set,
      without_forms_csv_forms_are_those_of_the_built_in_typology,
      data_that_say_nothing_about_forms_have_one_form, a_wrong_forms_csv_is_refused,
      two_forms_that_answer_to_one_name_are_refused, a_text_that_is_too_long_is_told_with_its_line,
      a_typology_has_at_most_64_forms, a_form_that_is_not_known_comes_with_the_nearest_one,
      a_partnership_gets_no_form_that_nobody_gave_it)
