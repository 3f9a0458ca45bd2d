# SPDX-License-Identifier: GPL-3.0-or-later
"""samen: collaboration between organisations, measured.

    import samen
    net = samen.read("folder")                      # or samen.network(ties=...)
    view = net.view(forms=["action"], where={"sector": "GOV"})
    roles = view.brokerage.roles(group="sector")    # help(view.brokerage.roles)
    roles.to_pandas(), roles.notes, roles.provenance

samen.describe() lists all measures. Calls let other threads of Python run, and Ctrl-C stops them."""
from ._build import Builder, from_networkx, network
from ._calls import Progress
from ._column import Column
from ._errors import (
    ArgumentError,
    CancelledError,
    DuplicateError,
    EngineError,
    Error,
    ExistsError,
    InvalidValueError,
    LimitError,
    MalformedError,
    MissingError,
    NoPermissionError,
    NotFoundError,
    OutOfMemoryError,
    ReadWriteError,
    UnknownKeyError,
    UnsupportedError,
)
from ._library import library as _library
from ._measures import Family, describe, describe_columns, describe_options
from ._network import Network, View, check, read
from ._table import Note, Row, Table, table
from ._typology import Typology, advise, classify

__version__: str = _library.samen_version().decode()
igraph_version: str = _library.samen_version_igraph().decode()

__all__ = [
    "ArgumentError",
    "Builder",
    "CancelledError",
    "Column",
    "DuplicateError",
    "EngineError",
    "Error",
    "ExistsError",
    "Family",
    "InvalidValueError",
    "LimitError",
    "MalformedError",
    "MissingError",
    "Network",
    "NoPermissionError",
    "NotFoundError",
    "Note",
    "OutOfMemoryError",
    "Progress",
    "ReadWriteError",
    "Row",
    "Table",
    "Typology",
    "UnknownKeyError",
    "UnsupportedError",
    "View",
    "advise",
    "check",
    "classify",
    "describe",
    "describe_columns",
    "describe_options",
    "from_networkx",
    "igraph_version",
    "network",
    "read",
    "table",
]
