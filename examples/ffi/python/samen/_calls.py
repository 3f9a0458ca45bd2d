# SPDX-License-Identifier: GPL-3.0-or-later
"""Calling the library: texts, handles, and runs that can be watched and interrupted."""
from __future__ import annotations

import ctypes
import operator
import os
import signal
import sys
import threading
from types import FrameType
from typing import Any, Callable, NoReturn, Optional, Sequence, Type, TypeVar, Union

from ._errors import RawError, check
from ._library import struct

Progress = Callable[[float, str], object]
Path = Union[str, "os.PathLike[str]"]
Made = TypeVar("Made", bound="Handle")

_RawRun = struct("samen_run")
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_double, ctypes.c_char_p)


def text(value: Optional[str]) -> Optional[bytes]:
    """A text for the library. It would end at a NUL, so there can be none."""
    if value is None:
        return None
    if "\0" in value:
        raise ValueError("a text for samen cannot have a NUL character")
    return value.encode()


def path_text(path: Path) -> bytes:
    made = os.fsencode(path)
    if b"\0" in made:
        raise ValueError("a path cannot have a NUL character")
    return made


def words(found: Optional[bytes]) -> str:
    return (found or b"").decode()


class Handle:
    """Something of the library's, given back when nothing in Python refers to it any more. In a circle of garbage
    others may be finished after it: they find nothing, which the library refuses, and never what was freed. What is
    alive when Python ends is the system's to take: threads, and what is finished later, may still use it.
    """

    __slots__ = ("_as_parameter_", "__weakref__")
    _free: Any  # the library's function

    def __init__(self) -> None:
        raise TypeError(
            f"a {type(self).__name__} is not made in this way, but by samen.read(), samen.network(), "
            "samen.table() and what these give"
        )

    def _take(self, address: int) -> None:
        self._as_parameter_: Optional[int] = address

    def __del__(self, is_ending: Callable[[], bool] = sys.is_finalizing) -> None:
        address = getattr(self, "_as_parameter_", None)
        if address and not is_ending():
            self._as_parameter_ = None
            self._free(address)

    @classmethod
    def _own(cls: Type[Made], address: int) -> Made:
        made = cls.__new__(cls)
        made._take(address)
        return made

    def __copy__(self: Made) -> Made:
        return self

    def __deepcopy__(self: Made, memo: Any) -> Made:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} belongs to its process and cannot be pickled; write it and read it there"
        )


def do(function: Any, *arguments: Any) -> None:
    """Call a function whose last argument is the error."""
    raw = RawError()
    check(function(*arguments, ctypes.byref(raw)), raw, function.__name__)


def make(kind: Type[Made], function: Any, *arguments: Any) -> Made:
    """Call a function whose last two arguments are what it makes, and the error."""
    address = ctypes.c_void_p()
    do(function, *arguments, ctypes.byref(address))
    return kind._own(address.value or 0)


class _Interrupts:
    """Stands in for the handler of Ctrl-C during a call. What that one raises is kept until the call has come
    back, since an exception cannot cross the library; when it raises nothing, the call goes on."""

    def __init__(self) -> None:
        self.raised: Optional[BaseException] = None
        self.former: Any = None

    def __call__(self, number: int, frame: Optional[FrameType]) -> None:
        try:
            self.former(number, frame)
        except BaseException as raised:
            self.raised = self.raised or raised

    def __enter__(self) -> _Interrupts:
        """Only the main thread gets signals, and only a handler of Python's can be stood in for."""
        if threading.current_thread() is not threading.main_thread():
            return self
        former: Any = signal.getsignal(signal.SIGINT)
        if isinstance(former, _Interrupts):
            return former  # of a call whose progress made this one: both stop
        if callable(former):
            self.former = former
            try:
                signal.signal(signal.SIGINT, self)
            except ValueError:  # the main thread of an interpreter that is not the main one
                self.former = None
        return self

    def __exit__(self, *_: object) -> None:
        present: Any = signal.getsignal(signal.SIGINT)
        if self.former and present is self:
            signal.signal(signal.SIGINT, self.former)


class Run:
    """How a call is to be run: what its arguments threads, seed and progress say."""

    def __init__(
        self, threads: int = 0, seed: int = 0, progress: Optional[Progress] = None
    ) -> None:
        self.threads, self.seed = operator.index(threads), operator.index(seed)
        self.progress = progress
        self.raised: Optional[BaseException] = None
        if not 0 <= self.threads < 2**31:
            raise ValueError(f"threads is {threads}; give how many, or 0 for all processors")
        if not 0 <= self.seed < 2**64:
            raise ValueError(f"seed is {seed}; give a whole number from 0 to below 2**64")
        if progress is not None and not callable(progress):
            raise TypeError("progress must be a function of a fraction and a text, or None")

    def _tell(self, interrupts: _Interrupts, fraction: float, what: bytes) -> int:
        try:
            if self.progress:
                self.progress(fraction, words(what))
        except BaseException as raised:
            self.raised = raised
        return int(bool(self.raised or interrupts.raised))

    def do(self, function: Any, *arguments: Any, behind: Sequence[Any] = ()) -> None:
        """Call a function that takes the run after these arguments, and then those behind it and the error."""
        run = _RawRun(struct_size=ctypes.sizeof(_RawRun), threads=self.threads, seed=self.seed)
        error = RawError()
        with _Interrupts() as interrupts:
            if self.progress or interrupts.former:
                tell = _CALLBACK(lambda _, fraction, what: self._tell(interrupts, fraction, what))
                run.on_progress = ctypes.cast(tell, ctypes.c_void_p)
            status = function(*arguments, ctypes.byref(run), *behind, ctypes.byref(error))
        raised = self.raised or interrupts.raised
        self.raised = interrupts.raised = None
        if raised:
            try:
                raise raised
            finally:
                raised = None  # it refers to this frame, which must not refer to it
        check(status, error, function.__name__)

    def make(self, kind: Type[Made], function: Any, *arguments: Any) -> Made:
        """Call a function whose last three arguments are the run, what it makes, and the error."""
        address = ctypes.c_void_p()
        try:
            self.do(function, *arguments, behind=(ctypes.byref(address),))
        except BaseException:
            if address.value:  # it came back before it could be stopped
                kind._own(address.value)
            raise
        return kind._own(address.value or 0)
