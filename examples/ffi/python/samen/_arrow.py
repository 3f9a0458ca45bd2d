# SPDX-License-Identifier: GPL-3.0-or-later
"""The Arrow PyCapsule protocol: tables are handed to any data-frame library, and taken from it.

A capsule's destructor runs wherever the last reference is dropped: also while an exception is on its way, which no
code of Python's survives without losing that exception. So capsules here have none. They are kept, and those that
nobody else refers to any more are released when Python next collects garbage, or another is made. What a consumer has
taken over is the consumer's to release, at once.

Based on: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html"""
from __future__ import annotations

import ctypes
import gc
import sys
import threading
from typing import Any, Dict, List, Tuple

from ._calls import do
from ._library import struct

RELEASE: Any = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

Schema, Array, Stream = map(struct, ("ArrowSchema", "ArrowArray", "ArrowArrayStream"))
_NAMES = {Schema: b"arrow_schema", Array: b"arrow_array", Stream: b"arrow_array_stream"}

# Functions of our own: those that ctypes.pythonapi keeps are shared with whoever else declares them.
_new_capsule = ctypes.PYFUNCTYPE(
    ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p
)(("PyCapsule_New", ctypes.pythonapi))
_open_capsule = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)


class _Lent:
    """The capsules that are about. Garbage may be collected in any thread, and inside of any of these lines."""

    def __init__(self) -> None:
        self.held: Dict[int, List[Any]] = {}  # capsule and struct, by the address of the struct
        self.sweeping = threading.Lock()
        self.count_of = sys.getrefcount
        self.releaser = RELEASE
        alone = [object()]
        self.nobody_else = self.count_of(alone[0])
        self.callback = self.sweep

    def lend(self, made: Any) -> object:
        self.sweep()
        address = ctypes.addressof(made)
        capsule = _new_capsule(address, _NAMES[type(made)], None)
        self.held[address] = [capsule, made]
        self.call_again()
        return capsule

    def sweep(self, *_: object) -> None:
        if not self.sweeping.acquire(blocking=False):
            return
        try:
            for address in list(self.held):
                pair = self.held.get(address)
                if pair and self.count_of(pair[0]) <= self.nobody_else:
                    del self.held[address]
                    if pair[1].release:
                        self.releaser(pair[1].release)(address)
            while not self.held and self.callback in gc.callbacks:
                gc.callbacks.remove(self.callback)
            self.call_again()  # another thread may have lent one meanwhile
        finally:
            self.sweeping.release()

    def call_again(self) -> None:
        if self.held and self.callback not in gc.callbacks:
            gc.callbacks.append(self.callback)


_lent = _Lent()


def lend_array(export: Any, table: Any) -> Tuple[object, object]:
    schema, array = Schema(), Array()
    do(export, table, ctypes.byref(schema), ctypes.byref(array))
    return _lent.lend(schema), _lent.lend(array)


def lend_stream(export: Any, table: Any) -> object:
    stream = Stream()
    do(export, table, ctypes.byref(stream))
    return _lent.lend(stream)


def is_arrow(value: object) -> bool:
    return hasattr(value, "__arrow_c_array__") or hasattr(value, "__arrow_c_stream__")


def open_array(value: Any) -> Tuple[int, int, object]:
    """The addresses of schema and array, and what keeps them."""
    capsules = value.__arrow_c_array__()
    schema, array = capsules
    return (
        _open_capsule(schema, _NAMES[Schema]),
        _open_capsule(array, _NAMES[Array]),
        capsules,
    )


def open_stream(value: Any) -> Tuple[int, object]:
    capsule = value.__arrow_c_stream__()
    return _open_capsule(capsule, _NAMES[Stream]), capsule
