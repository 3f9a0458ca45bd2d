# SPDX-License-Identifier: GPL-3.0-or-later
"""What a function's comment promises: which way a pointer goes, who owns what, what may be NULL.

The rules stand in include/samen/core.h. A comment that leaves one of these open is an error."""
import re

from headers import SIZES, Unclear

HANDED_OUT = "to be freed by the caller"
TEXT_OUT = "to be given back with samen_free()"
OWNED = re.compile(r"owned by the \w+")


def cut_comment(name, doc):
    """The parts of a function's comment: help, parameters, complexity, source, since."""
    since = re.search(r"\s*\bSince (\d+\.\d+)\.$", doc)
    if not since:
        raise Unclear(f"{name}: the comment does not end with Since")
    parts = {"since": since.group(1), "complexity": "O(1)", "source": ""}
    doc = doc[:since.start()]
    for part in ("source", "complexity"):
        found = list(re.finditer(rf"\s*\b{part.capitalize()}: ", doc))
        if found:
            parts[part] = doc[found[-1].end():].removesuffix(".")
            doc = doc[:found[-1].start()]
    return parts | cut_pieces(doc)


def cut_pieces(doc):
    """What stands before the first @param, the text of each parameter, and that of @return."""
    pieces = re.split(r"(?:^|\n\n)@(param|return) ", doc)
    marked = list(zip(pieces[1::2], pieces[2::2]))
    return {"help": pieces[0],
            "parameters": dict((text.split(None, 1) + [""])[:2] for kind, text in marked if kind == "param"),
            "returns": "".join(text for kind, text in marked if kind == "return")}


def may_be_null(name, text):
    """Whether a parameter may be NULL: what its text says of NULL stands in a clause of its own."""
    nullable = False
    for clause in re.split(r"[;,.]\s+|: (?=NULL)", text):
        if "NULL" not in clause or clause.startswith("each "):
            continue
        if not re.match(r"(or |may be )?NULL\b", clause):
            raise Unclear(f"{name}: cannot tell whether NULL is allowed from {clause!r}")
        nullable = True
    return nullable


def is_handle(spelled, handles):
    """The handle that a type points to, if it does."""
    base = re.sub(r"^const ", "", spelled).rstrip("* ")
    return base if base in handles else None


def parameter(function, given, text, handles):
    """A parameter with its direction, ownership and nullability."""
    name, spelled = f"{function['name']}({given['name']})", given["type"]
    fallible = function["parameters"][-1]["type"] == "samen_error *"
    freed = function["name"] == "samen_free" or function["name"].endswith("_free")
    way = {"direction": "in", "ownership": "none", "nullable": False}
    if "*" in spelled:
        if spelled == "samen_error *":
            way.update(direction="out", nullable=True)
        elif not fallible:
            way.update(ownership="given" if freed else "borrowed", nullable=True)
        else:
            way.update(pointer(name, spelled, text, handles), nullable=may_be_null(name, text))
    return {"name": given["name"], "type": spelled} | way | {"help": text}


def pointer(name, spelled, text, handles):
    """Direction and ownership of a pointer that a function with an error takes."""
    handle, kept = is_handle(spelled, handles), re.search(r"\b(kept alive by|keeps? it alive)\b", text)
    if re.fullmatch(r"\w+ \*\*", spelled):
        if (TEXT_OUT if spelled == "char **" else HANDED_OUT) not in text:
            raise Unclear(f"{name}: who frees what comes out?")
        return {"direction": "out", "ownership": "given"}
    if kept:
        return {"direction": "in", "ownership": "kept"}
    if spelled.startswith("const "):
        return {"direction": "in", "ownership": "borrowed"}
    if handle:
        if handles[handle]["retain"]:
            raise Unclear(f"{name}: a handle that is not const is kept alive by what?")
        return {"direction": "inout", "ownership": "borrowed"}
    if spelled.split()[0] in SIZES:
        return {"direction": "out", "ownership": "none"}
    if "released on success" in text:
        return {"direction": "inout", "ownership": "given"}
    if "to be released by" in text:
        return {"direction": "out", "ownership": "given"}
    raise Unclear(f"{name}: which way does it go, and who owns it?")


def returned(function, text, own):
    """What a function returns, whose it is, and what @return says of it."""
    spelled, ownership, nullable = function["returns"], "none", False
    if "*" in spelled:
        ownership = "given" if function["name"].endswith("_retain") else "borrowed"
        nullable = any("*" in p["type"] for p in function["parameters"])
        if ownership == "borrowed" and not OWNED.search(text):
            raise Unclear(f"{function['name']}: whose is what it returns?")
    return {"type": spelled, "ownership": ownership, "nullable": nullable, "help": own}


def repeated(text, before):
    """A parameter's text with "likewise" written out: all that was said before it, or what followed a sign."""
    found = re.fullmatch(r"(?:(.*)([;,]) )?likewise", text)
    if not found:
        return text
    own, sign = found.groups()
    return f"{own}{sign} {before.split(sign + ' ', 1)[1]}" if sign else before


def describe(function, handles):
    """A function as samen.json has it."""
    parts = cut_comment(function["name"], function["doc"])
    text = "\n\n".join(filter(None, (parts["help"], function["section"])))
    names, said = [p["name"] for p in function["parameters"]], parts["parameters"]
    fallible = "samen_error *" in [p["type"] for p in function["parameters"]]
    if not parts["help"]:
        raise Unclear(f"{function['name']}: what does it do?")
    if (said or fallible) and list(said) != names:
        raise Unclear(f"{function['name']}: parameters are {names}, the comment has {list(said)}")
    if fallible and (function["returns"] != "samen_status" or names[-1] != "err"):
        raise Unclear(f"{function['name']}: the error comes last, and goes with a status")
    filled, before = [], ""
    for given in function["parameters"]:
        before = own = repeated(said.get(given["name"], ""), before)
        filled.append(parameter(function, given, own, handles))
    return {"name": function["name"], "header": function["header"],
            "returns": returned(function, text, parts["returns"]), "parameters": filled, "help": text, "complexity": parts["complexity"], "source": parts["source"],
            "since": parts["since"]}


def callback(found):
    """A callback as samen.json has it."""
    parts = cut_pieces(found["help"])
    names, said = [p["name"] for p in found["parameters"]], parts["parameters"]
    if list(said) != names or not parts["returns"]:
        raise Unclear(f"{found['name']}: parameters are {names}, the comment has {list(said)}, and @return")
    return {"name": found["name"], "returns": found["returns"],
            "parameters": [{"name": p["name"], "type": p["type"], "help": said[p["name"]]}
                           for p in found["parameters"]],
            "help": f"{parts['help']}\n\nReturns {parts['returns']}"}
