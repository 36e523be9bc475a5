"""Rules of the goods declaration: each is broken by one change, and found where it is broken."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from moneyed import Money

from customs.eaeu.album.esad import write_esad
from customs.eaeu.box31 import Measured, Packages
from customs.eaeu.declaration import (
    GoodsDeclaration,
    GoodsLocation,
    Representative,
    Transport,
    TransportMeans,
)
from customs.eaeu.goods import Document, PrecedingDocument, Preference, Procedure
from customs.eaeu.party import Address, TaxIdKind, TradeParty
from customs.eaeu.payments import BoxRate, Combined, PaymentTotal, RateKind, SecondRate
from customs.eaeu.register.goods_declaration import write_goods_declaration
from customs.eaeu.rules import DECLARATION
from customs.rules import DraftIsBlocked
from tests.customs.eaeu.factories import (
    BUYER,
    BY_KILOGRAM,
    DAY,
    KYRGYZ,
    SELLER,
    declaration,
    good,
    smallest,
    tenge,
    yuan,
)

Change = Callable[[GoodsDeclaration], GoodsDeclaration]


def found(made: GoodsDeclaration) -> list[tuple[str, str]]:
    return [(each.number, each.place) for each in DECLARATION.check(made, on=DAY)]


def test_a_whole_declaration_breaks_no_rule() -> None:
    assert found(declaration()) == []


def test_what_the_smallest_one_still_lacks_is_stated() -> None:
    assert found(smallest()) == [("E14", "1"), ("E16", "1")]


def test_a_declarant_of_kyrgyzstan_or_a_person_has_a_number_too() -> None:
    kyrgyz = replace(declaration(), country="KG", declarant=KYRGYZ)
    assert found(kyrgyz) == []
    person = replace(BUYER, number_kind=TaxIdKind.IIN, number="900101300125")
    assert [number for number, _ in found(replace(declaration(), declarant=person))] == ["E2"]


def head(**changes: object) -> Change:
    return lambda made: replace(made, **changes)  # type: ignore[arg-type]


def second(**changes: object) -> Change:
    """Changes the second good, and box B with it when payments change."""

    def change(made: GoodsDeclaration) -> GoodsDeclaration:
        one, two, *rest = made.goods
        return replace(made, goods=(one, replace(two, **changes), *rest))  # type: ignore[arg-type]

    return change


ROW = good().payments[0]
WEIGHED = replace(ROW, rate=BY_KILOGRAM, second=None, base=Decimal(5), base_unit="166")
FEE_RATE = BoxRate(RateKind.FEE, Decimal(6))
SUM_THAT_COUNTS = SecondRate(Combined.PLUS, BY_KILOGRAM, counts=True)
BROKER = Representative("1", "KZ", Document("11002", "BR-1", DAY))


@pytest.mark.parametrize(
    ("change", "number", "place"),
    [
        (second(number=7), "E1", "header"),
        (head(declarant=replace(BUYER, number="260340000013")), "E2", "header"),
        (head(declarant=SELLER), "E2", "header"),
        (head(declarant=TradeParty("X", Address("KZ"))), "E2", "header"),
        (head(trading_country="CHN"), "E3", "header"),
        (head(border_office="123"), "E4", "header"),
        (head(place=GoodsLocation("11", "5530x", "KZ")), "E4", "header"),
        (head(terms=replace(declaration().terms, code="FOT")), "E5", "header"),
        (head(terms=replace(declaration().terms, place="")), "E5", "header"),
        (head(arrival=Transport("31", ())), "E6", "header"),
        (head(border=Transport("31", (TransportMeans("", "CN"),))), "E6", "header"),
        (head(is_in_containers=False), "E7", "header"),
        (head(consignor=replace(SELLER, name="")), "E8", "header"),
        (second(code="080620900"), "E11", "2"),
        (second(code="08062o9000"), "E11", "2"),
        (second(description=()), "E12", "2"),
        (second(description=("И" * 251,)), "E12", "2"),
        (second(description=("И",) * 5), "E12", "2"),
        (second(documents=(Document("4021", "1", DAY), good().documents[0])), "E13", "2"),
        (second(documents=(Document("04021", "", DAY),)), "E13", "2"),
        (second(documents=good().documents[1:]), "E14", "2"),
        (second(containers=("MSCU1234567",)), "E15", "2"),
        (second(packages=None), "E16", "2"),
        (second(packages=Packages("1", -1)), "E16", "2"),
        (second(packages=Packages("1", 5, "CT", 6)), "E16", "2"),
        (second(packages=Packages("1", 5, "carton")), "E16", "2"),
        (head(declarant=replace(BUYER, address=Address("KAZ"))), "E3", "header"),
        (head(place=GoodsLocation("11", "", "KAZ")), "E3", "header"),
        (head(arrival=Transport("31", (TransportMeans("A1", "CHN"),))), "E3", "header"),
        (head(consignor=replace(SELLER, address=Address("CN", "83800-"))), "E9", "header"),
        (head(consignor=replace(SELLER, address=Address("CN", town="Т" * 121))), "E9", "header"),
        (head(representative=replace(BROKER, register_number="")), "E10", "header"),
        (second(preference=Preference(duty="OO")), "E18", "2"),
        (second(preference=Preference(excise="ОО")), "E18", "2"),
        (second(procedure=Procedure(feature="00")), "E19", "2"),
        (second(preceding=(PrecedingDocument("09013"),)), "E20", "2"),
        (second(preceding=(PrecedingDocument("9013", "1"),)), "E20", "2"),
        (second(net_kg=Decimal("NaN")), "E21", "2"),
        (second(statistical_value=Money("1.001", "USD")), "E22", "2"),
        (second(other_quantities=(Measured(Decimal("0.0000001"), "112"),)), "E22", "2"),
        (second(payments=(replace(ROW, base=tenge("1.001")),)), "E22", "2"),
        (second(payments=(replace(ROW, base=None),)), "E28", "2"),
        (second(payments=(replace(ROW, rate=FEE_RATE, second=None, base=None),)), "E25", "header"),
        (second(payments=(WEIGHED, WEIGHED)), "E27", "2"),
        (second(payments=(replace(WEIGHED, base_unit="796"),)), "E28", "2"),
        (second(payments=(replace(ROW, amount=yuan("1.00")),)), "E29", "2"),
        (head(exchange_rate=Decimal("0.00001")), "E30", "header"),
        (head(exchange_rate=Decimal(0)), "E30", "header"),
        (head(exchange_nominal=0), "E30", "header"),
        (second(payments=(replace(ROW, amount=tenge("112.00")),)), "E31", "2"),
        (second(payments=(replace(ROW, rate=None),)), "E32", "2"),
        (second(payments=(replace(ROW, second=SUM_THAT_COUNTS),)), "E32", "2"),
        (second(supplementary=Measured(Decimal(0), "796")), "E17", "2"),
        (second(supplementary=Measured(Decimal(5), "")), "E17", "2"),
        (second(net_kg=Decimal(2000)), "E21", "2"),
        (second(net_net_kg=Decimal(0)), "E21", "2"),
        (second(gross_kg=Decimal("1060.1234567")), "E22", "2"),
        (second(price=yuan("1.001")), "E22", "2"),
        (second(price=yuan("0.00")), "E23", "2"),
        (second(price=tenge("1.00")), "E24", "header"),
        (head(totals=()), "E25", "header"),
        (head(totals=(*declaration().totals, PaymentTotal("1010", tenge("1")))), "E25", "header"),
        (second(payments=good(with_fee=True).payments), "E26", "2"),
        (second(payments=(replace(ROW, kind=""),)), "E27", "2"),
        (second(payments=(ROW, ROW)), "E27", "2"),
        (second(payments=(replace(ROW, base=Decimal(5)),)), "E28", "2"),
        (
            second(
                payments=(
                    replace(
                        ROW, second=SecondRate(Combined.NOT_LESS, replace(BY_KILOGRAM, currency=""))
                    ),
                )
            ),
            "E28",
            "2",
        ),
    ],
)
def test_each_rule_finds_its_place(change: Change, number: str, place: str) -> None:
    assert (number, place) in found(change(declaration()))


def test_a_declaration_without_goods_or_with_too_many_is_not_one() -> None:
    one = declaration(good())
    many = replace(one, goods=tuple(good(n) for n in range(1, 1001)), totals=())
    assert ("E1", "header") in found(many)
    assert ("E1", "header") in found(replace(one, goods=(), totals=()))


def test_a_draft_that_breaks_a_blocking_rule_is_not_written() -> None:
    wrong = second(net_kg=Decimal(2000))(declaration())
    for write in (write_esad, write_goods_declaration):
        with pytest.raises(DraftIsBlocked) as refusal:
            write(wrong)
        assert refusal.value.fields == {"broken": "E21 (2)"}
