/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a data set is called. */
#ifndef SAMEN_TOOL_TITLE_H
#define SAMEN_TOOL_TITLE_H

/* The last part of the path, without slashes behind it; to be freed, NULL when memory ran out. */
char *title_name(const char *path);

/* The first line of the data set's SOURCE.md, or of the folder's above; to be freed, NULL when there is none. */
char *title_line(const char *path);

#endif
