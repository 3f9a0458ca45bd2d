#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface as data, made of the headers and of the measures that the library knows.

Usage: interface.py --update [LIBRARY]           write all that is made of the headers
       interface.py --check samen.json [LIBRARY] is it what would be written? likewise
                                                 samen.map, samen-draw.map, record.txt
       interface.py --assertions                 a C program that compiles when samen.json is true
       interface.py --declarations               the declarations of samen.json, as plain C
       interface.py --names                      every name of a type, constant or function
       interface.py --structs                    a C header with the fields of structs that may grow
LIBRARY is build/dev/lib/libsamen.so unless given."""
import difflib
import itertools
import json
import pathlib
import re
import sys

import compiled
import contract
import headers
import layout
import record
import registry

SOURCE = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = SOURCE / "include/samen"
JSON, MAP, RECORD = INCLUDE / "samen.json", SOURCE / "lib/samen.map", SOURCE / "tests/abi/record.txt"
# Libraries of their own, each with its header, which samen.h does not include.
COMPONENTS = {"draw": {"library": "samen-draw", "header": "draw_cairo.h", "map": SOURCE / "lib/draw-cairo/samen-draw.map"}}
# What the Arrow specification fixes is explained there.
EXPLAINED_ELSEWHERE = re.compile(r"Arrow|ARROW_")


def declare(name, spelled):
    """A name with its type, as C declares it: ("message", "char[488]") is char message[488]."""
    if "(*)" in spelled:
        return spelled.replace("(*)", f"(*{name})", 1)
    base, bracket, count = spelled.partition("[")
    return f"{base}{'' if base.endswith('*') else ' '}{name}{bracket}{count}"


def members(parameters):
    return ", ".join(declare(p["name"], p["type"]) for p in parameters) or "void"


def declaration(kind, what):
    """One declaration as plain C."""
    if kind == "handle":
        return f"typedef struct {what['name']} {what['name']};"
    if kind == "struct":
        lines = [f"    {declare(f['name'], f['type'])};" for f in what["fields"]]
        plain = what["type"].startswith("struct ")
        return "\n".join([f"{'' if plain else 'typedef '}struct {what['name']} {{", *lines,
                          "};" if plain else f"}} {what['name']};"])
    if kind == "callback":
        return f"typedef {declare('(*' + what['name'] + ')', what['returns'])}({members(what['parameters'])});"
    if kind == "type":
        return f"typedef {declare(what['name'], what['type'])};"
    return f"{declare(what['name'], what['returns'])}({members(what['parameters'])});"


def declarations(order):
    """All declarations, for those that read C: no comments, no macros, no attributes."""
    lines = []
    for key, group in itertools.groupby(order, lambda o: (o[0], o[1].get("enum"))):
        if key[0] != "constant":
            lines += [declaration(kind, what) for kind, what in group]
        elif key[1] is not None:
            lines.append("enum { " + ", ".join(f"{c['name']} = {c['value']}" for _, c in group) + " };")
    return "\n".join(lines) + "\n"


def explained(interface):
    """Every name has its help."""
    for kind in ("types", "constants", "handles", "callbacks", "structs", "functions"):
        for item in interface[kind]:
            for part in [item] + item.get("fields", []):
                if not part["help"] and not EXPLAINED_ELSEWHERE.search(item["name"]):
                    raise headers.Unclear(f"{item['name']}: {part['name']} has no comment")


def part(found, order, types, before):
    """What a library declares. `types` and `before`, its handles, are those of the libraries that it builds on, and
    grow."""
    types |= {t["name"]: t["type"] for t in found["type"]} | {c["name"]: "callback" for c in found["callback"]}
    names = {f["name"] for f in found["function"]}
    handles = {}
    for handle in found["handle"]:
        ends = {verb: f"{handle['name']}_{verb}" for verb in ("retain", "free")}
        handles[handle["name"]] = ({"name": handle["name"]} | {v: n if n in names else None for v, n in ends.items()}
                                   | {"help": handle["help"]})
    before |= handles
    made = {
        "declarations": declarations(order),
        "types": [{k: t[k] for k in ("name", "type", "help")} for t in found["type"]],
        "constants": [{k: c[k] for k in ("name", "value", "header", "group", "help")} for c in found["constant"]],
        "structs": [layout.lay_out(s, types) for s in found["struct"]],
        "handles": list(handles.values()),
        "callbacks": [contract.callback(c) for c in found["callback"]],
        "functions": [contract.describe(f, before) for f in found["function"]],
    }
    explained(made)
    return made


def make(library):
    """The whole of samen.json."""
    known, types, handles = set(), {}, {}
    apart = [c["header"] for c in COMPONENTS.values()]
    core = part(*headers.read(INCLUDE, headers.names_of_all(INCLUDE, apart), known), types, handles)
    values = {c["name"]: c["value"] for c in core["constants"]}
    loaded, soname = registry.load(library), library.readlink().name
    components = [{"name": name, "library": c["library"], "soname": soname.replace("samen", c["library"]),
                   "header": c["header"]}
                  | part(*headers.read(INCLUDE, [c["header"]], known), types, handles)
                  for name, c in COMPONENTS.items()]
    return {
        "library": "samen",
        "version": ".".join(str(values[f"SAMEN_VERSION_{which}"]) for which in ("MAJOR", "MINOR", "PATCH")),
        "soname": soname,
        "pointer_size": headers.POINTER,
    } | core | {
        "components": components,
        "measures": registry.measures(loaded, {f["name"]: f for f in core["functions"]}),
        "view_options": registry.options(loaded, "view"),
    }


def text_of(value, indent=0):
    """JSON with an object of plain values, or a list of them, in one line."""
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    nested = [v for v in inside if isinstance(v, (dict, list)) and v]
    if not nested or (isinstance(value, dict) and all(not isinstance(w, (dict, list)) for v in nested
                                                      for w in v) and all(isinstance(v, list) for v in nested)):
        return json.dumps(value, ensure_ascii=False)
    pad = "  " * (indent + 1)
    if isinstance(value, dict):
        lines = [f"{pad}{json.dumps(k)}: {text_of(v, indent + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + pad[2:] + "}"
    return "[\n" + ",\n".join(pad + text_of(v, indent + 1) for v in value) + "\n" + pad[2:] + "]"


def version_script(interface):
    """The linker's list of what is exported, by the version that brought it."""
    text, before = "", ""
    for since in sorted({f["since"] for f in interface["functions"]}, key=lambda s: [int(n) for n in s.split(".")]):
        new = sorted(f["name"] for f in interface["functions"] if f["since"] == since)
        text += f"SAMEN_{since} {{\n    global:\n" + "".join(f"        {name};\n" for name in new)
        text += f"}} {before};\n" if before else "    local:\n        *;\n};\n"
        before = f"SAMEN_{since}"
    return text


def texts(library):
    """All that is made of the headers: path -> text."""
    interface = make(library)
    maps = {COMPONENTS[c["name"]]["map"]: version_script(c) for c in interface["components"]}
    return {JSON: text_of(interface) + "\n", MAP: version_script(interface)} | maps | {
            RECORD: record.grown(RECORD.read_text(encoding="utf-8") if RECORD.exists() else "", interface)}


def check(path, text):
    """Whether a file is what would be written; otherwise the difference and what to do."""
    there = path.read_text(encoding="utf-8")
    if there == text:
        return 0
    names = str(path.relative_to(SOURCE)), "as the headers and the library have it"
    sys.stdout.writelines(itertools.islice(difflib.unified_diff(
        there.splitlines(True), text.splitlines(True), *names, n=0), 60))
    print(f"{names[0]} is not up to date: tests/abi/interface.py --update, then build again")
    return 1


def main(words):
    told = words[0] if words else ""
    if told in ("--assertions", "--declarations", "--names", "--structs"):
        interface = json.loads(JSON.read_text(encoding="utf-8"))
        print(getattr(compiled, told[2:])(interface), end="")
        return 0
    rest = words[2:] if told == "--check" else words[1:]
    library = pathlib.Path(rest[0] if rest else SOURCE / "build/dev/lib/libsamen.so")
    made = texts(library)
    if told == "--update":
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
        return 0
    if told == "--check" and len(words) > 1:
        path = next(p for p in made if p.name == words[1])
        return check(path, made[path])
    print(__doc__)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except headers.Unclear as unclear:
        sys.exit(f"{unclear}")
