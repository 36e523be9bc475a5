"""One thread from the scale to the declaration: every figure must agree, or nothing is issued."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.declarations.snapshot import Consignment, LoadSnapshot
from app.kit.refusal import Conflict
from app.kit.words import N_, translate
from customs.china.declaration import ExportDeclaration
from customs.china.rules import EXPORT

PACKAGES: Final = N_("packages")
GROSS: Final = N_("gross weight, g")
NET: Final = N_("net weight, g")
CARTON: Final = N_("gross above net weight of the carton, g")
MARKS: Final = N_("shipping marks")
TOTAL: Final = N_("total")
PIECES: Final = N_("quantity packed and sold")
DECLARED: Final = N_("quantity sold and declared")
WEIGHED: Final = N_("net weight packed and declared, g")


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that two papers would show differently."""

    order_number: str
    figure: str
    """What differs: a label in English, said in the reader's language."""
    subject: str
    """The line, carton or rule; empty for the whole order."""
    ours: str
    theirs: str

    def __str__(self) -> str:
        """Will say it in one line, in the reader's language."""
        named = f"{translate(self.figure)} {self.subject}".strip()
        return f"{self.order_number}, {named}: {self.ours} ≠ {self.theirs}"


class FiguresDiffer(Conflict):
    """Cartons, order and declaration do not agree; nothing is kept, nothing is issued."""

    sentence = N_("The papers cannot be drawn up, because these figures differ: %(differences)s.")


class RulesBroken(Conflict):
    """The declaration breaks a rule that customs would send it back for."""

    sentence = N_("The papers cannot be drawn up. Order %(order)s, rule %(rule)s: %(sentence)s")


def reconcile(snapshot: LoadSnapshot, declarations: Mapping[str, ExportDeclaration]) -> None:
    """Will let a load pass whose figures agree to the gram and the coin.

    Σ cartons = packing list = order = declaration. Raises `FiguresDiffer`, naming each figure, or
    `RulesBroken` for a declaration that customs would send back.
    """
    pairs = [(each, declarations[each.order_number]) for each in snapshot.consignments]
    found = [difference for pair in pairs for difference in differences(*pair)]
    if found:
        raise FiguresDiffer(differences="; ".join(map(str, found)))
    for consignment, declaration in pairs:
        for broken in EXPORT.check(declaration, on=declaration.declared_on):
            if broken.blocks:
                raise RulesBroken(
                    order=consignment.order_number,
                    rule=f"{broken.number} ({broken.place})",
                    sentence=translate(broken.sentence),
                )


def differences(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[Difference]:
    """Will give every figure in which the cartons, the order and the declaration differ."""
    for figure, subject, ours, theirs in _figures(consignment, declaration):
        if ours != theirs:
            yield Difference(consignment.order_number, figure, subject, str(ours), str(theirs))


_Figure = tuple[str, str, object, object]
"""Label, subject, as packed or sold, as declared."""


def _figures(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    cartons = consignment.cartons
    yield PACKAGES, "", len(cartons), declaration.packages
    yield GROSS, "", sum(carton.gross_g for carton in cartons), declaration.gross_g
    yield NET, "", sum(carton.net_g for carton in cartons), declaration.net_g
    yield MARKS, "", [carton.number for carton in cartons], list(declaration.marks)
    yield TOTAL, "", _sold_total(consignment), _declared_total(declaration, consignment.currency)
    for carton in cartons:
        yield CARTON, carton.number, max(carton.gross_g, carton.net_g + 1), carton.gross_g
    yield from _pieces(consignment)
    yield from _by_goods(consignment, declaration)


def _sold_total(consignment: Consignment) -> Money:
    return sum((line.total for line in consignment.lines), Money(0, consignment.currency))


def _declared_total(declaration: ExportDeclaration, currency: str) -> Money:
    return sum((line.total for line in declaration.lines), Money(0, currency))


def _pieces(consignment: Consignment) -> Iterator[_Figure]:
    """Will compare, line by line of the order, what lies in the cartons with what was sold."""
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


_Goods = tuple[str, str, str, str]
"""Code, name, unit, price: lines of an order that agree in them may be one declared line."""


def _price(price: Money) -> str:
    return f"{price.amount} {price.currency.code}"


def _by_goods(consignment: Consignment, declaration: ExportDeclaration) -> Iterator[_Figure]:
    net_g = _by_position(consignment, "net_g")
    sold, weighed = Counter[_Goods](), Counter[_Goods]()
    for line in consignment.lines:
        goods = (line.goods.china_code, line.goods.name_zh, line.unit, _price(line.unit_price))
        sold[goods] += line.quantity
        weighed[goods] += net_g[line.position]
    said: defaultdict[_Goods, Decimal] = defaultdict(Decimal)
    said_g = Counter[_Goods]()
    for each in declaration.lines:
        goods = (each.code, each.name, each.declared.unit, _price(each.unit_price))
        said[goods] += each.declared.amount
        said_g[goods] += each.net_g
    for goods in sorted({*sold, *said}):
        yield DECLARED, " ".join(goods), sold[goods], said[goods]
        yield WEIGHED, " ".join(goods), weighed[goods], said_g[goods]
