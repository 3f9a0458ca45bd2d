// SPDX-License-Identifier: GPL-3.0-or-later
// Names that would be code elsewhere are names here: on the page, in the live network, in what is saved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { choose, isQuiet, open, panel } from "./browsing.mjs";
import { test } from "./counting.mjs";
import { dataset, readCsv, report, table } from "./making.mjs";

const SCRIPT = "<script>alert(1)</script>", FORMULA = '=HYPERLINK("http://x","y")';
const IMAGE = '"><img src=x onerror=alert(1)>', TURNED = "left \u202Etfel", SHOWN = "left \\u{202e}tfel";

const makeHostile = () => dataset("hostile",
    [["a", SCRIPT, "one"], ["b", FORMULA, IMAGE], ["c", IMAGE, SCRIPT], ["d", TURNED, "one"], ["e", "Plain", "one"]],
    [["a", "b", "action"], ["b", "c", "action"], ["c", "d", "consultation"], ["d", "e", "consultation"],
     ["a", "e", "consultation"]]);

const testSaved = async (page, set) => {
    const save = async file => {
        const waiting = page.waitForEvent("download");
        await page.locator(`tr:has(code:text-is("${file}")) button.save`).click();
        const download = await waiting;
        assert.equal(download.suggestedFilename(), file);
        return readCsv(readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, ""));
    };
    await test("a table is saved as the tool writes it, and no cell of it is a formula", async () => {
        const file = (await page.locator("#tables code").allTextContents()).find(name => /betweenness\.organisation/.test(name));
        const [names, ...rows] = await save(file);
        const expected = table("brokerage", "betweenness", set, "--guard", "true");
        assert.deepEqual(rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]]))), expected);
        const cells = rows.flat();
        assert.ok(cells.includes(`'${FORMULA}`));
        assert.ok(cells.every(cell => !/^[=@\t\r]/.test(cell)));
    });
};

export const testNames = async browser => {
    const set = makeHostile();
    const opened = await open(browser, report("hostile-report", set, "--title", SCRIPT)), { page } = opened;
    await test("names that look like code are text on the page", async () => {
        assert.equal(await page.textContent("h1"), SCRIPT);
        for (const name of [SCRIPT, FORMULA, IMAGE, SHOWN])
            assert.ok(await page.locator(`td:text-is(${JSON.stringify(name)}), th:text-is(${JSON.stringify(name)})`).count() > 0,
                      name);
        assert.equal(await page.locator("img").count(), 0);
    });
    await test("they are text in the live network: suggested, chosen, listed", async () => {
        for (const [typed, name, partners] of [
            ["<script", SCRIPT, [FORMULA, "Plain"]], ["hyperlink", FORMULA, [SCRIPT, IMAGE]],
            ["onerror", IMAGE, [FORMULA, SHOWN]], ["left", SHOWN, [IMAGE, "Plain"]],
        ]) {
            await page.locator("#network-search").fill(typed);
            assert.deepEqual(await page.locator("#network-found bdi").allTextContents(), [name]);
            await choose(page, name);
            const { name: chosen, forms } = await panel(page);
            assert.equal(chosen, name);
            assert.deepEqual(Object.values(forms).flat().map(other => other.name).sort(), partners.sort());
        }
        assert.equal(await page.locator("img, .live script").count(), 0);
    });
    await testSaved(page, set);
    await test("no name ran", () => isQuiet(opened));
    await opened.close();
};
