# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared library. Its functions, structs and constants are those that it tells of itself, so that no header
is repeated here."""
from __future__ import annotations

import ctypes
import json
import os
import re
from typing import Any, Dict, List

_NUMBERS: Dict[str, Any] = {
    "void": None,
    "char": ctypes.c_char,
    "double": ctypes.c_double,
    "int32_t": ctypes.c_int32,
    "int64_t": ctypes.c_int64,
    "samen_status": ctypes.c_int32,
    "uint8_t": ctypes.c_uint8,
    "uint32_t": ctypes.c_uint32,
    "uint64_t": ctypes.c_uint64,
}


def _load() -> ctypes.CDLL:
    told = os.environ.get("SAMEN_LIBRARY")
    try:
        return ctypes.CDLL(told or "libsamen.so.0")
    except OSError as problem:
        way_out = (
            "SAMEN_LIBRARY must be the path of libsamen.so.0, or not be set"
            if told
            else "install samen and run ldconfig, or set SAMEN_LIBRARY to the path of libsamen.so.0"
        )
        raise ImportError(f"{problem}; {way_out}") from None


def _read_interface() -> Dict[str, Any]:
    tell = library.samen_interface
    tell.restype = ctypes.c_char_p
    found: Dict[str, Any] = json.loads(tell())
    return found


def _type_of(spelling: str) -> Any:
    """What ctypes calls a C type. Handles, arrays and callbacks are addresses."""
    array = re.fullmatch(r"(\w+) ?\[(\d+)\]", spelling)
    if array:
        return _type_of(array[1]) * int(array[2])
    if spelling == "const char *":
        return ctypes.c_char_p
    if "*" in spelling or spelling in _CALLBACKS:
        return ctypes.c_void_p
    return _NUMBERS[spelling]


def _declare(function: Dict[str, Any]) -> None:
    declared = getattr(library, function["name"])
    declared.argtypes = [_type_of(parameter["type"]) for parameter in function["parameters"]]
    declared.restype = _type_of(function["returns"]["type"])


def struct(name: str) -> Any:
    """A struct of the library as a class of ctypes."""
    fields = next(made["fields"] for made in interface["structs"] if made["name"] == name)
    described = [(field["name"], _type_of(field["type"])) for field in fields]
    return type(name, (ctypes.Structure,), {"_fields_": described})


def numbers(prefix: str) -> Dict[str, int]:
    """The constants whose names begin like that, by the rest of their names in lower case."""
    return {
        constant["name"][len(prefix) :].lower(): constant["value"]
        for constant in interface["constants"]
        if constant["name"].startswith(prefix)
    }


def parameters(function: str) -> List[str]:
    """The names of a function's parameters."""
    for described in interface["functions"]:
        if described["name"] == function:
            return [parameter["name"] for parameter in described["parameters"]]
    return []


library = _load()
interface = _read_interface()
_CALLBACKS = {callback["name"] for callback in interface["callbacks"]}
for _function in interface["functions"]:
    _declare(_function)
