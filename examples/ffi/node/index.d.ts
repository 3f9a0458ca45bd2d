// SPDX-License-Identifier: GPL-3.0-or-later
/// <reference lib="esnext.disposable" />

/** How a long call is run, heard and aborted. */
export interface Settings {
    /** Of random draws; 0 or none is the fixed default. */
    seed?: number | bigint;
    /** 0 or none: one for each processor. Results do not depend on it. */
    threads?: number;
    /** Aborts the call within .3 s; the promise rejects with the signal's reason, an AbortError unless given. */
    signal?: AbortSignal;
    /** Called on the event loop, at most ten times a second. What it throws rejects the call. */
    onProgress?: (fraction: number, what: string) => void;
}

/** A value of an option. Several stand in an array; attributes with their values, as of where, in an object:
 * { sector: "GOV", size: ["small", "large"] }; null and undefined leave the default. */
export type Option = string | number | bigint | boolean | Date | readonly (string | number)[]
    | { readonly [attribute: string]: string | number | boolean | readonly (string | number)[] } | null | undefined;

/** Options by name, minWeight and min_weight alike; help(measure) lists them. */
export type Options = Record<string, Option>;

/** What went wrong. */
export class SamenError extends Error {
    /** As "SAMEN_ERR_VALUE". */
    readonly code: string;
    /** The number of that. */
    readonly status: number;
    /** Of the C function, from 1. */
    readonly argument: number | undefined;
    /** Of the data, from 0, as in the message. */
    readonly row: number | undefined;
    readonly column: number | undefined;
}

declare class Handle {
    protected constructor();
    /** Free it before the collector does. What was made of it stays good. */
    dispose(): void;
    [Symbol.dispose](): void;
}

/** Dates are texts as "2024-01-31"; whole numbers are Numbers as long as these are exact. */
export type Cell = string | number | bigint | boolean | null;

/** A column of a table, copied: an iterable of values. */
export class Column implements Iterable<Cell> {
    private constructor();
    readonly name: string;
    readonly type: "int64" | "float64" | "text" | "bool" | "date";
    readonly length: number;
    /** Values, 0 where null; of texts the UTF-8 bytes, of yes/no the bits, of dates days since 1970-01-01. */
    readonly data: BigInt64Array | Float64Array | Uint8Array | Int32Array;
    /** A bit for each row, 1 where it is not null; null when no row is. */
    readonly validity: Uint8Array | null;
    /** Where each text starts in the data, and the last one ends; null when it holds no texts. */
    readonly offsets: BigInt64Array | null;
    get(row: number): Cell;
    toArray(): Cell[];
    [Symbol.iterator](): Iterator<Cell>;
}

export interface Note {
    code: string;
    count: number;
    text: string;
}

export interface Format {
    format?: "text" | "csv" | "json" | "markdown";
    /** Places after the point in text and markdown; -1: as many as needed, -2: none. */
    decimals?: number;
    /** Guard texts that a spreadsheet would take for formulas. */
    guard?: boolean;
    /** Replace a file that is there. */
    overwrite?: boolean;
    /** Without the notes. */
    plain?: boolean;
}

/** Named, typed columns of equal length, iterable by row. */
export class Table extends Handle implements Iterable<Record<string, Cell>> {
    readonly rows: number;
    readonly names: string[];
    /** What a careful reader must know. */
    readonly notes: Note[];
    /** Measure, options, seed, versions, by key. */
    readonly provenance: Record<string, string>;
    /** A column by name, copied anew each time. */
    column(name: string): Column;
    [Symbol.iterator](): Iterator<Record<string, Cell>>;
    sort(column: string, how?: { descending?: boolean; limit?: number }): Promise<Table>;
    select(...columns: string[]): Promise<Table>;
    format(how?: Format): Promise<string>;
    /** The file's ending says the format when `how` does not. */
    write(path: string | URL, how?: Format): Promise<void>;
    toString(): string;
    /** Fill an ArrowSchema and an ArrowArray of the Arrow C data interface, given by address. */
    exportArrow(schema: bigint, array: bigint): void;
}

/** A table of a record batch of the Arrow C data interface, given by address; it is copied and released. */
export function fromArrow(schema: bigint, array: bigint): Table;

export type Part = "organisations" | "ties" | "partnerships" | "memberships";

/** What was read or built. */
export class Network extends Handle {
    count(part: Part): number;
    table(part: Part): Promise<Table>;
    forms(): Table;
    view(choice?: Options, settings?: Settings): Promise<View>;
    write(path: string | URL,
          how?: { overwrite?: boolean; separator?: "," | ";" | "\t"; decimalComma?: boolean }): Promise<void>;
}

/** Read a data set: a folder, or a CSV file of ties or memberships. */
export function read(path: string | URL, settings?: Settings): Promise<Network>;

/** All problems of a data set. */
export function check(path: string | URL, settings?: Settings): Promise<Table>;

/** An array with null for what is not known, or a typed array. */
export type Values =
    | readonly (string | null | undefined)[] | readonly (number | null | undefined)[]
    | readonly (bigint | null | undefined)[] | readonly (boolean | null | undefined)[]
    | readonly (Date | null | undefined)[]
    | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array
    | BigInt64Array | BigUint64Array | Float32Array | Float64Array;

/** Columns of one length, or a table. Columns other than those of a data set become attributes. */
export type Rows = Record<string, Values> | Table;

export interface Form {
    key: string;
    name?: string;
    nameNl?: string;
    family?: string;
    commitment?: number;
    aliases?: string;
    scale?: string;
    purpose?: string;
}

/** A network of columns: organisations (id, ...), ties (from, to, form, weight, ...), and so on. Organisations and
 * partnerships that are left out come from ties and memberships. */
export function network(given: {
    organisations?: Rows; ties?: Rows; partnerships?: Rows; memberships?: Rows;
    /** A built-in typology ("samenwerken", "himmelman", "frey", "single"), or your own. Left out, it is the first of these when
     * there is a column form, otherwise a single form. */
    typology?: string | readonly Form[];
}): Promise<Network>;

/** A measure of a view. */
export interface Measure {
    (options?: Options, settings?: Settings): Promise<Table>;
    readonly help: string;
}

declare class Seen extends Handle {
    /** How many organisations are seen. */
    readonly organisations: number;
    readonly directed: boolean;
    ties(settings?: Settings): Promise<Table>;
    /** Any measure by name; view.brokerage.roles(...) is view.measure("brokerage.roles", ...). */
    measure(name: string, options?: Options, settings?: Settings): Promise<Table>;
}

/** What is measured, with a property for each family of measures that the library has. */
export type View = Seen & { readonly [family: string]: { readonly [measure: string]: Measure } };
export const View: typeof Seen;

/** All measures; the options, or the columns, of one; all about one in words. */
export function measures(): Table;
export function options(name: string): Table;
export function columns(name: string): Table;
export function help(name?: string): string;

/** Of the library that is loaded. */
export const version: string;
