# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks made of data in memory."""
from __future__ import annotations

import array
import ctypes
import itertools
import sys
import threading
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _arrow
from ._calls import Handle, do, make, text
from ._columns import Columns, address_of, is_single, named
from ._library import library
from ._network import PARTS, Network
from ._table import Table, table
from ._typology import Form, Typology, typology_of

# Built-in columns, in the order in which a row that is a tuple gives them.
_COLUMNS = {
    "organisations": ("id", "name"),
    "ties": ("from", "to", "form", "weight", "directed", "start", "end", "partnership"),
    "partnerships": ("id", "name", "form", "start", "end"),
    "memberships": ("partnership", "organisation", "role", "weight", "start", "end"),
}
_KINDS = {"q": ("iu", "int64"), "i": ("iu", "int32"), "d": ("iuf", "float64")}


def _lend(values: Any, code: str, what: str) -> Any:
    """An array of numbers that the library can read: the one that is given, where it can."""
    kind = "numbers" if code == "d" else "whole numbers"
    if type(values).__module__.partition(".")[0] == "pandas":
        values = values.to_numpy()
    if type(values).__module__.partition(".")[0] == "numpy":
        numpy: Any = sys.modules["numpy"]
        kinds, name = _KINDS[code]
        if values.ndim != 1 or values.dtype.kind not in kinds or numpy.ma.is_masked(values):
            raise TypeError(f"{what} must be one dimension of {kind}, none of them missing")
        return numpy.ascontiguousarray(values, dtype=name)
    if isinstance(values, array.array) and values.typecode == code:
        return values
    try:
        return array.array(code, values)
    except TypeError:
        raise TypeError(f"{what} must be {kind}, none of them missing") from None


class Builder(Handle):
    """Builds a network step by step. A call that fails changes nothing; calls of several threads take turns."""

    __slots__ = ("typology", "_turn")
    _free = library.samen_builder_free

    def __init__(self, typology: Union[None, str, Typology, Iterable[Form]] = None) -> None:
        self.typology, self._turn = typology_of(typology), threading.Lock()
        address = ctypes.c_void_p()
        do(library.samen_builder_new, self.typology, ctypes.byref(address))
        self._take(address.value or 0)

    def add(self, part: str, rows: Any) -> None:
        """Add organisations, ties, partnerships or memberships by their keys: anything that samen.network() takes."""
        if part not in PARTS:
            raise ValueError(f'a network has no "{part}"; it has {", ".join(PARTS)}')
        rows = columns_of(part, rows)
        if isinstance(rows, Table):
            self._do(library.samen_builder_add_table, PARTS[part], rows)
        elif hasattr(rows, "__arrow_c_array__"):
            schema, made, kept = _arrow.open_array(rows)
            self._do(library.samen_builder_add_arrow, PARTS[part], schema, made)
        elif hasattr(rows, "__arrow_c_stream__"):
            stream, kept = _arrow.open_stream(rows)
            self._do(library.samen_builder_add_arrow_stream, PARTS[part], stream)
        else:
            columns = Columns(rows)
            lent = ctypes.byref(columns.schema), ctypes.byref(columns.array)
            self._do(library.samen_builder_add_arrow, PARTS[part], *lent)

    def add_ties(
        self, from_: Any, to: Any, form: Any = None, weight: Any = None, directed: bool = False
    ) -> None:
        """Add ties by the places of organisations, from 0 in order of adding. The form is a key, or one for each tie,
        or places in the typology. Contiguous arrays of int64 (form: int32) and float64 are not copied.
        """
        one, other = _lend(from_, "q", "from"), _lend(to, "q", "to")
        forms = self._forms(form, len(one))
        weights = None if weight is None else _lend(weight, "d", "weight")
        _same_length(one, to=other, form=forms, weight=weights)
        lent = map(address_of, (one, other, forms, weights))
        self._do(library.samen_builder_add_ties, len(one), *lent, int(directed))

    def add_memberships(self, partnership: Any, organisation: Any, weight: Any = None) -> None:
        """Add memberships by the places of partnerships and organisations, from 0 in order of adding. Contiguous
        arrays of int64 and float64 are not copied."""
        one, other = _lend(partnership, "q", "partnership"), _lend(
            organisation, "q", "organisation"
        )
        weights = None if weight is None else _lend(weight, "d", "weight")
        _same_length(one, organisation=other, weight=weights)
        lent = map(address_of, (one, other, weights))
        self._do(library.samen_builder_add_memberships, len(one), *lent)

    def _forms(self, form: Any, rows: int) -> Any:
        if form is None:
            return None
        if isinstance(form, str):
            return array.array("i", [self._form(form)]) * rows
        if not hasattr(form, "dtype") and form and isinstance(form[0], str):
            places = {key: self._form(key) for key in dict.fromkeys(form)}
            return array.array("i", map(places.__getitem__, form))
        return _lend(form, "i", "form")

    def _form(self, key: str) -> int:
        """The place of a form; what is unknown, the library refuses in its own words."""
        place = self.typology.find(key)
        if place < 0:
            mask = ctypes.c_uint64()
            do(library.samen_typology_mask, self.typology, text(key), ctypes.byref(mask))
        return place

    def finish(self) -> Network:
        """The network of all that was added; the builder is empty afterwards."""
        with self._turn:
            return make(Network, library.samen_builder_finish, self)

    def _do(self, function: Any, *arguments: Any) -> None:
        with self._turn:
            do(function, self, *arguments)


def _same_length(first: Any, **others: Any) -> None:
    for name, values in others.items():
        if values is not None and len(values) != len(first):
            raise ValueError(f"{name} has {len(values)} rows, and the first column {len(first)}")


def columns_of(part: str, rows: Any) -> Any:
    """Rows as columns: what has columns already, or a list of texts, tuples or dicts."""
    if isinstance(rows, (str, bytes)):
        raise TypeError(f"{part} cannot be one text; a data set on disk is read by samen.read()")
    rows = named(rows)
    if isinstance(rows, Mapping) or _arrow.is_arrow(rows):
        return rows
    rows = list(rows)
    if not rows:
        return dict.fromkeys(_COLUMNS[part][:2], [])
    if all(isinstance(row, Mapping) for row in rows):
        names = dict.fromkeys(itertools.chain.from_iterable(rows))
        return {name: [row.get(name) for row in rows] for name in names}
    rows = [(row,) if is_single(row) else tuple(row) for row in rows]
    longest = max(map(len, rows))
    if longest > len(_COLUMNS[part]):
        raise ValueError(
            f"a row of {part} has {longest} cells; {', '.join(_COLUMNS[part])} are known"
        )
    return dict(zip(_COLUMNS[part], itertools.zip_longest(*rows, fillvalue=None)))


def _keys(rows: Any, names: Tuple[str, ...]) -> Iterable[Any]:
    """The keys in some columns, row by row, each once."""
    if isinstance(rows, Table):
        columns = [rows.column(name).to_list() for name in names if name in rows]
    else:
        given = [rows[name] for name in names if name in rows]
        columns = [[values] if is_single(values) else _list(values) for values in given]
    seen = dict.fromkeys(itertools.chain.from_iterable(zip(*columns)) if columns else ())
    seen.pop(None, None)
    return seen


def _list(values: Any) -> Any:
    for name in ("to_pylist", "to_list", "tolist"):
        if hasattr(values, name):
            return getattr(values, name)()
    return values


def _complete(made: Dict[str, Any]) -> None:
    """Add organisations and partnerships that only ties and memberships mention."""
    mentions = {
        "organisations": (("ties", ("from", "to")), ("memberships", ("organisation",))),
        "partnerships": (("memberships", ("partnership",)),),
    }
    for part, places in mentions.items():
        if part in made:
            continue
        found = [_keys(made[other], names) for other, names in places if other in made]
        keys = list(dict.fromkeys(itertools.chain.from_iterable(found)))
        if keys:
            made[part] = {"id": keys}


def network(
    ties: Any = None,
    organisations: Any = None,
    partnerships: Any = None,
    memberships: Any = None,
    *,
    typology: Union[None, str, Typology, Iterable[Form]] = None,
    places: bool = False,
) -> Network:
    """A network of data in memory.

    Each part is a dict of columns (lists, NumPy arrays, pandas series; one value stands in every row), a pandas
    DataFrame, what speaks the Arrow PyCapsule protocol (a polars or pyarrow table), or a list of dicts, or of tuples
    in the order of the columns. Columns are named as in a data set:

        organisations  id, name, attributes
        ties           from, to, form, weight, directed, start, end, partnership, attributes
        partnerships   id, name, form, start, end, attributes
        memberships    partnership, organisation, role, weight, start, end, attributes

    Only ties or memberships must be there; organisations and partnerships that are left out come from these. The
    typology is a Typology, the name of a built-in one, or a list of forms; left out, it is the built-in one when there
    is a column form, otherwise a single form.

    places=True: from, to, partnership and organisation are no keys but rows, from 0, of organisations and partnerships,
    and form is one in the typology; arrays of int64 and float64 are not copied. Ties then have from, to, form, weight
    and one value of directed; memberships partnership, organisation and weight."""
    given = {
        "organisations": organisations,
        "partnerships": partnerships,
        "ties": ties,
        "memberships": memberships,
    }
    made = {part: columns_of(part, rows) for part, rows in given.items() if rows is not None}
    if typology is None or "organisations" not in made or "partnerships" not in made:
        # They are looked into, and a stream can be read only once.
        made = {part: table(rows) if _arrow.is_arrow(rows) else rows for part, rows in made.items()}
    if typology is None and not any(
        "form" in made.get(part, ()) for part in ("ties", "partnerships")
    ):
        typology = "single"
    if not places:
        _complete(made)
    builder = Builder(typology)
    for part in given:
        if part in made and not (places and part in ("ties", "memberships")):
            builder.add(part, made[part])
        elif part in made:
            _add_places(builder, part, dict(made[part]))
    return builder.finish()


def _add_places(builder: Builder, part: str, columns: Dict[str, Any]) -> None:
    known = {
        "ties": ("from", "to", "form", "weight", "directed"),
        "memberships": ("partnership", "organisation", "weight"),
    }[part]
    unknown = [name for name in columns if name not in known]
    if unknown:
        raise ValueError(f"{part} by places have {', '.join(known)} only, not {', '.join(unknown)}")
    for name in known[:2]:
        if name not in columns:
            raise KeyError(f'there is no column "{name}"; {part} need one')
    if part == "ties":
        builder.add_ties(columns.pop("from"), **columns)
    else:
        builder.add_memberships(**columns)


def from_networkx(
    graph: Any, typology: Union[None, str, Typology, Iterable[Form]] = None
) -> Network:
    """A network of a networkx graph: nodes are organisations, edges are ties, their attributes come along. An edge's
    weight and form, where it has them, are the tie's."""
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    organisations = {
        **columns_of("organisations", [about for _, about in nodes]),
        "id": [str(node) for node, _ in nodes],
    }
    ties = {
        **columns_of("ties", [about for _, _, about in edges]),
        "from": [str(one) for one, _, _ in edges],
        "to": [str(other) for _, other, _ in edges],
        "directed": graph.is_directed(),
    }
    return network(ties if edges else None, organisations, typology=typology)
