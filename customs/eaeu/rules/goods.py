"""Rules about each goods item: its code, its description, its documents."""

import re
from collections.abc import Iterator
from typing import Final

from customs import identifiers
from customs.eaeu.box31 import Packages
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import Document, GoodsItem, PrecedingDocument, Preference
from customs.eaeu.rules.book import DECLARATION, FORM, FORMAT, SINCE, where
from customs.refusal import CustomsRefusal
from customs.rounding import is_above_zero
from customs.rules import Place

CODE_DIGITS: Final = 10
_DESCRIPTIONS_MOST: Final = 4
_DESCRIPTION_MOST: Final = 250
_DOCUMENT_KIND: Final = re.compile(r"[0-9]{5}")
_DOCUMENT_NUMBER_MOST: Final = 50
_PREFERENCE: Final = (2, 2, 1, 2)
_LATIN_NONE: Final = "OO"
_PROCEDURE: Final = re.compile(r"[0-9]{2} [0-9]{2} [0-9A-ZА-Я]{3}")
_PACKING: Final = re.compile(r"[0-4][A-Z0-9]{2}")
_INVOICE: Final = "04021"


@DECLARATION.rule(
    "E11",
    "Each good needs the ten digits of its code (box 33).",
    source="Customs Code of the EAEU, article 106; " + FORM,
    since=SINCE,
)
def code_has_ten_digits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 33."""
    return where(declaration, lambda good: not identifiers.is_digits(good.code, CODE_DIGITS))


@DECLARATION.rule(
    "E12",
    "A description has from one to four pieces of at most 250 letters (box 31).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def description_fits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 31, element 1."""
    return where(declaration, lambda good: not _is_described(good))


def _is_described(good: GoodsItem) -> bool:
    pieces = good.description
    fit = all(1 <= len(piece) <= _DESCRIPTION_MOST for piece in pieces)
    return 1 <= len(pieces) <= _DESCRIPTIONS_MOST and fit


@DECLARATION.rule(
    "E13",
    "A document has the five digits of its kind and a number of at most 50 letters (box 44).",
    source="Commission of the Customs Union, decision 378 of 20 September 2010; " + FORMAT,
    since=SINCE,
)
def documents_are_named(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 44."""
    return where(declaration, lambda good: not all(map(_is_document, good.documents)))


def _is_document(shown: Document) -> bool:
    is_kind = _DOCUMENT_KIND.fullmatch(shown.kind) is not None
    return is_kind and 1 <= len(shown.number) <= _DOCUMENT_NUMBER_MOST


@DECLARATION.rule(
    "E14", "Each good names its invoice (box 44, kind 04021).", source=FORM, since=SINCE
)
def invoice_is_there(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 44 for the invoice."""
    return where(declaration, lambda good: all(each.kind != _INVOICE for each in good.documents))


@DECLARATION.rule(
    "E15",
    "A container's number has its check digit right (box 31, element 3).",
    source="ISO 6346",
    since=SINCE,
)
def containers_are_right(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 31, element 3."""
    return where(declaration, lambda good: not all(map(_is_container, good.containers)))


def _is_container(number: str) -> bool:
    try:
        identifiers.parse_container(number)
    except CustomsRefusal:
        return False
    return True


@DECLARATION.rule(
    "E16",
    "Each good says how it is packed, and each row of packing has its kind and the two letters of"
    " its code (box 31, element 2).",
    source=FORM,
    since=SINCE,
)
def packages_are_stated(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 31, element 2."""
    return where(declaration, lambda good: not _is_packed(good.packages))


def _is_packed(packed: Packages | None) -> bool:
    if packed is None or not 0 <= packed.shared <= packed.count:
        return False
    return all(_PACKING.fullmatch(f"{row.kind}{row.code}") for row in packed.all_rows)


@DECLARATION.rule(
    "E17",
    "A quantity in a supplementary unit is above zero and names its unit (box 41).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def supplementary_quantity_is_whole(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 41."""
    return where(
        declaration,
        lambda good: (
            good.supplementary is not None
            and (not is_above_zero(good.supplementary.quantity) or not good.supplementary.unit)
        ),
    )


@DECLARATION.rule(
    "E18",
    "Preferences have two, two, one and two characters; none is claimed by two Cyrillic letters О"
    " (box 36).",
    source="Commission of the Customs Union, decision 378 of 20 September 2010; " + FORMAT,
    since=SINCE,
    blocks=True,
)
def preferences_have_their_characters(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 36."""
    return where(declaration, lambda good: not _is_preference(good.preference))


def _is_preference(claimed: Preference) -> bool:
    parts = (claimed.fee, claimed.duty, claimed.excise, claimed.vat)
    return tuple(map(len, parts)) == _PREFERENCE and _LATIN_NONE not in parts


@DECLARATION.rule(
    "E19",
    "A procedure has two digits, the one before it two, its feature three (box 37).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def procedures_have_their_digits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 37."""
    return where(declaration, lambda good: _PROCEDURE.fullmatch(_procedure(good)) is None)


def _procedure(good: GoodsItem) -> str:
    return f"{good.procedure.main} {good.procedure.preceding} {good.procedure.feature}"


@DECLARATION.rule(
    "E20",
    "A document before this one has the five digits of its kind, and its number at customs or"
    " another number (box 40).",
    source=FORM,
    since=SINCE,
)
def preceding_documents_are_named(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 40."""
    return where(declaration, lambda good: not all(map(_is_preceding, good.preceding)))


def _is_preceding(before: PrecedingDocument) -> bool:
    is_kind = _DOCUMENT_KIND.fullmatch(before.kind) is not None
    return is_kind and (before.registration is not None) != bool(before.number)
