"""Declared elements (申报要素) of a code as ordered slots with values.

Every list begins with 品牌类型 and 出口享惠情况, and closes with GTIN, CAS and 其他. An unknown
value is blank and keeps its slot, as the message joins values with a pipe.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from customs.refusal import N_, CustomsRefusal

BRAND_KIND: Final = "品牌类型"
PREFERENCE: Final = "出口享惠情况"
FIRST: Final = (BRAND_KIND, PREFERENCE)
CLOSING: Final = frozenset({"GTIN", "CAS", "其他"})
"""Slots that close every list: filled where the goods have such a number or need a word more."""
BRAND_KINDS: Final[Mapping[str, str]] = {
    "0": "无品牌",
    "1": "境内自主品牌",
    "2": "境内收购品牌",
    "3": "境外品牌(贴牌生产)",
    "4": "境外品牌(其他)",
}
PREFERENCES: Final[Mapping[str, str]] = {
    "0": "不享受优惠关税",
    "1": "享受优惠关税",
    "2": "不能确定享受优惠关税",
    "3": "不适用于进口报关单",
}
_PIPE: Final = "|"
_HINT: Final = re.compile(r"[(（\[].*")
"""What a published list adds to a name in brackets: 种类(蛇果、富士等)."""


class UnknownSlot(CustomsRefusal):
    """Raised when a code has no element of that name."""

    code = "customs.china.unknown_slot"
    sentence = N_("The code asks for no element “%(slot)s”.")


class PipeInElement(CustomsRefusal):
    """Raised for a value with a pipe, which separates elements in the message."""

    code = "customs.china.pipe_in_element"
    sentence = N_("The element “%(slot)s” must not hold the sign |.")


class NotOfTheList(CustomsRefusal):
    """Raised when one of the first two elements is not a code of its list."""

    code = "customs.china.not_of_the_list"
    sentence = N_("“%(value)s” is not a value of the element “%(slot)s”.")


@dataclass(frozen=True, slots=True)
class Slots:
    """The declared elements of a code, in their order."""

    names: tuple[str, ...]

    def fill(self, said: Mapping[str, str]) -> tuple[str, ...]:
        """Return the values in the order of the slots, blank where none is given.

        Raises `UnknownSlot`, `PipeInElement` or `NotOfTheList`.
        """
        for slot, value in said.items():
            self._check(slot, value)
        return tuple(said.get(name, "") for name in self.names)

    def carry(self, elements: Sequence[str], *, written_in: Sequence[str]) -> tuple[str, ...]:
        """Return values that were written in slots of other names, each in its own slot here.

        A slot not asked for before is blank; where a list is not known, they stay as they are.
        """
        if not (self.names and elements and written_in) or tuple(written_in) == self.names:
            return tuple(elements)
        said = dict(zip(map(bare_name, written_in), elements, strict=False))
        return tuple(said.get(bare_name(name), "") for name in self.names)

    def check(self, elements: Sequence[str]) -> None:
        """Check values that are in the order of the slots.

        Raises `PipeInElement` or `NotOfTheList`.
        """
        for slot, value in zip(self.names, elements, strict=False):
            self._check(slot, value)

    def _check(self, slot: str, value: str) -> None:
        if slot not in self.names:
            raise UnknownSlot(slot=slot)
        if _PIPE in value:
            raise PipeInElement(slot=slot)
        known = {BRAND_KIND: BRAND_KINDS, PREFERENCE: PREFERENCES}.get(slot)
        if known is not None and value and value not in known:
            raise NotOfTheList(slot=slot, value=value)


def bare_name(slot: str) -> str:
    """Return the name of a slot without the hint in brackets behind it."""
    return _HINT.sub("", slot)


def may_be_blank(slot: str) -> bool:
    """Return whether the slot is one of those that close a list."""
    return bare_name(slot) in CLOSING


def missing(slots: Slots, elements: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the slots that must have a value and have none."""
    given = zip_longest(slots.names, elements[: len(slots.names)], fillvalue="")
    return tuple(slot for slot, value in given if not (value or may_be_blank(slot)))
