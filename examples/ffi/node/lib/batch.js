// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of JavaScript as a record batch of the Arrow C data interface: two structs, filled by hand. Every field
// of both is 8 bytes wide, so each is an array of BigInts.
import koffi from "koffi";
import { fromArrow } from "./table.js";

const NULLABLE = 2n;
const formats = {
    Int8Array: "c", Uint8Array: "C", Int16Array: "s", Uint16Array: "S", Int32Array: "i", Uint32Array: "I",
    BigInt64Array: "l", BigUint64Array: "L", Float32Array: "f", Float64Array: "g",
};

function setBit(bits, row) {
    bits[row >> 3] |= 1 << (row & 7);
}

/** What a value is: the name of a kind below. */
function kindOf(value) {
    if (value instanceof Date)
        return "date";
    return { string: "text", boolean: "bool", number: "number", bigint: "bigint" }[typeof value];
}

/** How the values of a kind become an Arrow format and its buffers behind the validity; null stands for 0 or "". */
const writers = {
    text(values) {
        const offsets = new BigInt64Array(values.length + 1);
        let texts = values.map((value) => value ?? "");
        let bytes = Buffer.from(texts.join(""));
        // Where a character is not a byte, each text is encoded by itself: neighbours may be halves of a character.
        if (texts.reduce((sum, text) => sum + text.length, 0) !== bytes.length) {
            texts = texts.map((text) => Buffer.from(text));
            bytes = Buffer.concat(texts);
        }
        let end = 0;
        texts.forEach(({ length }, row) => {
            end += length;
            offsets[row + 1] = BigInt(end);
        });
        return ["U", offsets, bytes];
    },
    bool(values) {
        const bits = new Uint8Array((values.length + 7 >> 3) || 1);
        values.forEach((value, row) => value && setBit(bits, row));
        return ["b", bits];
    },
    date(values) {
        return ["tdm", BigInt64Array.from(values, (value) => BigInt(value?.getTime() ?? 0))];
    },
    bigint(values) {
        return ["l", BigInt64Array.from(values, (value) => value ?? 0n)];
    },
    number(values) {
        if (values.every((value) => value == null || Number.isSafeInteger(value)))
            return ["l", BigInt64Array.from(values, (value) => BigInt(value ?? 0))];
        return ["g", Float64Array.from(values, (value) => value ?? 0)];
    },
};

/** The format, the count of nulls and the buffers of a column. */
function buffersOf(name, values) {
    const format = formats[values?.[Symbol.toStringTag]]; // of a Buffer too
    if (format)
        return { format, nulls: 0, buffers: [null, values] };
    if (!Array.isArray(values))
        throw new TypeError(`column "${name}" is neither an array nor a typed array`);
    const valid = new Uint8Array((values.length + 7 >> 3) || 1);
    let kind, nulls = 0;
    for (let row = 0; row < values.length; row++) {
        if (values[row] == null) {
            nulls++;
            continue;
        }
        const given = kindOf(values[row]);
        if (!given || given !== (kind ??= given))
            throw new TypeError(`row ${row} of column "${name}" is ${given ? `${given} among ${kind}` : "no cell"}`);
        setBit(valid, row);
    }
    const [written, ...buffers] = writers[kind ?? "text"](values);
    return { format: written, nulls, buffers: [nulls > 0 ? valid : null, ...buffers] };
}

const releases = koffi.pointer(koffi.proto("samen_release", "void", ["void *"]));

/** A table of an object of columns, all of one length. */
export function tableOf(columns) {
    const kept = [];
    const address = (memory) => {
        if (!memory)
            return 0n;
        kept.push(memory, memory.buffer); // to ask for the buffer settles where the memory is
        return koffi.address(memory);
    };
    const cString = (string) => address(Buffer.from(`${string}\0`));
    const pointers = (list) => address(BigInt64Array.from(list));
    const structs = new Map();
    // A struct is released when its last field but one is NULL; its memory is ours until the call is over.
    const release = koffi.register((pointer) => {
        const { struct, place } = structs.get(BigInt(koffi.address(pointer)));
        struct[place] = 0n;
    }, releases);
    const pointerToRelease = BigInt(koffi.address(release));
    const schemaOf = (format, name, children) => {
        const struct = BigInt64Array.of(cString(format), cString(name), 0n, NULLABLE, BigInt(children.length),
                                        pointers(children), 0n, pointerToRelease, 0n);
        structs.set(address(struct), { struct, place: 7 });
        return address(struct);
    };
    const arrayOf = (length, nulls, buffers, children) => {
        const struct = BigInt64Array.of(BigInt(length), BigInt(nulls), 0n, BigInt(buffers.length),
                                        BigInt(children.length), pointers(buffers.map(address)), pointers(children),
                                        0n, pointerToRelease, 0n);
        structs.set(address(struct), { struct, place: 8 });
        return address(struct);
    };
    try {
        const schemas = [], arrays = [];
        let rows;
        for (const [name, values] of Object.entries(columns)) {
            const { format, nulls, buffers } = buffersOf(name, values);
            if (values.length !== (rows ??= values.length))
                throw new TypeError(`column "${name}" has ${values.length} rows, those before it ${rows}`);
            schemas.push(schemaOf(format, name, []));
            arrays.push(arrayOf(rows, nulls, buffers, []));
        }
        return fromArrow(schemaOf("+s", "", schemas), arrayOf(rows ?? 0, 0, [null], arrays));
    } finally {
        koffi.unregister(release);
        kept.length = 0;
    }
}
