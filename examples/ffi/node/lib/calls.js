// SPDX-License-Identifier: GPL-3.0-or-later
// Long calls: made on a thread of Node's pool, so that the event loop goes on.
import koffi from "koffi";
import { C, constants, field, loaded, options, sizeOf } from "./library.js";
import { SamenError } from "./errors.js";
import { Counted, Handle } from "./handles.js";

const MOST_AT_ONCE = 64; // koffi keeps a stack for each call, and refuses what is beyond its limit
const waiting = [];
let taken = 0;

async function turn() {
    if (taken < MOST_AT_ONCE)
        taken++;
    else
        await new Promise((resolve) => waiting.push(resolve)); // whoever is done hands its turn on
}

function endTurn() {
    const next = waiting.shift();
    if (next)
        next();
    else
        taken--;
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

/** The same for a function that makes something: gives a new one of that class. */
export async function makes(kind, name, ...given) {
    const out = [null];
    await done(name, ...given, out);
    return new kind(out[0]);
}

// ---- Heard and aborted ---------------------------------------------------------------------------------
// No JavaScript runs on the other thread, nor is waited for there: what the library tells is written into a
// samen_watch, which the event loop looks at, and which says stop when a call is to be aborted.

const reporter = loaded.symbol("samen_watch_report");
const going = new Set();

class Watch {
    #memory = new ArrayBuffer(sizeOf("samen_watch"));
    #words = new Int32Array(this.#memory);
    #told = 0;

    constructor() {
        going.add(this);
    }

    get address() {
        return koffi.address(this.#memory);
    }

    stop() {
        Atomics.store(this.#words, field("samen_watch", "stop") / 4, 1);
    }

    /** Tell what has been reported since the last time, if the report is whole. */
    tell(onProgress) {
        const count = () => Atomics.load(this.#words, field("samen_watch", "reports") / 4);
        const reports = count();
        if (reports === this.#told || reports % 2)
            return;
        const fraction = new Float64Array(this.#memory, field("samen_watch", "fraction"), 1)[0];
        const bytes = Buffer.from(this.#memory.slice(field("samen_watch", "what")));
        if (count() !== reports)
            return;
        this.#told = reports;
        onProgress(fraction, bytes.toString("utf8", 0, bytes.indexOf(0)));
    }

    end() {
        going.delete(this);
    }
}

// Node waits for its threads when it leaves: they are not to work on for nobody.
process.on("exit", () => going.forEach((watch) => watch.stop()));

const MILLISECONDS_BETWEEN_LOOKS = 25;
const known = new Set(["seed", "threads", "signal", "onProgress"]);

/** The same for a function that takes a run before what it makes: the call may be heard and aborted. */
export async function listened(kind, name, given, settings = {}) {
    for (const setting of Object.keys(settings)) {
        if (!known.has(setting))
            throw new TypeError(`there is no setting "${setting}"; there are ${[...known].join(", ")}`);
    }
    const { seed = 0, threads = 0, signal, onProgress } = settings;
    signal?.throwIfAborted();
    const watch = new Watch(), thrown = [];
    const look = () => {
        try {
            if (onProgress && !signal?.aborted && thrown.length === 0)
                watch.tell(onProgress);
        } catch (failure) {
            thrown.push(failure);
        }
        if (signal?.aborted || thrown.length > 0)
            watch.stop();
    };
    const clock = signal || onProgress ? setInterval(look, MILLISECONDS_BETWEEN_LOOKS) : null;
    let made;
    try {
        const run = options("samen_run", { seed, threads, on_progress: reporter, payload: watch.address });
        made = await makes(kind, name, ...given, run);
        signal?.throwIfAborted();
        return made;
    } catch (failure) {
        made?.dispose();
        if (thrown.length > 0)
            throw thrown[0];
        throw failure.status === constants.SAMEN_ERR_CANCELLED && signal?.aborted ? signal.reason : failure;
    } finally {
        clearInterval(clock);
        watch.end();
    }
}
