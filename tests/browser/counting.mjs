// SPDX-License-Identifier: GPL-3.0-or-later
// Tests that are counted: each is a sentence and a function that throws where it is not true.
import { AssertionError } from "node:assert";

const counts = { passed: 0, failed: 0, skipped: 0 };

export const test = async (sentence, run) => {
    try {
        await run();
        counts.passed++;
    } catch (error) {
        counts.failed++;
        console.log(`FAILED: ${sentence}: ${error instanceof AssertionError ? error.message : error.stack}`);
    }
};

export const skip = (sentence, why) => {
    counts.skipped++;
    console.log(`not run, ${why}: ${sentence}`);
};

/** "N passed, M failed, K skipped", and whether all is well. */
export const finish = () => {
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0;
};
