// SPDX-License-Identifier: GPL-3.0-or-later
// The loaded library. Its functions are declared on first use, from its own description of itself.
import koffi from "koffi";

const file = process.env.SAMEN_LIBRARY || "libsamen.so.0";

export const loaded = load();
const described = JSON.parse(loaded.func("samen_interface", "str", [])());

export const version = described.version;

/** Constants by name, as SAMEN_COLUMN_TEXT. */
export const constants = Object.fromEntries(described.constants.map(({ name, value }) => [name, value]));

const scalars = new Set(["void", "int32_t", "uint32_t", "int64_t", "uint64_t", "double"]);

const callbacks = new Map(), structs = new Map();

function load() {
    try {
        return koffi.load(file);
    } catch (cause) {
        const told = `samen's library ${file} cannot be loaded: ${cause.message}; SAMEN_LIBRARY can name its path`;
        throw new Error(told, { cause });
    }
}

/** What koffi calls a type of C's. Handles, arrays, structs of others and texts that are ours cross as addresses. */
function type(c, direction = "in") {
    const plain = c.replace(/\bconst\b/g, "").replace(/\s+/g, "");
    if (plain === "samen_status")
        return "int32_t";
    if (scalars.has(plain))
        return plain;
    if (callbacks.has(plain))
        return callbacks.get(plain);
    if (plain.startsWith("char["))
        return koffi.array("char", Number(plain.slice(5, -1)), "String");
    if (plain === "char*")
        return "str";
    const target = plain.replace(/\*+$/, ""), depth = plain.length - target.length;
    let whole = structs.get(target) ?? (scalars.has(target) && target !== "void" && direction === "out" && target);
    if (!whole && depth === 1)
        return "void *";
    whole ||= "void";
    for (let i = 0; i < depth; i++)
        whole = koffi.pointer(whole);
    return direction === "out" ? koffi.out(whole) : whole;
}

for (const it of described.callbacks) {
    const proto = koffi.proto(it.name, type(it.returns), it.parameters.map((p) => type(p.type)));
    callbacks.set(it.name, koffi.pointer(proto));
}
for (const it of described.structs.filter(({ name }) => name.startsWith("samen_"))) {
    const fields = it.fields.map((field) => [field.name, type(field.type)]);
    structs.set(it.name, koffi.struct(it.name, Object.fromEntries(fields)));
}

function declare(name) {
    const it = described.functions.find((one) => one.name === name);
    return loaded.func(name, type(it.returns.type), it.parameters.map((p) => type(p.type, p.direction)));
}

/** The functions of the library: C.samen_table_rows(pointer). */
export const C = new Proxy({}, {
    get(declared, name) {
        return declared[name] ??= declare(name);
    },
});

export const sizeOf = (name) => koffi.sizeof(structs.get(name));

/** Where a field of a struct is. */
export const field = (struct, name) => koffi.offsetof(structs.get(struct), name);

/** A struct of options with its size, all else 0. */
export function options(name, fields = {}) {
    return { struct_size: sizeOf(name), ...fields };
}
