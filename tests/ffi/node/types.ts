// SPDX-License-Identifier: GPL-3.0-or-later
// What a program in TypeScript may write, and what it may not; it is compiled, not run.
import * as samen from "samen";

const network: samen.Network = await samen.network({
    organisations: { id: ["a", "b"], founded: [new Date(), null], size: Float64Array.of(1, 2) },
    ties: { from: ["a"], to: ["b"], form: ["action"] },
    typology: [{ key: "action", commitment: 2 }],
});
using view = await network.view({ direction: "either", minWeight: 2, where: { sector: ["GOV", "NGO"] } });
const count: number = view.organisations;
const controller = new AbortController();
const table: samen.Table = await view.brokerage!.roles!({ group: "sector" }, {
    seed: 7n, threads: 2, signal: controller.signal,
    onProgress: (fraction, what) => console.log(fraction.toFixed(), what.length),
});
const help: string = view.brokerage!.roles!.help;
for (const row of await table.sort("count", { descending: true }))
    console.log(count, help, row.role);
for (const cell of table.column("count")) {
    const known: string | number | bigint | boolean | null = cell;
    console.log(known);
}
try {
    await samen.read("nowhere");
} catch (failure) {
    if (failure instanceof samen.SamenError)
        console.log(failure.code, failure.row?.toFixed());
}
const made: samen.View = view;
console.log(made, samen.version.length, samen.help("view").length, samen.measures().names);

// @ts-expect-error there is no such part
network.count("organizations");
// @ts-expect-error a column has one kind of value
samen.network({ organisations: { id: ["a", 1, true] } });
// @ts-expect-error it is a promise
samen.read("nowhere").view();
// @ts-expect-error handles come from functions
new samen.Table();
