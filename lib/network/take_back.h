/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a part of a builder holds, and going back to that after many rows failed half way. */
#ifndef SAMEN_NETWORK_TAKE_BACK_H
#define SAMEN_NETWORK_TAKE_BACK_H

#include "network/network.h"

typedef struct samen__extent {
    int64_t rows;
    int64_t roles;
    int64_t attributes;
} samen__extent;

samen__extent samen__builder_extent(const samen_builder *builder, int32_t of);
void samen__builder_take_back(samen_builder *builder, int32_t of, samen__extent before);

#endif
