/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bracket around every visit to igraph: one lock for the process where igraph itself is not
 * thread-safe, the host's handlers and attribute table set aside and put back, igraph's errors turned
 * into ours, and its offers to be interrupted passed on to the caller's progress callback. */
#ifndef SAMEN_BRIDGE_ENGINE_H
#define SAMEN_BRIDGE_ENGINE_H

#include <igraph.h>

#include "core/run.h"
#include "samen/core.h"

typedef igraph_error_t (*samen__visit)(void *context);

/* Run `visit`, which calls igraph and hands back the first failure. `what` names the work. */
samen_status samen__engine(samen__visit visit, void *context, const char *what, samen__run *run,
                           samen_error *err);

#endif
