"""Rules about the companies in the header."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from customs import identifiers
from customs.china.declaration import ExportDeclaration
from customs.china.rules.book import EXPORT, FORM, SINCE
from customs.refusal import CustomsRefusal
from customs.rules import Place

NUMBERS: Final[Mapping[str, Callable[[str], str]]] = {
    "social_code": identifiers.parse_uscc,
    "customs_code": identifiers.parse_customs_code,
}
"""Numbers of a Chinese company, with the parser of each."""


@EXPORT.rule(
    "C16",
    "One producer or domestic seller must be named, with its social credit code.",
    source=FORM,
    since=SINCE,
)
def producer_is_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 13."""
    if declaration.producer is None:
        yield "producer"
    elif not declaration.producer.social_code:
        yield "producer/social_code"


@EXPORT.rule(
    "C39",
    "A company's numbers are right: 18 characters with their check, and 10 of customs (fields 3"
    " and 13).",
    source=f"GB 32100-2015; {FORM}",
    since=SINCE,
    blocks=True,
)
def numbers_are_right(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the numbers that are given; a blank one passes."""
    for name in ("consignor", "producer"):
        company = getattr(declaration, name)
        for number, parse in NUMBERS.items():
            text = getattr(company, number, "")
            if text and not _is_right(parse, text):
                yield f"{name}/{number}"


def _is_right(parse: Callable[[str], str], text: str) -> bool:
    try:
        return parse(text) == text
    except CustomsRefusal:
        return False
