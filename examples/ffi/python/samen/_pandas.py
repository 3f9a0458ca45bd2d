# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as pandas has them."""
from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._column import Column
    from ._table import Table


def _series(column: Column) -> Any:
    numpy: Any = importlib.import_module("numpy")
    pandas: Any = importlib.import_module("pandas")
    values = column.to_numpy()
    if not isinstance(values, numpy.ma.MaskedArray):
        if column.type == "date":
            try:
                return pandas.Series(values)
            except pandas.errors.OutOfBoundsDatetime:  # far from today
                return pandas.Series(column.to_list(), dtype=object)
        return pandas.Series(values)
    if column.type == "float64":
        return pandas.Series(numpy.asarray(column))
    kind = pandas.arrays.BooleanArray if column.type == "bool" else pandas.arrays.IntegerArray
    return pandas.Series(kind(values.data.copy(), values.mask.copy()))


def frame_of(table: Table) -> Any:
    pandas: Any = importlib.import_module("pandas")
    return pandas.DataFrame({name: _series(table.column(name)) for name in table.columns})
