#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What samen.json says of NULL is what the functions do: each is called with good arguments, and again with every
pointer missing in turn. All that is known of a function is what samen_interface() says. Usage: nulls.py LIBRARY"""
import ctypes
import itertools
import json
import sys
import tempfile

SCALARS = {"int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64,
           "uint64_t": ctypes.c_uint64, "double": ctypes.c_double, "samen_status": ctypes.c_int32, "void": None}
ARGUMENT = -1
# Good arguments, by the parameter's name; by function and name where that does not do.
GOOD = {
    "key": b"new", "kind": b"sociogram", "name": b"name", "from": b"A", "to": b"B", "form": b"action", "partnership": b"P",
    "organisation": b"A", "start": b"2020-01-01", "end": b"2021-01-01", "attribute": b"size", "value": b"big",
    "names": b"action", "columns": b"name", "column": b"id", "options": b"", "count": 1, "weight": 1.0,
    "samen_io_read.path": b"FOLDER/ties.csv", "samen_io_check.path": b"FOLDER/ties.csv",
    "samen_io_write.path": b"FOLDER/FRESH", "samen_table_write.path": b"FOLDER/FRESH.csv",
    "samen_draw_write.path": b"FOLDER/FRESH.svg", "samen_report_write.path": b"FOLDER/FRESH.html", "format": b"html",
    "samen_builder_set_number.value": 1.0, "samen_builder_set_yes_no.value": 1,
    "samen_builder_set_date.value": b"2020-01-01", "samen_typology_builtin.name": b"frey",
    "samen_measure.name": b"cohesion.density", "samen_describe_options.name": b"view",
    "samen_describe_columns.name": b"cohesion.density", "samen_typology_advise.purpose": 1,
    "samen_builder_add_ties.to": [1],
}
# Structs with a field that has no default: its place and what stands there.
REQUIRED = {"samen_form": ("key", b"action"), "samen_brokerage_roles_options": ("group", b"sector")}


class Library:
    """The library with every function's types set from the interface."""

    def __init__(self, path):
        self.loaded = ctypes.CDLL(path)
        self.loaded.samen_interface.restype = ctypes.c_char_p
        self.interface = json.loads(self.loaded.samen_interface())
        self.functions = {f["name"]: f for f in self.interface["functions"]}
        self.structs = {s["type"]: s for s in self.interface["structs"]}
        self.handles = {h["name"]: h for h in self.interface["handles"]}
        for name, function in self.functions.items():
            foreign = getattr(self.loaded, name)
            foreign.restype = self.type(function["returns"]["type"])
            foreign.argtypes = [self.type(p["type"]) for p in function["parameters"]]

    @staticmethod
    def type(spelled):
        return ctypes.c_void_p if "*" in spelled else SCALARS[spelled]

    def struct(self, spelled):
        """A struct of zeros that knows its size."""
        struct = self.structs[spelled]
        held = ctypes.create_string_buffer(struct["size"])
        if struct["fields"][0]["name"] == "struct_size":
            ctypes.c_uint32.from_buffer(held).value = struct["size"]
        if spelled in REQUIRED:
            field, text = REQUIRED[spelled]
            offset = next(f["offset"] for f in struct["fields"] if f["name"] == field)
            ctypes.c_char_p.from_buffer(held, offset).value = text
        return held

    def call(self, name, *arguments):
        """Call a function that must not fail."""
        error = self.struct("samen_error")
        if getattr(self.loaded, name)(*arguments, error):
            sys.exit(f"{name}: {sentence(error)}")

    def make(self, name, *arguments, behind=()):
        """Call a function that hands something out, and give that."""
        out = ctypes.c_void_p()
        self.call(name, *arguments, ctypes.byref(out), *behind)
        return out


def sentence(error):
    return error.raw[24:].split(bytes(1))[0].decode()


class Stage:
    """A small world with one of everything."""
    fresh = itertools.count()

    def __init__(self, library, folder):
        self.samen, self.folder, self.arrow = library, folder, {}
        self.form = library.struct("samen_form")
        self.typology = library.make("samen_typology_new", self.pointers(self.form), 1)
        self.builder = self.begin(self.typology, b"A", b"B")
        other = self.begin(None, b"X", b"Y")
        library.call("samen_builder_add_tie", other, b"X", b"Y", b"action", 1.0, None, None)
        self.network = library.make("samen_builder_finish", other)
        self.view = library.make("samen_view_make", self.network, b"", None)
        self.table = library.make("samen_network_table", self.network, 0)
        self.report = library.make("samen_report_new", self.view, b"", None)

    @staticmethod
    def pointers(*held):
        return (ctypes.c_void_p * len(held))(*(ctypes.addressof(h) for h in held))

    def begin(self, typology, *keys):
        """A builder with these organisations and one partnership."""
        builder = self.samen.make("samen_builder_new", typology)
        for place, key in enumerate(keys):
            self.samen.call("samen_builder_add_organisation", builder, key, None, None)
            self.samen.call("samen_builder_set_text", builder, 0, place, b"sector", b"GOV")
        self.samen.call("samen_builder_add_partnership", builder, b"P", None, b"action", None, None, None)
        return builder

    def exported(self, spelled):
        """A filled struct of the Arrow interface; a schema and an array are of one table."""
        if spelled not in self.arrow:
            stream = spelled == "struct ArrowArrayStream"
            names = [spelled] if stream else ["struct ArrowSchema", "struct ArrowArray"]
            self.arrow.update((name, self.samen.struct(name)) for name in names)
            self.samen.call("samen_table_export_arrow" + "_stream" * stream, self.table,
                              *(self.arrow[name] for name in names))
        return self.arrow[spelled]

    def good(self, function, parameter):
        """An argument that the function takes."""
        spelled, name = parameter["type"], parameter["name"]
        base = spelled.removeprefix("const ").removesuffix(" *")
        value = GOOD.get(f"{function['name']}.{name}", GOOD.get(name, 0))
        if base in self.samen.handles:
            return getattr(self, base.removeprefix("samen_"))
        if base in self.samen.structs:
            filled = "Arrow" in base and parameter["direction"] == "inout"
            return self.exported(base) if filled else self.samen.struct(base)
        if spelled == "const samen_form *const *":
            return self.pointers(self.form)
        if spelled == "const char *const *":
            return (ctypes.c_char_p * 1)(b"new" if name == "keys" else b"name")
        if spelled == "const char *":
            path = value.replace(b"FOLDER", self.folder.encode()) if isinstance(value, bytes) else b"text"
            return path.replace(b"FRESH", b"%d" % next(self.fresh))
        if spelled == "void *" and parameter["ownership"] == "given":
            return self.samen.make("samen_table_format", self.table, None, behind=[None])
        if "*" not in spelled:
            return 0 if isinstance(value, bytes) else value
        if spelled.startswith("const "):
            kind = SCALARS[base]
            return (kind * 1)(*(value if isinstance(value, list) else [1 if kind is ctypes.c_double else 0]))
        return ctypes.create_string_buffer(64)


def call(library, folder, function, missing):
    """Call with good arguments but for those missing: the status and the argument that is blamed."""
    stage = Stage(library, folder)
    arguments = [None if p["name"] in missing else stage.good(function, p) for p in function["parameters"]]
    given = dict(zip([p["name"] for p in function["parameters"]], arguments))
    status = getattr(library.loaded, function["name"])(*arguments)
    error = given.get("err")
    blamed = ctypes.c_int32.from_buffer(error, 4).value if error else None
    return status, blamed, sentence(error) if error else ""


def main():
    library, wrong = Library(sys.argv[1]), []
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/ties.csv", "w", encoding="utf-8") as ties:
            ties.write("from,to,form\nA,B,action\n")
        for function in library.functions.values():
            pointers = [p for p in function["parameters"] if "*" in p["type"]]
            fallible = any(p["type"] == "samen_error *" for p in pointers)
            if not fallible:
                call(library, folder, function, {p["name"] for p in pointers})
            for missing in [None] + (pointers if fallible else []):
                name = missing["name"] if missing else "nothing"
                status, blamed, message = call(library, folder, function, {name})
                place = function["parameters"].index(missing) + 1 if missing else 0
                if not fallible:
                    continue
                refused = missing and not missing["nullable"]
                if (status, blamed) != (ARGUMENT, place) if refused else status != 0:
                    wrong.append(f"{function['name']} without {name}: {status}, argument {blamed}: {message}")
    for line in wrong:
        print(line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
