/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/lead.h"

#include "core/memory.h"
#include "filled.h"

static samen_network *with_roles(void) {
    static const char *const roles[] = {"member", "Trekker", "lead partner", "Leading", NULL};
    samen_builder *builder = new_builder();
    samen_network *network = NULL;
    OK(samen_builder_add_organisation(builder, "a", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    for (int i = 0; roles[i]; i++) {
        const samen_membership more = {.struct_size = sizeof more, .role = roles[i]};
        OK(samen_builder_add_membership(builder, "p", "a", &more, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

static void leads_are(const samen_network *network, const char *lead, const char *expected) {
    uint8_t *leads = samen__find_leads(&network->records, lead, NULL);
    for (int i = 0; expected[i]; i++)
        ck_assert_int_eq(leads[i], expected[i] == '1');
    samen__delete(leads);
}

TEST(leads_have_one_of_the_usual_roles_or_the_one_that_is_given) {
    samen_network *network = with_roles();
    leads_are(network, NULL, "0110");
    leads_are(network, "leading", "0001");
    leads_are(network, "MEMBER", "1000");
    leads_are(network, "nobody", "0000");
    samen_network_free(network);
}
END

SUITE("network/lead", leads_have_one_of_the_usual_roles_or_the_one_that_is_given)
