/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen: collaboration between organisations, measured. The one header to include. */
#ifndef SAMEN_SAMEN_H
#define SAMEN_SAMEN_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/typology.h"
#include "samen/network.h"
#include "samen/builder.h"
#include "samen/io.h"
#include "samen/view.h"
#include "samen/measure.h"
#include "samen/composition.h"
#include "samen/cohesion.h"
#include "samen/centrality.h"
#include "samen/brokerage.h"
#include "samen/draw.h"
#include "samen/report.h"

#endif
