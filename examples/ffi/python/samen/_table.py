# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: what every measure gives. Columns are read in place; notes and provenance come along."""
from __future__ import annotations

import ctypes
import functools
import html
import keyword
import operator
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple, Type, Union, overload

from . import _arrow
from ._calls import Handle, Path, do, make, path_text, text, words
from ._column import Column
from ._columns import Columns, named
from ._library import library, numbers, struct

_FORMATS = numbers("SAMEN_FORMAT_")
_Options = struct("samen_table_options")
_SHOWN = 20  # rows, where a table is only looked at


class Note(NamedTuple):
    """What a careful reader of a table must know: a short word, how many it is about, and a sentence."""

    code: str
    number: int
    text: str


class Row(tuple[Any, ...]):
    """A row of a table: row.key, row["key"] or row[0]."""

    __slots__ = ()
    _columns: Dict[str, int] = {}

    def __getitem__(self, place: Any) -> Any:
        return super().__getitem__(self._columns[place] if isinstance(place, str) else place)

    def __repr__(self) -> str:
        cells = ", ".join(f"{name}={value!r}" for name, value in zip(self._columns, self))
        return f"Row({cells})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return _make_row, (tuple(self._columns), tuple(self))

    def to_dict(self) -> Dict[str, Any]:
        return dict(zip(self._columns, self))


@functools.lru_cache(maxsize=256)
def _kind_of_row(names: Tuple[str, ...]) -> Type[Row]:
    """Rows of these columns. A name that cannot stand behind a point is there as row["name"]."""
    places = {name: place for place, name in enumerate(names)}
    fields: Dict[str, Any] = {
        name: property(operator.itemgetter(place))
        for name, place in places.items()
        if name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("_")
    }
    return type("Row", (Row,), {"__slots__": (), **fields, "_columns": places})


def _make_row(names: Tuple[str, ...], cells: Tuple[Any, ...]) -> Row:
    return _kind_of_row(names)(cells)


class Table(Handle):
    """Named columns of equal length: table["key"] is a Column, table[0] a Row, and iterating gives rows.

    A table goes to pandas with to_pandas(), and to polars, pyarrow, DuckDB and the like as it is, by the Arrow
    PyCapsule protocol: polars.DataFrame(table), pyarrow.table(table)."""

    __slots__ = ()
    _free = library.samen_table_free

    # ---- What is in it ----

    def __len__(self) -> int:
        rows: int = library.samen_table_rows(self)
        return rows

    @property
    def columns(self) -> Tuple[str, ...]:
        """The names of the columns."""
        count = library.samen_table_columns(self)
        return tuple(words(library.samen_table_column_name(self, place)) for place in range(count))

    def column(self, name: str) -> Column:
        """The column of that name."""
        place = library.samen_table_find(self, text(name))
        if place < 0:
            raise KeyError(f'there is no column "{name}"; there are {", ".join(self.columns)}')
        return Column(self, place)

    @overload
    def __getitem__(self, place: str) -> Column:
        ...

    @overload
    def __getitem__(self, place: int) -> Row:
        ...

    def __getitem__(self, place: Union[str, int]) -> Union[Column, Row]:
        if isinstance(place, str):
            return self.column(place)
        row = range(len(self))[place]
        names = self.columns
        return _make_row(names, tuple(Column(self, at)[row] for at in range(len(names))))

    def __contains__(self, name: object) -> bool:
        """Is there a column of that name?"""
        return name in self.columns

    def __iter__(self) -> Iterator[Row]:
        names = self.columns
        cells = zip(*(Column(self, place).to_list() for place in range(len(names))))
        return map(_kind_of_row(names), cells)

    @property
    def notes(self) -> List[Note]:
        """What a careful reader must know: what was left out, what is undefined, and why."""
        return [
            Note(
                words(library.samen_table_note_code(self, at)),
                library.samen_table_note_count(self, at),
                words(library.samen_table_note_text(self, at)),
            )
            for at in range(library.samen_table_notes(self))
        ]

    @property
    def provenance(self) -> Dict[str, str]:
        """Where the table comes from: measure, source, all options, seed, view, versions."""
        return {
            words(library.samen_table_provenance_key(self, at)): words(
                library.samen_table_provenance_value(self, at)
            )
            for at in range(library.samen_table_provenances(self))
        }

    # ---- Other tables of it ----

    def sort(self, column: str, descending: bool = False, limit: int = 0) -> Table:
        """The rows in the order of a column, nulls last; only the first so many of them, if there is a limit."""
        return make(Table, library.samen_table_sort, self, text(column), int(descending), limit)

    def head(self, rows: int = 5) -> Table:
        """The first rows."""
        if rows < 1:
            raise ValueError("give 1 row or more")
        return make(Table, library.samen_table_sort, self, None, 0, rows)

    def select(self, *columns: str) -> Table:
        """Some of the columns, in that order."""
        quoted = ('"' + name.replace('"', '""') + '"' for name in columns)
        return make(Table, library.samen_table_select, self, text(",".join(quoted)))

    # ---- Written ----

    def format(
        self, format: str = "text", decimals: int = 0, guard: bool = False, plain: bool = False
    ) -> str:
        """The table as text, csv, json or markdown. Decimals: -1 for as many as there are, -2 for none, 0 for what
        reads best; guard: no text that a spreadsheet would take for a formula; plain: without the notes.
        """
        if format not in _FORMATS:
            raise ValueError(f'there is no format "{format}"; there are {", ".join(_FORMATS)}')
        options = _options(
            format=_FORMATS[format], decimals=decimals, guard=int(guard), plain=int(plain)
        )
        made, length = ctypes.c_void_p(), ctypes.c_int64()
        do(
            library.samen_table_format,
            self,
            ctypes.byref(options),
            ctypes.byref(made),
            ctypes.byref(length),
        )
        try:
            return ctypes.string_at(made.value or 0, length.value).decode()
        finally:
            library.samen_free(made)

    def to_csv(
        self, path: Optional[Path] = None, guard: bool = False, overwrite: bool = False
    ) -> Optional[str]:
        """The table as CSV: a text, or a file when there is a path."""
        if path is None:
            return self.format("csv", guard=guard)
        options = _options(format=_FORMATS["csv"], guard=int(guard), overwrite=int(overwrite))
        do(library.samen_table_write, self, path_text(path), ctypes.byref(options))
        return None

    def write(
        self, path: Path, overwrite: bool = False, decimals: int = 0, guard: bool = False
    ) -> None:
        """Write a file; its name's ending chooses the format: .csv, .json, .md, anything else is text."""
        options = _options(overwrite=int(overwrite), decimals=decimals, guard=int(guard))
        do(library.samen_table_write, self, path_text(path), ctypes.byref(options))

    def __repr__(self) -> str:
        rows = len(self)
        shown = self if rows <= _SHOWN else self.head(_SHOWN)
        more = f"... {rows:,} rows\n" if rows > _SHOWN else ""
        return (shown.format(plain=True) + more).rstrip("\n")

    def _repr_html_(self) -> str:
        shown = self if len(self) <= _SHOWN else self.head(_SHOWN)
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{_shown(cell)}</td>" for cell in row) + "</tr>" for row in shown
        )
        below = [f"{len(self):,} rows"] + [html.escape(note.text) for note in self.notes]
        notes = "".join(f"<p>{line}</p>" for line in below)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"

    # ---- Elsewhere ----

    def to_dict(self) -> Dict[str, List[Any]]:
        """Every column as a list, by name."""
        return {name: self.column(name).to_list() for name in self.columns}

    def to_pandas(self) -> Any:
        """A DataFrame. Where cells are null: NaN in numbers, <NA> in whole numbers and yes/no, None in texts."""
        from ._pandas import frame_of

        return frame_of(self)

    def __arrow_c_array__(self, requested_schema: object = None) -> Tuple[object, object]:
        return _arrow.lend_array(library.samen_table_export_arrow, self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _arrow.lend_stream(library.samen_table_export_arrow_stream, self)

    def __arrow_c_schema__(self) -> object:
        return self.__arrow_c_array__()[0]


def _options(**given: int) -> Any:
    return _Options(struct_size=ctypes.sizeof(_Options), **given)


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:.6g}" if isinstance(cell, float) else html.escape(str(cell))


def table(data: Any) -> Table:
    """A table of anything that has columns: a dict of lists or arrays, a pandas DataFrame, or what speaks the Arrow
    PyCapsule protocol (a polars or pyarrow table)."""
    if isinstance(data, Table):
        return data
    if hasattr(data, "__arrow_c_array__"):
        schema, array, kept = _arrow.open_array(data)
        return make(Table, library.samen_table_import_arrow, schema, array)
    if hasattr(data, "__arrow_c_stream__"):
        stream, kept = _arrow.open_stream(data)
        return make(Table, library.samen_table_import_arrow_stream, stream)
    columns = Columns(named(data))
    return make(
        Table,
        library.samen_table_import_arrow,
        ctypes.byref(columns.schema),
        ctypes.byref(columns.array),
    )
