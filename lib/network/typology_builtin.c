/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typologies that come with the library.
 *
 * Based on: the practice text on samenwerken (Pronet, Arteveldehogeschool); A. T. Himmelman,
 * Collaboration for a change: definitions, decision-making models, roles, and collaboration process
 * guide (2002); B. B. Frey, J. H. Lohmeier, S. W. Lee and N. Tollefson, Measuring collaboration
 * among grant partners, American Journal of Evaluation 27(3), 2006 (doi 10.1177/1098214006290356). */
#include <string.h>

#include "core/error.h"
#include "network/typology.h"

#define FORM(level, k, en, nl, fam, other, when)                                                   \
    {                                                                                              \
        .struct_size = sizeof(samen_form), .has_commitment = 1, .commitment = level, .key = k,     \
        .name = en, .name_nl = nl, .family = fam, .aliases = other, .purpose = when                \
    }

static const samen_form samenwerken[] = {
    FORM(0, "consultation", "consultation", "overleg", "consultation", "consult|consultatie",
         "to exchange information, get acquainted or discuss cases, without commitment"),
    FORM(1, "ad-hoc", "ad hoc", "ad hoc", "ad hoc", "adhoc|ad hoc samenwerking|occasional",
         "for one topic, bounded in time, when a common interest leads to a common action"),
    FORM(2, "information", "information-exchange network", "netwerk voor informatie-uitwisseling",
         "network",
         "information network|information exchange|informatie|informatienetwerk|"
         "informatie-uitwisseling",
         "for complex problems that nobody solves alone: to exchange information"),
    FORM(2, "learning", "learning network", "lerend netwerk", "network", "leren|leernetwerk|learn",
         "for complex problems that nobody solves alone: to learn together"),
    FORM(2, "resource", "resource network", "middelennetwerk", "network",
         "resources|middelen|netwerk voor middelen",
         "for complex problems that nobody solves alone: to share scarce or unique resources"),
    FORM(2, "action", "action network", "actienetwerk", "network", "actie|joint action",
         "for complex problems that nobody solves alone: to carry out a joint project or task"),
};

static const samen_form himmelman[] = {
    FORM(1, "networking", "networking", "netwerken", "continuum", "",
         "to exchange information for mutual benefit"),
    FORM(2, "coordinating", "coordinating", "coördineren", "continuum", "coordination|coordinate",
         "to exchange information and alter activities for a common purpose"),
    FORM(3, "cooperating", "cooperating", "coöpereren", "continuum", "cooperation|cooperate",
         "to exchange information, alter activities and share resources for a common purpose"),
    FORM(4, "collaborating", "collaborating", "samenwerken", "continuum",
         "collaboration|collaborate",
         "to do all of these and enhance each other's capacity for a common purpose"),
};

static const samen_form frey[] = {
    FORM(1, "networking", "networking", "netwerken", "levels", "1",
         "aware of each other; loose roles, little communication, decisions made apart"),
    FORM(2, "cooperation", "cooperation", "coöperatie", "levels", "2",
         "give each other information; somewhat defined roles, decisions made apart"),
    FORM(3, "coordination", "coordination", "coördinatie", "levels", "3",
         "share information and resources; defined roles, some decisions made together"),
    FORM(4, "coalition", "coalition", "coalitie", "levels", "4",
         "share ideas and resources; all have a vote in decisions"),
    FORM(5, "collaboration", "collaboration", "samenwerking", "levels", "5",
         "belong to one system; mutual trust, consensus on all decisions"),
};

static const samen_form single[] = {
    {.struct_size = sizeof(samen_form),
     .key = "collaboration",
     .name = "collaboration",
     .name_nl = "samenwerking"},
};

static samen_status make(const samen_form *forms, size_t count, samen_typology **out,
                         samen_error *err) {
    const samen_form *list[SAMEN_FORMS_MAX];
    for (size_t i = 0; i < count; i++)
        list[i] = &forms[i];
    return samen_typology_new(list, (int32_t)count, out, err);
}

#define MAKE(forms, out, err) make(forms, sizeof(forms) / sizeof(forms)[0], out, err)

samen_status samen_typology_builtin(const char *name, samen_typology **out, samen_error *err) {
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    if (!name || strcmp(name, "samenwerken") == 0) {
        samen_status status = MAKE(samenwerken, out, err);
        if (status == SAMEN_OK)
            (*out)->is_default = 1;
        return status;
    }
    if (strcmp(name, "himmelman") == 0)
        return MAKE(himmelman, out, err);
    if (strcmp(name, "frey") == 0)
        return MAKE(frey, out, err);
    if (strcmp(name, "single") == 0)
        return MAKE(single, out, err);
    return samen__fail_argument(
        err, 1,
        "there is no typology \"%s\"; the built-in ones are samenwerken, himmelman, frey, single",
        name);
}
