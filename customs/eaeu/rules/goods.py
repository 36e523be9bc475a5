"""Rules about each good: its code, its description, its documents."""

import re
from collections.abc import Iterator
from typing import Final

from customs import identifiers
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import Document, Goods
from customs.eaeu.rules.book import DECLARATION, FORM, FORMAT, SINCE, where
from customs.refusal import CustomsRefusal
from customs.rules import Place

CODE_DIGITS: Final = 10
_DESCRIPTIONS_MOST: Final = 4
_DESCRIPTION_MOST: Final = 250
_DOCUMENT_KIND: Final = re.compile(r"[0-9]{5}")
_DOCUMENT_NUMBER_MOST: Final = 50
_INVOICE: Final = "04021"


@DECLARATION.rule(
    "E11",
    "Each good needs the ten digits of its code (box 33).",
    source="Customs Code of the EAEU, article 106; " + FORM,
    since=SINCE,
)
def code_has_ten_digits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 33."""
    return where(declaration, lambda good: not _is_code(good.code))


def _is_code(code: str) -> bool:
    return len(code) == CODE_DIGITS and code.isascii() and code.isdigit()


@DECLARATION.rule(
    "E12",
    "A description has from one to four pieces of at most 250 letters (box 31).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def description_fits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 31, element 1."""
    return where(declaration, lambda good: not _is_described(good))


def _is_described(good: Goods) -> bool:
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
    """Will check box 44."""
    return where(declaration, lambda good: not all(map(_is_document, good.documents)))


def _is_document(shown: Document) -> bool:
    is_kind = _DOCUMENT_KIND.fullmatch(shown.kind) is not None
    return is_kind and 1 <= len(shown.number) <= _DOCUMENT_NUMBER_MOST


@DECLARATION.rule(
    "E14", "Each good names its invoice (box 44, kind 04021).", source=FORM, since=SINCE
)
def invoice_is_there(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 44 for the invoice."""
    return where(declaration, lambda good: all(each.kind != _INVOICE for each in good.documents))


@DECLARATION.rule(
    "E15",
    "A container's number has its check digit right (box 31, element 3).",
    source="ISO 6346",
    since=SINCE,
)
def containers_are_right(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 31, element 3."""
    return where(declaration, lambda good: not all(map(_is_container, good.containers)))


def _is_container(number: str) -> bool:
    try:
        identifiers.parse_container(number)
    except CustomsRefusal:
        return False
    return True


@DECLARATION.rule(
    "E16", "Each good says how it is packed (box 31, element 2).", source=FORM, since=SINCE
)
def packages_are_told(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 31, element 2."""
    return where(declaration, lambda good: good.packages is None or good.packages.count < 0)


@DECLARATION.rule(
    "E17",
    "A quantity in a supplementary unit is above zero and names its unit (box 41).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def supplementary_quantity_is_whole(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 41."""
    return where(
        declaration,
        lambda good: (
            good.supplementary is not None
            and (good.supplementary.quantity <= 0 or not good.supplementary.unit)
        ),
    )
