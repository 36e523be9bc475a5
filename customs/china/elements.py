"""Declared elements (申报要素) as ordered slots: what a code asks for, and what was said.

Every list begins with 品牌类型 and 出口享惠情况. A slot that is not known stays empty and keeps its
place: the message joins slots by a pipe.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from customs.refusal import N_, CustomsRefusal

BRAND_KIND: Final = "品牌类型"
PREFERENCE: Final = "出口享惠情况"
FIRST: Final = (BRAND_KIND, PREFERENCE)
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


class UnknownSlot(CustomsRefusal):
    """The code has no slot of that name."""

    sentence = N_("The code asks for no element “%(slot)s”.")


class PipeInElement(CustomsRefusal):
    """A pipe inside a value would begin another slot."""

    sentence = N_("The element “%(slot)s” must not hold the sign |.")


class NotOfTheList(CustomsRefusal):
    """The first two slots hold a digit of their lists."""

    sentence = N_("“%(value)s” is not a value of the element “%(slot)s”.")


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a code, in their order."""

    names: tuple[str, ...]

    def fill(self, said: Mapping[str, str]) -> tuple[str, ...]:
        """Lay what was said into its slots; a slot without a word stays empty.

        Raises `UnknownSlot`, `PipeInElement` or `NotOfTheList`.
        """
        for slot, value in said.items():
            self._check(slot, value)
        return tuple(said.get(name, "") for name in self.names)

    def check(self, elements: Sequence[str]) -> None:
        """Let elements pass that lie in their slots already.

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


def missing(slots: Slots, elements: Sequence[str]) -> tuple[str, ...]:
    """Name the slots that are still empty."""
    return (
        tuple(name for name, value in zip(slots.names, elements, strict=False) if not value)
        + slots.names[len(elements) :]
    )
