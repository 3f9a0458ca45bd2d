/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/profile.h"

#include "view/view.h"

void samen__profile(samen__document *d, const char *organisation) {
    static const samen__sentence heading = {{"Profile of {1}", "Profiel van {1}"}};
    static const samen__sentence key = {{"Its key is {1}.", "De sleutel is {1}."}};
    const samen_network *network = d->view->network;
    int64_t found = samen_network_find(network, SAMEN_ORGANISATIONS, organisation);
    if (found < 0 || d->view->place[found] < 0) {
        samen__fail(&d->error, SAMEN_ERR_UNKNOWN, "the view has no organisation \"%s\"",
                    organisation);
        return;
    }
    const samen__value name[] = {
        samen__say_text(samen_network_name(network, SAMEN_ORGANISATIONS, found))};
    samen__document_part(d, SAMEN__PART_HEADLINE, &heading, name);
    samen__document_say(d, SAMEN__BLOCK_LEAD, &key, &(samen__value){.text = organisation});
}
