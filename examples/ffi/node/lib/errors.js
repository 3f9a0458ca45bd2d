// SPDX-License-Identifier: GPL-3.0-or-later
import { fileURLToPath } from "node:url";
import { C } from "./library.js";

/** What went wrong. row and column count from 0, as in the message; what it is not about is undefined. */
export class SamenError extends Error {
    constructor(error) {
        super(error.message);
        this.name = "SamenError";
        this.code = C.samen_status_name(error.code);
        this.status = error.code;
        this.argument = error.argument > 0 ? error.argument : undefined;
        this.row = error.row >= 0 ? error.row : undefined;
        this.column = error.column >= 0 ? error.column : undefined;
    }
}

/** A text for C, which ends at the first NUL: one inside would cut it off silently. */
export function text(value) {
    const string = String(value);
    if (string.includes("\0"))
        throw new TypeError(`${JSON.stringify(string)} has a NUL character`);
    return string;
}

/** A path, given as such or as a file: URL. */
export const path = (given) => text(given instanceof URL ? fileURLToPath(given) : given);
