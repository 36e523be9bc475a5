"""Rules about the trade: its charges, its levy, its handbook, its licence and permits."""

import re
from collections.abc import Iterator
from typing import Final

from customs.china.charges import ChargeKind, asked_charges
from customs.china.declaration import DeclarationLine, ExportDeclaration
from customs.china.letters import PROHIBITED, UnknownLetter, asked_of, lacking
from customs.china.levy import GENERAL_TRADE, TAXED_AS_LISTED, levy_nature
from customs.china.rules.book import CLIENT, EXPORT, FORM, HEADER, SINCE, place_of
from customs.rules import Place

GENERAL: Final = GENERAL_TRADE
_LICENCE: Final = re.compile(r"[0-9a-zA-Z]{2}-[0-9a-zA-Z]{2}-[0-9a-zA-Z]{1,14}")
_TAXED_NATURES: Final = frozenset({"101", "601", "602", "603"})
_CATALOGUE: Final = "监管证件代码表"


@EXPORT.rule(
    "C19",
    "The delivery group asks for its freight and insurance, and for no other (fields 27 to 29).",
    source=CLIENT,
    since=SINCE,
)
def charges_fit_the_terms(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 28 and 29 against field 27."""
    told = [charge.kind for charge in declaration.charges]
    kinds = set(told) - {ChargeKind.OTHER}
    if len(told) != len(set(told)) or kinds != asked_charges(declaration.delivery_group):
        yield HEADER


@EXPORT.rule(
    "C20",
    "Under general trade the levy nature follows from the consignor's kind of ownership"
    " (field 15; sixth character of the customs code).",
    source=CLIENT,
    since=SINCE,
)
def levy_nature_fits_the_owner(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 15."""
    expected = levy_nature(declaration.consignor.customs_code)
    is_general = declaration.supervision_mode == GENERAL_TRADE
    if is_general and expected and declaration.levy_nature != expected:
        yield HEADER


@EXPORT.rule(
    "C21",
    "General trade that is taxed by the book is levied as listed, line by line (field 43).",
    source=CLIENT,
    since=SINCE,
)
def levy_mode_fits_the_nature(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 43 against fields 14 and 15."""
    if declaration.supervision_mode != GENERAL_TRADE:
        return
    if declaration.levy_nature in _TAXED_NATURES:
        yield from (
            place_of(line) for line in declaration.lines if line.levy_mode != TAXED_AS_LISTED
        )


@EXPORT.rule(
    "C22",
    "General trade has no handbook number (field 7).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def general_trade_has_no_handbook(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 7."""
    if declaration.supervision_mode == GENERAL_TRADE and declaration.handbook:
        yield HEADER


@EXPORT.rule(
    "C23",
    "A licence number has the shape YY-XX-number (field 16).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def licence_has_its_shape(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 16."""
    if declaration.licence and _LICENCE.fullmatch(declaration.licence) is None:
        yield HEADER


@EXPORT.rule(
    "C24",
    "Goods whose code has the control letter 8 are prohibited to export.",
    source=_CATALOGUE,
    since=SINCE,
    blocks=True,
)
def nothing_prohibited_is_aboard(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check the letters of every line."""
    yield from (place_of(line) for line in declaration.lines if PROHIBITED in line.control_letters)


@EXPORT.rule(
    "C25",
    "The paper that a control letter asks for is attached (field 31); letters count by their case.",
    source=f"{_CATALOGUE}; {CLIENT}",
    since=SINCE,
)
def permits_are_attached(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 31 against the letters of every line."""
    for line in declaration.lines:
        if PROHIBITED not in line.control_letters and _lacks(line, declaration.permits):
            yield place_of(line)


def _lacks(line: DeclarationLine, attached: tuple[str, ...]) -> bool:
    try:
        return bool(lacking(asked_of(line.code, line.control_letters), attached))
    except UnknownLetter:
        return True


@EXPORT.rule(
    "C26",
    "The letter c is of inward sales: no export attaches it.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def no_paper_of_inward_sales(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 31 for a letter of another trade."""
    if "c" in declaration.permits:
        yield HEADER
