/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worlds.h"

/* The options in words, for what went wrong. */
static const char *told(const samen_view_options *o) {
    static char text[512];
    snprintf(text, sizeof text,
             "%s; direction %u, forms %llx, from %s to %s, min_weight %g, direction_weight %u, "
             "parallel %u, partnerships %u, drop_isolates %u, lead %s, where %lld of %s, only %lld",
             many_about, o->direction, (unsigned long long)o->forms, o->from ? o->from : "-",
             o->to ? o->to : "-", o->min_weight, o->direction_weight, o->parallel, o->partnerships,
             o->drop_isolates, o->lead ? o->lead : "-", (long long)o->where_count,
             o->where_count ? o->where[0] : "-", (long long)o->organisations_count);
    return text;
}

/* Keys of the forms of a pair, parted by commas. */
static void forms_of(const naive_view *v, const samen_typology *typology, int i, int j,
                     char text[256]) {
    text[0] = '\0';
    for (int f = 0; f < v->forms; f++) {
        if (v->weight[(f * v->n + i) * v->n + j] == 0)
            continue;
        if (text[0])
            strcat(text, ",");
        strcat(text, samen_typology_key(typology, f));
    }
}

static int number_in(const naive_view *v, const samen_network *network, const char *key) {
    int64_t at = samen_network_find(network, SAMEN_ORGANISATIONS, key);
    for (int i = 0; i < v->n; i++) {
        if (v->where[i] == at)
            return i;
    }
    return -1;
}

static void look_at_ties(const samen_view *view, const naive_view *v, const samen_view_options *o) {
    const samen_network *network = samen_view_network(view);
    samen_table *table = NULL;
    int ties = 0;
    OK(samen_view_table(view, NULL, &table, error));
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        int i = number_in(v, network, many_text(table, row, "from"));
        int j = number_in(v, network, many_text(table, row, "to"));
        char forms[256];
        EXPECT(i >= 0 && j >= 0, "%s: a tie of what is not seen", told(o));
        forms_of(v, samen_network_typology(network), i, j, forms);
        EXPECT(fabs(many_cell(table, row, "weight") - v->all[i * v->n + j]) <= 1e-12,
               "%s: %d-%d weighs %g, not %g", told(o), i, j, many_cell(table, row, "weight"),
               v->all[i * v->n + j]);
        EXPECT(!strcmp(many_text(table, row, "forms"), forms), "%s: %d-%d is %s, not %s", told(o),
               i, j, many_text(table, row, "forms"), forms);
    }
    for (int i = 0; i < v->n; i++) {
        for (int j = v->directed ? 0 : i; j < v->n; j++)
            ties += v->all[i * v->n + j] > 0;
    }
    EXPECT(samen_table_rows(table) == ties, "%s: %d ties, not %d", told(o),
           (int)samen_table_rows(table), ties);
    samen_table_free(table);
}

static void look_at_view(const samen_view *view, const naive_view *v, const samen_view_options *o) {
    EXPECT(samen_view_organisations(view) == v->n, "%s: %d organisations, not %d", told(o),
           (int)samen_view_organisations(view), v->n);
    for (int i = 0; i < v->n; i++)
        EXPECT(
            !strcmp(samen_view_key(view, i),
                    samen_network_key(samen_view_network(view), SAMEN_ORGANISATIONS, v->where[i])),
            "%s: organisation %d is %s", told(o), i, samen_view_key(view, i));
    look_at_ties(view, v, o);
    EXPECT(samen_view_is_directed(view) == v->directed, "%s: directed %d", told(o),
           samen_view_is_directed(view));
}

/* Oracle: all rows gone through for every pair and form (naive/view.c). */
TEST(a_view_shows_what_its_options_say) {
    dice d = {.state = 71};
    for (int i = 0; i < 1500; i++) {
        samen_network *network = world_network(&d, i);
        for (int k = 0; k < 8; k++) {
            samen_view_options options = world_options(&d, network);
            samen_view *view = NULL;
            samen_error failed = {0};
            naive_view v = naive_view_new(network, &options);
            samen_status status = samen_view_new(network, &options, NULL, &view, &failed);
            EXPECT(status == SAMEN_OK, "%s: %s", told(&options), failed.message);
            /* What min_weight leaves of directed ties is looked at by itself. */
            if (options.min_weight > 0)
                v.directed = samen_view_is_directed(view);
            look_at_view(view, &v, &options);
            samen_view_free(view);
            naive_view_free(&v);
        }
        samen_network_free(network);
    }
}
END

/* A threshold does not change what kind of view it is. */
TEST(a_view_stays_directed_when_its_directed_ties_are_too_weak) {
    samen_view *view = see(build("A>B*1 B-C*5"), "min-weight=3");
    samen_table *table = NULL;
    OK(samen_view_table(view, NULL, &table, error));
    ck_assert_int_eq(samen_view_is_directed(view), 1);
    ck_assert_int_eq(samen_table_rows(table), 2);
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("property/views", a_view_shows_what_its_options_say,
      a_view_stays_directed_when_its_directed_ties_are_too_weak)
