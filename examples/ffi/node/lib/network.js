// SPDX-License-Identifier: GPL-3.0-or-later
import { C, constants, options } from "./library.js";
import { done, listened, makes } from "./calls.js";
import { path as pathOf, text } from "./errors.js";
import { Counted, Handle, made } from "./handles.js";
import { tableOf } from "./batch.js";
import { Table } from "./table.js";
import { View } from "./view.js";
import { asText } from "./describe.js";

const parts = ["organisations", "partnerships", "ties", "memberships"]; // ties may name partnerships

function partNumber(part) {
    if (!parts.includes(part))
        throw new TypeError(`a network has no "${part}"; it has ${parts.join(", ")}`);
    return constants[`SAMEN_${part.toUpperCase()}`];
}

/** What was read or built. */
export class Network extends Counted {
    constructor(pointer) {
        super("network", pointer);
    }

    /** How many organisations, ties, partnerships or memberships there are. */
    count(part) {
        return C.samen_network_count(this.pointer, partNumber(part));
    }

    /** One of these as a table, attributes included. */
    async table(part) {
        return makes(Table, "samen_network_table", this, partNumber(part));
    }

    /** The forms that ties can take. */
    forms() {
        return new Table(made("samen_typology_table", C.samen_network_typology(this.pointer)));
    }

    /** A view: what is to be measured. help("view") lists the options. */
    async view(choice = {}, settings) {
        return listened(View, "samen_view_make", [this, asText("view", choice)], settings);
    }

    /** Write a data set. */
    async write(path, { overwrite = false, separator = "", decimalComma = false } = {}) {
        await done("samen_io_write", this, pathOf(path), options("samen_io_write_options", {
            overwrite: Number(overwrite), separator: separator ? separator.charCodeAt(0) : 0,
            decimal_comma: Number(decimalComma),
        }));
    }
}

/** Read a data set: a folder, or a CSV file of ties or memberships. */
export async function read(path, settings) {
    return listened(Network, "samen_io_read", [pathOf(path), null], settings);
}

/** All problems of a data set. */
export async function check(path, settings) {
    return listened(Table, "samen_io_check", [pathOf(path), null], settings);
}

class Builder extends Handle {
    constructor(typology) {
        super("builder", made("samen_builder_new", typology.pointer));
    }
}

/** A built-in typology by name, or one of forms: [{ key, name, nameNl, family, commitment, ... }]. */
function typologyOf(given) {
    if (typeof given === "string")
        return new Counted("typology", made("samen_typology_builtin", text(given)));
    const structs = given.map(({ key, name, nameNl, family, commitment, aliases, scale, purpose }) => {
        const texts = { key, name, name_nl: nameNl, family, aliases, scale, purpose };
        for (const field of Object.keys(texts))
            texts[field] = texts[field] === undefined ? null : text(texts[field]);
        return options("samen_form", { has_commitment: Number(commitment !== undefined), reserved: 0,
                                       commitment: commitment ?? 0, ...texts });
    });
    return new Counted("typology", made("samen_typology_new", structs, structs.length));
}

/** A column of what is given for a part; nothing when it is not there. */
function columnOf(rows, name) {
    if (rows instanceof Table)
        return rows.names.includes(name) ? rows.column(name) : [];
    return rows?.[name] ?? [];
}

/** Each key of some columns once, in the order in which they come. */
function keysOf(...columns) {
    const keys = new Set();
    for (const column of columns) {
        for (const key of column) {
            if (key != null)
                keys.add(key);
        }
    }
    return { id: [...keys] };
}

/** Organisations and partnerships that are left out come from ties and memberships. */
function complete({ organisations, partnerships, ties, memberships }) {
    organisations ??= keysOf(columnOf(ties, "from"), columnOf(ties, "to"), columnOf(memberships, "organisation"));
    if (memberships)
        partnerships ??= keysOf(columnOf(memberships, "partnership"), columnOf(ties, "partnership"));
    return { organisations, partnerships, ties, memberships };
}

const hasForms = (rows) => (rows instanceof Table ? rows.names.includes("form") : rows && "form" in rows);

/** A network of columns: network({ organisations: { id: [...] }, ties: { from, to, form, weight } }). */
export async function network({ typology: chosen, ...rest }) {
    Object.keys(rest).forEach(partNumber);
    const given = complete(rest);
    const named = hasForms(given.ties) || hasForms(given.partnerships);
    const typology = typologyOf(chosen ?? (named ? "samenwerken" : "single"));
    const builder = new Builder(typology), ours = [];
    const taken = (columns) => {
        ours.push(tableOf(columns));
        return ours.at(-1);
    };
    try {
        // All are read before the first promise, so that whoever gave them may do with them what they like.
        const tables = parts.filter((part) => given[part]).map((part) =>
            [part, given[part] instanceof Table ? given[part] : taken(given[part])]);
        for (const [part, rows] of tables)
            await done("samen_builder_add_table", builder, partNumber(part), rows);
        return await makes(Network, "samen_builder_finish", builder);
    } finally {
        [...ours, builder, typology].forEach((one) => one.dispose());
    }
}
