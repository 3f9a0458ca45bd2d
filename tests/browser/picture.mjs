// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the picture of a report that the README shows. Usage: node picture.mjs REPORT PICTURE.png
import { choose, launch, open } from "./browsing.mjs";

const [report, picture] = process.argv.slice(2);
const browser = await launch();
const { page } = await open(browser, report, { viewport: { width: 1240, height: 860 } });
await choose(page, "Red Cross");
await page.evaluate(() => {
    document.activeElement.blur();
    document.getElementById("network").closest("section").scrollIntoView();
});
await page.waitForTimeout(1000); // until the picture has come to rest
await page.screenshot({ path: picture });
await browser.close();
