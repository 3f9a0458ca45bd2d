# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the public headers: every declaration and what its comment says.

The headers are plain: no macro but constants, nothing by value but scalars, one declaration at a time. Whatever
is not understood is an error, so that nothing is passed over."""
import re

TOKEN = re.compile(r"""
    (?P<comment>/\*.*?\*/) | (?P<directive>^\#(?:(?!/\*)[^\n])*) | (?P<word>[A-Za-z_]\w*) | (?P<number>-?\d+)
    | (?P<sign>[*{}()\[\];,=]) | (?P<space>\s+) | (?P<other>.)""", re.X | re.S | re.M)
SIZES = {"char": 1, "int8_t": 1, "uint8_t": 1, "int16_t": 2, "uint16_t": 2, "int32_t": 4, "uint32_t": 4,
         "int": 4, "int64_t": 8, "uint64_t": 8, "double": 8, "void": None}
POINTER = 8


class Unclear(Exception):
    """A header says too little, or something that is not understood."""


def flat(text):
    """The text of a comment: paragraphs parted by an empty line, each in one line."""
    lines = [re.sub(r"^\s*\*? ?", "", line).strip() for line in text.split("\n")]
    paragraphs, current = [], []
    for line in lines + [""]:
        if line and not line.startswith("@"):
            current.append(line)
            continue
        if current:
            paragraphs.append(" ".join(current))
        current = [line] if line else []
    return "\n\n".join(paragraphs)


class Reader:
    """The tokens of one header, and what was declared in all that were read before."""

    def __init__(self, name, text, known):
        self.name, self.known = name, known
        self.tokens, self.at = list(self.cut(text)), 0
        self.doc, self.section = "", ""

    def cut(self, text):
        skipping = False
        for found in TOKEN.finditer(text):
            kind, value = found.lastgroup, found.group()
            if kind == "directive":
                words = value.replace("#", " ", 1).split()
                if words[0] == "ifdef" and words[1:] == ["__cplusplus"]:
                    skipping = True
                elif words[0] == "endif":
                    skipping = False
                elif words[0] == "define" and not skipping:
                    yield from self.define(words[1:])
                elif words[0] not in ("if", "ifndef", "ifdef", "else", "include"):
                    raise Unclear(f"{self.name}: {value}")
            elif skipping or kind == "space":
                continue
            elif kind == "comment":
                yield from self.comment(value)
            elif kind == "other":
                raise Unclear(f"{self.name}: {value!r} in {text[found.start() - 30:found.end() + 30]!r}")
            else:
                yield kind, value

    def define(self, words):
        if len(words) == 2 and re.fullmatch(r"-?\d+", words[1]):
            yield "define", (words[0], int(words[1]))
        elif words[0] != "SAMEN_API" and words[1:]:
            raise Unclear(f"{self.name}: #define {' '.join(words)} is no constant")

    @staticmethod
    def comment(value):
        if value.startswith("/**<"):
            yield "after", flat(value[4:-2])
        elif value.startswith("/**"):
            yield "doc", flat(value[3:-2])
        elif re.match(r"/\* -{4}", value):
            yield "section", flat(re.sub(r"^/\* -+ [^\n]*?-+", "", value)[:-2])

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, *wanted):
        kind, value = self.peek()
        if wanted and value not in wanted:
            around = " ".join(str(v) for _, v in self.tokens[max(0, self.at - 8):self.at + 4])
            raise Unclear(f"{self.name}: {wanted} is expected, not {value!r}, in: {around}")
        self.at += 1
        return value

    def helped(self, item):
        """Take the comment behind a member, if there is one."""
        if self.peek()[0] == "after":
            item["help"] = self.take()
        return item

    def word(self):
        if self.peek()[0] != "word":
            self.take("a name")
        return self.take()

    def type(self):
        """A type without its name, in C's spelling: const char *const *"""
        words = []
        while self.peek()[1] in ("const", "struct"):
            words.append(self.take())
        words.append(self.word())
        base = words[-1]
        if base not in SIZES and base not in self.known:
            raise Unclear(f"{self.name}: {base} is no type that is known")
        spelled = " ".join(words)
        while self.peek()[1] in ("*", "const"):
            sign = self.take()
            spelled += sign if spelled[-1] == "*" or sign == "const" else " " + sign
        return spelled

    def declared(self):
        """A field, parameter or typedef: its name and type."""
        spelled = self.type()
        if self.peek()[1] == "(":
            self.take("(")
            self.take("*")
            name = self.word()
            self.take(")")
            parameters = self.parameters()
            inside = ", ".join(p["type"] for p in parameters) or "void"
            return {"name": name, "type": f"{spelled}{'' if spelled[-1] == '*' else ' '}(*)({inside})",
                    "returns": spelled, "parameters": parameters}
        name = self.word()
        if self.peek()[1] == "[":
            self.take("[")
            spelled += f"[{self.take()}]"
            self.take("]")
        return {"name": name, "type": spelled}

    def parameters(self):
        self.take("(")
        if self.peek()[1] == "void" and self.tokens[self.at + 1][1] == ")":
            self.take("void")
        found = []
        while self.peek()[1] != ")":
            found.append(self.declared())
            if self.peek()[1] == ",":
                self.take(",")
        self.take(")")
        return found

    def fields(self):
        self.take("{")
        found = []
        while self.peek()[1] != "}":
            field = self.declared()
            self.take(";")
            found.append(self.helped({"name": field["name"], "type": field["type"], "help": ""}))
        self.take("}")
        return found

    def constants(self, group):
        self.take("{")
        found, enum = [], (self.name, self.at)
        while self.peek()[1] != "}":
            item = {"name": self.word(), "value": None, "header": self.name, "help": ""}
            self.take("=")
            item["value"] = int(self.take())
            self.helped(item)
            if self.peek()[1] == ",":
                self.take(",")
            self.helped(item)
            found.append(item | {"group": group, "enum": enum})
        self.take("}")
        self.take(";")
        return found

    def read(self):
        """Every declaration of the header as (kind, what)."""
        while self.peek()[0] != "end":
            kind, value = self.peek()
            if kind in ("doc", "section"):
                setattr(self, kind, self.take())
                continue
            doc, self.doc = self.doc, ""
            if kind == "define":
                self.at += 1
                name, number = value
                yield "constant", self.helped(
                    {"name": name, "value": number, "header": self.name, "help": doc, "group": ""})
            elif value == "enum":
                self.take()
                for item in self.constants(doc):
                    yield "constant", item
            elif value == "struct":
                self.take()
                name = self.word()
                self.known.add(name)
                yield "struct", {"name": name, "type": f"struct {name}", "help": doc, "fields": self.fields()}
                self.take(";")
            elif value == "typedef":
                self.take()
                yield self.typedef(doc)
            else:
                self.take("SAMEN_API")
                made = self.declared_function()
                yield "function", made | {"doc": doc, "section": self.section}

    def typedef(self, doc):
        if self.peek()[1] != "struct":
            made = self.declared()
            self.take(";")
            self.known.add(made["name"])
            return ("callback" if "parameters" in made else "type"), made | {"help": doc}
        self.take("struct")
        name = self.word()
        self.known.add(name)
        if self.peek()[1] == "{":
            made = "struct", {"name": name, "type": name, "help": doc, "fields": self.fields()}
        else:
            made = "handle", {"name": name, "help": doc}
        self.take(name)
        self.take(";")
        return made

    def declared_function(self):
        returns = self.type()
        name = self.word()
        parameters = self.parameters()
        self.take(";")
        return {"name": name, "header": self.name, "returns": returns, "parameters": parameters}


def names_of_all(folder, apart):
    """The headers in the order of samen.h, which has all but those apart: of libraries of their own."""
    names = re.findall(r'#include "samen/(\w+\.h)"', (folder / "samen.h").read_text(encoding="utf-8"))
    there = {path.name for path in folder.glob("*.h")} - {"samen.h"} - set(apart)
    if there != set(names):
        raise Unclear(f"samen.h includes {sorted(names)}, but there are {sorted(there)}")
    return names


def read(folder, names, known):
    """The declarations of these headers, kind -> list, and in the order in which they stand. `known` are the types
    that were declared before, and grows."""
    found = {kind: [] for kind in ("type", "constant", "handle", "struct", "callback", "function")}
    order = []
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        for kind, what in Reader(name, text, known).read():
            found[kind].append(what)
            order.append((kind, what))
    return found, order
