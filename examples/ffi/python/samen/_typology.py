# SPDX-License-Identifier: GPL-3.0-or-later
"""Typologies: the forms that a collaboration can take."""
from __future__ import annotations

import ctypes
from typing import Any, Iterable, Iterator, List, Mapping, Optional, Union

from ._calls import Handle, make, text, words
from ._library import library, numbers, struct
from ._table import Table

_Form = struct("samen_form")
_Traits = struct("samen_traits")
_PURPOSES = numbers("SAMEN_PURPOSE_")
_TRAITS = {None: "unknown", True: "yes", False: "no"}
_TEXTS = ("name", "name_nl", "family", "aliases", "scale", "purpose")

Form = Union[str, Mapping[str, Any]]


def _form(given: Form) -> Any:
    form = {"key": given} if isinstance(given, str) else dict(given)
    key, commitment = form.pop("key"), form.pop("commitment", None)
    made = _Form(struct_size=ctypes.sizeof(_Form), key=text(key))
    if commitment is not None:
        made.has_commitment, made.commitment = 1, commitment
    for name, value in form.items():
        if name not in _TEXTS:
            raise ValueError(f'a form has no "{name}"; it has key, commitment, {", ".join(_TEXTS)}')
        if name == "aliases" and value is not None and not isinstance(value, str):
            value = "|".join(value)
        setattr(made, name, text(value))
    return made


class Typology(Handle):
    """An ordered list of forms: `Typology(["meeting", "project"])`, or with more about each, as
    `{"key": "project", "name": "joint project", "name_nl": ..., "family": ..., "commitment": 2, "aliases": [...],
    "scale": ..., "purpose": ...}`. `Typology.builtin()` gives those that come with the library."""

    __slots__ = ()
    _free = library.samen_typology_free

    def __init__(self, forms: Iterable[Form]) -> None:
        made = [_form(form) for form in forms]
        places = (ctypes.c_void_p * len(made))(*map(ctypes.addressof, made))
        typology = make(Typology, library.samen_typology_new, places, len(made))
        self._take(library.samen_typology_retain(typology))

    @classmethod
    def builtin(cls, name: Optional[str] = None) -> Typology:
        """samenwerken (the default), himmelman, frey or single."""
        return make(cls, library.samen_typology_builtin, text(name))

    def __len__(self) -> int:
        count: int = library.samen_typology_count(self)
        return count

    def __iter__(self) -> Iterator[str]:
        """The keys of the forms."""
        return (words(library.samen_typology_key(self, place)) for place in range(len(self)))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.find(name) >= 0

    def __repr__(self) -> str:
        return f"<samen.Typology: {', '.join(self)}>"

    def find(self, name: str) -> int:
        """The place of the form that answers to a key, name or alias, or -1."""
        place: int = library.samen_typology_find(self, text(name))
        return place

    def table(self) -> Table:
        """All forms and what is known about them."""
        return make(Table, library.samen_typology_table, self)


def typology_of(given: Union[None, str, Typology, Iterable[Form]]) -> Typology:
    """A typology, the name of a built-in one, or the forms of a new one."""
    if isinstance(given, Typology):
        return given
    return Typology.builtin(given) if given is None or isinstance(given, str) else Typology(given)


def _purpose(name: Optional[str]) -> int:
    known: List[str] = [purpose for purpose in _PURPOSES if purpose != "unknown"]
    found = _PURPOSES.get((name or "unknown").replace("-", "_"))
    if found is None:
        raise ValueError(f'there is no purpose "{name}"; there are {", ".join(known)}')
    return found


def classify(
    commitment: Optional[bool] = None,
    bounded: Optional[bool] = None,
    one_off: Optional[bool] = None,
    common_goal: Optional[bool] = None,
    purpose: Optional[str] = None,
) -> Table:
    """From what is known of a collaboration to its form in the built-in typology: one row, with the traits that
    decided, or the one to find out. Traits are True, False or None (not known): partners expect commitment of each
    other; bounded in time from the start; for one occasion; a goal that partners made their common one. The
    purpose is exchange, acquaint, case, common_action, learn, resources or joint_task."""
    answers = numbers("SAMEN_TRAIT_")
    traits = _Traits(
        struct_size=ctypes.sizeof(_Traits),
        commitment=answers[_TRAITS[commitment]],
        bounded=answers[_TRAITS[bounded]],
        one_off=answers[_TRAITS[one_off]],
        common_goal=answers[_TRAITS[common_goal]],
        purpose=_purpose(purpose),
    )
    return make(Table, library.samen_typology_classify, ctypes.byref(traits))


def advise(purpose: str) -> Table:
    """From a purpose, as classify() has it, to the forms that suit it, the most fitting first."""
    return make(Table, library.samen_typology_advise, _purpose(purpose))
