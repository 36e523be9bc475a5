"""One thread from the scale to the declaration: every figure must agree, or nothing is issued."""

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
    """One figure that two papers would show differently."""

    order_number: str
    figure: str
    """What differs: a message of the catalogue."""
    subject: str
    """The line, carton or rule; empty for the whole order."""
    ours: str
    theirs: str

    @property
    def message(self) -> Sentence:
        """The difference in one line."""
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
    """Cartons, order and declaration do not agree; nothing is kept, nothing is issued."""

    code = "declaration.figures_differ"
    sentence = N_("The papers cannot be drawn up, because these figures differ: %(differences)s.")


class RulesBroken(Conflict):
    """The declaration breaks a rule that customs would send it back for."""

    code = "declaration.rules_broken"
    sentence = N_("The papers cannot be drawn up. Order %(order)s, rule %(rule)s: %(sentence)s")


def reconcile(snapshot: LoadSnapshot, declarations: Mapping[str, ExportDeclaration]) -> None:
    """Let a load pass whose figures agree to the gram and the coin.

    Σ cartons = packing list = order = declaration. Raises `FiguresDiffer`, naming each figure, or
    `RulesBroken` for a declaration that customs would send back.
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
    """Return every figure in which the cartons, the order and the declaration differ."""
    for figure, subject, ours, theirs in _figures(consignment, declaration):
        if ours != theirs:
            yield Mismatch(consignment.order_number, figure, subject, str(ours), str(theirs))


_Figure = tuple[str, str, object, object]
"""Label, subject, as packed or sold, as declared."""


def _figures(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    cartons = consignment.cartons
    yield PACKAGES, "", len(cartons), declaration.packages
    yield GROSS, "", sum(carton.gross_g for carton in cartons), declaration.gross_g
    yield NET, "", sum(carton.net_g for carton in cartons), declaration.net_g
    yield MARKS, "", [carton.number for carton in cartons], list(declaration.marks)
    sold, said = _totals(consignment.lines), _totals(declaration.lines)
    for currency in sorted({*sold, *said}):
        yield TOTAL, "", Money(sold[currency], currency), Money(said[currency], currency)
    for carton in cartons:
        yield CARTON, carton.number, max(carton.gross_g, carton.net_g + 1), carton.gross_g
    yield from _stages(consignment)
    yield from _products(consignment)
    yield from _pieces(consignment)
    yield from _by_goods(consignment, declaration)


def _totals(lines: Iterable[SoldLine | DeclarationLine]) -> defaultdict[str, Decimal]:
    """Add up the lines currency by currency: sums in two currencies are two sums."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.total.currency.code] += line.total.amount
    return sums


def _stages(consignment: Consignment) -> Iterator[_Figure]:
    """Yield what the stages of each unit price add up to, where they were frozen with it."""
    for line in consignment.lines:
        if line.stages:
            yield STAGES, str(line.position), PriceBreakdown(line.stages).total, line.unit_price


def _products(consignment: Consignment) -> Iterator[_Figure]:
    """Multiply each line of the order, in the order's currency, as its invoice must read."""
    for line in consignment.lines:
        product = Money(line.unit_price.amount * line.quantity, consignment.currency)
        yield TOTAL, str(line.position), product, line.total


def _pieces(consignment: Consignment) -> Iterator[_Figure]:
    """Compare, line by line of the order, what lies in the cartons with what was sold."""
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
"""What lines alike add up to, by label and by what they say of their goods.

Lines of an order that agree in code, name, unit and price may be one declared line.
"""


def _by_goods(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    sold, said = _sold(consignment), _said(declaration)
    for label, goods in sorted({*sold, *said}):
        yield label, goods, sold[label, goods], said[label, goods]


def _sold(consignment: Consignment) -> _Sums:
    net_g = _by_position(consignment, "net_g")
    sums = _Sums(Decimal)
    for line in consignment.lines:
        goods, pieces = line.goods, Decimal(line.quantity)
        said = f"{goods.china_code} {goods.name_zh} {line.unit} {_price(line.unit_price)}"
        sums[DECLARED, said] += pieces
        sums[WEIGHED, said] += net_g[line.position]
        sums[TOTAL, said] += line.total.amount
        for unit in (goods.statutory_unit_1, goods.statutory_unit_2):
            told = statutory(unit, {line.unit: pieces}, net_g=net_g[line.position])
            _add_statutory(sums, said, told)
    return sums


def _said(declaration: ExportDeclaration) -> _Sums:
    sums = _Sums(Decimal)
    for line in declaration.lines:
        said = f"{line.code} {line.name} {line.declared.unit} {_price(line.unit_price)}"
        sums[DECLARED, said] += line.declared.amount
        sums[WEIGHED, said] += line.net_g
        sums[TOTAL, said] += line.total.amount
        for told in (line.statutory_1, line.statutory_2):
            _add_statutory(sums, said, told)
    return sums


def _add_statutory(sums: _Sums, said: str, told: Quantity | None) -> None:
    """A statutory quantity is a figure of its own: named by its unit after the goods."""
    if told is not None:
        sums[DECLARED, f"{said} ({told.unit})"] += told.amount
