// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as a whole: quiet, accessible, printable, readable without scripts and on a telephone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isQuiet, open } from "./browsing.mjs";
import { test } from "./counting.mjs";
import { example, report, shared } from "./making.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SETS = { texas: "emon/Texas", padgett: "padgett", house: "house-of-the-child" };
const WORDS = {
    en: { whole: "The whole network", search: "Find an organisation" },
    nl: { whole: "Het hele netwerk", search: "Zoek een organisatie" },
};

/** Violations that keep people out, each with what it is about. */
const findBarriers = async page => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" | ")}`);
};

const testPage = async (browser, path, name, language) => {
    const words = WORDS[language], of = `of ${name} in ${language}`;
    const opened = await open(browser, path), { page } = opened;

    await test(`the page ${of} asks for nothing, complains of nothing and speaks its language`, async () => {
        assert.equal(await page.getAttribute("html", "lang"), language);
        assert.equal(await page.textContent("label[for=network-search]"), words.search);
        assert.ok(await page.getByRole("heading", { name: words.whole }).isVisible());
        assert.ok(!await page.locator(".still").isVisible());
    });
    await test(`nothing keeps people out of the page ${of}`, async () => {
        assert.deepEqual(await findBarriers(page), []);
        await page.locator("#network-search").fill("e");
        assert.deepEqual(await findBarriers(page), [], "while names are suggested");
        await page.locator("#network-search").press("Enter");
        assert.deepEqual(await findBarriers(page), [], "while an organisation is chosen");
    });
    await test(`the page ${of} was quiet all the while`, () => isQuiet(opened));
    await opened.close();
};

const testPaper = async (browser, path) => {
    const opened = await open(browser, path), { page } = opened;
    await test("a page is printed with its words, its tables and the still picture, without controls", async () => {
        const pdf = shared("printed.pdf");
        writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
        const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
        assert.ok(text.split("\f").length - 1 > 1, "it has pages");
        for (const words of [WORDS.en.whole, "Texas Highway Patrol", "sponsorship", "samen 0."])
            assert.ok(text.includes(words), `"${words}" is printed`);
        assert.ok(!text.includes(WORDS.en.search), "controls are not printed");
        await page.emulateMedia({ media: "print" });
        assert.ok(await page.locator(".still svg").isVisible());
        assert.ok(!await page.locator(".live").isVisible());
    });
    await opened.close();
};

const testWithoutScripts = async (browser, path) => {
    const opened = await open(browser, path, { javaScriptEnabled: false, ready: null }), { page } = opened;
    await test("without scripts the still picture and the tables are there, and no button that would do nothing", async () => {
        assert.ok(await page.locator(".still svg").isVisible());
        assert.ok(await page.locator("table").first().isVisible());
        assert.equal(await page.locator("button:visible").count(), 0);
        isQuiet(opened);
    });
    await opened.close();
};

const testPolicy = async (browser, path) => {
    const { page, close } = await open(browser, path);
    await test("nothing that is put into a page runs, is shown as a style, or is fetched", async () => {
        const found = await page.evaluate(async () => {
            const script = document.createElement("script"), style = document.createElement("style");
            script.textContent = "globalThis.ran = 1";
            style.textContent = "h1 { color: rgb(1, 2, 3) }";
            document.head.append(script, style);
            document.body.insertAdjacentHTML("beforeend", "<p id='in' onclick='globalThis.ran = 2'>in</p>");
            document.getElementById("in").click();
            const fetched = await fetch("https://example.org/").then(() => 1, () => 0);
            return [globalThis.ran, getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)", fetched];
        });
        assert.deepEqual(found, [undefined, false, 0]);
    });
    await close();
};

const testNarrow = async (browser, path, name) => {
    const opened = await open(browser, path, { viewport: { width: 390, height: 844 }, hasTouch: true }), { page } = opened;
    await test(`on a telephone the page of ${name} does not scroll sideways`, async () => {
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
        const field = await page.locator(".field").boundingBox();
        assert.ok(field.x >= 0 && field.x + field.width <= 390);
    });
    await opened.close();
};

export const testPages = async browser => {
    for (const [name, set] of Object.entries(SETS)) {
        for (const language of ["en", "nl"])
            await testPage(browser, report(`${name}-${language}`, example(set), "--language", language), name, language);
        await testNarrow(browser, shared(`${name}-nl.html`), name);
    }
    await testPaper(browser, shared("texas-en.html"));
    await testWithoutScripts(browser, shared("house-en.html"));
    await testPolicy(browser, shared("padgett-en.html"));
};
