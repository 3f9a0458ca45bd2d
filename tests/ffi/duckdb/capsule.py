# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of the binding for Python, handed to DuckDB by the Arrow PyCapsule protocol: DuckDB counts and adds up what
Python does too. Usage: capsule.py LIBDUCKDB DATASET"""
import ctypes
import gc
import sys
from ctypes import byref, c_char_p, c_uint64, c_void_p

import samen

duckdb = ctypes.CDLL(sys.argv[1])
duckdb.duckdb_value_varchar.argtypes = [c_void_p, c_uint64, c_uint64]
duckdb.duckdb_value_varchar.restype = c_char_p
duckdb.duckdb_result_error.restype = c_char_p
duckdb.duckdb_row_count.restype = c_uint64
open_capsule = ctypes.PYFUNCTYPE(c_void_p, ctypes.py_object, c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)
database, connection = c_void_p(), c_void_p()
assert duckdb.duckdb_open(None, byref(database)) == 0
assert duckdb.duckdb_connect(database, byref(connection)) == 0


def ask(sql, columns):
    result = (c_void_p * 16)()  # more than a duckdb_result has
    if duckdb.duckdb_query(connection, sql.encode(), byref(result)):
        sys.exit(duckdb.duckdb_result_error(byref(result)).decode())
    rows = range(duckdb.duckdb_row_count(byref(result)))
    cells = [
        [duckdb.duckdb_value_varchar(byref(result), column, row) for column in range(columns)]
        for row in rows
    ]
    return [[cell and cell.decode() for cell in row] for row in cells]


def give(name, table):
    capsule = table.__arrow_c_stream__()
    stream = c_void_p(open_capsule(capsule, b"arrow_array_stream"))
    assert duckdb.duckdb_arrow_scan(connection, b"lent", stream) == 0
    ask(f"CREATE TABLE {name} AS SELECT * FROM lent", 0)


network = samen.read(sys.argv[2])
brokers, organisations = network.view().brokerage.betweenness(), network.organisations()
expected = {}
sponsor = dict(zip(organisations["id"], organisations["sponsorship"]))
for broker in brokers:
    count, total = expected.get(sponsor[broker.organisation], (0, 0.0))
    expected[sponsor[broker.organisation]] = count + 1, total + broker.betweenness
staff = sum(count for count in organisations["paid_staff"] if count is not None)

give("brokers", brokers)
give("organisations", organisations)
del brokers, organisations, network
gc.collect()
found = ask(
    "SELECT sponsorship, count(*), sum(betweenness) FROM brokers JOIN organisations ON id = organisation GROUP BY 1",
    3,
)
assert len(found) == len(expected)
for sponsorship, count, total in found:
    assert int(count) == expected[sponsorship][0]
    assert abs(float(total) - expected[sponsorship][1]) < 1e-9
assert float(ask("SELECT sum(paid_staff) FROM organisations", 1)[0][0]) == staff
