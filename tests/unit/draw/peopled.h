/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view as what draws an order of its organisations gets it. */
#ifndef SAMEN_TESTS_UNIT_DRAW_PEOPLED_H
#define SAMEN_TESTS_UNIT_DRAW_PEOPLED_H

#include "build.h"
#include "draw/registry.h"
#include "draw/scene.h"

typedef struct peopled {
    samen_view *view;
    samen__draw_call call;
    samen__scene scene;
} peopled;

static inline peopled people(samen_view *view, const char *group) {
    peopled p = {.view = view,
                 .call = {.drawing = &samen__drawing_matrix,
                          .view = view,
                          .argument = 3,
                          .run = {.threads = 1, .seed = 1, .to = 1}}};
    OK(samen__view_pairs(view, &p.call.run, &p.call.pairs, error));
    OK(samen__scene_start(&p.call, group, &p.scene, error));
    return p;
}

static inline void people_free(peopled *p) {
    samen__scene_free(&p->scene);
    samen_view_free(p->view);
}

#endif
