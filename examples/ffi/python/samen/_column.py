# SPDX-License-Identifier: GPL-3.0-or-later
"""A column of a table, read in place."""
from __future__ import annotations

import ctypes
import datetime
import importlib
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Iterator, List, Optional

from ._calls import words
from ._library import library, numbers

if TYPE_CHECKING:
    from ._table import Table

_EPOCH = datetime.date(1970, 1, 1).toordinal()
_KINDS = {number: name for name, number in numbers("SAMEN_COLUMN_").items()}
_BYTES = {"int64": (8, "q"), "float64": (8, "d"), "date": (4, "i")}
_READ = {
    "int64": library.samen_table_data_int64,
    "float64": library.samen_table_data_float64,
    "date": library.samen_table_data_date,
    "bool": library.samen_table_data_bool,
    "text": library.samen_table_data_text,
}


class Column(Sequence[Any]):
    """A column of a table: a sequence of texts, numbers, dates (datetime.date) or yes/no, None where undefined.

    numpy.asarray(column) and column.to_numpy() give arrays; numbers without nulls are not copied.
    """

    __slots__ = ("table", "name", "type", "nulls", "_place")

    def __init__(self, table: Table, place: int) -> None:
        self.table, self._place = table, place
        self.name = words(library.samen_table_column_name(table, place))
        self.type = _KINDS[library.samen_table_column_type(table, place)]
        self.nulls: int = library.samen_table_column_nulls(table, place)

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        undefined = f", {self.nulls} undefined" if self.nulls else ""
        return f"<samen.Column {self.name}: {self.type}, {len(self)} rows{undefined}>"

    # ---- In place ----

    def _view(self, address: Optional[int], size: int) -> memoryview:
        """Bytes of the library's that nobody can write, and that keep the table."""
        if not address or not size:
            return memoryview(b"")
        block: Any = (ctypes.c_ubyte * size).from_address(address)
        block._table = self.table
        return memoryview(block).toreadonly().cast("B")

    def _bits(self, address: Optional[int]) -> str:
        """The bits of a bitmap as digits, the first row first."""
        rows = len(self)
        bits = int.from_bytes(self._view(address, (rows + 7) // 8), "little")
        return format(bits, f"0{rows + 1}b")[::-1][:rows]

    def _validity(self) -> Optional[int]:
        address: Optional[int] = library.samen_table_data_validity(self.table, self._place)
        return address

    @property
    def data(self) -> memoryview:
        """The numbers or days of the column in place, read-only; 0 where one is null."""
        if self.type not in _BYTES:
            raise TypeError(f'column "{self.name}" is {self.type}, not numbers or dates')
        size, code = _BYTES[self.type]
        return self._view(_READ[self.type](self.table, self._place), size * len(self)).cast(code)

    # ---- As Python's own ----

    def _texts(self) -> List[Any]:
        starts = library.samen_table_data_offsets(self.table, self._place)
        places = self._view(starts, 8 * (len(self) + 1)).cast("q").tolist()
        data = bytes(self._view(_READ["text"](self.table, self._place), places[-1]))
        joined = data.decode()
        pairs = zip(places, itertools.islice(places, 1, None))
        if len(joined) == len(data):
            return [joined[start:end] for start, end in pairs]
        return [data[start:end].decode() for start, end in pairs]

    def to_list(self) -> List[Any]:
        """All cells, None where one is null."""
        values: List[Any]
        if self.type == "text":
            values = self._texts()
        elif self.type == "bool":
            bits = self._bits(_READ["bool"](self.table, self._place))
            values = [bit == "1" for bit in bits]
        elif self.type == "date":
            values = [datetime.date.fromordinal(day + _EPOCH) for day in self.data.tolist()]
        else:
            values = self.data.tolist()
        if self.nulls:
            valid = self._bits(self._validity())
            values = [value if bit == "1" else None for value, bit in zip(values, valid)]
        return values

    def __iter__(self) -> Iterator[Any]:
        return iter(self.to_list())

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return self.to_list()[place]
        row = range(len(self))[place]
        at = self.table, row, self._place
        if library.samen_table_is_null(*at):
            return None
        if self.type == "text":
            return words(library.samen_table_get_text(*at, None))
        if self.type == "bool":
            return library.samen_table_get_bool(*at, 0) == 1
        if self.type == "date":
            return datetime.date.fromordinal(library.samen_table_get_date(*at, 0) + _EPOCH)
        return getattr(library, f"samen_table_get_{self.type}")(*at, 0)

    # ---- As NumPy has it ----

    def to_numpy(self) -> Any:
        """An array: numbers as they lie in the table, read-only; days as datetime64[D], NaT where null; texts as
        objects. Where cells are null, numbers and yes/no are a masked array, since 0 would be taken for a value.
        """
        numpy: Any = importlib.import_module("numpy")
        rows = len(self)
        if self.type == "text":
            return numpy.array(self.to_list(), dtype=object)
        missing = None
        if self.nulls:
            missing = self._unpacked(self._validity()) == 0
        if self.type == "bool":
            values = self._unpacked(_READ["bool"](self.table, self._place)).view(bool)
        elif self.type == "date":
            values = numpy.array(self.data, dtype="int32").astype("datetime64[D]")
            if missing is not None:
                values[missing] = numpy.datetime64("NaT")
            return values
        else:
            values = (
                numpy.frombuffer(self.data, dtype=self.type) if rows else numpy.empty(0, self.type)
            )
        return values if missing is None else numpy.ma.MaskedArray(values, missing)

    def _unpacked(self, address: Optional[int]) -> Any:
        numpy: Any = importlib.import_module("numpy")
        packed = self._view(address, (len(self) + 7) // 8)
        return numpy.unpackbits(numpy.array(packed), count=len(self), bitorder="little")

    def __array__(self, dtype: Any = None, copy: Optional[bool] = None) -> Any:
        """For numpy.asarray() and all that calls it: numbers are NaN, yes/no are None where null."""
        numpy: Any = importlib.import_module("numpy")
        values = self.to_numpy()
        if isinstance(values, numpy.ma.MaskedArray):
            if copy is False:
                raise ValueError(f'column "{self.name}" has nulls and cannot be had without a copy')
            if self.type == "bool":
                values = numpy.array(self.to_list(), dtype=object)
            else:
                values = values.astype("float64").filled(numpy.nan)
        return numpy.array(values, dtype=dtype) if copy else numpy.asarray(values, dtype=dtype)
