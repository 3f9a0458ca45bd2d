# SPDX-License-Identifier: GPL-3.0-or-later
"""C made of samen.json, for the compiler to hold against the headers."""


def pointer_to(spelled):
    """The type of a pointer to that type."""
    if "(*)" in spelled:
        return spelled.replace("(*)", "(**)", 1)
    base, bracket, count = spelled.partition("[")
    return f"{base} (*)[{count}" if bracket else f"{base}{'' if base.endswith('*') else ' '}*"


def is_of_type(expression, spelled, words):
    return f'_Static_assert(_Generic(({expression}), {spelled}: 1, default: 0), "{words}");'


def parts(interface):
    """The library itself, and those of their own that stand beside it."""
    return [interface, *interface["components"]]


def assertions(interface):
    """A program that compiles only when every size, offset, value and signature is that of the headers."""
    lines = ['#include <stddef.h>', '#include <samen/samen.h>',
             *(f'#include <samen/{c["header"]}>' for c in interface["components"]),
             f'_Static_assert(sizeof(void *) == {interface["pointer_size"]}, "pointers");']
    for part in parts(interface):
        lines += assertions_of(part)
    return "\n".join(lines) + "\nint main(void) { return 0; }\n"


def assertions_of(interface):
    """Those of one library."""
    lines = []
    for t in interface["types"]:
        lines.append(is_of_type(f"({t['name']} *)0", pointer_to(t["type"]), t["name"]))
    for c in interface["constants"]:
        lines.append(f'_Static_assert({c["name"]} == {c["value"]}, "{c["name"]}");')
    for s in interface["structs"]:
        lines.append(f'_Static_assert(sizeof({s["type"]}) == {s["size"]}, "{s["name"]}");')
        for f in s["fields"]:
            where, words = f"(({s['type']} *)0)->{f['name']}", f"{s['name']}.{f['name']}"
            lines += [f'_Static_assert(offsetof({s["type"]}, {f["name"]}) == {f["offset"]}, "{words}");',
                      f'_Static_assert(sizeof({where}) == {f["size"]}, "{words}");',
                      is_of_type(f"&{where}", pointer_to(f["type"]), words)]
    for h in interface["handles"]:
        for verb, returns in (("retain", f"{h['name']} *"), ("free", "void ")):
            if h[verb]:
                lines.append(is_of_type(f"&{h[verb]}", f"{returns}(*)({h['name']} *)", h[verb]))
    for kind in ("callbacks", "functions"):
        for f in interface[kind]:
            returns = f["returns"]["type"] if kind == "functions" else f["returns"]
            takes = ", ".join(p["type"] for p in f["parameters"]) or "void"
            value = f"&{f['name']}" if kind == "functions" else f"({f['name']})0"
            lines.append(is_of_type(value, f"{returns}{'' if returns.endswith('*') else ' '}(*)({takes})",
                                    f["name"]))
    return lines


def declarations(interface):
    """The declarations, for programs that read C."""
    return "".join(part["declarations"] for part in parts(interface))


def structs(interface):
    """GROWING(S) calls S(struct, ends of its fields...) for every struct that tells its own size to a function."""
    taken = {word for f in interface["functions"] for p in f["parameters"] for word in p["type"].split()}
    growing = [s for s in interface["structs"] if s["fields"][0]["name"] == "struct_size" and s["name"] in taken]
    calls = [f"    S({s['name']}, {', '.join(str(f['offset'] + f['size']) for f in s['fields'])})"
             for s in growing]
    return "#define GROWING(S) \\\n" + " \\\n".join(calls) + "\n"


def names(interface):
    """Every name that the headers declare, sorted."""
    kinds = ("types", "constants", "structs", "handles", "callbacks", "functions")
    found = (item["name"] for part in parts(interface) for kind in kinds for item in part[kind])
    return "\n".join(sorted(found)) + "\n"
