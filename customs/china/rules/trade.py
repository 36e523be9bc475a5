"""Rules about the trade: its charges, its levy, its handbook, its licence and permits."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from customs.china.charges import ChargeKind, ChargeMark, required_charges
from customs.china.declaration import ExportDeclaration
from customs.china.levy import GENERAL_TRADE, levy_mode, levy_nature
from customs.china.permits import (
    CHECKED_BY_HAND,
    PROHIBITED,
    UnknownControlLetter,
    missing_permits,
    permit_requirements,
)
from customs.china.rules.book import CLIENT, EXPORT, FORM, SINCE, lines_of
from customs.rules import Place

GENERAL: Final = GENERAL_TRADE
_LICENCE: Final = re.compile(r"[0-9a-zA-Z]{2}-[0-9a-zA-Z]{2}-[0-9a-zA-Z]{1,14}")
_HANDBOOK: Final = re.compile(r"[0-9A-Z]{12}")
_HANDBOOK_LETTERS: Final[Mapping[str, str]] = {"0615": "CE"}
"""First letters of a handbook's number by supervision mode, where they are known."""
_INSURANCE_PERCENT: Final = Decimal("0.3")
_CATALOGUE: Final = "监管证件代码表"


@EXPORT.rule(
    "C19",
    "The delivery group asks for its freight and insurance, and for no other (fields 27 to 29).",
    source=CLIENT,
    since=SINCE,
)
def charges_fit_the_terms(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 28 and 29 against field 27; each kind of charge is given once."""
    asked = required_charges(declaration.delivery_group)
    given: set[ChargeKind] = set()
    for count, charge in enumerate(declaration.charges, start=1):
        if charge.kind in given or charge.kind not in asked | {ChargeKind.OTHER}:
            yield f"charges/{count}/kind"
        given.add(charge.kind)
    if asked - given:
        yield "charges"


@EXPORT.rule(
    "C20",
    "The levy nature is that of the supervision mode; under general trade it follows from the"
    " consignor's kind of ownership (field 15; sixth character of the customs code).",
    source=CLIENT,
    since=SINCE,
)
def levy_nature_fits_the_owner(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 15."""
    customs_code = declaration.consignor.customs_code
    expected = levy_nature(customs_code, mode=declaration.supervision_mode)
    if expected and declaration.levy_nature != expected:
        yield "levy_nature"


@EXPORT.rule(
    "C21",
    "The levy mode of a line is that of supervision mode and levy nature (field 43).",
    source=CLIENT,
    since=SINCE,
)
def levy_mode_fits_the_nature(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 43 against fields 14 and 15."""
    expected = levy_mode(declaration.supervision_mode, declaration.levy_nature)
    for place, line in lines_of(declaration):
        if expected and line.levy_mode != expected:
            yield f"{place}/levy_mode"


@EXPORT.rule(
    "C22",
    "General trade has no handbook number (field 7).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def general_trade_has_no_handbook(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 7."""
    if declaration.supervision_mode == GENERAL_TRADE and declaration.handbook:
        yield "handbook"


@EXPORT.rule(
    "C23",
    "A licence number has the shape YY-XX-number (field 16).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def licence_has_its_shape(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 16."""
    if declaration.licence and _LICENCE.fullmatch(declaration.licence) is None:
        yield "licence"


@EXPORT.rule(
    "C24",
    "Goods whose code has the control letter 8 are prohibited to export.",
    source=_CATALOGUE,
    since=SINCE,
    blocks=True,
)
def nothing_prohibited_is_aboard(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the control letters of every line."""
    for place, line in lines_of(declaration):
        if line.tariff and PROHIBITED in line.tariff.control_letters:
            yield f"{place}/code"


@EXPORT.rule(
    "C25",
    "The paper that a control letter asks for is attached (field 31); letters count by their case.",
    source=f"{_CATALOGUE}; {CLIENT}",
    since=SINCE,
)
def permits_are_attached(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 31 against the letters of every line."""
    attached = [permit.letter for permit in declaration.permits if permit.number]
    for place, line in lines_of(declaration):
        if _lacks(line.code, line.tariff.control_letters if line.tariff else "", attached):
            yield f"{place}/code"


def _lacks(code: str, letters: str, attached: list[str]) -> bool:
    try:
        return bool(
            missing_permits(permit_requirements(code, letters.replace(PROHIBITED, "")), attached)
        )
    except UnknownControlLetter:
        return True


@EXPORT.rule(
    "C26",
    "The letter c is of inward sales: no export attaches it.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def no_paper_of_inward_sales(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 31 for a letter of another trade."""
    for count, permit in enumerate(declaration.permits, start=1):
        if permit.letter == "c":
            yield f"permits/{count}/letter"


@EXPORT.rule(
    "C42",
    "A handbook's number has twelve characters, and begins as its supervision mode asks (field 7).",
    source=CLIENT,
    since=SINCE,
)
def handbook_has_its_shape(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 7."""
    handbook = declaration.handbook
    letters = _HANDBOOK_LETTERS.get(declaration.supervision_mode, handbook[:1])
    if handbook and (_HANDBOOK.fullmatch(handbook) is None or handbook[0] not in letters):
        yield "handbook"


@EXPORT.rule(
    "C43",
    "Insurance stated by a rate is, as a rule, 0.3 percent (field 29).",
    source=CLIENT,
    since=SINCE,
)
def insurance_is_usual(declaration: ExportDeclaration) -> Iterator[Place]:
    """Report any other rate, as the client does."""
    for count, charge in enumerate(declaration.charges, start=1):
        by_rate = charge.kind is ChargeKind.INSURANCE and charge.mark is ChargeMark.RATE
        if by_rate and charge.figure != _INSURANCE_PERCENT:
            yield f"charges/{count}/figure"


@EXPORT.rule(
    "C44",
    "A control letter that binds some exports only is looked at by the declarant (field 31).",
    source=_CATALOGUE,
    since=SINCE,
)
def letters_are_looked_at(declaration: ExportDeclaration) -> Iterator[Place]:
    """Report lines with such a letter whose permit is not attached."""
    attached = {permit.letter for permit in declaration.permits}
    for place, line in lines_of(declaration):
        letters = line.tariff.control_letters if line.tariff else ""
        if set(letters) & CHECKED_BY_HAND - attached:
            yield f"{place}/code"
