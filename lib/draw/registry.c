/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/registry.h"

#include "core/utf8.h"

const samen__drawing *const samen__drawings[] = {
    &samen__drawing_sociogram, &samen__drawing_multiples,    &samen__drawing_shares,
    &samen__drawing_roles,     &samen__drawing_distribution, NULL};

const char *const samen__draw_languages[] = {"en", "nl", NULL};

const samen__drawing *samen__drawing_find(const char *name, int32_t argument, samen_error *err) {
    const char *nearest = "sociogram";
    int32_t best = 100;
    if (!name) {
        samen__fail_argument(err, argument, "the kind of picture is NULL");
        return NULL;
    }
    for (int32_t i = 0; samen__drawings[i]; i++) {
        int32_t distance = samen__utf8_distance(samen__drawings[i]->name, name, best);
        if (distance == 0)
            return samen__drawings[i];
        if (distance < best) {
            best = distance;
            nearest = samen__drawings[i]->name;
        }
    }
    samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no picture \"%s\"; the nearest is \"%s\"", name,
                nearest);
    if (err)
        err->argument = argument;
    return NULL;
}
