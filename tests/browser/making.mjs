// SPDX-License-Identifier: GPL-3.0-or-later
// Reports and tables made by the tool, and data sets made for it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, tool, folder] = process.argv.slice(2);

export const example = name => join(source, "examples", "data", name);
export const cordis = join(source, "..", "shared", "data", "cordis_h2020");
export const shared = name => join(folder, name);

const say = (...words) => execFileSync(tool, [...words, "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });

/** The path of a report. */
export const report = (name, dataset, ...options) => {
    const path = join(folder, `${name}.html`);
    say("report", dataset, "-o", path, "--overwrite", "true", ...options);
    return path;
};

/** Rows of CSV as arrays: cells may be quoted. */
export const readCsv = text => {
    const rows = [[]];
    for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
        rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        if (end !== ",")
            rows.push([]);
    }
    return rows.filter(row => row.length > 1 || row[0]);
};

/** A table of the tool as objects, by column. */
export const table = (...words) => {
    const [names, ...rows] = readCsv(say(...words, "--format", "csv"));
    return rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));
};

const quote = cell => `"${String(cell).replaceAll('"', '""')}"`;

/** A data set of organisations [key, name, sector] and ties [from, to, form]; its path. */
export const dataset = (name, organisations, ties) => {
    const path = join(folder, name);
    const lines = (heading, rows) => [heading, ...rows.map(row => row.map(quote).join(","))].join("\n") + "\n";
    mkdirSync(path);
    writeFileSync(join(path, "organisations.csv"), lines("id,name,sector", organisations));
    writeFileSync(join(path, "ties.csv"), lines("from,to,form", ties));
    return path;
};

/** Organisations that join one after the other, each with some ties to earlier ones. */
export const growing = (name, count) => {
    let state = 7;
    const random = below => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return Math.floor(state / 4294967296 * below);
    };
    const sectors = ["care", "school", "town", "club", "firm"], forms = ["consultation", "ad-hoc", "action"];
    const organisations = Array.from({ length: count }, (_, i) => [`o${i}`, `Organisation ${i}`, sectors[i % 5]]);
    const ties = organisations.slice(1).flatMap(([key], i) =>
        [0, 1].map(() => [key, `o${Math.min(random(i + 1), random(i + 1))}`, forms[random(3)]]));
    return dataset(name, organisations, ties);
};
