// SPDX-License-Identifier: GPL-3.0-or-later
// Handles: objects that own something of the library's until they are disposed of or collected. Each keeps in
// C what it needs, so any order is right.
import { C } from "./library.js";
import { SamenError } from "./errors.js";

const collected = new FinalizationRegistry(({ free, pointer }) => free(pointer));

export class Handle {
    #pointer;
    #free;

    constructor(kind, pointer) {
        this.kind = kind;
        this.#pointer = pointer;
        this.#free = C[`samen_${kind}_free`];
        collected.register(this, { free: this.#free, pointer }, this);
        Object.defineProperty(this, "kind", { enumerable: false });
    }

    /** The address, for calls. */
    get pointer() {
        if (this.#pointer === null)
            throw new TypeError(`this ${this.kind} has been disposed of`);
        return this.#pointer;
    }

    dispose() {
        if (this.#pointer === null)
            return;
        collected.unregister(this);
        this.#free(this.#pointer);
        this.#pointer = null;
    }

    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
        this.dispose();
    }
}

/** A handle that may have several owners. */
export class Counted extends Handle {
    /** One more owner: gives the address, to be freed by whoever asked. */
    retain() {
        return C[`samen_${this.kind}_retain`](this.pointer);
    }
}

/** Call a quick function whose last arguments are what it makes and the error; gives what it makes. */
export function made(name, ...given) {
    const out = [null], error = {};
    if (C[name](...given, out, error) !== 0)
        throw new SamenError(error);
    return out[0];
}
