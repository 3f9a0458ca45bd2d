/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a report, each written by one function, in the order in which they are read. A part that has nothing
 * to say adds nothing. */
#ifndef SAMEN_REPORT_PARTS_H
#define SAMEN_REPORT_PARTS_H

#include "report/document.h"

void samen__part_headline(samen__document *d);
void samen__part_read(samen__document *d);
void samen__part_response(samen__document *d);
void samen__part_network(samen__document *d);
void samen__part_forms(samen__document *d);
void samen__part_cohesion(samen__document *d);
void samen__part_brokers(samen__document *d);
void samen__part_roles(samen__document *d);
void samen__part_cutpoints(samen__document *d);
void samen__part_minding(samen__document *d);

#endif
