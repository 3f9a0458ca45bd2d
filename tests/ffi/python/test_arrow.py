# SPDX-License-Identifier: GPL-3.0-or-later
"""The Arrow PyCapsule protocol, seen by a consumer and a producer that know the specification only."""
import ctypes
import gc
import threading

import samen
from samen import _arrow
from support import FULL, HOLES, Case, resident

open_capsule = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)
RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class Schema(ctypes.Structure):
    pass


Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]


class Array(ctypes.Structure):
    pass


Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.POINTER(Array)),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]


class Stream(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_void_p)
        for name in ("get_schema", "get_next", "get_last_error", "release", "private_data")
    ]


def taken(kind, name, capsule):
    """The struct moved out of its capsule, as a consumer does."""
    source = kind.from_address(open_capsule(capsule, name))
    moved = kind()
    ctypes.memmove(ctypes.byref(moved), ctypes.byref(source), ctypes.sizeof(kind))
    source.release = None
    return moved


def release(struct):
    if struct.release:
        RELEASE(struct.release)(ctypes.addressof(struct))


def bit(address, row):
    return ctypes.c_ubyte.from_address(address + row // 8).value >> row % 8 & 1


def cell(schema, array, row):
    valid, kind = array.buffers[0], schema.format
    if valid and not bit(valid, row):
        return None
    if kind == b"b":
        return bool(bit(array.buffers[1], row))
    if kind == b"U":
        places = (ctypes.c_int64 * (array.length + 1)).from_address(array.buffers[1])
        return ctypes.string_at(
            array.buffers[2] + places[row], places[row + 1] - places[row]
        ).decode()
    number = {b"l": ctypes.c_int64, b"g": ctypes.c_double, b"tdD": ctypes.c_int32}[kind]
    return (number * array.length).from_address(array.buffers[1])[row]


def cells(schema, array):
    """All cells of a struct array, by column; days as numbers."""
    return {
        schema.children[at].contents.name.decode(): [
            cell(schema.children[at].contents, array.children[at].contents, row)
            for row in range(array.length)
        ]
        for at in range(schema.n_children)
    }


def with_days(columns):
    return {
        **columns,
        "day": [None if day is None else day.toordinal() - 719163 for day in columns["day"]],
    }


class Out(Case):
    def test_an_array_has_every_cell(self):
        for columns in (FULL, HOLES):
            capsules = samen.table(columns).__arrow_c_array__()
            schema = taken(Schema, b"arrow_schema", capsules[0])
            array = taken(Array, b"arrow_array", capsules[1])
            del capsules
            gc.collect()
            self.assertEqual(schema.format, b"+s")
            self.assertEqual(cells(schema, array), with_days(columns))
            release(array)
            self.assertIsNone(array.release)
            release(schema)

    def test_an_array_keeps_the_table_and_is_released_in_any_thread(self):
        schema, array = samen.table({"x": list(range(100_000))}).__arrow_c_array__()
        array = taken(Array, b"arrow_array", array)
        schema = taken(Schema, b"arrow_schema", schema)
        gc.collect()
        self.assertEqual(
            cell(schema.children[0].contents, array.children[0].contents, 99_999), 99_999
        )
        release(schema)
        thread = threading.Thread(target=release, args=(array,))
        thread.start()
        thread.join()
        self.assertIsNone(array.release)

    def test_a_stream_has_the_table_once_and_then_ends(self):
        stream = taken(Stream, b"arrow_array_stream", samen.table(HOLES).__arrow_c_stream__())
        schema, array = Schema(), Array()
        at = ctypes.addressof(stream)
        self.assertEqual(NEXT(stream.get_schema)(at, ctypes.addressof(schema)), 0)
        self.assertEqual(NEXT(stream.get_next)(at, ctypes.addressof(array)), 0)
        self.assertEqual(cells(schema, array), with_days(HOLES))
        end = Array()
        self.assertEqual(NEXT(stream.get_next)(at, ctypes.addressof(end)), 0)
        self.assertIsNone(end.release)
        release(stream)
        self.assertEqual(cells(schema, array), with_days(HOLES))
        release(array)
        release(schema)

    def test_a_schema_alone(self):
        schema = taken(Schema, b"arrow_schema", samen.table(FULL).__arrow_c_schema__())
        names = [schema.children[at].contents.name for at in range(schema.n_children)]
        self.assertEqual(names, [b"key", b"whole", b"real", b"yes", b"day"])
        release(schema)

    def test_capsules_that_nobody_took_over_are_released(self):
        def lend(times):
            for _ in range(times):
                table = samen.table({"x": list(range(100_000))})
                table.__arrow_c_array__()
                table.__arrow_c_stream__()

        lend(5)
        before = resident()
        lend(200)
        self.assertLess(resident() - before, 10_000)
        gc.collect()
        self.assertEqual(_arrow._lent.held, {})

    def test_a_capsule_that_is_dropped_while_an_exception_is_on_its_way_loses_neither(self):
        table = samen.table(FULL)
        self.raises(ZeroDivisionError, "", lambda: [table.__arrow_c_array__(), 1 / 0])
        self.raises(TypeError, "PyCapsule", lambda: sorted(table.__arrow_c_array__()))
        gc.collect()
        self.assertEqual(_arrow._lent.held, {})

    def test_capsules_of_many_threads(self):
        table = samen.table(HOLES)

        def work():
            for _ in range(200):
                schema, array = table.__arrow_c_array__()
                release(taken(Array, b"arrow_array", array))
                del array

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        del threads
        gc.collect()
        self.assertEqual(_arrow._lent.held, {})


class OnlyArray:
    """A stranger that speaks the protocol with arrays."""

    def __init__(self, table):
        self.table = table

    def __arrow_c_array__(self, requested_schema=None):
        return self.table.__arrow_c_array__()


class OnlyStream:
    """A stranger that speaks it with a stream, which can be read once."""

    def __init__(self, table):
        self.table, self.read = table, False

    def __arrow_c_stream__(self, requested_schema=None):
        assert not self.read
        self.read = True
        return self.table.__arrow_c_stream__()


class In(Case):
    def test_tables_come_in(self):
        for stranger in (OnlyArray, OnlyStream):
            self.assertEqual(samen.table(stranger(samen.table(HOLES))).to_dict(), HOLES)

    def test_networks_are_made(self):
        for stranger in (OnlyArray, OnlyStream):
            organisations = samen.table({"id": ["é", "東京"], "sector": ["x", None]})
            ties = samen.table({"from": ["é"], "to": ["東京"], "form": ["action"], "weight": [2.5]})
            for given in ({"organisations": stranger(organisations)}, {}):
                for typology in (None, "samenwerken"):
                    network = samen.network(stranger(ties), **given, typology=typology)
                    self.assertEqual(network.organisations()["id"].to_list(), ["é", "東京"])
                    self.assertEqual(network.ties()["weight"].to_list(), [2.5])
                    given = {name: stranger(value.table) for name, value in given.items()}

    def test_what_is_refused_says_where_and_is_released(self):
        for stranger in (OnlyArray, OnlyStream):
            builder = samen.Builder()
            error = self.raises(
                samen.UnknownKeyError,
                "",
                builder.add,
                "ties",
                stranger(samen.table({"from": ["a"], "to": ["b"], "form": ["action"]})),
            )
            self.assertEqual(error.row, 0)
            self.raises(
                samen.MissingError,
                '"id"',
                builder.add,
                "organisations",
                stranger(samen.table(HOLES)),
            )
        gc.collect()
        self.assertEqual(_arrow._lent.held, {})
