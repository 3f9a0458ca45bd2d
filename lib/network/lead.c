/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/lead.h"

#include <string.h>

#include "core/memory.h"
#include "core/utf8.h"

/* Is it one of the roles that mean the lead when the caller does not say? */
static int is_usual_lead(const char *folded) {
    static const char *const usual[] = {"lead",  "leader",  "lead-partner", "coordinator",
                                        "chair", "trekker", "voorzitter",   "penhouder"};
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        if (strcmp(folded, usual[i]) == 0)
            return 1;
    }
    return 0;
}

uint8_t *samen__find_leads(const samen__records *records, const char *lead, samen_error *err) {
    const samen__keys *roles = &records->roles;
    int64_t wanted = lead ? (int64_t)strlen(lead) : 0, longest = 0;
    for (int64_t i = 0; i < roles->count; i++)
        longest = samen__keys_length(roles, i) > longest ? samen__keys_length(roles, i) : longest;
    uint8_t *leads = samen__new(roles->count, 1, err);
    char *folded = samen__new(longest + 1, 1, err), *chosen = samen__new(wanted + 1, 1, err);
    if (!leads || !folded || !chosen) {
        samen__delete(leads);
        leads = NULL;
    }
    if (leads && lead)
        samen__utf8_fold(lead, wanted, chosen);
    for (int64_t i = 0; leads && i < roles->count; i++) {
        samen__utf8_fold(samen__keys_text(roles, i), samen__keys_length(roles, i), folded);
        leads[i] = (uint8_t)(lead ? strcmp(folded, chosen) == 0 : is_usual_lead(folded));
    }
    samen__delete(folded);
    samen__delete(chosen);
    return leads;
}
