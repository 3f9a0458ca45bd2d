// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of pages: saved as files, sorted by their headings; and the contents, which follow the reader.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isQuiet, open } from "./browsing.mjs";
import { test } from "./counting.mjs";
import { example, readCsv, report, table } from "./making.mjs";

const saved = async (page, button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    await page.waitForTimeout(120); // Chromium starts no more than ten downloads of a page in a second
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
};

const asObjects = ([names, ...rows]) => rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));

/** The cells of a column of a table on the page, from above to below. */
const column = (shown, number) => shown.evaluate((place, at) =>
    [...place.tBodies[0].rows].map(row => row.cells[at].textContent.trim()), number);

const testSaving = async browser => {
    const texas = example("emon/Texas");
    const opened = await open(browser, report("saving", texas)), { page } = opened;
    const list = page.locator("#tables button.save");
    await test("the button beside a table saves the whole of it as the tool writes it", async () => {
        const { name, text } = await saved(page, page.locator("#brokers button.save").first());
        assert.equal(name, "brokerage.betweenness.organisation.csv");
        assert.deepEqual(asObjects(readCsv(text)), table("brokerage", "betweenness", texas));
    });
    await test("every table of the list is saved under a name of its own, with as many rows as it says", async () => {
        const names = new Set(), count = await list.count();
        assert.ok(count > 8);
        for (let i = 0; i < count; i++) {
            const { name, text } = await saved(page, list.nth(i));
            const row = page.locator("#tables tbody tr").nth(i);
            assert.equal(await row.locator("code").textContent(), name);
            assert.equal(await row.locator("td").nth(1).textContent(), String(readCsv(text).length - 1));
            names.add(name);
        }
        assert.equal(names.size, count);
        isQuiet(opened);
    });
    await opened.close();
};

const testSorting = async browser => {
    const opened = await open(browser, report("sorting", example("emon/Texas"), "--language", "nl")), { page } = opened;
    const brokers = page.locator("#brokers table").first(), heads = brokers.locator("thead th");
    const numbers = async () => (await column(brokers, 1)).map(cell => Number(cell.replaceAll(".", "").replace(",", ".")));
    await test("a heading sorts its table, by click and by key, and says which way", async () => {
        const falling = await numbers();
        assert.deepEqual(falling, [...falling].sort((a, b) => b - a), "it comes from the highest down");
        assert.equal(await heads.nth(1).getAttribute("aria-sort"), "descending");
        await heads.nth(1).locator("button").click();
        assert.deepEqual(await numbers(), [...falling].reverse());
        assert.equal(await heads.nth(1).getAttribute("aria-sort"), "ascending");
        await heads.nth(0).locator("button").press("Enter");
        const names = await column(brokers, 0);
        assert.deepEqual(names, [...names].sort(new Intl.Collator("nl", { numeric: true }).compare));
        assert.equal(await heads.nth(0).getAttribute("aria-sort"), "ascending");
        assert.equal(await heads.nth(1).getAttribute("aria-sort"), null);
    });
    await test("the row of all roles stays where it is", async () => {
        const roles = page.locator("#roles table").filter({ hasText: "alle rollen" }).first();
        const before = await column(roles, 0);
        await roles.locator("thead button").nth(1).click();
        const after = await column(roles, 0);
        assert.equal(after.at(-1), "alle rollen");
        assert.notDeepEqual(after, before);
        assert.deepEqual([...after].sort(), [...before].sort());
    });
    await opened.close();
};

const testUndefined = async browser => {
    const opened = await open(browser, report("undefined", example("house-of-the-child"))), { page } = opened;
    await test("what is not defined comes last, whichever way a table is sorted", async () => {
        const contrast = page.locator("#forms table").filter({ hasText: "Wilson" });
        const wilson = contrast.locator("thead button").filter({ hasText: "Wilson" }).first();
        const at = await wilson.evaluate(button => button.parentElement.cellIndex);
        assert.notEqual((await column(contrast, at)).at(-1), "–");
        for (const way of ["descending", "ascending"]) {
            await wilson.click();
            assert.equal(await contrast.locator("thead th").nth(at).getAttribute("aria-sort"), way);
            assert.equal((await column(contrast, at)).at(-1), "–");
        }
    });
    await opened.close();
};

const testContents = async browser => {
    const opened = await open(browser, report("contents", example("padgett"))), { page } = opened;
    const current = () => page.locator("nav a[aria-current]").evaluateAll(places => places.map(place => place.hash));
    await test("the contents lead to a part and show which one is being read", async () => {
        assert.deepEqual(await current(), ["#headline"]);
        await page.locator("nav a[href='#brokers']").click();
        await page.waitForFunction(() => document.querySelector("nav a[aria-current]").hash === "#brokers");
        assert.deepEqual(await current(), ["#brokers"]);
        const top = await page.locator("#brokers").evaluate(part => part.getBoundingClientRect().top);
        assert.ok(top >= 0 && top < 300);
    });
    await opened.close();
};

export const testTables = async browser => {
    await testSaving(browser);
    await testSorting(browser);
    await testUndefined(browser);
    await testContents(browser);
};
