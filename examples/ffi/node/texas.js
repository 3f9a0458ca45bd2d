// SPDX-License-Identifier: GPL-3.0-or-later
// Who brokers in an emergency: the search-and-rescue network of Texas. Usage: node texas.js [DATASET]
import { fileURLToPath } from "node:url";
import * as samen from "./index.js";

const path = process.argv[2] ?? fileURLToPath(new URL("../../data/emon/Texas", import.meta.url));
const find = (table, column, value) => [...table].find((row) => row[column] === value);

const network = await samen.read(path);
const view = await network.view();
console.log("organisations", view.organisations);
console.log("ties", find(await view.composition.forms(), "form", "all").ties);
console.log("density", find(await view.cohesion.density(), "form", "all").density);
const [whole] = await view.brokerage.betweenness({ table: "network" });
console.log("centralization", whole.centralization);

const betweenness = await view.brokerage.betweenness();
const brokers = [...await betweenness.sort("betweenness", { descending: true, limit: 5 })];
for (const row of brokers)
    console.log("broker", row.organisation, row.betweenness, row.betweenness_normalised);

const [first] = brokers;
const { constraint } = find(await view.brokerage.holes(), "organisation", first.organisation);
console.log("constraint", first.organisation, constraint);

for (const row of await view.brokerage.roles({ table: "network", group: "sponsorship" }))
    console.log("role", row.role, row.count, row.z, row.p_more);
