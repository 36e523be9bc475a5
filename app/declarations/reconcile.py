"""Reconciliation from the scale to the declaration: every figure must agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.declarations.draft import statutory
from app.declarations.places import place_message
from app.declarations.snapshot import Consignment, LoadSnapshot, SoldLine
from app.kit.i18n import N_
from app.kit.message import Clauses, Sentence
from app.kit.refusal import Conflict
from app.pricing.breakdown import PriceBreakdown
from customs.china.declaration import DeclarationLine, ExportDeclaration, Quantity
from customs.china.rules import EXPORT

PACKAGES: Final = N_("packages")
GROSS: Final = N_("gross weight, g")
NET: Final = N_("net weight, g")
CARTON: Final = N_("gross above net weight of the carton, g")
MARKS: Final = N_("shipping marks")
TOTAL: Final = N_("total")
STAGES: Final = N_("stages of the unit price")
PIECES: Final = N_("quantity packed and sold")
DECLARED: Final = N_("quantity sold and declared")
WEIGHED: Final = N_("net weight packed and declared, g")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One figure on which two papers would differ."""

    order_number: str
    figure: str
    """What differs, a message id."""
    subject: str
    """The line, carton or rule; empty for the whole order."""
    ours: str
    theirs: str

    @property
    def message(self) -> Sentence:
        """Return the difference as one message."""
        named = Sentence(self.figure)
        if self.subject:
            named = Sentence("%(figure)s %(subject)s", {"figure": named, "subject": self.subject})
        return Sentence(
            "%(order)s, %(named)s: %(ours)s ≠ %(theirs)s",
            {
                "order": self.order_number,
                "named": named,
                "ours": self.ours,
                "theirs": self.theirs,
            },
        )


class FiguresDiffer(Conflict):
    """Cartons, order and declaration do not agree; nothing is saved, nothing is issued."""

    code = "declaration.figures_differ"
    sentence = N_("The papers cannot be drawn up, because these figures differ: %(differences)s.")


class RulesBroken(Conflict):
    """The declaration breaks a rule for which customs would reject it."""

    code = "declaration.rules_broken"
    sentence = N_("The papers cannot be drawn up. Order %(order)s, rule %(rule)s: %(sentence)s")


def reconcile(snapshot: LoadSnapshot, declarations: Mapping[str, ExportDeclaration]) -> None:
    """Check that a load's figures agree to the gram and the smallest coin.

    Σ cartons = packing list = order = declaration. Raises `FiguresDiffer`, naming each figure, or
    `RulesBroken` for a declaration that customs would reject.
    """
    pairs = [(each, declarations[each.order_number]) for each in snapshot.consignments]
    found = [difference for pair in pairs for difference in differences(*pair)]
    if found:
        raise FiguresDiffer(differences=Clauses(each.message for each in found))
    for consignment, declaration in pairs:
        for broken in EXPORT.check(declaration, on=declaration.declared_on):
            if broken.blocks:
                raise RulesBroken(
                    order=consignment.order_number,
                    rule=Sentence(
                        "%(number)s (%(place)s)",
                        {"number": broken.number, "place": place_message(broken.place)},
                    ),
                    sentence=broken.sentence,
                )


def differences(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[Mismatch]:
    """Yield every figure in which the cartons, the order and the declaration differ."""
    for figure, subject, ours, theirs in _figures(consignment, declaration):
        if ours != theirs:
            yield Mismatch(consignment.order_number, figure, subject, str(ours), str(theirs))


_Figure = tuple[str, str, object, object]
"""(label, subject, as packed or sold, as declared)."""


def _figures(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    cartons = consignment.cartons
    yield PACKAGES, "", len(cartons), declaration.packages
    yield GROSS, "", sum(carton.gross_g for carton in cartons), declaration.gross_g
    yield NET, "", sum(carton.net_g for carton in cartons), declaration.net_g
    yield MARKS, "", [carton.number for carton in cartons], list(declaration.marks)
    sold, declared = _totals(consignment.lines), _totals(declaration.lines)
    for currency in sorted({*sold, *declared}):
        yield TOTAL, "", Money(sold[currency], currency), Money(declared[currency], currency)
    for carton in cartons:
        yield CARTON, carton.number, max(carton.gross_g, carton.net_g + 1), carton.gross_g
    yield from _stages(consignment)
    yield from _products(consignment)
    yield from _pieces(consignment)
    yield from _by_goods(consignment, declaration)


def _totals(lines: Iterable[SoldLine | DeclarationLine]) -> defaultdict[str, Decimal]:
    """Return the sum of the lines by currency."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.total.currency.code] += line.total.amount
    return sums


def _stages(consignment: Consignment) -> Iterator[_Figure]:
    """Yield the sum of each unit price's stages, where they were frozen with it."""
    for line in consignment.lines:
        if line.stages:
            yield STAGES, str(line.position), PriceBreakdown(line.stages).total, line.unit_price


def _products(consignment: Consignment) -> Iterator[_Figure]:
    """Yield the product of each line of the order, in the order's currency, as on its invoice."""
    for line in consignment.lines:
        product = Money(line.unit_price.amount * line.quantity, consignment.currency)
        yield TOTAL, str(line.position), product, line.total


def _pieces(consignment: Consignment) -> Iterator[_Figure]:
    """Yield the packed and the sold pieces of each line of the order."""
    packed = _by_position(consignment, "quantity")
    sold = Counter({line.position: line.quantity for line in consignment.lines})
    for position in sorted({*packed, *sold}):
        yield PIECES, str(position), packed[position], sold[position]


def _by_position(consignment: Consignment, field: str) -> Counter[int]:
    found = Counter[int]()
    for carton in consignment.cartons:
        for item in carton.items:
            found[item.position] += getattr(item, field)
    return found


def _price(price: Money) -> str:
    return f"{price.amount} {price.currency.code}"


_Sums = defaultdict[tuple[str, str], Decimal]
"""Sums of equal lines, by label and description of the goods.

Lines of an order that agree in code, name, unit and price may be one declared line.
"""


def _by_goods(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    sold, declared = _sold(consignment), _declared(declaration)
    for label, goods in sorted({*sold, *declared}):
        yield label, goods, sold[label, goods], declared[label, goods]


def _sold(consignment: Consignment) -> _Sums:
    net_g = _by_position(consignment, "net_g")
    sums = _Sums(Decimal)
    for line in consignment.lines:
        goods, pieces = line.goods, Decimal(line.quantity)
        described = f"{goods.china_code} {goods.name_zh} {line.unit} {_price(line.unit_price)}"
        sums[DECLARED, described] += pieces
        sums[WEIGHED, described] += net_g[line.position]
        sums[TOTAL, described] += line.total.amount
        for unit in (goods.statutory_unit_1, goods.statutory_unit_2):
            quantity = statutory(unit, {line.unit: pieces}, net_g=net_g[line.position])
            _add_statutory(sums, described, quantity)
    return sums


def _declared(declaration: ExportDeclaration) -> _Sums:
    sums = _Sums(Decimal)
    for line in declaration.lines:
        described = f"{line.code} {line.name} {line.declared.unit} {_price(line.unit_price)}"
        sums[DECLARED, described] += line.declared.amount
        sums[WEIGHED, described] += line.net_g
        sums[TOTAL, described] += line.total.amount
        for quantity in (line.statutory_1, line.statutory_2):
            _add_statutory(sums, described, quantity)
    return sums


def _add_statutory(sums: _Sums, described: str, quantity: Quantity | None) -> None:
    """Add a statutory quantity as a figure of its own, with its unit after the goods."""
    if quantity is not None:
        sums[DECLARED, f"{described} ({quantity.unit})"] += quantity.amount
