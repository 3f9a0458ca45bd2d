#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The brokers of Padgett's marriages, by ctypes alone: no compiled glue.

Usage: brokers.py [DATASET] (libsamen.so.0 where the linker finds it, or LD_LIBRARY_PATH set)"""
import ctypes
import sys


class Error(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_int32),
        ("argument", ctypes.c_int32),
        ("row", ctypes.c_int64),
        ("column", ctypes.c_int64),
        ("message", ctypes.c_char * 488),
    ]


samen = ctypes.CDLL("libsamen.so.0")
samen.samen_table_rows.restype = ctypes.c_int64
samen.samen_table_get_text.restype = ctypes.c_char_p
samen.samen_table_get_float64.restype = ctypes.c_double
error = Error()


def call(function, *arguments):
    """Call a function whose last two arguments are what it makes and the error."""
    made = ctypes.c_void_p()
    if getattr(samen, function)(*arguments, ctypes.byref(made), ctypes.byref(error)):
        sys.exit(error.message.decode())
    return made


path = sys.argv[1] if len(sys.argv) > 1 else "examples/data/padgett"
network = call("samen_io_read", path.encode(), None, None)
view = call("samen_view_make", network, b"forms=marriage", None)
brokers = call("samen_measure", view, b"brokerage.betweenness", b"", None)
top = call("samen_table_sort", brokers, b"betweenness", 1, ctypes.c_int64(5))
score = samen.samen_table_find(top, b"betweenness")
for row in range(samen.samen_table_rows(top)):
    key = samen.samen_table_get_text(top, ctypes.c_int64(row), 0, b"").decode()
    value = samen.samen_table_get_float64(top, ctypes.c_int64(row), score, ctypes.c_double(0))
    print(f"{key:<12} {value:6.3f}")
for table in (top, brokers):
    samen.samen_table_free(table)
samen.samen_view_free(view)
samen.samen_network_free(network)
