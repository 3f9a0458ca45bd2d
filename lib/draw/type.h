/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of text in millimetres: none below what can be read in print. A point is 0.353 mm. */
#ifndef SAMEN_DRAW_TYPE_H
#define SAMEN_DRAW_TYPE_H

#define SAMEN__TYPE_TITLE  3.9  /* 11 points */
#define SAMEN__TYPE_LEGEND 2.65 /* 7.5 */
#define SAMEN__TYPE_LABEL  2.47 /* 7 */
#define SAMEN__TYPE_SMALL  2.12 /* 6 */

#define SAMEN__TYPE_MIDDLE                                                                         \
    0.36 /* from the middle of capitals down to the line they stand on, in sizes */
#define SAMEN__TYPE_ASCENT  0.76 /* from that line up */
#define SAMEN__TYPE_DESCENT 0.22 /* and down */

#endif
