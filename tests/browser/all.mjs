// SPDX-License-Identifier: GPL-3.0-or-later
// All tests in a browser. Usage: node all.mjs SOURCE TOOL FOLDER
import { launch } from "./browsing.mjs";
import { finish } from "./counting.mjs";
import { testPages } from "./pages.mjs";
import { testTables } from "./tables.mjs";
import { testNetwork } from "./network.mjs";
import { testNames } from "./names.mjs";
import { testLarge } from "./large.mjs";

const browser = await launch();
try {
    for (const part of [testPages, testTables, testNetwork, testNames, testLarge])
        await part(browser);
} finally {
    await browser.close();
}
process.exitCode = finish() ? 0 : 1;
