// SPDX-License-Identifier: GPL-3.0-or-later
// The live network: what it says is what tables say, and it can be used with a mouse and without.
import assert from "node:assert/strict";
import { choose, isQuiet, open, panel } from "./browsing.mjs";
import { test } from "./counting.mjs";
import { example, report, table } from "./making.mjs";

/** Ties in a list of partners: both ways are two. */
const countTies = partners => partners.reduce((sum, { way }) => sum + (way === "↔" ? 2 : 1), 0);

/** Where an organisation is on the screen. */
const placeOf = (page, name) => page.evaluate(wanted => {
    const ground = document.querySelector(".ground"), cy = ground._cyreg.cy, box = ground.getBoundingClientRect();
    const { name: names } = JSON.parse(document.getElementById("network-data").textContent).organisations;
    const { x, y } = cy.getElementById(`o${names.indexOf(wanted)}`).renderedPosition();
    return { x: box.x + x, y: box.y + y };
}, name);

const viewport = page => page.evaluate(() => {
    const { _cyreg: { cy } } = document.querySelector(".ground");
    return { zoom: cy.zoom(), ...cy.pan() };
});

/** Ties that cytoscape shows, by form, once it has drawn. */
const shownTies = page => page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++)
        await new Promise(requestAnimationFrame);
    const visible = document.querySelector(".ground")._cyreg.cy.edges(":visible");
    const { ties, forms } = JSON.parse(document.getElementById("network-data").textContent);
    const at = (column, t) => Array.isArray(column) ? column[t] : column, count = {};
    visible.forEach(edge => {
        const t = Number(edge.id().slice(1)), key = forms[at(ties.form, t)].key;
        const ways = at(ties.undirected, t) ? 1 : (at(ties.forward, t) > 0) + (at(ties.backward, t) > 0);
        count[key] = (count[key] ?? 0) + ways;
    });
    return count;
});

const testPartners = async (page, set, names) => {
    const rows = table("composition", "forms", example(set), "--table", "organisation");
    for (const name of names) {
        await test(`${name} is found, and has the ties in each form that the tables of ${set} say`, async () => {
            await choose(page, name);
            const { name: chosen, forms } = await panel(page);
            assert.equal(chosen, name);
            const labels = await page.evaluate(() => Object.fromEntries(
                JSON.parse(document.getElementById("network-data").textContent).forms.map(form => [form.key, form.name])));
            for (const row of rows.filter(row => row.name === name && labels[row.form]))
                assert.equal(countTies(forms[labels[row.form]] ?? []), Number(row.ties), row.form);
            const said = await page.textContent(".live > .unseen[role=status]");
            assert.ok(said.startsWith(`${name}: `), `"${said}" is read aloud`);
            for (const [partner] of Object.values(forms))
                assert.ok(said.includes(partner.name), `"${said}" is read aloud`);
        });
    }
};

const testFilters = async (page, set) => {
    const rows = table("composition", "forms", example(set)).filter(row => row.form !== "all" && Number(row.ties) > 0);
    const all = Object.fromEntries(rows.map(row => [row.form, Number(row.ties)]));
    await test(`every form of ${set} is there with its ties`, async () => {
        assert.deepEqual(await shownTies(page), all);
        const told = await page.locator(".forms label").evaluateAll(labels => Object.fromEntries(
            labels.map(label => [label.querySelector("input").value, Number(label.querySelector(".many").textContent)])));
        assert.deepEqual(told, all);
    });
    for (const form of Object.keys(all)) {
        await test(`without ${form}, ${set} is without exactly its ties`, async () => {
            const { [form]: gone, ...left } = all;
            await page.locator(`.forms input[value="${form}"]`).uncheck();
            assert.deepEqual(await shownTies(page), left);
            const [shown] = (await page.textContent(".forms .said")).match(/\d+/);
            assert.equal(Number(shown), Object.values(left).reduce((sum, ties) => sum + ties, 0));
            await page.locator(`.forms input[value="${form}"]`).check();
            assert.deepEqual(await shownTies(page), all);
        });
    }
};

const testMouse = async page => {
    await page.locator("#whole").scrollIntoViewIfNeeded();
    await page.locator(".field").scrollIntoViewIfNeeded();
    await test("who is pointed at has a card", async () => {
        const { x, y } = await placeOf(page, "Medici");
        await page.mouse.move(x + 40, y + 60);
        await page.mouse.move(x, y);
        await page.locator(".card").waitFor({ state: "visible" });
        const card = await page.textContent(".card");
        assert.ok(card.includes("Medici") && card.includes("Betweenness 43.3") && card.includes("8 partners"), card);
    });
    await test("the wheel moves the page until the picture was clicked, and zooms after", async () => {
        const box = await page.locator(".field").boundingBox(), before = await viewport(page);
        await page.mouse.move(box.x + 8, box.y + box.height - 8);
        await page.mouse.wheel(0, 40);
        await page.waitForTimeout(150);
        assert.deepEqual(await viewport(page), before);
        await page.locator(".field").scrollIntoViewIfNeeded();
        const now = await page.locator(".field").boundingBox();
        await page.mouse.click(now.x + 8, now.y + now.height - 8);
        await page.waitForTimeout(400); // cytoscape does not zoom while a page is being scrolled
        await page.mouse.wheel(0, -100);
        await page.waitForTimeout(200);
        assert.ok((await viewport(page)).zoom > before.zoom);
    });
    await test("buttons zoom and bring back the whole", async () => {
        const { zoom } = await viewport(page);
        await page.getByRole("button", { name: "Zoom in" }).click();
        assert.ok((await viewport(page)).zoom > zoom);
        await page.getByRole("button", { name: "Zoom out" }).click();
        await page.getByRole("button", { name: "Show all" }).click();
        assert.ok((await viewport(page)).zoom < zoom);
    });
    await test("who is dragged stays where it is let go, with its lines, and is not chosen", async () => {
        const { x, y } = await placeOf(page, "Medici");
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 20, y + 10, { steps: 4 });
        await page.mouse.move(x - 60, y + 30, { steps: 4 });
        await page.mouse.up();
        const now = await placeOf(page, "Medici");
        assert.ok(Math.hypot(now.x - (x - 60), now.y - (y + 30)) < 12, JSON.stringify([x, y, now]));
        assert.ok(!await page.locator(".partners").isVisible());
    });
    await test("all goes back to its place at a press of a button", async () => {
        const moved = await placeOf(page, "Medici");
        await page.getByRole("button", { name: "Show all" }).click();
        const back = await placeOf(page, "Medici");
        assert.ok(Math.hypot(back.x - moved.x, back.y - moved.y) > 40, JSON.stringify([moved, back]));
    });
    await test("in another window all of it fits again", async () => {
        for (const width of [600, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            await page.waitForTimeout(300);
            const beside = await page.evaluate(() => {
                const { _cyreg: { cy } } = document.querySelector(".ground"), box = cy.nodes().renderedBoundingBox();
                return [box.x1, box.y1, cy.width() - box.x2, cy.height() - box.y2];
            });
            assert.ok(Math.min(...beside) >= 0 && Math.min(...beside) < 60, `${width}: ${beside}`);
        }
    });
    await test("who is clicked is chosen, with the others pale; a click beside lets go", async () => {
        const { x, y } = await placeOf(page, "Medici");
        await page.mouse.click(x, y);
        await page.locator(".partners").waitFor({ state: "visible" });
        assert.equal((await panel(page)).name, "Medici");
        assert.ok(await page.locator(".field.pale").count());
        const box = await page.locator(".field").boundingBox();
        await page.mouse.click(box.x + 8, box.y + box.height - 8);
        await page.locator(".partners").waitFor({ state: "hidden" });
    });
};

const testKeys = async browser => {
    const opened = await open(browser, report("keys", example("padgett"))), { page } = opened;
    const focused = selector => page.evaluate(wanted => document.activeElement.matches(wanted), selector);
    const goTo = async selector => {
        for (let i = 0; i < 60 && !await focused(selector); i++)
            await page.keyboard.press("Tab");
        assert.ok(await focused(selector), `the tab key comes to ${selector}`);
    };
    await test("without a mouse the arrow keys go to partners, plus and minus zoom, and Escape lets go", async () => {
        await goTo(".field");
        await page.keyboard.press("ArrowRight");
        assert.equal((await panel(page)).name, "Medici", "the most important first");
        const before = (await panel(page)).forms.marriage.map(({ name }) => name);
        await page.keyboard.press("ArrowLeft");
        const { name } = await panel(page);
        assert.ok(name !== "Medici" && before.includes(name), name);
        const { zoom } = await viewport(page);
        await page.keyboard.press("+");
        assert.ok((await viewport(page)).zoom > zoom);
        await page.keyboard.press("Escape");
        assert.ok(!await page.locator(".partners").isVisible());
    });
    await test("without a mouse an organisation is found, its partners are gone through, and it is let go", async () => {
        await goTo("#network-search");
        await page.keyboard.type("strozz");
        assert.equal(await page.getAttribute("#network-search", "aria-expanded"), "true");
        await page.keyboard.press("ArrowDown");
        assert.equal(await page.textContent(`#${await page.getAttribute("#network-search", "aria-activedescendant")}`),
                     "Strozzi");
        await page.keyboard.press("Enter");
        assert.equal((await panel(page)).name, "Strozzi");
        await goTo(".partners li li button");
        await page.keyboard.press("Enter");
        assert.notEqual((await panel(page)).name, "Strozzi");
        await page.locator("#network-search").focus();
        await page.keyboard.press("Escape");
        assert.ok(!await page.locator(".partners").isVisible());
    });
    await test("keys left nothing to complain of", () => isQuiet(opened));
    await opened.close();
};

export const testNetwork = async browser => {
    for (const [name, set, some] of [
        ["florence", "padgett", ["Medici", "Strozzi", "Lamberteschi", "Pucci"]],
        ["houses", "house-of-the-child", ["OCMW Elderveld (fictional)", "Toy library De Tol (fictional)"]],
        ["rescue", "emon/Texas", ["Texas Highway Patrol", "Salvation Army"]],
    ]) {
        const opened = await open(browser, report(name, example(set))), { page } = opened;
        await testPartners(page, set, some);
        await page.locator("#network-search").press("Escape");
        await testFilters(page, set);
        if (set === "padgett")
            await testMouse(page);
        await test(`the network of ${set} was quiet all the while`, () => isQuiet(opened));
        await opened.close();
    }
    await testKeys(browser);
};
