// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium, and pages of which every request and every complaint is kept.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// As a machine without a network, and without a graphics card, needs it; WebGL is then drawn by SwiftShader.
const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const launch = (...more) => chromium.launch({ executablePath: "/usr/bin/chromium", args: [...ARGUMENTS, ...more] });

/** In the page: looks seldom, so that it does not hold up what it waits for. */
const waitForNetwork = () => new Promise(done => {
    const look = () => {
        const { ready } = document.getElementById("network")?.dataset ?? {};
        ready ? done(ready) : setTimeout(look, 50);
    };
    look();
});

/** Open a report and wait until its network says "yes", it is ready, or "no"; not where scripts are off. */
export const open = async (browser, path, { ready = "yes", ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage(), url = pathToFileURL(path).href;
    const kept = { requests: [], complaints: [], dialogs: 0 };
    page.on("request", request => kept.requests.push(request.url()));
    page.on("console", message => message.type() === "error" && kept.complaints.push(message.text()));
    page.on("pageerror", error => kept.complaints.push(error.message));
    page.on("dialog", dialog => { kept.dialogs++; dialog.dismiss(); });
    await page.goto(url, { waitUntil: ready ? "commit" : "load" });
    if (ready)
        assert.equal(await page.evaluate(waitForNetwork), ready);
    return { page, url, ...kept, kept, close: () => context.close() };
};

/** Nothing but the file itself was asked for, and nobody complained. */
export const isQuiet = ({ kept, url }) => {
    assert.deepEqual(kept.requests.filter(asked => asked !== url && !/^(data|blob):/.test(asked)), []);
    assert.deepEqual(kept.complaints, []);
    assert.equal(kept.dialogs, 0);
};

/** Choose an organisation by its name, with the keyboard. */
export const choose = async (page, name) => {
    await page.locator("#network-search").fill(name);
    await page.locator("#network-search").press("Enter");
};

/** What the panel says of the chosen organisation: its name, and the partners of each form with their sign. */
export const panel = page => page.locator(".partners").evaluate(place => ({
    name: place.querySelector("h4 bdi").textContent,
    forms: Object.fromEntries([...place.querySelectorAll("h5")].map(heading => [heading.textContent,
        [...heading.nextElementSibling.children].map(item => ({
            name: item.querySelector("bdi").textContent,
            way: item.querySelector(".way")?.textContent ?? "",
            weight: item.querySelector(".many").textContent,
        }))])),
}));
