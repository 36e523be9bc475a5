"""The difference of two versions of a document: places with their old and new values.

A version is a tree of frozen dataclasses and tuples. A place is a path of names and numbers from
the root: `lines/2/total`. Lines of a tuple are told apart by where they stand, from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from customs.refusal import N_, CustomsRefusal

Version = TypeVar("Version")
_ROOT: Final = ""


class OtherBase(CustomsRefusal):
    """The patch was made from another version: laid on this one it would lie."""

    sentence = N_("At %(place)s there is another value than the change began from.")


@dataclass(frozen=True, slots=True)
class Change:
    """One place, what stood there, and what stands there now."""

    place: str
    old: Any
    new: Any


Patch = tuple[Change, ...]


def difference(old: object, new: object, *, place: str = _ROOT) -> Patch:
    """Will list every place where two versions differ, as deep as they have the same shape."""
    return tuple(_differences(old, new, place))


def _differences(old: Any, new: Any, place: str) -> Iterator[Change]:  # noqa: ANN401 -- any tree
    if old == new and type(old) is type(new):
        return
    if _is_tree(old) and type(old) is type(new):
        for field in fields(old):
            inside = _step(place, field.name)
            yield from _differences(getattr(old, field.name), getattr(new, field.name), inside)
    elif isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True), start=1):
            yield from _differences(before, after, _step(place, str(number)))
    else:
        yield Change(place, old, new)


def apply(patch: Patch, version: Version) -> Version:
    """Will give the version that a patch leads to; raises `OtherBase` and changes nothing."""
    for change in patch:
        version = _applied(change, version, change.place.split("/") if change.place else [])
    return version


def _applied(change: Change, here: Any, path: list[str]) -> Any:  # noqa: ANN401 -- any tree
    if not path:
        if here != change.old or type(here) is not type(change.old):
            raise OtherBase(place=change.place or "/")
        return change.new
    step, *rest = path
    if isinstance(here, tuple):
        at = int(step) - 1
        if at >= len(here):
            raise OtherBase(place=change.place)
        return (*here[:at], _applied(change, here[at], rest), *here[at + 1 :])
    if not _is_tree(here) or step not in {field.name for field in fields(here)}:
        raise OtherBase(place=change.place)
    return replace(here, **{step: _applied(change, getattr(here, step), rest)})


def _is_tree(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, type)


def _step(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name
