// SPDX-License-Identifier: GPL-3.0-or-later
// Large networks: drawn by sigma, and used in the same way. How soon they are there is told, not tested: machines differ.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { choose, isQuiet, launch, open, panel } from "./browsing.mjs";
import { skip, test } from "./counting.mjs";
import { cordis, growing, report, shared } from "./making.mjs";

const MEGABYTE = 1 << 20;

/** Milliseconds from navigation to the live network, the best of some: other programs may be at work. */
const timeOf = async (browser, path) => {
    let best = Infinity;
    for (let i = 0; i < 3; i++) {
        const opened = await open(browser, path);
        best = Math.min(best, Number(await opened.page.getAttribute("#network", "data-ready-after")));
        isQuiet(opened);
        await opened.close();
    }
    return best;
};

const testWithoutWebGl = async path => {
    const browser = await launch("--disable-3d-apis");
    const { page } = await open(browser, path, { ready: "no" });
    await test("a browser that cannot draw a large network shows the still picture and says why", async () => {
        assert.ok(await page.locator(".still svg").isVisible());
        assert.ok(await page.getByText("cannot draw a network of this size").isVisible());
        assert.equal(await page.locator(".live").count(), 0);
    });
    await browser.close();
};

const testGrown = async browser => {
    const path = report("grown", growing("grown-data", 3000));
    const opened = await open(browser, path), { page } = opened;
    await test("3,000 organisations are drawn by sigma", async () => {
        assert.equal(await page.evaluate(() => typeof Sigma), "function");
        assert.equal(await page.evaluate(() => typeof cytoscape), "undefined");
        assert.ok(await page.locator(".ground canvas").count() > 1);
    });
    await test("one of 3,000 organisations is pointed at, and dragged elsewhere", async () => {
        await page.locator(".field").scrollIntoViewIfNeeded();
        const { x, y, width, height } = await page.locator(".field").boundingBox();
        const from = { x: x + width / 2, y: y + height / 2 }, card = page.locator(".card");
        while (!await card.isVisible() && from.x < x + width - 60) {
            await page.mouse.move(from.x += 3, from.y);
            await page.waitForTimeout(60);
        }
        const name = await card.locator("bdi").textContent();
        await page.mouse.down();
        await page.mouse.move(from.x - 20, y + 30, { steps: 5 });
        await page.mouse.move(x + 24, y + 24, { steps: 5 });
        await page.mouse.up();
        await page.mouse.move(x + width / 2, y + height - 4);
        await page.waitForTimeout(200);
        await page.mouse.move(x + 24, y + 24, { steps: 3 });
        await card.waitFor({ state: "visible" });
        assert.equal(await card.locator("bdi").textContent(), name);
        assert.ok(!await page.locator(".partners").isVisible());
    });
    await test("one of 3,000 organisations is found, with its partners, and forms are hidden", async () => {
        await choose(page, "Organisation 2999");
        assert.equal((await panel(page)).name, "Organisation 2999");
        const before = await page.locator(".partners li li").count();
        assert.ok(before > 0);
        for (const box of await page.locator(".forms input").all())
            await box.uncheck();
        assert.equal(await page.locator(".partners li li").count(), 0);
    });
    await test("a large still picture is printed too, though it lies in the page as text", async () => {
        assert.equal(await page.locator(".still svg").count(), 0);
        const pdf = shared("large.pdf");
        writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
        assert.equal(await page.locator(".still svg").count(), 1);
        assert.ok(execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).includes("Ties are thin and straight"));
    });
    await test("the large network was quiet all the while", () => isQuiet(opened));
    await opened.close();
    console.log(`3,000 organisations are there after ${await timeOf(browser, path)} ms`);
    await testWithoutWebGl(path);
};

const testCordis = async browser => {
    const sentence = "a programme of 35,871 organisations makes a page below 20 megabytes that is opened and quiet";
    if (!existsSync(cordis)) {
        skip(sentence, "its data are not beside this folder");
        return;
    }
    await test(sentence, async () => {
        const path = report("cordis", cordis, "--partnerships", "count");
        const { size } = statSync(path);
        assert.ok(size < 20 * MEGABYTE, `${size} bytes`);
        console.log(`35,871 organisations, ${size} bytes, are there after ${await timeOf(browser, path)} ms`);
    });
};

export const testLarge = async browser => {
    await testGrown(browser);
    await testCordis(browser);
};
