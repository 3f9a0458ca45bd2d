# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks, what is seen of them, and data sets on disk."""
from __future__ import annotations

import ctypes
import os
from typing import Any, List, Mapping, Optional, Tuple

from ._calls import Handle, Path, Progress, Run, do, make, path_text, text, words
from ._library import library, numbers, struct
from ._measures import Family, families, options_help, options_text, run_measure, signature_of
from ._table import Table
from ._typology import Typology

_ReadOptions = struct("samen_io_read_options")
_WriteOptions = struct("samen_io_write_options")
_AnonymiseOptions = struct("samen_anonymise_options")
PARTS = {
    name: number
    for name, number in numbers("SAMEN_").items()
    if name in ("organisations", "ties", "partnerships", "memberships")
}


class View(Handle):
    """A network seen through a choice of forms, period, organisations and so on. Families of measures are its
    attributes: view.brokerage.roles(group="sector"); help(view.brokerage.roles) says all about one.
    """

    __slots__ = ()
    _free = library.samen_view_free

    def __len__(self) -> int:
        """How many organisations are seen."""
        count: int = library.samen_view_organisations(self)
        return count

    def __repr__(self) -> str:
        kind = "directed" if self.is_directed else "undirected"
        return f"<samen.View: {len(self):,} organisations, {kind}>"

    @property
    def network(self) -> Network:
        """The network that is seen."""
        return Network._own(library.samen_network_retain(library.samen_view_network(self)))

    @property
    def is_directed(self) -> bool:
        return bool(library.samen_view_is_directed(self) == 1)

    def organisations(self) -> List[str]:
        """The keys of the organisations, in the order of adding."""
        return [words(library.samen_view_key(self, place)) for place in range(len(self))]

    def ties(self, threads: int = 0, progress: Optional[Progress] = None) -> Table:
        """The ties that are seen: from, to, forms, weight."""
        return Run(threads, 0, progress).make(Table, library.samen_view_table, self)

    def measure(
        self,
        name: str,
        *,
        threads: int = 0,
        seed: int = 0,
        progress: Optional[Progress] = None,
        **options: Any,
    ) -> Table:
        """Any measure by its name: view.measure("brokerage.roles", group="sector")."""
        return run_measure(self, name, options, threads, seed, progress)

    def draw(
        self,
        kind: str,
        path: Path,
        overwrite: bool = False,
        *,
        threads: int = 0,
        seed: int = 0,
        progress: Optional[Progress] = None,
        **options: Any,
    ) -> None:
        """Draw the view into a file of SVG: view.draw("sociogram", "net.svg", group="sector"). The options are those
        that `samen describe sociogram` lists."""
        given = options_text(kind, options)
        Run(threads, seed, progress).do(
            library.samen_draw_write,
            self,
            text(kind),
            given,
            behind=(path_text(path), int(overwrite)),
        )

    def report(
        self,
        path: Path,
        overwrite: bool = False,
        *,
        threads: int = 0,
        seed: int = 0,
        progress: Optional[Progress] = None,
        **options: Any,
    ) -> None:
        """All that there is to say of the view in one file: a page of HTML with pictures, or plain text where the
        path ends in .txt. The options are those that `samen describe report` lists:
        view.report("report.html", language="nl", group="sector")."""
        kind = b"text" if os.fspath(path).endswith(".txt") else b"html"
        run = Run(threads, seed, progress)
        made = run.make(_Report, library.samen_report_new, self, options_text("report", options))
        run.do(
            library.samen_report_write, made, kind, behind=(path_text(path), int(overwrite))
        )

    def __getattr__(self, name: str) -> Family:
        if name not in families():
            known = ", ".join(families())
            raise AttributeError(f'a view has no "{name}"; families of measures are {known}')
        return Family(self, name)

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *families()]


class _Report(Handle):
    __slots__ = ()
    _free = library.samen_report_free


class Network(Handle):
    """Everything that was read or built: organisations, ties, partnerships, memberships. Any number of threads may
    use it."""

    __slots__ = ()
    _free = library.samen_network_free

    def __repr__(self) -> str:
        counts = (f"{self.count(part):,} {part}" for part in PARTS)
        return f"<samen.Network: {', '.join(counts)}>"

    def count(self, part: str) -> int:
        """How many organisations, ties, partnerships or memberships there are."""
        count: int = library.samen_network_count(self, _part(part))
        return count

    def table(self, part: str) -> Table:
        """The organisations, ties, partnerships or memberships, attributes behind the built-in columns."""
        return make(Table, library.samen_network_table, self, _part(part))

    def organisations(self) -> Table:
        """id, name, attributes."""
        return self.table("organisations")

    def ties(self) -> Table:
        """from, to, form, weight, directed, start, end, partnership, attributes."""
        return self.table("ties")

    def partnerships(self) -> Table:
        """id, name, form, start, end, attributes."""
        return self.table("partnerships")

    def memberships(self) -> Table:
        """partnership, organisation, role, weight, start, end, attributes."""
        return self.table("memberships")

    @property
    def typology(self) -> Typology:
        """The forms that ties and partnerships can take."""
        return Typology._own(library.samen_typology_retain(library.samen_network_typology(self)))

    def view(
        self, *, threads: int = 0, progress: Optional[Progress] = None, **options: Any
    ) -> View:
        given = options_text("view", options)
        return Run(threads, 0, progress).make(View, library.samen_view_make, self, given)

    def anonymise(
        self,
        keep: Optional[str] = None,
        secret: Optional[str] = None,
        least: int = 5,
        others: Optional[str] = None,
    ) -> Tuple[Network, Table]:
        """The same network with pseudonyms for names, and the table that says who is who, to be kept apart. Of the
        attributes only that to keep stays, its groups of fewer than `least` becoming one, called `others`. With the
        same secret, of 16 bytes or more, a key has the same pseudonym in every network."""
        options = _AnonymiseOptions(
            struct_size=ctypes.sizeof(_AnonymiseOptions),
            least=least,
            keep=text(keep),
            others=text(others),
            secret=text(secret),
        )
        made, key = ctypes.c_void_p(), ctypes.c_void_p()
        do(
            library.samen_network_anonymise,
            self,
            ctypes.byref(options),
            ctypes.byref(made),
            ctypes.byref(key),
        )
        return Network._own(made.value or 0), Table._own(key.value or 0)

    def write(
        self, path: Path, overwrite: bool = False, separator: str = ",", decimal_comma: bool = False
    ) -> None:
        """Write a folder of CSV files that reads back as the same network."""
        options = _WriteOptions(
            struct_size=ctypes.sizeof(_WriteOptions),
            overwrite=int(overwrite),
            separator=ord(separator),
            decimal_comma=int(decimal_comma),
        )
        do(library.samen_io_write, self, path_text(path), ctypes.byref(options))


Network.view.__doc__ = f"""What is to be measured: all of the network, or a choice of it.

    net.view(forms=["action"], where={{"sector": ["GOV", "NGO"]}}, from_="2024-01-01")

where is a dict, or texts as "sector!=GOV"; dates are texts or datetime.date.

{options_help("view")}"""
Network.view.__signature__ = signature_of("view")  # type: ignore[attr-defined]


def _part(name: str) -> int:
    if name not in PARTS:
        raise ValueError(f'a network has no "{name}"; it has {", ".join(PARTS)}')
    return PARTS[name]


def _read_options(given: Mapping[str, int]) -> Any:
    known = [name for name, _ in _ReadOptions._fields_ if name != "struct_size"]
    for name in given:
        if name not in known:
            raise TypeError(f'reading has no option "{name}"; it has {", ".join(known)}')
    return _ReadOptions(struct_size=ctypes.sizeof(_ReadOptions), **given)


def read(
    path: Path, *, threads: int = 0, progress: Optional[Progress] = None, **options: int
) -> Network:
    """Read a data set: a folder of CSV files, or one file of ties or of memberships.

    Options are allow_empty=True, for files without rows, and limits, where 0 is the library's own: max_bytes,
    max_line, max_rows, max_ratio (of a .gz, unpacked to packed)."""
    given = _read_options(options)
    return Run(threads, 0, progress).make(
        Network, library.samen_io_read, path_text(path), ctypes.byref(given)
    )


def check(
    path: Path, *, threads: int = 0, progress: Optional[Progress] = None, **options: int
) -> Table:
    """All problems of a data set, not only the first: severity, file, line, column, column_name, problem. Options
    are those of read()."""
    given = _read_options(options)
    return Run(threads, 0, progress).make(
        Table, library.samen_io_check, path_text(path), ctypes.byref(given)
    )
