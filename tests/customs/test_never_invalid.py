"""Whatever stands in a document, its XML is valid or it is refused by name: never invalid."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs.eaeu.album.dts import write_dts
from customs.eaeu.album.esad import write_esad
from customs.eaeu.register.goods_declaration import write_goods_declaration
from customs.eaeu.register.transit import write_transit
from customs.eaeu.register.value_sheet import write_value_sheet
from customs.papers.album.cmr import write_cmr
from customs.papers.album.smgs import write_smgs
from customs.papers.album.trade import write_invoice, write_packing_list
from customs.refusal import CustomsRefusal
from tests.customs.eaeu.factories import declaration, good
from tests.customs.eaeu.test_transit import transit
from tests.customs.eaeu.value_sheet_factories import sheets
from tests.customs.mutation import spoiled
from tests.customs.papers.factories import invoice, packing_list, rail, road
from tests.customs.schemas import broken

Case = tuple[str, Callable[[Any], bytes], Any]
CASES: tuple[Case, ...] = (
    ("ESADout_CU.xsd", write_esad, declaration(good(1, with_fee=True), good(2))),
    ("EEC_GoodsDeclaration.xsd", write_goods_declaration, declaration(good(1))),
    ("DTSout_CU.xsd", write_dts, sheets()),
    ("EEC_CustomsValueDeclaration.xsd", write_value_sheet, sheets()),
    ("EEC_TransitDeclaration.xsd", write_transit, transit()),
    ("CMR.xsd", write_cmr, road()),
    ("RailwayBill.xsd", write_smgs, rail()),
    ("Invoice.xsd", write_invoice, invoice()),
    ("PackingList.xsd", write_packing_list, packing_list()),
)


@pytest.mark.parametrize(("schema", "write", "whole"), CASES, ids=[case[0] for case in CASES])
@settings(max_examples=150)
@given(data=st.data())
def test_what_is_spoiled_is_refused_or_written_validly(
    schema: str, write: Callable[[Any], bytes], whole: object, data: st.DataObject
) -> None:
    made = data.draw(spoiled(whole))
    try:
        written = write(made)
    except CustomsRefusal:
        return
    assert broken(schema, written) == []
