// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to call, asked of the library: a measure that it learns is here too, with its help.
import { text } from "./errors.js";
import { made } from "./handles.js";
import { Table } from "./table.js";

/** All measures. */
export const measures = () => new Table(made("samen_describe"));

/** The options of a measure, or of "view". */
export const options = (name) => new Table(made("samen_describe_options", text(name)));

/** The columns of a measure's tables. */
export const columns = (name) => new Table(made("samen_describe_columns", text(name)));

export const camel = (name) => name.replace(/[-_]([a-z])/g, (_, letter) => letter.toUpperCase());
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const types = new Map();

function typesOf(owner) {
    if (!types.has(owner))
        types.set(owner, new Map([...options(owner)].map(({ option, type }) => [snake(camel(option)), type])));
    return types.get(owner);
}

/** Options as text, each value in quotes: name="value"; several of a list, one after the other. */
export function asText(owner, given) {
    const pair = (name, value) => {
        const string = text(value instanceof Date ? value.toISOString().slice(0, 10) : value);
        return `${text(name)}="${string.replaceAll('"', '""')}"`;
    };
    return Object.entries(given).flatMap(([key, value]) => {
        const name = snake(key);
        if (value == null)
            return [];
        if (typeof value === "object" && !Array.isArray(value) && !(value instanceof Date))
            return Object.entries(value).flatMap(([attribute, one]) => [one].flat().map(
                (text) => pair(name, `${attribute}=${text}`)));
        if (!Array.isArray(value))
            return [pair(name, value)];
        const isList = typesOf(owner).get(name) === "list";
        return isList ? value.map((one) => pair(name, one)) : [pair(name, value.join(","))];
    }).join(";");
}

function aboutOptions(name) {
    return [...options(name)].map((it) => {
        const more = (it.default ? `, default ${it.default}` : "") + (it.choices ? `: ${it.choices}` : "");
        return `  ${camel(it.option)} (${it.type}${more}) ${it.help}`;
    });
}

function aboutColumns(name) {
    let last;
    return [...columns(name)].flatMap((it) => {
        const head = it.table === last ? [] : ["", `Table ${it.table}`];
        last = it.table;
        return [...head, `  ${it.column} (${it.type}) ${it.help}${it.undefined ? `; null when ${it.undefined}` : ""}`];
    });
}

/** All measures in a line each, or all about one of them, or about "view". */
export function help(name) {
    if (name === undefined)
        return [...measures()].map((it) => `${it.measure.padEnd(24)} ${it.summary}`).join("\n");
    const it = [...measures()].find(({ measure }) => measure === name);
    const head = it ? [`${name}: ${it.title}`, it.summary, `Source: ${it.source}`, ""] : [];
    return [...head, "Options", ...aboutOptions(name), ...(it ? aboutColumns(name) : [])].join("\n");
}
