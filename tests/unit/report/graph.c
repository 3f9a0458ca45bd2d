/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/graph.h"

#include "../draw/picture.h"
#include "../view/scene.h"

/* The graph of a view, which is freed. */
static samen__graph graph_of(samen_view *view, const char *options) {
    samen__document d;
    samen__graph graph;
    samen__document_start(&d, view, SAMEN_LANGUAGE_EN, NULL, NULL);
    samen_view_free(view);
    OK(samen__graph_make(&d, options, NULL, &graph, error));
    samen__document_free(&d);
    return graph;
}

static samen_view *see_files(const file *files, const char *options) {
    samen_network *network = read_files(files);
    samen_view *view = look(network, options);
    samen_network_free(network);
    return view;
}

static samen_view *florence(void) {
    samen_network *network = NULL;
    OK(samen_io_read(source_path("examples/data/padgett"), NULL, NULL, &network, error));
    samen_view *view = look(network, "");
    samen_network_free(network);
    return view;
}

static samen_view *some(void) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id,name,sector,respondent\n"
                                                                 "a,Alpha,care,yes\n"
                                                                 "b,Beta,school,no\n"
                                                                 "c,Gamma,school,yes\n"
                                                                 "d,Delta,,yes\n"},
                                           {"ties.csv", "from,to,form,weight,directed\n"
                                                        "a,b,action,2,yes\n"
                                                        "b,a,action,3,yes\n"
                                                        "a,c,action,1,yes\n"
                                                        "b,c,consultation,1,no\n"}};
    return see_files(files, "");
}

static void has(const samen__graph *graph, const char *words) {
    ck_assert_msg(strstr(graph->data, words) != NULL, "no %s in %s", words, graph->data);
}

static void has_not(const samen__graph *graph, const char *words) {
    ck_assert_msg(strstr(graph->data, words) == NULL, "%s in %s", words, graph->data);
}

/* Where the array of a column begins. */
static const char *column_of(const samen__graph *graph, const char *name) {
    const char *found = strstr(graph->data, name);
    ck_assert_msg(found && found[strlen(name)] == '[', "no column %s", name);
    return found + strlen(name) + 1;
}

TEST(the_picture_is_that_of_draw) {
    char *svg = NULL;
    samen_view *view = florence();
    OK(samen_draw(view, "sociogram", "size=betweenness", NULL, &svg, NULL, error));
    samen__graph graph = graph_of(view, "size=betweenness");
    ck_assert_str_eq(graph.picture, svg);
    ck_assert_int_eq(graph.picture_length, (int64_t)strlen(svg));
    samen_free(svg);
    samen__graph_free(&graph);
}
END

TEST(places_and_sizes_are_those_of_the_picture) {
    samen__graph graph = graph_of(florence(), "size=betweenness");
    char *svg = samen__copy_text(graph.picture, graph.picture_length, NULL);
    picture p = picture_read(svg, graph.picture_length);
    const char *x = column_of(&graph, "\"x\":"), *y = column_of(&graph, "\"y\":"),
               *radius = column_of(&graph, "\"radius\":");
    int found = 0;
    for (int v = 0; v < 16; v++, x++, y++, radius++) {
        double at[3] = {strtod(x, (char **)&x), strtod(y, (char **)&y),
                        strtod(radius, (char **)&radius)};
        for (int i = 0; i < p.count; i++) {
            const element *e = &p.element[i];
            found += strcmp(e->name, "circle") == 0 && fabs(number_of(e, "cx") * 100 - at[0]) < 1 &&
                     fabs(number_of(e, "cy") * 100 - at[1]) < 1 &&
                     fabs(number_of(e, "r") * 100 - at[2]) < 1;
        }
    }
    ck_assert_int_eq(found, 16);
    picture_free(&p);
    samen__graph_free(&graph);
}
END

TEST(ties_of_a_form_count_for_each_direction) {
    samen__graph graph = graph_of(some(), "");
    has(&graph, "{\"key\":\"consultation\",\"name\":\"consultation\",\"colour\":\"#024cb5\","
                "\"dash\":[],\"growth\":[],\"ties\":1,\"drawn\":1}");
    has(&graph, "\"key\":\"action\"");
    has(&graph, "\"dash\":[128,29,22,29,22,29],\"growth\":[4,0.9,0.7,0.9,0.7,0.9],");
    has(&graph, "\"ties\":3,\"drawn\":3}");
    has_not(&graph, "\"key\":\"learning\"");
    samen__graph_free(&graph);
}
END

TEST(ties_have_their_ends_their_forms_and_weights_each_way) {
    samen__graph graph = graph_of(some(), "");
    has(&graph, "\"ties\":{\"count\":3,\"left_out\":0,\"low\":[0,0,1],\"high\":[1,2,2],"
                "\"form\":[1,1,0],\"forward\":[2,1,1],\"backward\":[3,0,0],"
                "\"undirected\":[0,0,1],");
    samen__graph_free(&graph);
}
END

TEST(a_column_of_which_all_values_are_alike_is_that_value) {
    samen__graph graph = graph_of(florence(), "");
    has(&graph, "\"forward\":1,\"backward\":0,\"undirected\":1,");
    has(&graph, "\"group\":-1,");
    has(&graph, "\"silent\":0}");
    samen__graph_free(&graph);
}
END

TEST(groups_are_the_largest_first_with_the_mark_of_who_has_none_last) {
    samen__graph graph = graph_of(some(), "group=sector");
    has(&graph, "\"groups\":{\"attribute\":\"sector\",\"names\":[\"school\",\"care\"],"
                "\"rest\":\"not known\"}");
    has(&graph, "\"group\":[1,0,0,-1]");
    has(&graph, "\"silent\":[0,1,0,0]");
    has(&graph, "\"marks\":[{\"colour\":\"#66dbff\",\"line\":\"#1f2933\",\"outline\":[]},"
                "{\"colour\":\"#f0b935\",\"line\":\"#1f2933\",\"outline\":[89,89,-89,89,-89,-89,"
                "89,-89]},{\"colour\":\"#d9dee3\"");
    samen__graph_free(&graph);
}
END

TEST(keys_are_told_beside_names_unless_names_are_not_to_be_told) {
    samen__graph both = graph_of(some(), ""), keys = graph_of(some(), "names=key"),
                 alike = graph_of(florence(), "");
    has(&both, "\"key\":[\"a\",\"b\",\"c\",\"d\"],\"name\":[\"Alpha\",\"Beta\",");
    has(&keys, "{\"count\":4,\"name\":[\"a\",\"b\",\"c\",\"d\"]");
    has_not(&keys, "Alpha");
    has(&alike, "{\"count\":16,\"name\":[\"Acciaiuoli\"");
    samen__graph_free(&both);
    samen__graph_free(&keys);
    samen__graph_free(&alike);
}
END

TEST(no_name_ends_the_script_that_it_stands_in) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,sector\na,</script><script>alert(1)//,<!--\n"
                              "b,\"say \"\"\\n\"\"\",\"]]>\"\nc,left \xE2\x80\xAEtfel,x\n"},
        {"ties.csv", "from,to,form\na,b,action\n"}};
    samen__graph graph = graph_of(see_files(files, ""), "group=sector");
    has_not(&graph, "<");
    has(&graph, "\\u003c/script");
    has(&graph, "say \\\"\\u005cn\\\"");
    has(&graph, "left \\u005cu{202e}tfel");
    samen__graph_free(&graph);
}
END

TEST(words_are_in_the_language_of_the_picture) {
    samen__graph graph = graph_of(florence(), "size=betweenness; language=nl");
    has(&graph, "\"language\":\"nl\"");
    has(&graph, "\"search\":\"Zoek een organisatie\"");
    has(&graph, "\"measure\":\"Tussenpositie\"");
    has(&graph, "\"description\":\"16 organisaties, 27 banden.");
    samen__graph_free(&graph);
}
END

TEST(a_network_without_organisations_or_ties_has_empty_columns) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id\na\nb\n"},
                                           {"ties.csv", "from,to,form\na,b,action\n"}};
    samen__graph none = graph_of(see_files(files, "organisations=a"), "");
    has(&none, "\"forms\":[]");
    has(&none, "\"ties\":{\"count\":0,\"left_out\":0,\"low\":[],");
    has(&none, "\"name\":[\"a\"]");
    samen__graph_free(&none);
}
END

/* A ring, and its data. */
static samen__graph ring_of(int64_t organisations) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char key[2][32];
    samen_typology *typology = NULL;
    OK(samen_typology_builtin(NULL, &typology, error));
    OK(samen_builder_new(typology, &builder, error));
    samen_typology_free(typology);
    for (int64_t v = 0; v < organisations; v++) {
        snprintf(key[0], sizeof key[0], "o%ld", (long)v);
        OK(samen_builder_add_organisation(builder, key[0], NULL, NULL, error));
    }
    for (int64_t v = 0; v < organisations; v++) {
        snprintf(key[0], sizeof key[0], "o%ld", (long)v);
        snprintf(key[1], sizeof key[1], "o%ld", (long)((v + 1) % organisations));
        OK(samen_builder_add_tie(builder, key[0], key[1], "action", 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = look(network, "");
    samen_network_free(network);
    return graph_of(view, "layout=circle; labels=none");
}

TEST(more_than_two_thousand_organisations_are_large) {
    samen__graph small = ring_of(2000), large = ring_of(2001);
    ck_assert_int_eq(small.large, 0);
    has(&small, "\"large\":0");
    ck_assert_int_eq(large.large, 1);
    has(&large, "\"large\":1");
    samen__graph_free(&small);
    samen__graph_free(&large);
}
END

TEST(an_option_that_is_not_known_is_refused) {
    samen__document d;
    samen__graph graph;
    samen_view *view = florence();
    samen__document_start(&d, view, SAMEN_LANGUAGE_EN, NULL, NULL);
    samen_view_free(view);
    FAILS(SAMEN_ERR_ARGUMENT, "colour", samen__graph_make(&d, "colour=red", NULL, &graph, error));
    ck_assert_ptr_null(graph.picture);
    ck_assert_ptr_null(graph.data);
    samen__document_free(&d);
}
END

SUITE("the network as data", the_picture_is_that_of_draw, places_and_sizes_are_those_of_the_picture,
      ties_of_a_form_count_for_each_direction,
      ties_have_their_ends_their_forms_and_weights_each_way,
      a_column_of_which_all_values_are_alike_is_that_value,
      groups_are_the_largest_first_with_the_mark_of_who_has_none_last,
      keys_are_told_beside_names_unless_names_are_not_to_be_told,
      no_name_ends_the_script_that_it_stands_in, words_are_in_the_language_of_the_picture,
      a_network_without_organisations_or_ties_has_empty_columns,
      more_than_two_thousand_organisations_are_large, an_option_that_is_not_known_is_refused)
