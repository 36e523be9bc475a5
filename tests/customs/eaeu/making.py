"""Goods declarations for tests: a rich one, the smallest, and strategies of many."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st
from moneyed import Money

from customs.eaeu.declaration import (
    DeliveryTerms,
    GoodsDeclaration,
    Place,
    Transport,
    Vehicle,
)
from customs.eaeu.goods import (
    Document,
    Goods,
    Group,
    Measured,
    Packages,
    PrecedingDocument,
)
from customs.eaeu.party import Address, NumberKind, Party
from customs.eaeu.payments import BoxRate, PaymentRow, PaymentTotal, RateKind

DAY = date(2026, 4, 1)
SELLER = Party(
    "新疆吐鲁番果业 Turpan Fruit & Co", Address("CN", "838000", "Xinjiang", "Turpan", "Grape 1")
)
BUYER = Party(
    "ТОО «Дастан Трейд»",
    Address("KZ", "050000", "", "Алматы", "Абая, 1"),
    NumberKind.BIN,
    "260340000012",
)
KYRGYZ = Party(
    "ОсОО «Манас»", Address("KG", "720000"), NumberKind.KG_INN, "01234567890123", "12345678"
)


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def yuan(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


PERCENT = BoxRate(RateKind.PERCENT, Decimal(11))
BY_KILOGRAM = BoxRate(RateKind.SPECIFIC, Decimal("0.05"), "EUR", "166", Decimal(1))


def payments(value: Money, *, with_fee: bool = False) -> tuple[PaymentRow, ...]:
    fee = PaymentRow("1010", tenge("25950.00"), "", None, tenge("25950.00"), DAY)
    duty = PaymentRow("2010", value, "", PERCENT, tenge("110.00"), DAY, second=BY_KILOGRAM)
    vat = PaymentRow(
        "5060", value, "", BoxRate(RateKind.PERCENT, Decimal(16)), tenge("160.00"), DAY
    )
    return (fee, duty, vat) if with_fee else (duty, vat)


def good(number: int = 1, *, with_fee: bool = False) -> Goods:
    return Goods(
        number=number,
        description=("Изюм белый без косточек", "в картонных коробках по 10 кг"),
        groups=(
            Group(
                "Изюм «теневой»",
                manufacturer="Turpan Fruit",
                trademark="TURPAN",
                model="A",
                article="TRP-RAISIN-GREEN",
                quantity=Measured(Decimal(1000), "166", "КГ"),
            ),
        ),
        packages=Packages("1", 100, "CT"),
        containers=("MSCU1234566",),
        code="0806209000",
        origin="CN",
        gross_kg=Decimal("1060.500"),
        net_kg=Decimal("1000.250"),
        net_net_kg=Decimal(1000),
        supplementary=Measured(Decimal(1000), "796", "ШТ"),
        price=yuan("10000.00"),
        documents=(
            Document("04021", "INV-1", DAY, "Инвойс"),
            Document("02015", "CMR-1", DAY),
        ),
        preceding=(PrecedingDocument("09013", "10702030/010426/0000001", DAY),),
        customs_value=tenge("1000.00"),
        statistical_value=Money(Decimal("2.10"), "USD"),
        payments=payments(tenge("1000.00"), with_fee=with_fee),
        needs_marking=True,
    )


def totals(goods: tuple[Goods, ...]) -> tuple[PaymentTotal, ...]:
    sums: dict[str, Money] = {}
    for each in goods:
        for row in each.payments:
            sums[row.kind] = sums.get(row.kind, tenge("0")) + row.amount
    return tuple(PaymentTotal(kind, amount) for kind, amount in sums.items())


def declaration(*goods: Goods) -> GoodsDeclaration:
    lines = goods or (good(1, with_fee=True), good(2), good(3), good(4), good(5))
    return GoodsDeclaration(
        document_id="7d444840-9dc0-11d1-b245-5ffdce74fad2",
        made_at=datetime(2026, 4, 1, 9, 30, tzinfo=UTC),
        country="KZ",
        consignor=SELLER,
        consignee=None,
        declarant=BUYER,
        trading_country="CN",
        dispatch_country="CN",
        destination_country="KZ",
        arrival=Transport("31", (Vehicle("新A12345", "CN"), Vehicle("123ABC02", "KZ"))),
        border=Transport("31", (Vehicle("新A12345", "CN"),)),
        is_in_containers=True,
        terms=DeliveryTerms("FCA", "ХОРГОС"),
        currency="CNY",
        exchange_rate=Decimal("69.31"),
        place=Place("11", "", "KZ", "СВХ Алматы"),
        goods=lines,
        totals=totals(lines),
    )


def smallest() -> GoodsDeclaration:
    bare = Goods(
        number=1,
        description=("Изюм",),
        code="0806209000",
        origin="CN",
        gross_kg=Decimal(2),
        net_kg=Decimal(1),
        price=yuan("1.00"),
        customs_value=tenge("70.00"),
    )
    return replace(
        declaration(bare),
        border=None,
        place=None,
        consignee=KYRGYZ,
        financially_responsible=BUYER,
        is_in_containers=False,
        border_office="55302",
    )


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")),
    min_size=1,
    max_size=40,
)
KILOGRAMS = st.decimals("0.001", "99999", places=3)
COINS = st.decimals("0.01", "9999999", places=2)


@st.composite
def many_goods(draw: st.DrawFn) -> Goods:
    net = draw(KILOGRAMS)
    return replace(
        good(),
        description=tuple(draw(st.lists(TEXTS, min_size=1, max_size=4))),
        gross_kg=net + draw(KILOGRAMS),
        net_kg=net,
        price=Money(draw(COINS), "CNY"),
        customs_value=Money(draw(COINS), "KZT"),
        groups=draw(st.sampled_from([(), good().groups, good().groups * 3])),
        containers=draw(st.sampled_from([(), ("MSCU1234566",)])),
        supplementary=draw(st.sampled_from([None, good().supplementary])),
        payments=draw(st.sampled_from([(), good().payments])),
        code=draw(st.from_regex(r"[0-9]{10}", fullmatch=True)),
    )


@st.composite
def many_declarations(draw: st.DrawFn) -> GoodsDeclaration:
    drawn = draw(st.lists(many_goods(), min_size=1, max_size=4))
    lines = tuple(replace(each, number=n) for n, each in enumerate(drawn, start=1))
    seller = replace(SELLER, name=draw(TEXTS))
    return replace(declaration(*lines), consignor=seller)
