/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the size and the offsets of every public struct, for comparing with layout.txt. A struct of
 * options may grow at its end; nothing that is there may move. */
#include <stddef.h>
#include <stdio.h>

#include "samen/samen.h"

#define STRUCT(type) printf("%s %zu\n", #type, sizeof(type))
#define FIELD(type, field)                                                                         \
    printf("  %s.%s %zu %zu\n", #type, #field, offsetof(type, field), sizeof(((type *)0)->field))

int main(void) {
    STRUCT(samen_error);
    FIELD(samen_error, code);
    FIELD(samen_error, argument);
    FIELD(samen_error, row);
    FIELD(samen_error, column);
    FIELD(samen_error, message);
    STRUCT(samen_run);
    FIELD(samen_run, struct_size);
    FIELD(samen_run, threads);
    FIELD(samen_run, seed);
    FIELD(samen_run, on_progress);
    FIELD(samen_run, payload);
    STRUCT(samen_table_options);
    FIELD(samen_table_options, struct_size);
    FIELD(samen_table_options, format);
    FIELD(samen_table_options, decimals);
    FIELD(samen_table_options, guard);
    FIELD(samen_table_options, overwrite);
    FIELD(samen_table_options, plain);
    STRUCT(samen_form);
    FIELD(samen_form, struct_size);
    FIELD(samen_form, has_commitment);
    FIELD(samen_form, commitment);
    FIELD(samen_form, reserved);
    FIELD(samen_form, key);
    FIELD(samen_form, name);
    FIELD(samen_form, name_nl);
    FIELD(samen_form, family);
    FIELD(samen_form, aliases);
    FIELD(samen_form, scale);
    FIELD(samen_form, purpose);
    STRUCT(samen_traits);
    FIELD(samen_traits, struct_size);
    FIELD(samen_traits, commitment);
    FIELD(samen_traits, bounded);
    FIELD(samen_traits, one_off);
    FIELD(samen_traits, common_goal);
    FIELD(samen_traits, purpose);
    STRUCT(samen_tie);
    FIELD(samen_tie, struct_size);
    FIELD(samen_tie, directed);
    FIELD(samen_tie, start);
    FIELD(samen_tie, end);
    FIELD(samen_tie, partnership);
    STRUCT(samen_membership);
    FIELD(samen_membership, struct_size);
    FIELD(samen_membership, has_weight);
    FIELD(samen_membership, weight);
    FIELD(samen_membership, role);
    FIELD(samen_membership, start);
    FIELD(samen_membership, end);
    STRUCT(samen_io_read_options);
    FIELD(samen_io_read_options, struct_size);
    FIELD(samen_io_read_options, allow_empty);
    FIELD(samen_io_read_options, max_bytes);
    FIELD(samen_io_read_options, max_line);
    FIELD(samen_io_read_options, max_rows);
    FIELD(samen_io_read_options, max_ratio);
    STRUCT(samen_io_write_options);
    FIELD(samen_io_write_options, struct_size);
    FIELD(samen_io_write_options, overwrite);
    FIELD(samen_io_write_options, separator);
    FIELD(samen_io_write_options, decimal_comma);
    STRUCT(samen_view_options);
    FIELD(samen_view_options, struct_size);
    FIELD(samen_view_options, direction);
    FIELD(samen_view_options, forms);
    FIELD(samen_view_options, from);
    FIELD(samen_view_options, to);
    FIELD(samen_view_options, where);
    FIELD(samen_view_options, where_count);
    FIELD(samen_view_options, organisations);
    FIELD(samen_view_options, organisations_count);
    FIELD(samen_view_options, min_weight);
    FIELD(samen_view_options, direction_weight);
    FIELD(samen_view_options, parallel);
    FIELD(samen_view_options, partnerships);
    FIELD(samen_view_options, drop_isolates);
    FIELD(samen_view_options, lead);
    STRUCT(samen_composition_forms_options);
    FIELD(samen_composition_forms_options, struct_size);
    FIELD(samen_composition_forms_options, table);
    FIELD(samen_composition_forms_options, group);
    STRUCT(samen_composition_contrast_options);
    FIELD(samen_composition_contrast_options, struct_size);
    FIELD(samen_composition_contrast_options, table);
    FIELD(samen_composition_contrast_options, a);
    FIELD(samen_composition_contrast_options, b);
    FIELD(samen_composition_contrast_options, draws);
    FIELD(samen_composition_contrast_options, level);
    STRUCT(samen_cohesion_density_options);
    FIELD(samen_cohesion_density_options, struct_size);
    FIELD(samen_cohesion_density_options, table);
    FIELD(samen_cohesion_density_options, group);
    FIELD(samen_cohesion_density_options, draws);
    FIELD(samen_cohesion_density_options, level);
    STRUCT(samen_cohesion_components_options);
    FIELD(samen_cohesion_components_options, struct_size);
    FIELD(samen_cohesion_components_options, table);
    STRUCT(samen_centrality_degree_options);
    FIELD(samen_centrality_degree_options, struct_size);
    FIELD(samen_centrality_degree_options, table);
    STRUCT(samen_brokerage_betweenness_options);
    FIELD(samen_brokerage_betweenness_options, struct_size);
    FIELD(samen_brokerage_betweenness_options, table);
    FIELD(samen_brokerage_betweenness_options, weighted);
    FIELD(samen_brokerage_betweenness_options, distance);
    FIELD(samen_brokerage_betweenness_options, sources);
    FIELD(samen_brokerage_betweenness_options, sources_count);
    FIELD(samen_brokerage_betweenness_options, targets);
    FIELD(samen_brokerage_betweenness_options, targets_count);
    FIELD(samen_brokerage_betweenness_options, epsilon);
    FIELD(samen_brokerage_betweenness_options, delta);
    FIELD(samen_brokerage_betweenness_options, places);
    FIELD(samen_brokerage_betweenness_options, endpoints);
    FIELD(samen_brokerage_betweenness_options, reserved);
    STRUCT(samen_brokerage_holes_options);
    FIELD(samen_brokerage_holes_options, struct_size);
    FIELD(samen_brokerage_holes_options, table);
    FIELD(samen_brokerage_holes_options, weighted);
    FIELD(samen_brokerage_holes_options, model);
    STRUCT(samen_brokerage_roles_options);
    FIELD(samen_brokerage_roles_options, struct_size);
    FIELD(samen_brokerage_roles_options, table);
    FIELD(samen_brokerage_roles_options, group);
    FIELD(samen_brokerage_roles_options, draws);
    return 0;
}
