"""The goods declaration as the album's XML: valid against its schema, in its order, a draft."""

from copy import deepcopy
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from customs.eaeu.album.esad import write_esad
from customs.eaeu.country_names import NoShortName, short_name
from customs.eaeu.currency_codes import NoNumericCode, numeric_code
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.form_sheets import sheet_count, sheets
from customs.eaeu.payments import Combined
from tests.customs.eaeu.factories import declaration, good, many_declarations, smallest
from tests.customs.schemas import broken

SPACES = {
    "e": "urn:customs.ru:Information:CustomsDocuments:ESADout_CU:5.23.0",
    "c": "urn:customs.ru:CUESADCommonAggregateTypesCust:5.22.0",
}


@pytest.mark.parametrize("made", [declaration(), smallest()], ids=["rich", "smallest"])
def test_a_draft_is_valid_against_the_schema(made: GoodsDeclaration) -> None:
    assert broken("ESADout_CU.xsd", write_esad(made)) == []


@settings(max_examples=40)
@given(many_declarations())
def test_every_draft_is_valid(made: GoodsDeclaration) -> None:
    assert broken("ESADout_CU.xsd", write_esad(made)) == []


@settings(max_examples=20)
@given(many_declarations())
def test_every_draft_is_written_the_same_twice(made: GoodsDeclaration) -> None:
    assert write_esad(made) == write_esad(deepcopy(made))


def test_the_totals_are_those_of_the_goods() -> None:
    root = fromstring(write_esad(declaration()))
    shipment = root.find("e:ESADout_CUGoodsShipment", SPACES)
    found = {
        name: shipment.findtext(f"c:{name}", namespaces=SPACES)
        for name in ("TotalGoodsNumber", "TotalPackageNumber", "TotalSheetNumber", "TotalCustCost")
    }
    assert found == {
        "TotalGoodsNumber": "5",
        "TotalPackageNumber": "500",
        "TotalSheetNumber": "3",
        "TotalCustCost": "5000",
    }


def test_a_combined_rate_is_written_as_a_comparison_of_two() -> None:
    root = fromstring(write_esad(declaration(good())))
    row = root.find(".//e:ESADout_CUCustomsPaymentCalculation", SPACES)
    assert [(each.tag.split("}")[1], each.text) for each in row] == [
        ("PaymentModeCode", "2010"),
        ("PaymentAmount", "110"),
        ("PaymentCurrencyCode", "398"),
        ("TaxBase", "1000"),
        ("TaxBaseCurrencyCode", "398"),
        ("Rate", "11"),
        ("RateTypeCode", "%"),
        ("ComparisonOperationsSign", "2"),
        ("Rate2", "0.05"),
        ("RateTypeCode2", "*"),
        ("RateCurrencyCode2", "978"),
        ("RateTNVEDQualifierCode2", "166"),
        ("WeightingFactor2", "1"),
        ("ComparisonResult", "true"),
        ("RateUseDate", "2026-04-01"),
        ("PaymentCode", "ИУ"),
    ]


def test_goods_lie_one_on_the_first_sheet_and_three_on_each_other() -> None:
    laid = sheets(declaration())
    assert [[each.number for each in sheet.goods] for sheet in laid] == [[1], [2, 3, 4], [5]]
    assert {sheet.of for sheet in laid} == {3} == {sheet_count(declaration())}
    assert sheet_count(smallest()) == len(sheets(smallest())) == 1


def test_a_country_or_a_currency_without_its_official_form_is_refused() -> None:
    assert short_name("KG") == "КИРГИЗИЯ"
    with pytest.raises(NoShortName):
        short_name("XX")
    with pytest.raises(NoNumericCode):
        numeric_code("XYZ")


def test_a_sum_of_two_rates_is_written_as_the_first_plus_the_third() -> None:
    first = good().payments[0]
    assert first.second is not None
    row = replace(first, second=replace(first.second, how=Combined.PLUS))
    made = declaration(replace(good(), payments=(row,)))
    written = write_esad(made)
    found = fromstring(written).find(".//e:ESADout_CUCustomsPaymentCalculation", SPACES)
    names = [each.tag.split("}")[1] for each in found]
    assert names[7:10] == ["OperationsSign", "Rate3", "RateTypeCode3"]
    assert broken("ESADout_CU.xsd", written) == []
