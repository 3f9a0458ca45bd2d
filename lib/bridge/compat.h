/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows how igraph 0.10 and igraph 1.0 differ. */
#ifndef SAMEN_BRIDGE_COMPAT_H
#define SAMEN_BRIDGE_COMPAT_H

#include <igraph.h>

#if IGRAPH_VERSION_MAJOR >= 1
#define SAMEN__INTERRUPTION_RESULT    igraph_bool_t
#define SAMEN__INTERRUPTION_ARGUMENTS void
#define SAMEN__INTERRUPTION_GO_ON     false
#define SAMEN__INTERRUPTION_STOP      true
#else
#define SAMEN__INTERRUPTION_RESULT    igraph_error_t
#define SAMEN__INTERRUPTION_ARGUMENTS void *unused
#define SAMEN__INTERRUPTION_GO_ON     ((void)unused, IGRAPH_SUCCESS)
#define SAMEN__INTERRUPTION_STOP      ((void)unused, IGRAPH_INTERRUPTED)
#endif

#endif
