"""Rules that compare the declaration with invoice, packing list and waybill.

Places are those of the declaration.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from moneyed import Money

from customs.china.declaration import ExportDeclaration
from customs.china.rules.book import SINCE
from customs.rules import Place, RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSet:
    """A declaration and the figures of the documents that travel with it."""

    declaration: ExportDeclaration
    invoice_total: Money
    packages: int
    """Of the packing list."""
    gross_g: int
    net_g: int
    contracts: tuple[str, ...]
    """The contract's number on every document."""
    waybill: str
    """Of the transport document."""
    consignees: tuple[str, ...]
    """The consignee's name on every document."""
    marks: tuple[str, ...]
    """Of the packing list."""


CROSS_CHECKS: Final[RuleBook[DocumentSet]] = RuleBook()
_SOURCE: Final = "What customs compares: declaration, invoice, packing list and transport document"


@CROSS_CHECKS.rule(
    "X1",
    "The lines' totals add up to the invoice's total.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def totals_are_the_invoice(documents: DocumentSet) -> Iterator[Place]:
    """Check the sum of field 38."""
    invoice = documents.invoice_total
    sums = [line.total for line in documents.declaration.lines]
    alike = all(each.currency == invoice.currency for each in sums)
    if not alike or sum(each.amount for each in sums) != invoice.amount:
        yield "lines"


@CROSS_CHECKS.rule(
    "X2",
    "Packages, gross and net weight are those of the packing list.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def weights_are_the_packing_list(documents: DocumentSet) -> Iterator[Place]:
    """Check fields 24 to 26."""
    for name in ("packages", "gross_g", "net_g"):
        if getattr(documents.declaration, name) != getattr(documents, name):
            yield name


@CROSS_CHECKS.rule(
    "X3",
    "Every paper names the contract of the declaration.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def contract_is_one(documents: DocumentSet) -> Iterator[Place]:
    """Check field 18."""
    if set(documents.contracts) != {documents.declaration.contract}:
        yield "contract"


@CROSS_CHECKS.rule(
    "X4",
    "The waybill's number is that of the transport document, when the declaration states one.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def waybill_is_the_transport_document(documents: DocumentSet) -> Iterator[Place]:
    """Check field 11."""
    if documents.declaration.waybill and documents.declaration.waybill != documents.waybill:
        yield "waybill"


@CROSS_CHECKS.rule(
    "X5",
    "Every paper names the consignee of the declaration.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def consignee_is_one(documents: DocumentSet) -> Iterator[Place]:
    """Check field 8."""
    if set(documents.consignees) != {documents.declaration.consignee}:
        yield "consignee"


@CROSS_CHECKS.rule(
    "X6",
    "The marks are those of the packing list.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def marks_are_the_packing_list(documents: DocumentSet) -> Iterator[Place]:
    """Check field 32."""
    if documents.declaration.marks != documents.marks:
        yield "marks"
