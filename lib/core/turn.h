/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only one thread at a time may do, however long it takes: the others wait their turn, and go on
 * telling their callers meanwhile, who can cancel. A thread that has its turn may take it again, since a
 * progress callback may call the library. In the child of a fork, a turn that another thread had is over:
 * that thread is not there any more. */
#ifndef SAMEN_CORE_TURN_H
#define SAMEN_CORE_TURN_H

#include <pthread.h>
#include <stdint.h>

#include "core/run.h"
#include "samen/core.h"

/* All zeros: nobody's turn. */
typedef struct samen__turn {
    pthread_t owner;
    int32_t taken; /* how many times by its owner */
    int64_t forks; /* how many there had been then between the first process and this one */
} samen__turn;

/* Wait for the turn. `what` names the work that waits. Each success must be followed by a
 * samen__turn_give(). */
samen_status samen__turn_take(samen__turn *turn, samen__run *run, const char *what,
                              samen_error *err);

void samen__turn_give(samen__turn *turn);

#endif
