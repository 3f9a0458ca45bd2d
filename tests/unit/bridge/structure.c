/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components, cut-points and bridges of rows. Oracle everywhere: small graphs by hand. */
#include "bridge/structure.h"

#include "suite.h"

enum { MOST = 16 };

/* Rows of a graph from arcs "ab" each; undirected ones stand both ways. */
typedef struct sample {
    int64_t start[MOST + 1];
    int32_t target[MOST * MOST];
    int32_t component[MOST], from[MOST], to[MOST];
    uint8_t is_cut[MOST];
    samen__structure structure;
} sample;

static void fill(sample *s, int vertices, const char *arcs, int directed) {
    int tied[MOST][MOST] = {{0}};
    for (const char *a = arcs; *a; a += a[2] == ' ' ? 3 : 2) {
        tied[a[0] - 'a'][a[1] - 'a'] = 1;
        if (!directed)
            tied[a[1] - 'a'][a[0] - 'a'] = 1;
    }
    int64_t at = 0;
    for (int v = 0; v < vertices; v++) {
        s->start[v] = at;
        for (int32_t w = 0; w < vertices; w++) {
            if (tied[v][w])
                s->target[at++] = w;
        }
    }
    s->start[vertices] = at;
    s->structure = (samen__structure){.vertices = vertices,
                                      .start = s->start,
                                      .target = s->target,
                                      .component = s->component,
                                      .is_cut = s->is_cut,
                                      .bridge = {s->from, s->to}};
    memset(s->is_cut, 7, sizeof s->is_cut);
}

static samen__run one_thread(void) {
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    return run;
}

/* Components as letters: organisations with the same letter are together. */
static void same_parts(const sample *s, const char *expected) {
    for (size_t i = 0; i < strlen(expected); i++) {
        for (size_t j = 0; j < i; j++)
            ck_assert_msg((s->component[i] == s->component[j]) == (expected[i] == expected[j]),
                          "%c and %c", (char)('a' + i), (char)('a' + j));
    }
}

TEST(an_undirected_graph_shows_what_holds_it_together) {
    static const struct {
        int vertices;
        const char *edges, *parts, *cuts, *bridges;
        int components;
    } cases[] = {
        {0, "", "", "", "", 0},
        {1, "", "x", "", "", 1},
        {2, "", "xy", "", "", 2},
        {2, "ab", "xx", "", "ab", 1},
        {3, "ab bc", "xxx", "b", "ab bc", 1},
        {3, "ab bc ca", "xxx", "", "", 1},
        {6, "ab bc ca cd de ef fd", "xxxxxx", "c d", "cd", 1},
        {5, "ab bc ca cd de ec", "xxxxx", "c", "", 1},
        {6, "ac ce bd", "xyxyxz", "c", "ac bd ce", 3},
        {5, "ab ac ad ae", "xxxxx", "a", "ab ac ad ae", 1},
    };
    samen__run run = one_thread();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sample s;
        char cuts[64] = "", bridges[64] = "";
        fill(&s, cases[i].vertices, cases[i].edges, 0);
        OK(samen__structure_find(&s.structure, &run, error));
        ck_assert_int_eq(s.structure.components, cases[i].components);
        same_parts(&s, cases[i].parts);
        for (int v = 0; v < cases[i].vertices; v++) {
            ck_assert_uint_le(s.is_cut[v], 1);
            if (s.is_cut[v])
                sprintf(cuts + strlen(cuts), "%s%c", cuts[0] ? " " : "", 'a' + v);
        }
        /* In whatever order, each once, from the lower end to the higher. */
        for (int a = 0; a < cases[i].vertices; a++) {
            for (int b = 0; b < cases[i].vertices; b++) {
                for (int64_t k = 0; k < s.structure.bridges; k++) {
                    if (s.from[k] == a && s.to[k] == b)
                        sprintf(bridges + strlen(bridges), "%s%c%c", bridges[0] ? " " : "", 'a' + a,
                                'a' + b);
                }
            }
        }
        ck_assert_str_eq(cuts, cases[i].cuts);
        ck_assert_str_eq(bridges, cases[i].bridges);
    }
}
END

TEST(a_directed_graph_falls_into_strong_components) {
    static const struct {
        int vertices;
        const char *arcs, *parts;
        int components;
    } cases[] = {
        {0, "", "", 0},
        {1, "", "x", 1},
        {2, "ab", "xy", 2},
        {2, "ab ba", "xx", 1},
        {3, "ab bc ca", "xxx", 1},
        {3, "ab bc ac", "xyz", 3},
        {5, "ab bc cb cd dc de", "xyyyz", 3},
        {4, "ab ba cd dc ac", "xxyy", 2},
    };
    samen__run run = one_thread();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sample s;
        fill(&s, cases[i].vertices, cases[i].arcs, 1);
        OK(samen__structure_find_strong(&s.structure, &run, error));
        ck_assert_int_eq(s.structure.components, cases[i].components);
        same_parts(&s, cases[i].parts);
    }
}
END

SUITE("bridge/structure", an_undirected_graph_shows_what_holds_it_together,
      a_directed_graph_falls_into_strong_components)
