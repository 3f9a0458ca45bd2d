/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/places.h"

#include "build.h"
#include "draw/registry.h"
#include "graphs.h"

static const samen__box page = {10, 20, 100, 60};

typedef struct placed {
    samen__scene scene;
    samen__places places;
} placed;

static placed place(const samen_view *view, const char *group, uint32_t way) {
    placed p;
    samen__draw_call call = {.drawing = &samen__drawing_sociogram,
                             .view = view,
                             .argument = 3,
                             .run = {.threads = 1, .seed = 1, .to = 1}};
    OK(samen__view_pairs(view, &call.run, &call.pairs, error));
    OK(samen__scene_make(&call, group, "none", &p.scene, error));
    OK(samen__places_make(&call, &p.scene, way, &page, &p.places, error));
    for (int64_t v = 0; v < p.scene.organisations; v++) {
        double x = p.places.x[v], y = p.places.y[v];
        ck_assert_msg(x >= 10 - 1e-6 && x <= 110 + 1e-6 && y >= 20 - 1e-6 && y <= 80 + 1e-6,
                      "way %u: %g, %g", way, x, y);
    }
    return p;
}

static void clear(placed *p) {
    samen__places_free(&p->places);
    samen__scene_free(&p->scene);
}

TEST(every_way_keeps_to_the_box) {
    dice d = {2};
    for (uint32_t way = SAMEN__PLACE_AUTO; way <= SAMEN__PLACE_GROUP; way++) {
        for (int kind = 0; kind < GRAPH_KINDS; kind++) {
            graph g = graph_random(&d, (graph_kind)kind, 25, 0, 1, 3);
            samen_view *view = see(graph_network(&g), "");
            placed p = place(view, "group", way);
            clear(&p);
            samen_view_free(view);
            graph_free(&g);
        }
    }
}
END

TEST(isolates_stand_below_the_others) {
    samen_view *view = see(build("A-B B-C D E F"), "");
    placed p = place(view, NULL, SAMEN__PLACE_AUTO);
    ck_assert_int_eq(p.places.isolates, 3);
    for (int64_t tied = 0; tied < 3; tied++)
        ck_assert_double_lt(p.places.y[tied], p.places.isolates_top);
    for (int64_t alone = 3; alone < 6; alone++)
        ck_assert_double_gt(p.places.y[alone], p.places.isolates_top);
    ck_assert_double_lt(p.places.x[3], p.places.x[4]);
    clear(&p);
    samen_view_free(view);
}
END

TEST(a_circle_has_one_radius_and_groups_beside_each_other) {
    samen_view *view =
        see(build_grouped("A-B B-C C-D D-E E-F F-A", "sector", "A=x B=y C=x D=y E=x F=y"), "");
    placed p = place(view, "sector", SAMEN__PLACE_CIRCLE);
    for (int64_t v = 0; v < 6; v++)
        CLOSE(hypot(p.places.x[v] - 60, p.places.y[v] - 50), 30, 1e-9);
    double within = hypot(p.places.x[0] - p.places.x[2], p.places.y[0] - p.places.y[2]);
    CLOSE(within, 30, 1e-9); /* neighbours on a hexagon */
    clear(&p);
    samen_view_free(view);
}
END

TEST(groups_stand_apart) {
    samen_view *view =
        see(build_grouped("A-B B-C A-C C-D D-E E-F D-F", "sector", "A=x B=x C=x D=y E=y F=y"), "");
    placed p = place(view, "sector", SAMEN__PLACE_GROUP);
    double within = 0, between = INFINITY;
    for (int64_t a = 0; a < 6; a++) {
        for (int64_t b = 0; b < a; b++) {
            double far = hypot(p.places.x[a] - p.places.x[b], p.places.y[a] - p.places.y[b]);
            if (a / 3 == b / 3)
                within = fmax(within, far);
            else
                between = fmin(between, far);
        }
    }
    ck_assert_double_lt(within, 1.6 * between);
    clear(&p);
    samen_view_free(view);
}
END

TEST(too_many_for_stress_are_refused) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i <= SAMEN__MOST_SQUARE; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        if (i > 0)
            OK(samen_builder_add_tie(builder, "o0", key, "action", 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "");
    char *svg = NULL;
    FAILS(SAMEN_ERR_ARGUMENT,
          "this layout is for components of at most 5000 organisations, and one has 5001",
          samen_draw(view, "sociogram", "layout=mds", NULL, &svg, NULL, error));
    samen_view_free(view);
}
END

SUITE("places", every_way_keeps_to_the_box, isolates_stand_below_the_others,
      a_circle_has_one_radius_and_groups_beside_each_other, groups_stand_apart,
      too_many_for_stress_are_refused)
