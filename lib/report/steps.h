/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a report is: each of its tables is one step of the whole. */
#ifndef SAMEN_REPORT_STEPS_H
#define SAMEN_REPORT_STEPS_H

#include "core/run.h"
#include "report/document.h"

typedef struct samen__steps {
    samen__document *document;
    samen__run *whole;
    int64_t expected; /* tables */
    double told;      /* it never goes back */
    samen_run run;    /* that the tables get */
} samen__steps;

/* Tables that the document computes from now on tell the whole how far it is. Both stay where they are. */
void samen__steps_start(samen__steps *steps, samen__document *d, int64_t expected,
                        samen__run *whole);
void samen__steps_end(samen__steps *steps);

#endif
