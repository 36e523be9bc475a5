"""Rules of the goods declaration: each is broken by one change, and found where it is broken."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from customs.eaeu.declaration import GoodsDeclaration, Place, Transport, Vehicle
from customs.eaeu.goods import Document, Measured, Packages
from customs.eaeu.party import Address, NumberKind, Party
from customs.eaeu.payments import PaymentTotal
from customs.eaeu.rules import DECLARATION
from tests.customs.eaeu.making import (
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


def test_what_the_smallest_one_still_lacks_is_told() -> None:
    assert found(smallest()) == [("E14", "1"), ("E16", "1")]


def test_a_declarant_of_kyrgyzstan_or_a_person_has_a_number_too() -> None:
    kyrgyz = replace(declaration(), country="KG", declarant=KYRGYZ)
    assert found(kyrgyz) == []
    person = replace(BUYER, number_kind=NumberKind.IIN, number="900101300125")
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


@pytest.mark.parametrize(
    ("change", "number", "place"),
    [
        (second(number=7), "E1", "header"),
        (head(declarant=replace(BUYER, number="260340000013")), "E2", "header"),
        (head(declarant=SELLER), "E2", "header"),
        (head(declarant=Party("X", Address("KZ"))), "E2", "header"),
        (head(trading_country="CHN"), "E3", "header"),
        (head(border_office="123"), "E4", "header"),
        (head(place=Place("11", "5530x", "KZ")), "E4", "header"),
        (head(terms=replace(declaration().terms, code="FOT")), "E5", "header"),
        (head(terms=replace(declaration().terms, place="")), "E5", "header"),
        (head(arrival=Transport("31", ())), "E6", "header"),
        (head(border=Transport("31", (Vehicle("", "CN"),))), "E6", "header"),
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
        (second(payments=(replace(ROW, second=replace(BY_KILOGRAM, currency="")),)), "E28", "2"),
    ],
)
def test_each_rule_finds_its_place(change: Change, number: str, place: str) -> None:
    assert (number, place) in found(change(declaration()))


def test_a_declaration_without_goods_or_with_too_many_is_not_one() -> None:
    one = declaration(good())
    many = replace(one, goods=tuple(good(n) for n in range(1, 1001)), totals=())
    assert ("E1", "header") in found(many)
    assert ("E1", "header") in found(replace(one, goods=(), totals=()))
