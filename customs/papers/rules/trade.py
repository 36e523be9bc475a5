"""Rules about invoices (V) and packing lists (K)."""

from collections.abc import Iterator
from typing import Final

from customs.papers.rules.book import ALBUM, PRACTICE, SINCE, are_weights
from customs.papers.trade import Invoice, PackingList
from customs.rounding import MONEY_DECIMALS, half_up, has_decimals, is_figure
from customs.rules import Place, RuleBook, header_if
from customs.valuation.incoterms import INCOTERMS

INVOICE: Final[RuleBook[Invoice]] = RuleBook()
PACKING: Final[RuleBook[PackingList]] = RuleBook()


@INVOICE.rule(
    "V1",
    "A line's total is its price by its quantity, settled to two decimals.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def lines_multiply(invoice: Invoice) -> Iterator[Place]:
    for number, line in enumerate(invoice.lines, start=1):
        exact = line.price.amount * line.quantity
        if not is_figure(exact) or half_up(exact, MONEY_DECIMALS) != line.total.amount:
            yield str(number)


@INVOICE.rule(
    "V2",
    "All sums are in one currency.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def invoice_has_one_currency(invoice: Invoice) -> Iterator[Place]:
    sums = [each for line in invoice.lines for each in (line.price, line.total)]
    sums += [each for each in (invoice.freight, invoice.insurance) if each is not None]
    return header_if(len({each.currency for each in sums}) > 1)


@INVOICE.rule(
    "V3",
    "The delivery term is one of Incoterms 2020, with its place.",
    source=PRACTICE,
    since=SINCE,
)
def invoice_term_is_known(invoice: Invoice) -> Iterator[Place]:
    return header_if(invoice.terms.code not in INCOTERMS or not invoice.terms.place)


@INVOICE.rule(
    "V4",
    "Net weight is above zero and at most the gross weight.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def invoice_is_weighed(invoice: Invoice) -> Iterator[Place]:
    for number, line in enumerate(invoice.lines, start=1):
        if not are_weights(line.net_kg, line.gross_kg):
            yield str(number)


@INVOICE.rule(
    "V5",
    "There are goods.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def invoice_has_lines(invoice: Invoice) -> Iterator[Place]:
    return header_if(not invoice.lines)


@INVOICE.rule(
    "V6",
    "Sums have two decimals, and freight and insurance are not below zero.",
    source=ALBUM,
    since=SINCE,
    blocks=True,
)
def invoice_sums_fit(invoice: Invoice) -> Iterator[Place]:
    apart = [each.amount for each in (invoice.freight, invoice.insurance) if each is not None]
    sums = [*apart, *(line.total.amount for line in invoice.lines)]
    return header_if(
        not all(has_decimals(each, MONEY_DECIMALS) for each in sums)
        or any(each < 0 for each in apart)
    )


@PACKING.rule(
    "K1",
    "Net weight is above zero and at most the gross weight, and there are packages.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def packed_goods_are_weighed(listed: PackingList) -> Iterator[Place]:
    for number, each in enumerate(listed.goods, start=1):
        if not are_weights(each.net_kg, each.gross_kg) or each.packages.count < 0:
            yield str(number)


@PACKING.rule(
    "K2",
    "There are goods.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def packing_list_has_goods(listed: PackingList) -> Iterator[Place]:
    return header_if(not listed.goods)
