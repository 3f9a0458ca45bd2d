// SPDX-License-Identifier: GPL-3.0-or-later
// The Node binding, from inside its package. Usage: node --expose-gc binding.test.js (with SAMEN_SOURCE, SAMEN_LIBRARY,
// SAMEN_TEMPLATE as ./run sets them)
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import koffi from "koffi";
import * as samen from "samen";
import { tableOf } from "./lib/batch.js";

const folder = mkdtempSync(join(tmpdir(), "samen-"));
after(() => rmSync(folder, { recursive: true }));
const emon = join(process.env.SAMEN_SOURCE, "examples/data/emon/Texas");

/** Every type of column, with a null and without. */
const mixed = (more = {}) => samen.network({
    organisations: {
        id: ["a", "b", "c"], name: ["Café", "東京", "🦊 & co"],
        whole: [1, 2, 3], wholeNull: [1, null, 3], real: [0.5, -1.25, 1e300], realNull: [undefined, 0.1, null],
        text: ["x", "é", "z"], textNull: ["x", null, null], truth: [true, false, true], truthNull: [null, false, true],
        day: [new Date("1830-10-04"), new Date(0), new Date("2024-02-29")],
        dayNull: [null, new Date("0999-12-31"), null],
        ...more,
    },
    ties: { from: ["a", "b"], to: ["b", "c"], form: ["action", "learning"], weight: [2, 0.5] },
});

/** Large enough for betweenness to take many seconds. */
async function large() {
    const n = 20000, from = new Int32Array(10 * n), to = new Int32Array(10 * n);
    let state = 1;
    const next = () => (state = state * 48271 % 2147483647) % n;
    for (let i = 0; i < from.length; i++) {
        from[i] = next();
        to[i] = next();
    }
    const id = Int32Array.from({ length: n }, (_, i) => i);
    const network = await samen.network({ organisations: { id }, ties: { from, to }, typology: [{ key: "met" }] });
    return network.view();
}

async function collect() {
    for (let i = 0; i < 5; i++) {
        globalThis.gc();
        await turn();
    }
}

const megabytes = () => process.memoryUsage().rss / 1e6;

test("columns of every type come back, null for null", async () => {
    const table = await (await mixed()).table("organisations");
    const values = (name) => table.column(name).toArray();
    assert.equal(table.rows, 3);
    assert.deepEqual(values("name"), ["Café", "東京", "🦊 & co"]);
    assert.deepEqual(values("whole"), [1, 2, 3]);
    assert.deepEqual(values("wholeNull"), [1, null, 3]);
    assert.deepEqual(values("real"), [0.5, -1.25, 1e300]);
    assert.deepEqual(values("realNull"), [null, 0.1, null]);
    assert.deepEqual(values("text"), ["x", "é", "z"]);
    assert.deepEqual(values("textNull"), ["x", null, null]);
    assert.deepEqual(values("truth"), [true, false, true]);
    assert.deepEqual(values("truthNull"), [null, false, true]);
    assert.deepEqual(values("day"), ["1830-10-04", "1970-01-01", "2024-02-29"]);
    assert.deepEqual(values("dayNull"), [null, "0999-12-31", null]);
    assert.deepEqual([...table][1], {
        id: "b", name: "東京", whole: 2, wholeNull: null, real: -1.25, realNull: 0.1, text: "é", textNull: null,
        truth: false, truthNull: false, day: "1970-01-01", dayNull: "0999-12-31",
    });
    assert.equal(table.column("text").get(3), null);
    assert.equal(table.column("text").get(-1), null);
});

test("whole numbers are Numbers as long as these are exact, BigInts beyond", async () => {
    const big = tableOf({ big: [9007199254740993n, 7n, -1n, null] }).column("big");
    assert.equal(big.type, "int64");
    assert.deepEqual(big.data, BigInt64Array.of(9007199254740993n, 7n, -1n, 0n));
    assert.deepEqual(big.toArray(), [9007199254740993n, 7, -1, null]);
});

test("tables outlive their network, and columns their table", async () => {
    const network = await mixed();
    const table = await network.table("organisations");
    network.dispose();
    assert.throws(() => network.count("ties"), /disposed/);
    const { data, validity } = table.column("real");
    assert.equal(validity, null);
    assert.equal(table.column("realNull").validity[0] & 0b111, 0b010);
    table.dispose();
    table.dispose();
    assert.throws(() => table.column("real"), /disposed/);
    await collect();
    assert.deepEqual(data, Float64Array.of(0.5, -1.25, 1e300));
});

test("a column's arrays are ours: they can be sorted and moved, and the table stays", async () => {
    const table = await (await mixed()).table("organisations");
    const { data } = table.column("real");
    data.sort();
    const moved = structuredClone(data, { transfer: [data.buffer] });
    assert.deepEqual([data.length, moved[0]], [0, -1.25]);
    assert.deepEqual(table.column("real").toArray(), [0.5, -1.25, 1e300]);
});

test("handles are freed by the collector, with and without columns read", async () => {
    const id = Int32Array.from({ length: 100000 }, (_, i) => i);
    const network = await samen.network({ organisations: { id, x: new Float64Array(id.length) } });
    const before = megabytes();
    for (let i = 0; i < 60; i++) {
        const table = await network.table("organisations");
        if (i % 2)
            assert.equal(table.column("x").data.length, id.length);
        if (i % 3 === 0)
            table.dispose();
        if (i % 6 === 0)
            await collect();
    }
    await collect();
    assert.ok(megabytes() - before < 150, `${megabytes() - before} MB more`);
});

test("a call keeps what it works on, disposed of or not", async () => {
    const view = await (await samen.read(emon)).view();
    const [one, other] = [view.brokerage.betweenness(), view.brokerage.holes()];
    view[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
    assert.equal((await one).rows, 25);
    assert.equal((await other).rows, 25);
    await assert.rejects(view.brokerage.holes(), /disposed/);
    const third = (await (await samen.read(emon)).view()).brokerage.holes();
    await collect();
    assert.equal((await third).rows, 25);
});

test("errors say what, where and which", async () => {
    const broken = samen.network({
        organisations: { id: ["a", "b"] },
        ties: { from: ["a", "a"], to: ["b", "z"], form: ["action", "action"] },
    });
    await assert.rejects(broken, (failure) => {
        assert.ok(failure instanceof samen.SamenError && failure instanceof Error);
        assert.deepEqual([failure.name, failure.code, failure.status], ["SamenError", "SAMEN_ERR_UNKNOWN", -22]);
        assert.deepEqual([failure.row, failure.column], [1, 1]);
        assert.match(failure.message, /"z"/);
        return true;
    });
    await assert.rejects(samen.read("/nowhere"), { code: "SAMEN_ERR_NOT_FOUND", row: undefined });
    const view = await (await samen.read(emon)).view();
    await assert.rejects(view.brokerage.roles(), { code: "SAMEN_ERR_ARGUMENT", argument: 3 });
    await assert.rejects(view.measure("brokerage.rolls"), /brokerage.roles/);
    await assert.rejects(view.brokerage.roles({ group: "a\0b" }), /NUL/);
    await assert.rejects(view.brokerage.roles({ group: 'quo"te; draws=1' }), /quo"te; draws=1/);
    await assert.rejects(view.brokerage.roles({}, { sed: 1 }), /no setting/);
    assert.throws(() => samen.help("brokerage.rolls"), { code: "SAMEN_ERR_UNKNOWN" });
    await assert.rejects(mixed({ bad: [NaN, 1, 2] }), { code: "SAMEN_ERR_VALUE", row: 0 });
    await assert.rejects(mixed({ bad: [1, "2", 3] }), /row 1 of column "bad" is text among number/);
    await assert.rejects(mixed({ bad: [{}, 1, 2] }), /no cell/);
    await assert.rejects(mixed({ bad: [1, 2] }), /2 rows/);
    await assert.rejects(samen.network({ organizations: {} }), /organisations/);
    assert.throws(() => samen.measures().column("nonsense"), /no column/);
});

test("views and measures take options and settings", async () => {
    const network = await samen.read(emon);
    const some = await network.view({ direction: "either", where: ["sponsorship=State", "sponsorship=Federal"] });
    const same = await network.view({ direction: "either", where: { sponsorship: ["State", "Federal"] } });
    assert.equal(some.organisations, same.organisations);
    assert.equal(some.directed, false);
    assert.ok(some.organisations < 25);
    assert.equal((await some.brokerage.betweenness({ weighted: true })).rows, some.organisations);
    const view = await network.view({ forms: ["ad-hoc"], minWeight: 1, from: new Date("2000-01-01"), lead: undefined });
    const drawn = async (settings) => {
        const table = await view.brokerage.roles({ group: "sponsorship", table: "network", draws: 100 }, settings);
        return table.column("p_more").toArray();
    };
    assert.deepEqual(await drawn({ seed: 7 }), await drawn({ seed: 7, threads: 1 }));
    assert.notDeepEqual(await drawn({ seed: 7 }), await drawn({ seed: 8 }));
    const { provenance } = await view.brokerage.roles({ group: "sponsorship" }, { seed: 7 });
    assert.deepEqual([provenance.seed, provenance["option.group"]], ["7", "sponsorship"]);
    assert.ok((await view.ties()).rows > 100);
});

test("tables are sorted, chosen from, shown, written and explained", async () => {
    const view = await (await samen.read(emon)).view();
    const brokers = await (await view.brokerage.betweenness()).sort("betweenness", { descending: true, limit: 2 });
    const chosen = await brokers.select("organisation", "betweenness");
    assert.deepEqual(chosen.names, ["organisation", "betweenness"]);
    assert.match(await chosen.format({ format: "csv" }), /^organisation,betweenness\nhighway-patrol,124\.9/);
    assert.match(String(chosen), /kerr-sheriff/);
    const path = join(folder, "brokers.json");
    await chosen.write(path);
    await assert.rejects(chosen.write(path), { code: "SAMEN_ERR_EXISTS" });
    await chosen.write(path, { overwrite: true });
    assert.ok(readFileSync(path, "utf8").includes('"highway-patrol"'));
    const alone = await samen.network({ organisations: { id: ["a", "b"] }, typology: "himmelman" });
    const [note] = (await (await alone.view()).brokerage.holes()).notes;
    assert.equal(note.code, "undefined");
    assert.ok(note.count > 0 && note.text.length > 0);
    assert.equal(alone.forms().rows, 4);
});

test("a network goes to disk and comes back", async () => {
    const path = join(folder, "mixed");
    const network = await mixed();
    await network.write(path, { separator: ";", decimalComma: true });
    await assert.rejects(network.write(path), { code: "SAMEN_ERR_EXISTS" });
    const back = await (await samen.read(pathToFileURL(path))).table("ties");
    assert.deepEqual(back.column("weight").data, Float64Array.of(2, 0.5));
    writeFileSync(join(path, "ties.csv"), "from,to,form\na,zz,action\n");
    const [problem] = await samen.check(path);
    assert.equal(problem.severity, "error");
});

test("all that is exported has a type, and nothing else", () => {
    const types = readFileSync(new URL("index.d.ts", import.meta.url), "utf8");
    const named = [...types.matchAll(/^export (?:class|function|const) (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(Object.keys(samen), named.sort());
});

test("what is left out comes from ties and memberships", async () => {
    const network = await samen.network({
        ties: { from: ["b", "a"], to: ["c", "b"], weight: [1, 2] },
        memberships: { partnership: ["p", "p", "q"], organisation: ["a", "d", "d"] },
    });
    assert.deepEqual((await network.table("organisations")).column("id").toArray(), ["b", "a", "c", "d"]);
    assert.deepEqual((await network.table("partnerships")).column("id").toArray(), ["p", "q"]);
    assert.deepEqual(network.forms().column("form").toArray(), ["collaboration"]);
    const again = await samen.network({ ties: await network.table("ties"), typology: [{ key: "collaboration" }] });
    assert.equal(again.count("organisations"), 3);
});

test("what is given for a network may change as soon as there is a promise", async () => {
    const id = ["a", "b"], from = Int32Array.of(1), to = Int32Array.of(2), weight = [3];
    const promise = samen.network({ organisations: { id: [1, 2], id2: id }, ties: { from, to, weight } });
    id[0] = 7;
    weight.length = 0;
    structuredClone(from, { transfer: [from.buffer] });
    const network = await promise;
    assert.deepEqual((await network.table("organisations")).column("id2").toArray(), ["a", "b"]);
    assert.deepEqual((await network.table("ties")).column("weight").toArray(), [3]);
});

test("halves of a character that stand in neighbouring cells stay apart", () => {
    const table = tableOf({ half: ["\ud83e", "\udd8a", "🦊"] });
    assert.deepEqual(table.column("half").toArray(), ["\ufffd", "\ufffd", "🦊"]);
});

test("typed arrays of every kind make a network", async () => {
    const kinds = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
    const columns = Object.fromEntries(kinds.map((kind) => [kind.name, kind.of(1, 2, 3)]));
    const network = await samen.network({
        organisations: { id: BigUint64Array.of(1n, 2n, 3n), ...columns, buffer: Buffer.from([4, 5, 6]) },
        typology: [{ key: "talk", nameNl: "praten", commitment: 0 }, { key: "act" }],
        partnerships: { id: ["p"], form: ["act"] },
        memberships: { partnership: ["p", "p", "p"], organisation: [1, 2, 3] },
    });
    const table = await network.table("organisations");
    for (const { name } of kinds)
        assert.deepEqual(table.column(name).toArray(), [1, 2, 3]);
    assert.deepEqual(table.column("id").toArray(), ["1", "2", "3"]);
    assert.deepEqual(table.column("buffer").toArray(), [4, 5, 6]);
    assert.deepEqual([network.count("partnerships"), network.count("memberships")], [1, 3]);
    assert.equal((await (await network.view()).ties()).rows, 3);
    assert.deepEqual(network.forms().column("form").toArray(), ["talk", "act"]);
});

test("tables go out and come in through Arrow", async () => {
    const table = await (await mixed()).table("organisations");
    const schema = koffi.alloc("uint8_t", 72), array = koffi.alloc("uint8_t", 80);
    table.exportArrow(schema, array);
    table.dispose();
    const back = samen.fromArrow(schema, array);
    assert.deepEqual(back.column("name").toArray(), ["Café", "東京", "🦊 & co"]);
    assert.deepEqual(back.column("dayNull").toArray(), [null, "0999-12-31", null]);
    assert.throws(() => samen.fromArrow(schema, array), { code: "SAMEN_ERR_ARGUMENT" });
    koffi.free(schema);
    koffi.free(array);
    const network = await samen.network({ organisations: back, ties: await (await mixed()).table("ties") });
    assert.equal(network.count("ties"), 2);
});

test("the event loop goes on during a long call, and a signal aborts it within .3 s", async () => {
    const view = await large();
    const controller = new AbortController();
    let turns = 0, worst = 0, last = performance.now();
    const clock = setInterval(() => {
        turns++;
        worst = Math.max(worst, performance.now() - last);
        last = performance.now();
    }, 10);
    const call = view.brokerage.betweenness({}, { signal: controller.signal });
    await sleep(1000);
    const asked = performance.now();
    controller.abort();
    await assert.rejects(call, { name: "AbortError" });
    const took = performance.now() - asked;
    clearInterval(clock);
    assert.ok(took < 300, `${took} ms`);
    assert.ok(turns > 40 && worst < 200, `${turns} turns, the longest ${worst} ms`);
    await assert.rejects(view.brokerage.holes({}, { signal: controller.signal }), { name: "AbortError" });
    await assert.rejects(view.brokerage.betweenness({}, { signal: AbortSignal.timeout(200) }), { name: "TimeoutError" });
});

test("progress is told, and what its listener throws rejects the call", async () => {
    const view = await large();
    const told = [];
    const failure = new Error("enough");
    const call = view.brokerage.betweenness({}, {
        onProgress(fraction, what) {
            told.push(fraction);
            assert.ok(what.length > 0);
            if (told.length === 3)
                throw failure;
        },
    });
    await assert.rejects(call, failure);
    assert.equal(told.length, 3);
    assert.ok(told.every((fraction) => fraction >= 0 && fraction <= 1));
    assert.equal((await view.centrality.degree()).rows, 20000);
});

test("a program that leaves does not wait for its calls", async () => {
    const script = join(folder, "leaving.mjs");
    writeFileSync(script, `
        import { network } from ${JSON.stringify(import.meta.resolve("samen"))};
        const n = 20000, from = Int32Array.from({ length: 10 * n }, (_, i) => i * 7919 % n);
        const to = from.map((_, i) => (i * i + i) % n), id = Int32Array.from({ length: n }, (_, i) => i);
        const built = await network({ organisations: { id }, ties: { from, to }, typology: [{ key: "met" }] });
        const view = await built.view();
        for (let i = 0; i < 3; i++)
            view.brokerage.betweenness({}, i ? {} : { onProgress() {} });
        setTimeout(() => process.exit(7), 300);`);
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [script], { timeout: 60000, encoding: "utf8" });
    assert.deepEqual([status, stderr], [7, ""]);
    assert.ok(performance.now() - start < 10000, `${performance.now() - start} ms`);
});

test("a signal that comes too late for a short call rejects it too", async () => {
    const view = await (await samen.read(emon)).view();
    const controller = new AbortController();
    const call = view.brokerage.holes({}, { signal: controller.signal });
    controller.abort(new Error("never mind"));
    await assert.rejects(call, /never mind/);
});

test("many calls at once, heard and not, give the same", async () => {
    const view = await (await samen.read(emon)).view();
    const controller = new AbortController();
    const tables = await Promise.all(Array.from({ length: 1000 }, (_, i) => view.brokerage.betweenness(
        {}, i % 2 ? { signal: controller.signal, onProgress() {} } : {})));
    const first = tables[0].column("betweenness").toArray();
    for (const table of tables)
        assert.deepEqual(table.column("betweenness").toArray(), first);
});

test("a worker thread can use it too", async () => {
    const worker = new Worker(`
        import("samen").then(async (samen) => {
            const view = await (await samen.read(${JSON.stringify(emon)})).view();
            const table = await view.brokerage.betweenness({}, { onProgress() {} });
            require("node:worker_threads").parentPort.postMessage(table.column("betweenness").data.slice());
        });`, { eval: true });
    const data = await new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
    });
    await worker.terminate();
    assert.equal(data.length, 25);
    const view = await (await samen.read(emon)).view();
    assert.deepEqual(data, (await view.brokerage.betweenness()).column("betweenness").data);
});

test("what is registered can be called, with help", async () => {
    assert.match(samen.help(), /brokerage\.roles/);
    assert.match(samen.help("brokerage.roles"), /draws \(count, default 1000\)/);
    assert.match(samen.help("view"), /minWeight/);
    const view = await (await samen.read(emon)).view();
    assert.equal(view.brokerage.roles.help, samen.help("brokerage.roles"));
    assert.equal(samen.version.split(".").length, 3);
});

test("a measure that the library learns is there, with its help", () => {
    return new Promise((resolve, reject) => {
        const worker = new Worker(`
            import("samen").then(async (samen) => {
                const network = await samen.network({ organisations: { id: ["a", "b"] },
                                                      ties: { from: ["a"], to: ["b"], form: ["action"] } });
                const table = await (await network.view()).family.measure();
                require("node:worker_threads").parentPort.postMessage(
                    [table.column("partners").toArray(), samen.help("family.measure")]);
            });`, { eval: true, env: { ...process.env, SAMEN_LIBRARY: process.env.SAMEN_TEMPLATE } });
        worker.once("error", reject);
        worker.once("message", ([partners, help]) => {
            assert.deepEqual(partners, [1, 1]);
            assert.match(help, /organisations it is tied to/);
            resolve();
        });
    });
});
