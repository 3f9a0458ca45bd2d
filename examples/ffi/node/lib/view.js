// SPDX-License-Identifier: GPL-3.0-or-later
import { C } from "./library.js";
import { listened } from "./calls.js";
import { asText, camel, help, measures } from "./describe.js";
import { text } from "./errors.js";
import { Counted } from "./handles.js";
import { Table } from "./table.js";

/** What is measured: a network seen through a choice. */
export class View extends Counted {
    constructor(pointer) {
        super("view", pointer);
    }

    /** How many organisations are seen. */
    get organisations() {
        return C.samen_view_organisations(this.pointer);
    }

    get directed() {
        return C.samen_view_is_directed(this.pointer) === 1;
    }

    /** The ties that are seen. */
    async ties(settings) {
        return listened(Table, "samen_view_table", [this], settings);
    }

    /** Any measure by name; view.brokerage.roles(...) is view.measure("brokerage.roles", ...). */
    async measure(name, given = {}, settings) {
        return listened(Table, "samen_measure", [this, text(name), asText(name, given)], settings);
    }
}

// A property for each family, with a method for each of its measures, as the library lists them.
const families = new Map();
for (const { measure, family } of measures())
    families.set(family, [...families.get(family) ?? [], measure]);

for (const [family, list] of families) {
    Object.defineProperty(View.prototype, camel(family), {
        get() {
            const methods = {};
            for (const name of list) {
                const method = (given, settings) => this.measure(name, given, settings);
                Object.defineProperty(method, "help", { get: () => help(name) });
                methods[camel(name.slice(family.length + 1))] = method;
            }
            return methods;
        },
    });
}
