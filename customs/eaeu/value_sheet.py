"""Declaration of customs value by method 1 (ДТС-1): EEC Collegium's Decision 160 of 16.10.2018.

Sums are in the releasing country's currency unless a box says otherwise; None where there is none.
A total is the sum of its boxes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty
from customs.rounding import MONEY_DECIMALS, half_up
from customs.valuation.boxes import Boxes, sum_up
from customs.valuation.incoterms import Charge

DOLLAR: Final = "USD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Part Б: charges added because the price does not include them (boxes 13 to 19)."""

    brokerage: Money | None = None
    """13а."""
    packing: Money | None = None
    """13б."""
    materials: Money | None = None
    """14а."""
    tools: Money | None = None
    """14б."""
    consumed: Money | None = None
    """14в."""
    design: Money | None = None
    """14г."""
    royalties: Money | None = None
    """15."""
    resale: Money | None = None
    """16: the seller's share of the proceeds of resale."""
    carriage: Money | None = None
    """17, to the place of arrival."""
    arrival_place: str = ""
    """17, its name, at most 40 letters."""
    handling: Money | None = None
    """18."""
    insurance: Money | None = None
    """19."""

    @property
    def parts(self) -> tuple[Money | None, ...]:
        """Every sum, in the order of the boxes."""
        return (
            self.brokerage,
            self.packing,
            self.materials,
            self.tools,
            self.consumed,
            self.design,
            self.royalties,
            self.resale,
            self.carriage,
            self.handling,
            self.insurance,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deductions:
    """Part В: charges that the price includes and a document shows apart (boxes 21 to 23)."""

    assembly: Money | None = None
    """21."""
    carriage: Money | None = None
    """22, inside the Union."""
    taxes: Money | None = None
    """23: duties and taxes of the Union."""

    @property
    def parts(self) -> tuple[Money | None, ...]:
        """Every sum, in the order of the boxes."""
        return (self.assembly, self.carriage, self.taxes)


@dataclass(frozen=True, slots=True)
class Converted:
    """A row of the table of currencies (box *): a converted box and its rate."""

    box: str
    amount: Money
    rate: Decimal
    nominal: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuedGoods:
    """A goods item: parts А, Б and В, and the declared value."""

    number: int
    """The number of the good in the goods declaration (box 32)."""
    sheet: int
    """The sheet of the form on which it stands."""
    code: str
    price: Money
    """11а, in the currency of the deal."""
    price_own: Money
    """11а, converted."""
    rate: Decimal
    nominal: int = 1
    rated_on: date
    indirect: Money | None = None
    """11б, converted: indirect payments."""
    additions: Additions = Additions()
    deductions: Deductions = Deductions()
    dollar_rate: Decimal
    """For box 25б: the own currency for `dollar_nominal` US dollars."""
    dollar_nominal: int = 1
    converted: tuple[Converted, ...] = ()

    @property
    def basis(self) -> Money:
        """Box 12: 11а + 11б."""
        return self._add((self.price_own, self.indirect))

    @property
    def added(self) -> Money:
        """Box 20: boxes 13 to 19."""
        return self._add(self.additions.parts)

    @property
    def deducted(self) -> Money:
        """Box 24: boxes 21 to 23."""
        return self._add(self.deductions.parts)

    @property
    def declared(self) -> Money:
        """Box 25а: 12 + 20 − 24; box 45 of the goods declaration."""
        return Boxes(self.basis, self.added, self.deducted).declared

    @property
    def declared_usd(self) -> Money:
        """Box 25б: the declared value in US dollars."""
        return Money(
            half_up(self.declared.amount * self.dollar_nominal / self.dollar_rate, MONEY_DECIMALS),
            DOLLAR,
        )

    @property
    def boxes(self) -> Mapping[str, Money | None]:
        """The sums by box, as the table of currencies names them."""
        sums = (*self.additions.parts, *self.deductions.parts)
        charged = {charge.box: each for charge, each in zip(Charge, sums, strict=True)}
        return {"11а": self.price_own, "11б": self.indirect, **charged}

    def _add(self, parts: Iterable[Money | None]) -> Money:
        return sum_up((part for part in parts if part is not None), self.price_own.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of buyer and seller (boxes 7 to 9), which only they can give."""

    are_related: bool
    """7а."""
    relation_moved_price: bool | None = None
    """7б; None when they are not related."""
    price_is_near_test_value: bool | None = None
    """7в; None when they are not related."""
    is_restricted: bool
    """8а."""
    has_conditions: bool
    """8б."""
    has_licence: bool
    """9."""
    pays_royalties: bool
    """9а."""
    seller_gets_proceeds: bool
    """9б."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSheet:
    """A value sheet (ДТС-1) as an unsigned draft."""

    document_id: str
    declaration_id: str
    """The goods declaration's own UUID."""
    made_at: datetime
    seller: TradeParty
    """1."""
    buyer: TradeParty
    """2а."""
    declarant: TradeParty
    """2б."""
    terms: DeliveryTerms
    """3."""
    invoices: tuple[Document, ...]
    """4."""
    contracts: tuple[Document, ...]
    """5."""
    others: tuple[Document, ...] = ()
    """6: documents that support boxes 7 to 9."""
    answers: Answers
    goods: tuple[ValuedGoods, ...]

    @property
    def method(self) -> str:
        """The valuation method: 1, the transaction value."""
        return "1"
