# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures that a built library knows, asked of the library itself."""
import ctypes

INT64, FLOAT64, TEXT, BOOL = 1, 2, 3, 4


class Error(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int32), ("argument", ctypes.c_int32), ("row", ctypes.c_int64),
                ("column", ctypes.c_int64), ("message", ctypes.c_char * 488)]


def load(path):
    """The library, with the types of what is called here."""
    library = ctypes.CDLL(str(path))
    table, column, row = ctypes.c_void_p, ctypes.c_int32, ctypes.c_int64
    for name, returns, takes in (
            ("rows", row, [table]), ("columns", column, [table]), ("free", None, [table]),
            ("column_name", ctypes.c_char_p, [table, column]), ("column_type", column, [table, column]),
            ("is_null", column, [table, row, column]), ("get_int64", row, [table, row, column, row]),
            ("get_float64", ctypes.c_double, [table, row, column, ctypes.c_double]),
            ("get_text", ctypes.c_char_p, [table, row, column, ctypes.c_char_p]),
            ("get_bool", column, [table, row, column, column])):
        function = getattr(library, "samen_table_" + name)
        function.restype, function.argtypes = returns, takes
    return library


def cell(library, table, row, column):
    if library.samen_table_is_null(table, row, column):
        return None
    kind = library.samen_table_column_type(table, column)
    if kind == TEXT:
        return library.samen_table_get_text(table, row, column, None).decode()
    if kind == BOOL:
        return bool(library.samen_table_get_bool(table, row, column, 0))
    if kind == INT64:
        return library.samen_table_get_int64(table, row, column, 0)
    number = library.samen_table_get_float64(table, row, column, 0)
    return int(number) if number == int(number) else number


def rows(library, function, *arguments):
    """The rows of a table that the library describes itself with."""
    table, error = ctypes.c_void_p(), Error()
    if getattr(library, function)(*arguments, ctypes.byref(table), ctypes.byref(error)):
        raise RuntimeError(error.message.decode())
    names = [library.samen_table_column_name(table, i).decode()
             for i in range(library.samen_table_columns(table))]
    found = [{name: cell(library, table, row, i) for i, name in enumerate(names)}
             for row in range(library.samen_table_rows(table))]
    library.samen_table_free(table)
    return found


def options(library, name):
    """The options of a measure, or of "view"."""
    found = rows(library, "samen_describe_options", name.encode())
    return [{"name": o["option"], "type": o["type"], "default": o["default"], "minimum": o["minimum"],
             "maximum": o["maximum"], "choices": o["choices"].split(",") if o["choices"] else [],
             "required": o["required"], "since": o["since"], "help": o["help"]} for o in found]


def measures(library, functions):
    """Every measure; `functions` are those of the headers, by name."""
    found = []
    for row in rows(library, "samen_describe"):
        name = row["measure"]
        function = functions["samen_" + name.replace(".", "_")]
        takes = next(p["type"] for p in function["parameters"] if p["name"] == "options")
        columns = rows(library, "samen_describe_columns", name.encode())
        found.append({"name": name, "family": row["family"], "title": row["title"], "summary": row["summary"],
                      "function": function["name"], "struct": takes.removeprefix("const ").removesuffix(" *"),
                      "source": row["source"], "since": row["since"], "tables": row["tables"].split(","),
                      "options": options(library, name),
                      "columns": [{k: c[k] for k in ("table", "column", "type", "help", "undefined")}
                                  for c in columns]})
    return found
