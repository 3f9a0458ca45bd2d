# SPDX-License-Identifier: GPL-3.0-or-later
"""What is promised to stay: every line of tests/abi/record.txt. Lines are added as the interface grows; one that
no longer holds is refused, and only a person can take it out."""
from headers import Unclear


def lines_of(interface):
    """The interface in lines that are true or not. A struct that may grow has no line for its size."""
    parts = [interface, *interface["components"]]
    return [line for part in parts for line in lines_of_part(part)]


def lines_of_part(interface):
    """Those of one library."""
    lines = [f"type {t['type']} {t['name']}" for t in interface["types"]]
    lines += [f"constant {c['name']} {c['value']}" for c in interface["constants"]
              if not c["name"].startswith("SAMEN_VERSION_")]
    for s in interface["structs"]:
        if s["fields"][0]["name"] != "struct_size":
            lines.append(f"struct {s['name']} {s['size']}")
        lines += [f"field {s['name']} {f['offset']} {f['type']} {f['name']}" for f in s["fields"]]
    for kind in ("callback", "function"):
        for f in interface[kind + "s"]:
            returns = f["returns"] if kind == "callback" else f["returns"]["type"]
            takes = ", ".join(p["type"] for p in f["parameters"]) or "void"
            lines.append(f"{kind} {returns} {f['name']}({takes})")
    return lines


def grown(recorded, interface):
    """The record with what is new; Unclear when something recorded is gone or has changed."""
    old, now = recorded.splitlines(), lines_of(interface)
    gone = [line for line in old if line not in set(now)]
    if gone:
        raise Unclear("this was promised and is so no longer:\n  " + "\n  ".join(gone) +
                      "\nPut it back; or, if it is to go, take the line out of tests/abi/record.txt "
                      "and say so in the changelog.")
    return "\n".join(now) + "\n"
