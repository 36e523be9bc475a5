"""Control letters of a code (监管证件), and the permits that they require on export.

Letters are case-sensitive: y is the licence of border trade, Y a certificate of origin.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from customs.refusal import N_, CustomsRefusal


class ExportProhibited(CustomsRefusal):
    """Raised for control letter 8: such goods are not exported."""

    code = "customs.china.export_prohibited"
    sentence = N_("Goods of the code %(code)s are prohibited to export (letter 8).")


class UnknownControlLetter(CustomsRefusal):
    """Raised for a letter that is not in the list (监管证件代码表)."""

    code = "customs.china.unknown_control_letter"
    sentence = N_("The control letter %(letter)s of the code %(code)s is not known.")


PROHIBITED: Final = "8"
EXPORT_PERMITS: Final[Mapping[str, str]] = {
    "3": "两用物项和技术出口许可证",
    "4": "出口许可证",
    "B": "出境检验检疫(电子底账)",
    "E": "濒危物种允许出口证明书",
    "G": "两用物项和技术出口许可证(定向)",
    "X": "有毒化学品环境管理放行通知单",
    "y": "出口许可证(边境小额贸易)",
}
"""Export letters, and the permit that each requires."""
NOT_OF_EXPORT: Final = frozenset("12679AFOPc")
"""Import letters, which do not apply to export."""
CHECKED_BY_HAND: Final = frozenset("5DIJKLMQRSTUVWYZaefhjkmpqrstuvx")
"""Letters that may apply to an export, depending on the goods: the declarant checks."""


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit that a control letter requires."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class PermitRequirements:
    """The permits that the control letters of a code require on export."""

    permits: tuple[Permit, ...]
    by_hand: tuple[str, ...]
    """Letters that the declarant has to check."""


def permit_requirements(code: str, letters: str) -> PermitRequirements:
    """Return what the control letters of a code require on export.

    Raises `ExportProhibited` or `UnknownControlLetter`.
    """
    if PROHIBITED in letters:
        raise ExportProhibited(code=code)
    for letter in letters:
        if letter not in EXPORT_PERMITS and letter not in NOT_OF_EXPORT | CHECKED_BY_HAND:
            raise UnknownControlLetter(letter=letter, code=code)
    return PermitRequirements(
        tuple(
            Permit(letter, EXPORT_PERMITS[letter]) for letter in letters if letter in EXPORT_PERMITS
        ),
        tuple(letter for letter in letters if letter in CHECKED_BY_HAND),
    )


def missing_permits(asked: PermitRequirements, attached: Iterable[str]) -> tuple[Permit, ...]:
    """Return the required permits whose letters are not among those attached."""
    held = set(attached)
    return tuple(permit for permit in asked.permits if permit.letter not in held)
