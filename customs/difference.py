"""The difference between two versions of a document: places with old and new values.

A version is a tree of frozen dataclasses and tuples. A place is a path of names and numbers from
the root: `lines/2/total`. Items of a tuple are identified by their position, from 1; one that only
one version has is compared with `Absent.HERE`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from itertools import zip_longest
from typing import Any, Final, TypeVar

from customs.refusal import N_, CustomsRefusal

Version = TypeVar("Version")
_ROOT: Final = ""


class Absent(Enum):
    """The value of a place that one version does not have."""

    HERE = "absent"


class PatchMismatch(CustomsRefusal):
    """Raised when a patch was made from another version than it is applied to."""

    code = "customs.difference.patch_mismatch"
    sentence = N_("At %(place)s there is another value than the change began from.")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A place with its old and new values."""

    place: str
    old: Any
    new: Any


Patch = tuple[FieldChange, ...]
_Steps = list[tuple[FieldChange, list[str]]]
"""Changes, each with the rest of its path."""


def difference(old: object, new: object, *, place: str = _ROOT) -> Patch:
    """Return every place where two versions differ, as deep as their shapes agree."""
    return tuple(_differences(old, new, place))


def _differences(old: Any, new: Any, place: str) -> Iterator[FieldChange]:  # noqa: ANN401 -- any tree
    if old == new and type(old) is type(new):
        return
    if _is_tree(old) and type(old) is type(new):
        for field in fields(old):
            inside = _step(place, field.name)
            yield from _differences(getattr(old, field.name), getattr(new, field.name), inside)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        pairs = zip_longest(old, new, fillvalue=Absent.HERE)
        for number, (before, after) in enumerate(pairs, start=1):
            yield from _differences(before, after, _step(place, str(number)))
    else:
        yield FieldChange(place, old, new)


def apply(patch: Patch, version: Version) -> Version:
    """Return the version with a patch applied; raises `PatchMismatch`.

    All changes of one object are made at once, because it may refuse a state between them.
    """
    steps = [(change, change.place.split("/") if change.place else []) for change in patch]
    made: Version = _applied(steps, version)
    return made


def _applied(steps: _Steps, here: Any) -> Any:  # noqa: ANN401 -- any tree
    if not steps:
        return here
    whole = [change for change, path in steps if not path]
    if whole:
        change = whole[0]
        if len(steps) > 1 or here != change.old or type(here) is not type(change.old):
            raise PatchMismatch(place=change.place or "/")
        return change.new
    inside: defaultdict[str, _Steps] = defaultdict(list)
    for change, (step, *rest) in steps:
        inside[step].append((change, rest))
    return _in_items(inside, here) if isinstance(here, tuple) else _in_fields(inside, here)


def _in_fields(inside: dict[str, _Steps], here: Any) -> Any:  # noqa: ANN401 -- any tree
    known = {field.name for field in fields(here)} if _is_tree(here) else set()
    for step, steps in inside.items():
        if step not in known:
            raise PatchMismatch(place=steps[0][0].place)
    return replace(
        here, **{step: _applied(steps, getattr(here, step)) for step, steps in inside.items()}
    )


def _in_items(inside: dict[str, _Steps], here: tuple[Any, ...]) -> tuple[Any, ...]:
    items: dict[str, Any] = {str(number): item for number, item in enumerate(here, start=1)}
    for step, steps in inside.items():
        items[step] = _applied(steps, items.get(step, Absent.HERE))
    left = {step: item for step, item in items.items() if item is not Absent.HERE}
    numbers = [str(number) for number in range(1, len(left) + 1)]
    # An item after a gap, or at a place that is not a number, is of another version.
    if set(numbers) != set(left):
        raise PatchMismatch(place=next(iter(inside.values()))[0][0].place)
    return tuple(left[number] for number in numbers)


def _is_tree(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, type)


def _step(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name
