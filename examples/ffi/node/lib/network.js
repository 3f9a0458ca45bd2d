// SPDX-License-Identifier: GPL-3.0-or-later
import { C, constants, options } from "./library.js";
import { done, listened, makes } from "./calls.js";
import { text } from "./errors.js";
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
        await done("samen_io_write", this, text(path), options("samen_io_write_options", {
            overwrite: Number(overwrite), separator: separator ? separator.charCodeAt(0) : 0,
            decimal_comma: Number(decimalComma),
        }));
    }
}

/** Read a data set: a folder, or a CSV file of ties or memberships. */
export async function read(path, settings) {
    return listened(Network, "samen_io_read", [text(path), null], settings);
}

/** All problems of a data set. */
export async function check(path, settings) {
    return listened(Table, "samen_io_check", [text(path), null], settings);
}

class Builder extends Handle {
    constructor(typology) {
        super("builder", made("samen_builder_new", typology.pointer));
    }
}

/** A built-in typology by name, or one of forms: [{ key, name, nameNl, family, commitment, ... }]. */
function typologyOf(forms) {
    if (typeof forms === "string")
        return new Counted("typology", made("samen_typology_builtin", text(forms)));
    const structs = forms.map(({ key, name, nameNl, family, commitment, aliases, scale, purpose }) => {
        const texts = { key, name, name_nl: nameNl, family, aliases, scale, purpose };
        for (const field of Object.keys(texts))
            texts[field] = texts[field] === undefined ? null : text(texts[field]);
        return options("samen_form", { has_commitment: Number(commitment !== undefined), reserved: 0,
                                       commitment: commitment ?? 0, ...texts });
    });
    return new Counted("typology", made("samen_typology_new", structs, structs.length));
}

/** A network of columns: network({ organisations: { id: [...] }, ties: { from, to, form, weight } }). */
export async function network({ forms = "samenwerken", ...given }) {
    Object.keys(given).forEach(partNumber);
    const typology = typologyOf(forms);
    const builder = new Builder(typology);
    try {
        for (const part of parts.filter((one) => given[one])) {
            const ours = !(given[part] instanceof Table);
            const rows = ours ? tableOf(given[part]) : given[part];
            try {
                await done("samen_builder_add_table", builder, partNumber(part), rows);
            } finally {
                if (ours)
                    rows.dispose();
            }
        }
        return await makes(Network, "samen_builder_finish", builder);
    } finally {
        builder.dispose();
        typology.dispose();
    }
}
