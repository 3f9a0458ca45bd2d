#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares every ccall and struct of the Julia package with the interface's description: counts and types.

Usage: signatures.py JSON SOURCE.jl... (prints what differs, and fails; prints the counts when nothing does)"""
import json
import re
import sys

SCALARS = {"void": "Cvoid", "samen_status": "Int32", "int32_t": "Int32", "uint32_t": "UInt32", "int64_t": "Int64",
           "uint64_t": "UInt64", "double": "Float64", "uint8_t": "UInt8"}
# Structs that have a Julia twin, with the twin's name; a pointer to any other is an address.
TWINS = {"samen_error": "CError", "samen_run": "CRun", "samen_table_options": "CTableOptions",
         "samen_io_write_options": "CWriteOptions", "samen_form": "CForm", "samen_tie": "CTie",
         "samen_membership": "CMembership"}


def julia(c_type, callbacks):
    """The Julia types, any of which stands for a C type."""
    plain = re.sub(r"\s*\bconst\b\s*", " ", c_type).strip()
    if plain in callbacks or "(" in plain:
        return {"Ptr{Cvoid}"}
    array = re.fullmatch(r"char\[(\d+)\]", plain)
    if array:
        return {f"NTuple{{{array[1]},UInt8}}"}
    if not plain.endswith("*"):
        return {SCALARS[plain]}
    target = plain[:-1].strip()
    if target == "char":
        return {"Cstring", "Ptr{UInt8}"}
    if target.endswith("*"):
        return {f"{of}{{{inner}}}" for of in ("Ref", "Ptr") for inner in julia(target, callbacks)}
    if target in SCALARS and target != "void":
        return {f"Ref{{{SCALARS[target]}}}", f"Ptr{{{SCALARS[target]}}}"}
    twin = TWINS.get(target)
    # An optional struct may also be left out, as a NULL address.
    return {"Ptr{Cvoid}"} | ({f"Ref{{{twin}}}", f"Ptr{{{twin}}}"} if twin else set())


def split(text):
    """The parts between commas that no bracket encloses."""
    parts, depth, last = [], 0, ""
    for c in text:
        depth += (c in "({[") - (c in ")}]")
        if c == "," and depth == 0:
            parts.append(last)
            last = ""
        else:
            last += c
    return [part for part in map(str.strip, parts + [last]) if part]


def enclosed(text, start):
    """What stands between the bracket at `start` and its partner; quotes hide brackets."""
    depth = 0
    quoted = False
    for at in range(start, len(text)):
        if text[at] == '"' and text[at - 1] != "\\":
            quoted = not quoted
        if quoted:
            continue
        depth += (text[at] in "({[") - (text[at] in ")}]")
        if depth == 0:
            return text[start + 1:at]
    sys.exit("a bracket is left open")


def compare_calls(text, interface):
    """What is wrong with the ccalls of a source, and how many there are."""
    functions = {f["name"]: f for f in interface["functions"]}
    callbacks = {c["name"] for c in interface["callbacks"]}
    wrong, calls = [], 0
    for found in re.finditer(r"\bccall\(", text):
        parts = split(enclosed(text, found.end() - 1))
        name = re.fullmatch(r"symbol\(:(\w+)\)", parts[0])
        if not name or name[1] not in functions:
            wrong.append(f"{parts[0]} is no function of the library")
            continue
        calls += 1
        function = functions[name[1]]
        wanted = [p["type"] for p in function["parameters"]]
        types, values = split(parts[2][1:-1]), parts[3:]
        if len(types) != len(wanted) or len(values) != len(wanted):
            wrong.append(f"{name[1]} takes {len(wanted)}, not {len(types)} types and {len(values)} values")
        if parts[1] not in julia(function["returns"]["type"], callbacks):
            wrong.append(f"{name[1]} gives {function['returns']['type']}, not {parts[1]}")
        for place, (given, c_type) in enumerate(zip(types, wanted), 1):
            if given not in julia(c_type, callbacks):
                wrong.append(f"argument {place} of {name[1]} is {c_type}, not {given}")
    return wrong, calls


def compare_structs(text, interface):
    """What is wrong with the structs of a source, and how many there are."""
    structs = {s["name"]: s for s in interface["structs"]}
    callbacks = {c["name"] for c in interface["callbacks"]}
    wrong, known = [], 0
    for found in re.finditer(r"^struct (\w+) # (\w+)\n(.*?)^end", text, re.M | re.S):
        known += TWINS.get(found[2]) == found[1]
        fields = re.findall(r"^\s+(\w+)::(\S+)$", found[3], re.M)
        wanted = structs[found[2]]["fields"]
        # A field of Julia's cannot be called end.
        names = ["finish" if field["name"] == "end" else field["name"] for field in wanted]
        if [name for name, _ in fields] != names:
            wrong.append(f"{found[1]} has not the fields of {found[2]}")
        for (name, given), field in zip(fields, wanted):
            if given not in julia(field["type"], callbacks):
                wrong.append(f"{name} of {found[1]} is {field['type']}, not {given}")
    return wrong, known


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        interface = json.load(file)
    text = "\n".join(open(path, encoding="utf-8").read() for path in sys.argv[2:])
    text = re.sub(r"^\s*#(?! samen_).*$", "", text, flags=re.M)
    wrong_calls, calls = compare_calls(text, interface)
    wrong_structs, structs = compare_structs(text, interface)
    for line in wrong_calls + wrong_structs:
        print(line)
    if structs != len(TWINS):
        sys.exit(f"{structs} of {len(TWINS)} structs were found")
    if wrong_calls or wrong_structs or calls == 0:
        sys.exit(1)
    print(f"{calls} calls and {structs} structs agree")


main()
