/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/take_back.h"

samen__extent samen__builder_extent(const samen_builder *builder, int32_t of) {
    return (samen__extent){.rows = samen__records_count(&builder->records, of),
                           .roles = builder->records.roles.count,
                           .attributes = builder->attributes[of].count};
}

void samen__builder_take_back(samen_builder *builder, int32_t of, samen__extent before) {
    samen__records *r = &builder->records;
    switch (of) {
    case SAMEN_ORGANISATIONS: samen__keys_truncate(&r->organisations, before.rows); break;
    case SAMEN_PARTNERSHIPS: samen__keys_truncate(&r->partnerships, before.rows); break;
    case SAMEN_TIES: r->ties = before.rows; break;
    default: r->memberships = before.rows; samen__keys_truncate(&r->roles, before.roles);
    }
    if (builder->name[of].count > before.rows)
        builder->name[of].count = before.rows;
    samen__attributes_truncate(&builder->attributes[of], before.attributes, before.rows);
}
