# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures as the library's registry describes them: a measure that is registered there is callable here, with its
help, by that alone."""
from __future__ import annotations

import datetime
import functools
import inspect
import keyword
import numbers
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ._calls import Progress, Run, make, text
from ._library import library
from ._table import Row, Table

if TYPE_CHECKING:
    from ._network import View

_TYPES = {
    "yes-no": bool,
    "choice": str,
    "count": int,
    "number": float,
    "text": str,
    "forms": Sequence[str],
    "list": Sequence[str],
}
_RUN = {
    "threads": (0, int, "how many to use; 0: one for each processor. Results do not depend on it"),
    "seed": (0, int, "of random draws; 0: the fixed default. The same seed gives the same numbers"),
    "progress": (
        None,
        Optional[Progress],
        "called with a fraction and a text; what it raises stops the work",
    ),
}


def describe() -> Table:
    """All measures."""
    return make(Table, library.samen_describe)


def describe_options(name: Optional[str] = None) -> Table:
    """The options of a measure, of "view", or of all measures."""
    return make(Table, library.samen_describe_options, text(name))


def describe_columns(name: Optional[str] = None) -> Table:
    """The columns of a measure's tables, or of all measures'."""
    return make(Table, library.samen_describe_columns, text(name))


@functools.lru_cache(maxsize=None)
def families() -> Mapping[str, Mapping[str, Row]]:
    """Families of measures, and in each the measures, by their own names."""
    found: Dict[str, Dict[str, Row]] = {}
    for row in describe():
        family, _, name = row["measure"].partition(".")
        found.setdefault(family, {})[name] = row
    return found


@functools.lru_cache(maxsize=None)
def _options(name: str) -> Mapping[str, Row]:
    """The options of a measure, of "view", of "report", or of a kind of picture."""
    if name == "report":
        listed = make(Table, library.samen_report_describe_options)
    elif name == "view" or "." in name:
        listed = describe_options(name)
    else:
        listed = make(Table, library.samen_draw_describe_options, text(name))
    return {row["option"].replace("-", "_"): row for row in listed}


# ---- Options as text -----------------------------------------------------------------------------------


def _plain(value: Any) -> str:
    """A value as the library reads it."""
    if hasattr(value, "item"):  # a number of NumPy's
        value = value.item()
    if isinstance(value, bool):
        value = "true" if value else "false"
    elif isinstance(value, numbers.Integral):
        value = str(int(value))
    elif isinstance(value, numbers.Real):
        value = repr(float(value))
    elif isinstance(value, datetime.date):
        value = value.isoformat().removesuffix("T00:00:00")
    elif not isinstance(value, str):
        raise TypeError(f"{value!r} cannot be an option; give a text, number, yes/no or date")
    return str(value)


def _quoted(value: Any) -> str:
    return '"' + _plain(value).replace('"', '""') + '"'


def _conditions(value: Any) -> List[str]:
    """{"sector": ["GOV", "NGO"]} as sector=GOV and sector=NGO."""
    if not isinstance(value, Mapping):
        return [value] if isinstance(value, str) else list(value)
    made = []
    for name, wanted in value.items():
        single = isinstance(wanted, str) or not hasattr(wanted, "__iter__")
        made += [f"{name}={_plain(one)}" for one in ([wanted] if single else wanted)]
    return made


def options_text(name: str, given: Mapping[str, Any]) -> bytes:
    """Options as the library takes them. What it does not know, it refuses itself. None is left out."""
    parts = []
    for key, value in given.items():
        key = key.rstrip("_")
        if value is None:
            continue
        known = _options(name).get(key)
        kind = known["type"] if known else "text"
        if kind == "list" or isinstance(value, Mapping):
            parts += [f"{key}={_quoted(one)}" for one in _conditions(value)]
        elif kind == "forms" and not isinstance(value, str):
            parts.append(f"{key}={_quoted(','.join(value))}")
        else:
            parts.append(f"{key}={_quoted(value)}")
    return text("; ".join(parts)) or b""


# ---- Help ----------------------------------------------------------------------------------------------


def _run_options(name: str) -> List[Tuple[str, Any]]:
    return [item for item in _RUN.items() if name != "view" or item[0] != "seed"]


@functools.lru_cache(maxsize=None)
def signature_of(name: str) -> inspect.Signature:
    """The options of a measure, or of "view", and those of every run, as keyword arguments."""
    known = [
        (_in_python(option), *_type_and_default(row)) for option, row in _options(name).items()
    ]
    known += [(option, kind, default) for option, (default, kind, _) in _run_options(name)]
    parameters = [
        inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for option, kind, default in known
    ]
    if name == "view":  # a method
        parameters.insert(0, inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY))
    return inspect.Signature(parameters, return_annotation="View" if name == "view" else Table)


def _in_python(option: str) -> str:
    return f"{option}_" if keyword.iskeyword(option) else option


def _type_and_default(row: Row) -> Tuple[Any, Any]:
    kind, value = _TYPES.get(row["type"], str), row["default"]
    if row["required"]:
        return kind, inspect.Parameter.empty
    if not value or row["type"] in ("forms", "list"):
        return Optional[kind], None
    if row["type"] == "yes-no":
        return kind, value == "true"
    return kind, kind(value)


def _option_help(row: Row) -> str:
    said = row["help"] or ""
    if row["choices"]:
        said += f" ({row['choices'].replace(',', ', ')})"
    if row["minimum"] is not None:
        most = f"to {row['maximum']:g}" if row["maximum"] < 1e300 else "or more"
        said += f" ({row['minimum']:g} {most})"
    return said


def options_help(name: str) -> str:
    lines = [(_in_python(option), _option_help(row)) for option, row in _options(name).items()]
    lines += [(option, said) for option, (_, _, said) in _run_options(name)]
    return "Options\n" + "\n".join(f"    {option}: {said}" for option, said in lines)


@functools.lru_cache(maxsize=None)
def _measure_help(name: str) -> str:
    family, _, short = name.partition(".")
    about = families()[family][short]
    parts = [f"{about['title']}: {about['summary']}", options_help(name)]
    tables: Dict[str, List[str]] = {}
    for row in describe_columns(name):
        undefined = f"; None where {row['undefined']}" if row["undefined"] else ""
        said = f"        {row['column']} ({row['type']}): {row['help']}{undefined}"
        tables.setdefault(row["table"], []).append(said)
    parts.append("Columns")
    parts += [f"    table {table}\n" + "\n".join(said) for table, said in tables.items()]
    parts.append(f"Source: {about['source']}. Since {about['since']}.")
    return "\n\n".join(parts)


# ---- Calling -------------------------------------------------------------------------------------------


def run_measure(
    view: View,
    name: str,
    options: Mapping[str, Any],
    threads: int = 0,
    seed: int = 0,
    progress: Optional[Progress] = None,
) -> Table:
    given = options_text(name, options) if _is_known(name) else b""
    return Run(threads, seed, progress).make(Table, library.samen_measure, view, text(name), given)


def _is_known(name: str) -> bool:
    family, _, short = name.partition(".")
    return short in families().get(family, {})


def _bind(view: View, name: str) -> Callable[..., Table]:
    """A function that measures the view, with the signature and the help of the registry."""

    def measure(
        *, threads: int = 0, seed: int = 0, progress: Optional[Progress] = None, **options: Any
    ) -> Table:
        return run_measure(view, name, options, threads, seed, progress)

    measure.__name__ = name.partition(".")[2]
    measure.__qualname__ = name
    measure.__module__ = "samen"
    measure.__doc__ = _measure_help(name)
    measure.__signature__ = signature_of(name)  # type: ignore[attr-defined]
    return measure


class Family:
    """The measures of a family, for a view: view.brokerage.roles(group="sector")."""

    def __init__(self, view: View, name: str) -> None:
        self._view, self._name = view, name
        listed = [f"    {short}: {row['summary']}" for short, row in families()[name].items()]
        self.__doc__ = f"Measures of {name}.\n\n" + "\n".join(listed)

    def __getattr__(self, name: str) -> Callable[..., Table]:
        if name not in families()[self._name]:
            known = ", ".join(families()[self._name])
            raise AttributeError(f'{self._name} has no measure "{name}"; it has {known}')
        return _bind(self._view, f"{self._name}.{name}")

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *families()[self._name]]

    def __repr__(self) -> str:
        return f"<samen.Family {self._name}: {', '.join(families()[self._name])}>"
