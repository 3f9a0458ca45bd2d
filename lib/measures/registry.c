/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/registry.h"

#include <string.h>

#include "core/utf8.h"

const samen__measure *const samen__registry[] = {
    &samen__composition_forms,   &samen__composition_contrast, &samen__cohesion_density,
    &samen__cohesion_components, &samen__centrality_degree,    &samen__brokerage_betweenness,
    &samen__brokerage_holes,     &samen__brokerage_roles,      NULL,
};

const samen__measure *samen__registry_find(const char *name, int32_t argument, samen_error *err) {
    const char *nearest = "";
    int32_t best = 100;
    if (!name) {
        samen__fail_argument(err, argument, "the measure's name is NULL");
        return NULL;
    }
    for (int32_t i = 0; samen__registry[i]; i++) {
        int32_t distance = samen__utf8_distance(samen__registry[i]->name, name, best);
        if (distance == 0)
            return samen__registry[i];
        if (distance < best) {
            best = distance;
            nearest = samen__registry[i]->name;
        }
    }
    samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no measure \"%s\"; the nearest is \"%s\"", name,
                *nearest ? nearest : samen__registry[0]->name);
    if (err)
        err->argument = argument;
    return NULL;
}
