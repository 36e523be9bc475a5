"""The goods declaration as R.055: valid against its schema, with lists named beside codes."""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.exchange_scale import NominalNotPowerOfTen
from customs.eaeu.party import TaxIdKind
from customs.eaeu.payments import Combined, SecondRate
from customs.eaeu.register.goods_declaration import write_goods_declaration
from tests.customs.eaeu.factories import (
    BUYER,
    BY_KILOGRAM,
    declaration,
    good,
    many_declarations,
    smallest,
)
from tests.customs.schemas import broken

SCHEMA = "EEC_GoodsDeclaration.xsd"
SPACES = {
    "casdo": "urn:EEC:M:CA:SimpleDataObjects:v1.8.1",
    "cacdo": "urn:EEC:M:CA:ComplexDataObjects:v1.8.1",
    "csdo": "urn:EEC:M:SimpleDataObjects:v0.4.14",
}


def from_two_countries() -> GoodsDeclaration:
    return declaration(good(1), replace(good(2), origin="UZ"))


@pytest.mark.parametrize(
    "made", [declaration(), smallest(), from_two_countries()], ids=["rich", "smallest", "two"]
)
def test_a_draft_is_valid_against_the_schema(made: GoodsDeclaration) -> None:
    assert broken(SCHEMA, write_goods_declaration(made)) == []


@settings(max_examples=40)
@given(many_declarations())
def test_every_draft_is_valid(made: GoodsDeclaration) -> None:
    assert broken(SCHEMA, write_goods_declaration(made)) == []


@settings(max_examples=20)
@given(many_declarations())
def test_every_draft_is_written_the_same_twice(made: GoodsDeclaration) -> None:
    assert write_goods_declaration(made) == write_goods_declaration(deepcopy(made))


def test_an_amount_names_its_currency_and_a_rate_its_power_of_ten() -> None:
    hundred = replace(declaration(good()), exchange_nominal=100)
    root = fromstring(write_goods_declaration(hundred))
    rate = root.find(".//casdo:ExchangeRate", SPACES)
    assert (rate.text, rate.get("currencyCode"), rate.get("scaleNumber")) == ("69.31", "CNY", "2")
    value = root.find(".//cacdo:GDGoodsShipmentDetails/casdo:CustomsValueAmount", SPACES)
    assert (value.text, value.get("currencyCode")) == ("1000", "KZT")


def test_a_rate_for_three_units_cannot_be_stated() -> None:
    with pytest.raises(NominalNotPowerOfTen) as refusal:
        write_goods_declaration(replace(declaration(good()), exchange_nominal=3))
    assert refusal.value.fields == {"currency": "CNY", "nominal": 3}


def test_the_rate_that_made_the_sum_is_reported_and_two_that_were_added_are_not() -> None:
    first = good().payments[0]
    weighed = SecondRate(Combined.NOT_LESS, BY_KILOGRAM, counts=True)
    by_weight = replace(first, base=Decimal(5), base_unit="166", second=weighed)
    both = replace(first, second=SecondRate(Combined.PLUS, BY_KILOGRAM))
    stated = []
    for row in (first, by_weight, both):
        made = declaration(replace(good(), payments=(row,)))
        root = fromstring(write_goods_declaration(made))
        stated.append(root.findtext(".//casdo:DutyTaxFeeRateValue", namespaces=SPACES))
    assert stated == ["11", "0.05", None]


def test_the_sheet_of_each_good_and_a_declaration_before_it_are_stated() -> None:
    root = fromstring(write_goods_declaration(declaration()))
    sheets = [each.text for each in root.iterfind(".//casdo:PageOrdinal", SPACES)]
    assert sheets == ["1", "2", "2", "2", "3"]
    before = root.find(".//cacdo:CustomsDocIdDetails", SPACES)
    assert [each.text for each in before] == ["55302", "2026-04-01", "0000001"]


def test_a_country_that_is_not_known_has_neither_code_nor_name() -> None:
    unsaid = replace(declaration(good()), dispatch_country="")
    root = fromstring(write_goods_declaration(unsaid))
    assert root.find(".//cacdo:DepartureCountryDetails", SPACES) is None
    unknown = declaration(replace(good(), origin=""))
    root = fromstring(write_goods_declaration(unknown))
    origin = root.find(".//cacdo:GDGoodsItemDetails/cacdo:OriginCountryDetails", SPACES)
    assert [each.text for each in origin] == ["00", "НЕИЗВЕСТНА"]


def test_a_person_is_named_by_the_persons_number() -> None:
    person = replace(BUYER, number_kind=TaxIdKind.IIN, number="900101300123")
    root = fromstring(write_goods_declaration(replace(declaration(good()), declarant=person)))
    declarant = root.find("cacdo:DeclarantDetails", SPACES)
    assert declarant.findtext("casdo:PersonId", namespaces=SPACES) == "900101300123"
    assert declarant.find("csdo:TaxpayerId", SPACES) is None


def test_what_has_no_packing_code_and_no_code_of_payment_is_left_out() -> None:
    packed = good().packages
    assert packed is not None
    bare = replace(good(), packages=replace(packed, package_code="", rows=()))
    blank = replace(bare, payments=tuple(replace(row, kind="") for row in bare.payments))
    written = write_goods_declaration(declaration(blank)).decode()
    assert "PackagePalletDetails>" not in written.replace("CargoPackagePalletDetails>", "")
    assert "CustomsPaymentDetails" not in written
    assert "GDFactPaymentDetails" not in written
    assert broken(SCHEMA, written.encode()) == []
