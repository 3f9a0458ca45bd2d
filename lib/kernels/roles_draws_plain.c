/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SAMEN__ROLE_DRAWS samen__role_draws_plain
#include "kernels/roles_draws.inc"
