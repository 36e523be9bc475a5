"""The goods declaration as R.055: valid against its schema, with lists named beside codes."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.party import NumberKind
from customs.eaeu.register.goods_declaration import write_goods_declaration
from tests.customs.eaeu.making import BUYER, declaration, good, many_declarations, smallest
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
def test_every_draft_is_valid_and_is_written_the_same_twice(made: GoodsDeclaration) -> None:
    written = write_goods_declaration(made)
    assert broken(SCHEMA, written) == []
    assert write_goods_declaration(made) == written


def test_an_amount_names_its_currency_and_a_rate_its_power_of_ten() -> None:
    hundred = replace(declaration(good()), exchange_nominal=100)
    root = fromstring(write_goods_declaration(hundred))
    rate = root.find(".//casdo:ExchangeRate", SPACES)
    assert (rate.text, rate.get("currencyCode"), rate.get("scaleNumber")) == ("69.31", "CNY", "2")
    value = root.find(".//cacdo:GDGoodsShipmentDetails/casdo:CustomsValueAmount", SPACES)
    assert (value.text, value.get("currencyCode")) == ("1000", "KZT")


def test_a_person_is_named_by_the_persons_number() -> None:
    person = replace(BUYER, number_kind=NumberKind.IIN, number="900101300123")
    root = fromstring(write_goods_declaration(replace(declaration(good()), declarant=person)))
    declarant = root.find("cacdo:DeclarantDetails", SPACES)
    assert declarant.findtext("casdo:PersonId", namespaces=SPACES) == "900101300123"
    assert declarant.find("csdo:TaxpayerId", SPACES) is None


def test_what_has_no_packing_code_and_no_code_of_payment_is_left_out() -> None:
    packed = good().packages
    assert packed is not None
    bare = replace(good(), packages=replace(packed, package_code=""))
    blank = replace(bare, payments=tuple(replace(row, kind="") for row in bare.payments))
    written = write_goods_declaration(declaration(blank)).decode()
    assert "PackagePalletDetails>" not in written.replace("CargoPackagePalletDetails>", "")
    assert "CustomsPaymentDetails" not in written
    assert "GDFactPaymentDetails" not in written
    assert broken(SCHEMA, written.encode()) == []
