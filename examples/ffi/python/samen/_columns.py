# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of Python's own as an Arrow struct array: lists, NumPy arrays, pandas series, anything that can be listed.

Whole arrays of numbers are lent as they are. Texts are joined and encoded once. None is null; so are NaN and NaT in
what comes from pandas, where they mean that. A text, number, date or yes/no alone stands in every row."""
from __future__ import annotations

import array
import ctypes
import datetime
import itertools
import operator
import sys
from typing import Any, Iterable, List, Mapping, Optional

from ._arrow import RELEASE, Array, Schema

_EPOCH = datetime.date(1970, 1, 1)
_FIRST = _EPOCH.toordinal()
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_NULLABLE = 2
_WHOLE = {1: "cC", 2: "sS", 4: "iI", 8: "lL"}  # with a sign and without, by size
_REAL = {4: "f", 8: "g"}


class _Cells:
    """A column as Arrow has it: a format, buffers (the first for validity), perhaps a dictionary."""

    def __init__(
        self,
        kind: str,
        length: int,
        buffers: List[Any],
        validity: Optional[bytes] = None,
        dictionary: Optional[_Cells] = None,
    ) -> None:
        self.kind, self.length, self.dictionary = kind, length, dictionary
        self.buffers = [] if kind == "n" else [validity, *buffers]


# ---- Lists ---------------------------------------------------------------------------------------------
# A million cells are gone through by functions that are written in C, wherever there is one.


def _bits(flags: bytes) -> bytes:
    """One bit for each byte that is 0 or 1, the first in the lowest bit of the first byte."""
    digits = flags[::-1].translate(_DIGITS) or b"0"
    return int(digits, 2).to_bytes((len(flags) + 7) // 8, "little")


def _filled(values: List[Any], filling: Any, validity: Optional[bytes]) -> List[Any]:
    if not validity:
        return values
    return [filling if value is None else value for value in values]


def _texts(values: List[str], validity: Optional[bytes] = None) -> _Cells:
    joined = "".join(values)
    data = joined.encode()
    lengths: Iterable[int] = map(len, values)
    if len(data) != len(joined):
        lengths = [len(value.encode()) for value in values]
    offsets = array.array("q", itertools.accumulate(lengths, initial=0))
    return _Cells("U", len(values), [offsets, data], validity)


def _number_of_day(value: datetime.date) -> int:
    if isinstance(value, datetime.datetime) and (value.tzinfo or value.time() != datetime.time()):
        raise ValueError(f"has {value}, which is not a whole day")
    return value.toordinal()


def _days(values: List[datetime.date], validity: Optional[bytes], are_days: bool) -> _Cells:
    ordinals = map(datetime.date.toordinal if are_days else _number_of_day, values)
    numbers = array.array("i", [ordinal - _FIRST for ordinal in ordinals])
    return _Cells("tdD", len(values), [numbers], validity)


def _numbers(values: List[Any], validity: Optional[bytes], are_whole: bool) -> _Cells:
    numbers = array.array("q" if are_whole else "d", values)
    return _Cells("l" if are_whole else "g", len(values), [numbers], validity)


def _all_texts(values: List[Any], validity: Optional[bytes] = None) -> _Cells:
    return (_numpy_texts if "numpy" in sys.modules else _texts)(values, validity)


def _listed(values: List[Any]) -> _Cells:
    if values and isinstance(values[0], str):
        try:
            return _all_texts(values)
        except TypeError:  # not all of them are
            pass
    kinds = set(map(type, values))
    validity = None
    if type(None) in kinds:
        kinds.remove(type(None))
        if not kinds:
            return _Cells("n", len(values), [])
        validity = _bits(bytes(map(operator.is_not, values, itertools.repeat(None))))
    if all(issubclass(kind, str) for kind in kinds):
        return _all_texts(_filled(values, "", validity), validity)
    if kinds == {bool}:
        return _Cells("b", len(values), [_bits(bytes(_filled(values, False, validity)))], validity)
    if all(issubclass(kind, datetime.date) for kind in kinds):
        return _days(_filled(values, _EPOCH, validity), validity, kinds == {datetime.date})
    if any(hasattr(kind, "item") for kind in kinds):  # NumPy's numbers
        return _listed([value.item() if hasattr(value, "item") else value for value in values])
    if kinds <= {int, float}:
        return _numbers(_filled(values, 0, validity), validity, float not in kinds)
    names = ", ".join(sorted(kind.__name__ for kind in kinds))
    raise TypeError(f"holds {names}; give texts, numbers, yes/no or dates, all of one kind")


# ---- NumPy ---------------------------------------------------------------------------------------------


def _numpy_bits(flags: Any) -> bytes:
    packed: bytes = sys.modules["numpy"].packbits(flags, bitorder="little").tobytes()
    return packed


def _numpy_texts(values: List[str], validity: Optional[bytes] = None) -> _Cells:
    """The same as _texts(), the places found by NumPy."""
    numpy = sys.modules["numpy"]
    data = "\0".join(values).encode()
    ends = numpy.flatnonzero(numpy.frombuffer(data, dtype="uint8") == 0)
    if len(ends) != len(values) - 1:  # a text has a NUL of its own, which is for the library to say
        return _texts(values, validity)
    offsets = numpy.empty(len(values) + 1, dtype="int64")
    offsets[0], offsets[-1] = 0, len(data) - len(ends)
    offsets[1:-1] = ends - numpy.arange(len(ends))
    return _Cells("U", len(values), [offsets, data.translate(None, b"\0")], validity)


def _numpy_days(values: Any, missing: Any) -> _Cells:
    numpy = sys.modules["numpy"]
    absent = numpy.isnat(values)
    if missing is not None:
        absent = absent | missing
    days = values.astype("datetime64[D]")
    partly = (days != values) & ~absent
    if partly.any():
        raise ValueError(f"has {values[partly.argmax()]}, which is not a whole day")
    numbers = numpy.where(absent, 0, days.astype("int64"))
    if (abs(numbers) >= 2**31).any():
        raise ValueError("has a day beyond the year 9999")
    validity = _numpy_bits(~absent) if absent.any() else None
    return _Cells("tdD", len(values), [numbers.astype("int32")], validity)


def _numpy(values: Any, missing: Any = None) -> _Cells:
    """An array; where `missing` is true, the row is null."""
    numpy = sys.modules["numpy"]
    if values.ndim != 1:
        raise ValueError(f"has {values.ndim} dimensions; a column has one")
    if isinstance(values, numpy.ma.MaskedArray):
        values, missing = values.data, numpy.ma.getmaskarray(values)
    kind, size = values.dtype.kind, values.dtype.itemsize
    if kind == "M":
        return _numpy_days(values, missing)
    if kind in "OUT":
        listed = values.tolist()
        if missing is not None:
            listed = [None if gone else value for value, gone in zip(listed, missing)]
        return of_values(listed)
    validity = None
    if missing is not None and missing.any():
        validity = _numpy_bits(~missing)
        values = numpy.where(missing, values.dtype.type(0), values)
    if kind == "b":
        return _Cells("b", len(values), [_numpy_bits(values)], validity)
    name = _WHOLE[size]["iu".index(kind)] if kind in "iu" else None
    if kind == "f":
        name = _REAL.get(size)
    if not name:
        raise TypeError(f"is of NumPy's type {values.dtype}; give numbers, texts, yes/no or days")
    # The array itself, when it lies in memory as the library reads it.
    plain = numpy.ascontiguousarray(values, dtype=values.dtype.newbyteorder("="))
    return _Cells(name, len(values), [plain], validity)


# ---- pandas --------------------------------------------------------------------------------------------


def _pandas(series: Any) -> _Cells:
    missing = series.isna().to_numpy()
    kind = str(series.dtype)
    if kind == "category":
        cells = _numpy(series.cat.codes.to_numpy(), missing)
        cells.dictionary = of_values(series.cat.categories)
        return cells
    if getattr(series.dtype, "tz", None):
        raise TypeError("has times of a time zone; give days, without one")
    if kind == "boolean":
        return _numpy(series.fillna(False).to_numpy(bool), missing)
    plain = getattr(series.dtype, "numpy_dtype", None)  # of Int64, Float64
    if plain is not None and plain.kind in "iuf":
        return _numpy(series.fillna(0).to_numpy(plain), missing)
    return _numpy(series.to_numpy(), missing)


# ---- Any column ----------------------------------------------------------------------------------------


def of_values(values: Any) -> _Cells:
    """The cells of anything that is a column."""
    module = type(values).__module__.partition(".")[0]
    if module == "numpy":
        return _numpy(values)
    if module == "pandas":
        return _pandas(values.to_series() if hasattr(values, "to_series") else values)
    if isinstance(values, range):
        values = array.array("q", values)
    if isinstance(values, array.array) and values.typecode in "fd":
        return _Cells(_REAL[values.itemsize], len(values), [values])
    if isinstance(values, array.array) and values.typecode != "u":
        return _Cells(_WHOLE[values.itemsize][values.typecode.isupper()], len(values), [values])
    for name in ("to_pylist", "to_list"):  # pyarrow, polars, our own columns
        if hasattr(values, name):
            values = getattr(values, name)()
    return _listed(values if isinstance(values, list) else list(values))


def _repeated(value: Any, rows: int) -> _Cells:
    if isinstance(value, str):
        return _Cells("c", rows, [bytes(rows)], dictionary=_texts([value]))
    return _listed([value] * rows)


def is_single(value: object) -> bool:
    return value is None or isinstance(value, (str, bool, int, float, datetime.date))


def named(data: Any) -> Any:
    """The columns of a pandas DataFrame by name; what has names already as it is."""
    if type(data).__module__.partition(".")[0] == "pandas":
        columns = {str(name): series for name, series in data.items()}
        if len(columns) < data.shape[-1]:
            raise ValueError("two columns of the DataFrame have the same name")
        return columns
    return data


def all_cells(columns: Mapping[str, Any]) -> Mapping[str, _Cells]:
    made = {}
    for name, values in columns.items():
        try:
            if not isinstance(name, str):
                raise TypeError("has a name that is no text")
            if not is_single(values):
                made[name] = of_values(values)
        except (TypeError, ValueError, OverflowError) as problem:
            kind = TypeError if isinstance(problem, TypeError) else ValueError
            raise kind(f'column "{name}" {problem}') from problem
    lengths = {name: cells.length for name, cells in made.items()}
    if len(set(lengths.values())) > 1:
        raise ValueError(
            "columns are of different lengths: "
            + ", ".join(f"{name} {length}" for name, length in lengths.items())
        )
    if columns and not lengths:
        raise ValueError("no column says how many rows there are; give at least one as a list")
    rows = max(lengths.values(), default=0)
    return {
        name: made[name] if name in made else _repeated(values, rows)
        for name, values in columns.items()
    }


# ---- As the library takes it ---------------------------------------------------------------------------


def _release_schema(address: int) -> None:
    Schema.from_address(address).release = None


def _release_array(address: int) -> None:
    Array.from_address(address).release = None


_RELEASES = RELEASE(_release_schema), RELEASE(_release_array)
_RELEASE_SCHEMA, _RELEASE_ARRAY = (
    ctypes.cast(release, ctypes.c_void_p).value for release in _RELEASES
)


def address_of(buffer: Any) -> Optional[int]:
    if buffer is None:
        return None
    if isinstance(buffer, array.array):
        return buffer.buffer_info()[0]
    if isinstance(buffer, bytes):
        return ctypes.cast(ctypes.c_char_p(buffer), ctypes.c_void_p).value
    address: int = buffer.__array_interface__["data"][0]
    return address


class Columns:
    """Named columns as a struct array, to be lent to one call of the library, which copies what it keeps."""

    def __init__(self, columns: Mapping[str, Any]) -> None:
        cells = all_cells(columns)
        self._kept: List[Any] = [cells]
        self.rows = max((column.length for column in cells.values()), default=0)
        children = [self._column(name, column) for name, column in cells.items()]
        self.schema = Schema(
            format=b"+s",
            name=b"",
            n_children=len(children),
            children=self._addresses([ctypes.addressof(schema) for schema, _ in children]),
            release=_RELEASE_SCHEMA,
        )
        self.array = Array(
            length=self.rows,
            n_buffers=1,
            buffers=self._addresses([None]),
            n_children=len(children),
            children=self._addresses([ctypes.addressof(made) for _, made in children]),
            release=_RELEASE_ARRAY,
        )

    def _keep(self, made: Any) -> int:
        self._kept.append(made)
        return ctypes.addressof(made)

    def _addresses(self, values: List[Optional[int]]) -> int:
        return self._keep((ctypes.c_void_p * len(values))(*values))

    def _column(self, name: str, cells: _Cells) -> Any:
        schema = Schema(
            format=cells.kind.encode(), name=name.encode(), flags=_NULLABLE, release=_RELEASE_SCHEMA
        )
        made = Array(
            length=cells.length,
            null_count=-1 if cells.buffers and cells.buffers[0] else 0,
            n_buffers=len(cells.buffers),
            buffers=self._addresses([address_of(buffer) for buffer in cells.buffers]),
            release=_RELEASE_ARRAY,
        )
        if cells.kind == "n":
            made.null_count = cells.length
        if cells.dictionary:
            inner_schema, inner = self._column("", cells.dictionary)
            schema.dictionary, made.dictionary = map(ctypes.addressof, (inner_schema, inner))
        self._kept += [schema, made]
        return schema, made
