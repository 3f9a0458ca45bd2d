/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who leads a partnership: members whose role says so. */
#ifndef SAMEN_NETWORK_LEAD_H
#define SAMEN_NETWORK_LEAD_H

#include "network/network.h"

/* Which of the roles mean the lead: one byte for each, to be deleted. `lead` is the role that does; NULL: any that
 * usually does, as "lead", "chair" or "trekker". */
uint8_t *samen__find_leads(const samen__records *records, const char *lead, samen_error *err);

#endif
