// SPDX-License-Identifier: GPL-3.0-or-later
// Long calls: made on a thread of the pool, so that the event loop goes on. The library reports from that
// thread; koffi hands each report to the event loop and lets the thread wait for the answer.
import koffi from "koffi";
import { C, constants, options, register } from "./library.js";
import { SamenError } from "./errors.js";
import { Counted, Handle } from "./handles.js";

const MOST_AT_ONCE = 64; // koffi keeps a stack for each call, and refuses what is beyond its limit
const waiting = [];
let going = 0;

async function turn() {
    if (going < MOST_AT_ONCE)
        going++;
    else
        await new Promise((resolve) => waiting.push(resolve)); // whoever is done hands its turn on
}

function endTurn() {
    const next = waiting.shift();
    if (next)
        next();
    else
        going--;
}

/** Call C[name](...given) on another thread; the handles among `given` are kept alive until it is over. */
async function elsewhere(name, given) {
    const held = given.filter((it) => it instanceof Counted).map((it) => [it.kind, it.retain()]);
    const plain = given.map((it) => (it instanceof Handle ? it.pointer : it));
    await turn();
    try {
        return await new Promise((resolve, reject) => {
            C[name].async(...plain, (failure, value) => (failure ? reject(failure) : resolve(value)));
        });
    } finally {
        endTurn();
        for (const [kind, pointer] of held)
            C[`samen_${kind}_free`](pointer);
    }
}

/** The same for a function that gives a status and ends in an error. */
export async function done(name, ...given) {
    const error = {};
    if (await elsewhere(name, [...given, error]) !== 0)
        throw new SamenError(error);
}

/** The same for a function that makes something: gives its address. */
export async function makes(name, ...given) {
    const out = [null];
    await done(name, ...given, out);
    return out[0];
}

const known = new Set(["seed", "threads", "signal", "onProgress"]);

/** The same for a function that takes a run before what it makes: `settings` may be heard and aborted. */
export async function listened(name, given, settings = {}) {
    for (const setting of Object.keys(settings)) {
        if (!known.has(setting))
            throw new TypeError(`there is no setting "${setting}"; there are ${[...known].join(", ")}`);
    }
    const { seed = 0, threads = 0, signal, onProgress } = settings;
    signal?.throwIfAborted();
    const thrown = [];
    const listen = (payload, fraction, what) => {
        try {
            if (!signal?.aborted)
                onProgress?.(fraction, what);
        } catch (failure) {
            thrown.push(failure);
        }
        return signal?.aborted || thrown.length > 0 ? 1 : 0;
    };
    const listener = signal || onProgress ? register("samen_progress", listen) : null;
    try {
        const run = options("samen_run", { seed, threads, on_progress: listener, payload: null });
        return await makes(name, ...given, run);
    } catch (failure) {
        if (thrown.length > 0)
            throw thrown[0];
        if (signal?.aborted && failure.status === constants.SAMEN_ERR_CANCELLED)
            throw signal.reason;
        throw failure;
    } finally {
        if (listener)
            koffi.unregister(listener);
    }
}
