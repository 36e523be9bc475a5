"""Goods declarations for tests: a rich one, the smallest, and strategies of many."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st
from moneyed import Money

from customs.eaeu.assessed_payments import totals_of
from customs.eaeu.box31 import (
    ExciseStamps,
    Group,
    Identification,
    Measured,
    Packages,
    PackingRow,
    Period,
    Size,
)
from customs.eaeu.declaration import (
    GoodsDeclaration,
    GoodsLocation,
    Representative,
    Transport,
    TransportMeans,
)
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document, Features, GoodsItem, PrecedingDocument, Quota
from customs.eaeu.party import Address, TaxIdKind, TradeParty
from customs.eaeu.payments import BoxRate, Combined, PaymentRow, PaymentTotal, RateKind, SecondRate
from customs.eaeu.registration import RegistrationNumber

DAY = date(2026, 4, 1)
SELLER = TradeParty(
    "新疆吐鲁番果业 Turpan Fruit & Co", Address("CN", "838000", "Xinjiang", "Turpan", "Grape 1")
)
BUYER = TradeParty(
    "ТОО «Дастан Трейд»",
    Address("KZ", "050000", "", "Алматы", "Абая, 1"),
    TaxIdKind.BIN,
    "260340000012",
)
KYRGYZ = TradeParty(
    "ОсОО «Манас»", Address("KG", "720000"), TaxIdKind.KG_INN, "01234567890123", "12345678"
)


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def yuan(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


PERCENT = BoxRate(RateKind.PERCENT, Decimal(11))
BY_KILOGRAM = BoxRate(RateKind.SPECIFIC, Decimal("0.05"), "EUR", "166", Decimal(1))


def payments(value: Money, *, with_fee: bool = False) -> tuple[PaymentRow, ...]:
    fee = PaymentRow("1010", tenge("25950.00"), "", None, tenge("25950.00"), DAY)
    least = SecondRate(Combined.NOT_LESS, BY_KILOGRAM)
    duty = PaymentRow("2010", value, "", PERCENT, tenge("110.00"), DAY, second=least)
    vat = PaymentRow(
        "5060", value, "", BoxRate(RateKind.PERCENT, Decimal(16)), tenge("160.00"), DAY
    )
    return (fee, duty, vat) if with_fee else (duty, vat)


def good(number: int = 1, *, with_fee: bool = False) -> GoodsItem:
    return GoodsItem(
        number=number,
        description=("Изюм белый без косточек", "в картонных коробках по 10 кг"),
        groups=(
            Group(
                "Изюм «теневой»",
                manufacturer="Turpan Fruit",
                trademark="TURPAN",
                mark="TF",
                model="A",
                article="TRP-RAISIN-GREEN",
                standard="GB/T 19586",
                serial_numbers=("1", "2"),
                size=Size(
                    Measured(Decimal("0.4"), "006", "М"),
                    Measured(Decimal("0.3"), "006", "М"),
                    Measured(Decimal("0.25"), "006"),
                ),
                quantity=Measured(Decimal(1000), "166", "КГ"),
            ),
        ),
        packages=Packages("1", 100, "CT", 1, (PackingRow("3", "PX", 4),)),
        containers=("MSCU1234566",),
        stamps=(ExciseStamps(5, "AB"),),
        terms=DeliveryTerms("FCA", "ХОРГОС"),
        period=Period(DAY, DAY),
        identification=Identification(1000, after_release=True, kind="1"),
        code="0806209000",
        features=Features(
            is_prohibition_free=True,
            intellectual_property="N",
            is_traced=True,
            needs_marking=True,
            prohibitions=("A", "VET"),
        ),
        origin="CN",
        preferential_origin="CN",
        quota=Quota(Measured(Decimal(5000), "166", "КГ"), Measured(Decimal(1000), "166")),
        other_quantities=(Measured(Decimal(40), "112", "Л"),),
        gross_kg=Decimal("1060.500"),
        net_kg=Decimal("1000.250"),
        net_net_kg=Decimal(1000),
        supplementary=Measured(Decimal(1000), "796", "ШТ"),
        price=yuan("10000.00"),
        documents=(
            Document("04021", "INV-1", DAY, "Инвойс"),
            Document("02015", "CMR-1", DAY),
            Document("01402", "ЕАЭС N RU Д-CN.1", DAY, "", DAY, date(2027, 4, 1), "KZ"),
        ),
        preceding=(
            PrecedingDocument(
                "09013",
                registration=RegistrationNumber("55302", DAY, "0000001"),
                goods_number=1,
            ),
            PrecedingDocument("09999", "KZ-1", DAY),
        ),
        customs_value=tenge("1000.00"),
        statistical_value=Money(Decimal("2.10"), "USD"),
        payments=payments(tenge("1000.00"), with_fee=with_fee),
    )


def totals(goods: tuple[GoodsItem, ...]) -> tuple[PaymentTotal, ...]:
    return tuple(replace(each, way="БН", payer=BUYER) for each in totals_of(goods))


def declaration(*goods: GoodsItem) -> GoodsDeclaration:
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
        arrival=Transport(
            "31", (TransportMeans("新A12345", "CN"), TransportMeans("123ABC02", "KZ"))
        ),
        border=Transport("31", (TransportMeans("新A12345", "CN"),)),
        is_in_containers=True,
        terms=DeliveryTerms("FCA", "ХОРГОС"),
        currency="CNY",
        exchange_rate=Decimal("69.31"),
        place=GoodsLocation(
            "11",
            "55302",
            "KZ",
            "СВХ Алматы",
            "55302/1",
            Document("09999", "СВХ-1", DAY, "Лицензия"),
        ),
        goods=lines,
        totals=totals(lines),
        loading_lists=1,
        loading_list_sheets=3,
        representative=Representative(
            "0123/10",
            "KZ",
            Document("11002", "BR-1", DAY),
            certificate="123456",
            authority=Document("11004", "POA-1", DAY, "", DAY, date(2027, 4, 1)),
        ),
    )


def smallest() -> GoodsDeclaration:
    bare = GoodsItem(
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
        loading_lists=None,
        loading_list_sheets=None,
        representative=None,
    )


UNAUTHORISED = Representative("0123/10", "KZ", Document("11002", "BR-1", DAY))
UNMEASURED = replace(good().groups[0], size=None)
FLAT = replace(UNMEASURED, size=Size(Measured(Decimal("0.4"), "006")))
TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(text.strip(" ")))
KILOGRAMS = st.decimals("0.001", "99999", places=3)
COINS = st.decimals("0.01", "9999999", places=2)
CODES = st.from_regex(r"[0-9]{10}", fullmatch=True)


@st.composite
def many_rows(draw: st.DrawFn) -> PaymentRow:
    """Each shape of a rate that box 47 has a place for."""
    value, amount = tenge(str(draw(COINS))), tenge(str(draw(COINS)))
    percent = BoxRate(RateKind.PERCENT, draw(st.decimals(0, 200, places=6)))
    each = BoxRate(
        RateKind.SPECIFIC,
        draw(st.decimals(0, 999999, places=6)),
        draw(st.sampled_from(["EUR", "USD"])),
        draw(st.sampled_from(["166", "796", "055"])),
        draw(st.none() | st.decimals("0.001", 999999, places=3)),
    )
    kind = draw(st.sampled_from(["2010", "4010", "5060", ""]))
    counts = draw(st.booleans())
    how = draw(st.sampled_from(Combined))
    second = SecondRate(how, each, counts and how is not Combined.PLUS)
    weight = draw(KILOGRAMS)
    base: Money | Decimal = weight if second.counts else value
    laid: list[PaymentRow] = [
        PaymentRow(kind, value, "", percent, amount, DAY),
        PaymentRow(kind, weight, each.unit, each, amount, DAY),
        PaymentRow(kind, None, "", None, amount, DAY),
        PaymentRow(
            kind, base, each.unit if second.counts else "", percent, amount, DAY, second=second
        ),
    ]
    return draw(st.sampled_from(laid))


@st.composite
def many_goods(draw: st.DrawFn) -> GoodsItem:
    whole = good()
    net, bare = draw(KILOGRAMS), draw(st.decimals(0, 1, places=3))
    return replace(
        whole,
        description=tuple(draw(st.lists(TEXTS, min_size=1, max_size=4))),
        gross_kg=net + draw(KILOGRAMS),
        net_kg=net,
        net_net_kg=draw(st.sampled_from([None, net])) if bare else None,
        price=Money(draw(COINS), "CNY"),
        customs_value=Money(draw(COINS), "KZT"),
        statistical_value=draw(st.sampled_from([None, whole.statistical_value])),
        groups=draw(st.sampled_from([(), whole.groups, (*whole.groups, UNMEASURED, FLAT)])),
        packages=draw(st.sampled_from([None, whole.packages, Packages("2", 0)])),
        stamps=draw(st.sampled_from([(), whole.stamps])),
        terms=draw(st.sampled_from([None, whole.terms])),
        period=draw(st.sampled_from([None, whole.period])),
        identification=draw(st.sampled_from([None, whole.identification, Identification()])),
        features=draw(st.sampled_from([Features(), whole.features])),
        origin=draw(st.sampled_from(["", "CN", "KG", "EU"])),
        preferential_origin=draw(st.sampled_from(["", "CN"])),
        quota=draw(st.sampled_from([None, whole.quota, Quota(yuan("5.00"))])),
        preceding=draw(st.sampled_from([(), whole.preceding])),
        other_quantities=draw(st.sampled_from([(), whole.other_quantities * 3])),
        containers=draw(st.sampled_from([(), ("MSCU1234566",)])),
        supplementary=draw(st.sampled_from([None, whole.supplementary])),
        documents=tuple(draw(st.lists(st.sampled_from(whole.documents), max_size=4))),
        payments=tuple(draw(st.lists(many_rows(), max_size=4))),
        code=draw(st.sampled_from(["", "080620"]) | CODES),
    )


@st.composite
def many_declarations(draw: st.DrawFn) -> GoodsDeclaration:
    drawn = draw(st.lists(many_goods(), min_size=1, max_size=4))
    lines = tuple(replace(each, number=n) for n, each in enumerate(drawn, start=1))
    whole = declaration(*lines)
    return replace(
        whole,
        consignor=replace(SELLER, name=draw(TEXTS)),
        consignee=draw(st.sampled_from([None, KYRGYZ])),
        financially_responsible=draw(st.sampled_from([None, BUYER])),
        border=draw(st.sampled_from([None, whole.border])),
        place=draw(st.sampled_from([None, whole.place, GoodsLocation("11", "", "KZ")])),
        representative=draw(st.sampled_from([None, whole.representative, UNAUTHORISED])),
        loading_lists=draw(st.sampled_from([None, 1])),
        loading_list_sheets=None,
        exchange_nominal=draw(st.sampled_from([1, 100])),
        exchange_rate=draw(st.decimals("0.0001", 999999, places=4)),
    )
