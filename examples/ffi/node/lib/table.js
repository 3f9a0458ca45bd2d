// SPDX-License-Identifier: GPL-3.0-or-later
import koffi from "koffi";
import { inspect } from "node:util";
import { C, constants, options } from "./library.js";
import { done, makes } from "./calls.js";
import { SamenError, path as pathOf, text } from "./errors.js";
import { Counted, made } from "./handles.js";

const DAY = 86400000;
const LONGEST_STRING = 1 << 28;
const names = ["none", "int64", "float64", "text", "bool", "date"];
const arrays = { int64: BigInt64Array, float64: Float64Array, text: Uint8Array, bool: Uint8Array, date: Int32Array };

const isSet = (bits, row) => (bits[row >> 3] >> (row & 7) & 1) === 1;

/** Whole numbers are Numbers as long as these are exact, BigInts beyond. */
function whole(value) {
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value;
}

/** How a cell that is not null is read from the data of its column. */
const readers = {
    int64: (data, row) => whole(data[row]),
    float64: (data, row) => data[row],
    bool: isSet,
    date: (data, row) => new Date(data[row] * DAY).toISOString().slice(0, 10),
};

/** Memory of the library's as a typed array, copied: a view of it could be written to, and, moved to another thread,
 * would part from whatever keeps the memory alive (Node 24 can forbid that, and then cannot leave any more). */
function copied(kind, address, length) {
    return new kind(length === 0 ? 0 : koffi.view(address, length * kind.BYTES_PER_ELEMENT).slice(0));
}

/** A column of a table, copied: an iterable of values, null where undefined. */
export class Column {
    #bytes; // of texts
    #ascii; // the same as one string, when each character of it is a byte

    constructor(table, place) {
        const { pointer } = table;
        this.name = C.samen_table_column_name(pointer, place);
        this.type = names[C.samen_table_column_type(pointer, place)];
        this.length = table.rows;
        const bits = this.length + 7 >> 3;
        const valid = C.samen_table_data_validity(pointer, place);
        const offsets = C.samen_table_data_offsets(pointer, place);
        this.offsets = offsets ? copied(BigInt64Array, offsets, this.length + 1) : null;
        this.validity = valid ? copied(Uint8Array, valid, bits) : null;
        const count = { text: this.offsets && Number(this.offsets[this.length]), bool: bits }[this.type];
        const data = C[`samen_table_data_${this.type}`](pointer, place);
        this.data = copied(arrays[this.type], data, count ?? this.length);
        if (!this.offsets)
            return;
        this.#bytes = Buffer.from(this.data.buffer);
        const whole = this.data.length < LONGEST_STRING ? this.#bytes.toString() : "";
        this.#ascii = whole.length === this.data.length ? whole : null;
    }

    #text(row) {
        const from = Number(this.offsets[row]), to = Number(this.offsets[row + 1]);
        return this.#ascii?.slice(from, to) ?? this.#bytes.toString("utf8", from, to);
    }

    /** The value of a row, null when it is undefined or not there. */
    get(row) {
        if (!(row >= 0 && row < this.length) || (this.validity && !isSet(this.validity, row)))
            return null;
        return this.offsets ? this.#text(row) : readers[this.type](this.data, row);
    }

    *[Symbol.iterator]() {
        for (let row = 0; row < this.length; row++)
            yield this.get(row);
    }

    toArray() {
        return Array.from(this);
    }
}

function tableOptions({ format = "text", decimals = 0, guard = false, overwrite = false, plain = false }) {
    const number = constants[`SAMEN_FORMAT_${String(format).toUpperCase()}`];
    if (number === undefined)
        throw new TypeError(`there is no format "${format}"; give text, csv, json or markdown`);
    return options("samen_table_options", { format: number, decimals, guard: Number(guard),
                                            overwrite: Number(overwrite), plain: Number(plain) });
}

/** A text that the library made for us: a copy, the text given back. */
function taken([pointer], [length]) {
    const string = Buffer.from(koffi.view(pointer, length)).toString();
    C.samen_free(pointer);
    return string;
}

/** What every measure gives: named, typed columns, with notes and provenance. */
export class Table extends Counted {
    constructor(pointer) {
        super("table", pointer);
        this.rows = C.samen_table_rows(pointer);
        this.names = Array.from({ length: C.samen_table_columns(pointer) },
                                (_, place) => C.samen_table_column_name(pointer, place));
    }

    /** A column by name, copied anew each time. */
    column(name) {
        const place = C.samen_table_find(this.pointer, text(name));
        if (place < 0)
            throw new TypeError(`there is no column "${name}"; there are ${this.names.join(", ")}`);
        return new Column(this, place);
    }

    /** Rows as objects. */
    *[Symbol.iterator]() {
        const columns = this.names.map((name) => this.column(name));
        for (let row = 0; row < this.rows; row++) {
            const cells = {};
            for (const column of columns)
                cells[column.name] = column.get(row);
            yield cells;
        }
    }

    /** What a careful reader must know: [{ code, count, text }]. */
    get notes() {
        return Array.from({ length: C.samen_table_notes(this.pointer) }, (_, note) => ({
            code: C.samen_table_note_code(this.pointer, note),
            count: C.samen_table_note_count(this.pointer, note),
            text: C.samen_table_note_text(this.pointer, note),
        }));
    }

    /** Where the table comes from: measure, options, seed, versions, by key. */
    get provenance() {
        return Object.fromEntries(Array.from({ length: C.samen_table_provenances(this.pointer) }, (_, entry) => [
            C.samen_table_provenance_key(this.pointer, entry), C.samen_table_provenance_value(this.pointer, entry),
        ]));
    }

    /** Rows in the order of a column, the largest first when descending; at most `limit` of them. */
    async sort(column, { descending = false, limit = 0 } = {}) {
        return makes(Table, "samen_table_sort", this, text(column), Number(descending), limit);
    }

    /** Some of the columns, by name. */
    async select(...columns) {
        const quoted = columns.map((name) => `"${name.replaceAll('"', '""')}"`);
        return makes(Table, "samen_table_select", this, text(quoted.join(",")));
    }

    /** As text; format is "text", "csv", "json" or "markdown". */
    async format(how = {}) {
        const out = [null], length = [0];
        await done("samen_table_format", this, tableOptions(how), out, length);
        return taken(out, length);
    }

    /** To a file, whose ending says the format. */
    async write(path, how = {}) {
        await done("samen_table_write", this, pathOf(path), tableOptions(how));
    }

    toString() {
        const out = [null], length = [0], error = {};
        if (C.samen_table_format(this.pointer, null, out, length, error) !== 0)
            throw new SamenError(error);
        return taken(out, length);
    }

    [inspect.custom]() {
        const shown = new Table(made("samen_table_sort", this.pointer, null, 0, 20));
        const more = this.rows > 20 ? `... ${this.rows - 20} more rows\n` : "";
        const string = shown.toString() + more;
        shown.dispose();
        return string;
    }

    /** Fill two structs of the Arrow C data interface, given by address, for whoever imports them. */
    exportArrow(schema, array) {
        const error = {};
        if (C.samen_table_export_arrow(this.pointer, schema, array, error) !== 0)
            throw new SamenError(error);
    }
}

/** A table of a record batch of the Arrow C data interface, whose structs are given by address; it is copied. No
 * promise: while it reads memory that is another's, nobody can move that. */
export function fromArrow(schema, array) {
    return new Table(made("samen_table_import_arrow", schema, array));
}
