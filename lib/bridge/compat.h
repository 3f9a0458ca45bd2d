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

/* The default generator is a pointer, which is handed back when another takes its place. */
typedef igraph_rng_t *samen__host_rng;

static inline samen__host_rng samen__rng_set_aside(igraph_rng_t *ours) {
    return igraph_rng_set_default(ours);
}

static inline void samen__rng_put_back(const samen__host_rng *host) {
    igraph_rng_set_default(*host);
}
#else
#define SAMEN__INTERRUPTION_RESULT    igraph_error_t
#define SAMEN__INTERRUPTION_ARGUMENTS void *unused
#define SAMEN__INTERRUPTION_GO_ON     ((void)unused, IGRAPH_SUCCESS)
#define SAMEN__INTERRUPTION_STOP      ((void)unused, IGRAPH_INTERRUPTED)

/* The default generator is a struct, which is copied when another takes its place. */
typedef igraph_rng_t samen__host_rng;

static inline samen__host_rng samen__rng_set_aside(igraph_rng_t *ours) {
    igraph_rng_t host = *igraph_rng_default();
    igraph_rng_set_default(ours);
    return host;
}

static inline void samen__rng_put_back(const samen__host_rng *host) {
    igraph_rng_t copy = *host;
    igraph_rng_set_default(&copy);
}
#endif

#endif
