/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as a table, whoever owns them: measures, views, pictures. */
#ifndef SAMEN_MEASURES_OPTION_TABLE_H
#define SAMEN_MEASURES_OPTION_TABLE_H

#include "core/options.h"
#include "table/column.h"

/* The options of owner number i and its name, or NULL when there are no more owners. */
typedef const samen__options *(*samen__option_owner)(int32_t i, const char **name);

/* A row for each option of the owner of that name, or of all when `name` is NULL. The first column, called
 * `column`, has the owner's name. */
samen_status samen__option_table(samen__option_owner owner, const char *column, const char *name,
                                 samen_table **out, samen_error *err);

/* The next row of a text column: names, ended by NULL, parted by commas; null when there are none. */
samen_status samen__column_add_names(samen__column *column, const char *const *names,
                                     samen_error *err);

#endif
