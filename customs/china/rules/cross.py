"""Rules across papers: the declaration beside invoice, packing list and waybill.

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
class Beside:
    """A declaration and what the papers beside it say."""

    declaration: ExportDeclaration
    invoice_total: Money
    packages: int
    """Of the packing list."""
    gross_g: int
    net_g: int
    contracts: tuple[str, ...]
    """The contract's number on every paper."""
    waybill: str
    """Of the transport document."""
    consignees: tuple[str, ...]
    """The consignee's name on every paper."""
    marks: tuple[str, ...]
    """Of the packing list."""


CROSS: Final[RuleBook[Beside]] = RuleBook()
_SOURCE: Final = "What customs compares: declaration, invoice, packing list and transport document"


@CROSS.rule(
    "X1",
    "The lines' totals add up to the invoice's total.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def totals_are_the_invoice(beside: Beside) -> Iterator[Place]:
    """Will check the sum of field 38."""
    invoice = beside.invoice_total
    sums = [line.total for line in beside.declaration.lines]
    alike = all(each.currency == invoice.currency for each in sums)
    if not alike or sum(each.amount for each in sums) != invoice.amount:
        yield "lines"


@CROSS.rule(
    "X2",
    "Packages, gross and net weight are those of the packing list.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def weights_are_the_packing_list(beside: Beside) -> Iterator[Place]:
    """Will check fields 24 to 26."""
    for name in ("packages", "gross_g", "net_g"):
        if getattr(beside.declaration, name) != getattr(beside, name):
            yield name


@CROSS.rule(
    "X3",
    "Every paper names the contract of the declaration.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def contract_is_one(beside: Beside) -> Iterator[Place]:
    """Will check field 18."""
    if set(beside.contracts) != {beside.declaration.contract}:
        yield "contract"


@CROSS.rule(
    "X4",
    "The waybill's number is that of the transport document, when the declaration tells one.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def waybill_is_the_transport_document(beside: Beside) -> Iterator[Place]:
    """Will check field 11."""
    if beside.declaration.waybill and beside.declaration.waybill != beside.waybill:
        yield "waybill"


@CROSS.rule(
    "X5",
    "Every paper names the consignee of the declaration.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def consignee_is_one(beside: Beside) -> Iterator[Place]:
    """Will check field 8."""
    if set(beside.consignees) != {beside.declaration.consignee}:
        yield "consignee"


@CROSS.rule(
    "X6",
    "The marks are those of the packing list.",
    source=_SOURCE,
    since=SINCE,
    blocks=True,
)
def marks_are_the_packing_list(beside: Beside) -> Iterator[Place]:
    """Will check field 32."""
    if beside.declaration.marks != beside.marks:
        yield "marks"
