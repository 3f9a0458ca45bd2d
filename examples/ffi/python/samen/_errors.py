# SPDX-License-Identifier: GPL-3.0-or-later
"""A status of the library as an exception, which is also the built-in one that Python's users expect."""
from __future__ import annotations

import errno
from typing import Any, Dict, Optional, Tuple, Type

from ._library import library, numbers, parameters, struct

RawError = struct("samen_error")


class Error(Exception):
    """A call failed, and changed nothing.

    status    the library's number for it, as -21, and
    name      its name, as "SAMEN_ERR_VALUE"
    argument  which argument of the library's function is to blame, from 1; None when none is
    parameter its name, as "options"; "" when none is
    row       of the data, from 0, the header not counted; None when it is not about a row
    column    of the data, from 0; None when it is not about a column
    """

    errno: Optional[int] = None

    @property
    def name(self) -> str:
        found: bytes = library.samen_status_name(self.status)
        return found.decode()

    def __init__(
        self,
        message: str = "",
        status: int = 0,
        argument: Optional[int] = None,
        row: Optional[int] = None,
        column: Optional[int] = None,
        parameter: str = "",
    ) -> None:
        super().__init__(message)
        self.message, self.status = message, status
        self.argument, self.row, self.column = argument, row, column
        self.parameter = parameter

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> Tuple[Any, ...]:
        place = self.argument, self.row, self.column, self.parameter
        return type(self), (self.message, self.status, *place)


class ArgumentError(Error, ValueError):
    """An argument or option is out of range or nonsense."""


class OutOfMemoryError(Error, MemoryError):
    """Memory ran out."""


class CancelledError(Error):
    """The work was stopped on request."""


class LimitError(Error, ValueError):
    """The input is larger than a stated limit allows."""


class UnsupportedError(Error, NotImplementedError):
    """Asked for what the library, or the measure, does not do."""


class MalformedError(Error, ValueError):
    """Data are not well formed: quoting, encoding, row length."""


class InvalidValueError(Error, ValueError):
    """A value cannot be what it stands for: weight, date, yes/no."""


class UnknownKeyError(Error, KeyError):
    """A key, form or name that is not among the known ones."""


class DuplicateError(Error, ValueError):
    """A key, column or form is there twice."""


class MissingError(Error, KeyError):
    """A file, column or value that must be there is not."""


class ReadWriteError(Error, OSError):
    """Reading or writing failed."""

    errno = errno.EIO


class NotFoundError(Error, FileNotFoundError):
    """There is no such file or folder."""

    errno = errno.ENOENT


class NoPermissionError(Error, PermissionError):
    """The system refuses access."""

    errno = errno.EACCES


class ExistsError(Error, FileExistsError):
    """The output is there already, and may not be replaced."""

    errno = errno.EEXIST


class EngineError(Error, RuntimeError):
    """igraph failed in a way that nothing else describes."""


_CLASSES: Dict[str, Type[Error]] = {
    "argument": ArgumentError,
    "memory": OutOfMemoryError,
    "cancelled": CancelledError,
    "limit": LimitError,
    "unsupported": UnsupportedError,
    "syntax": MalformedError,
    "value": InvalidValueError,
    "unknown": UnknownKeyError,
    "duplicate": DuplicateError,
    "missing": MissingError,
    "io": ReadWriteError,
    "not_found": NotFoundError,
    "permission": NoPermissionError,
    "exists": ExistsError,
    "engine": EngineError,
}
# A status that is younger than this list is an Error without more.
_CLASS_OF = {number: _CLASSES.get(name, Error) for name, number in numbers("SAMEN_ERR_").items()}


def check(status: int, raw: Any, function: str = "") -> None:
    """Raise what a call came to, when it failed."""
    if status == 0:
        return
    names = parameters(function)
    raise _CLASS_OF.get(status, Error)(
        raw.message.decode(errors="replace"),
        status,
        raw.argument or None,
        raw.row if raw.row >= 0 else None,
        raw.column if raw.column >= 0 else None,
        names[raw.argument - 1] if 0 < raw.argument <= len(names) else "",
    )
