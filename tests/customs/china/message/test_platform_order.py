"""The platform's order as CEB303."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from defusedxml.ElementTree import fromstring
from moneyed import Money

from customs.china.message.platform_order import (
    MixedCurrencies,
    NoCurrencyDigits,
    NothingOrdered,
    NoTimeZone,
    OrderKind,
    OrderNumberTooLong,
    PlatformOrder,
    PlatformOrderLine,
    Trader,
    write_order,
)

GOLDEN = Path(__file__).with_name("golden_order.xml")
SPACE = {"ceb": "http://www.chinaport.gov.cn/ceb"}
LINE = PlatformOrderLine(
    "葡萄干", "035", Decimal(100), Money("15.80", "CNY"), Money("1580.00", "CNY")
)
ORDER = PlatformOrder(
    guid="4cdea1a2-7ad4-4c4c-9d9d-2ab1a1a1a1a1",
    at=datetime(2026, 11, 23, 9, 5, 7, tzinfo=ZoneInfo("Asia/Shanghai")),
    kind=OrderKind.TO_BUSINESSES,
    number="K-2026-000001",
    platform=Trader("6501960001", "Keruen"),
    seller=Trader("91650400MA7700000M", "吐鲁番果业"),
    lines=(LINE, LINE),
    freight=Money("0.00", "CNY"),
    sender=Trader("6501960001", "Keruen"),
    channel_id="DXPENT0000000001",
)


def test_the_order_is_written_with_its_sum_its_time_and_customs_digits() -> None:
    root = fromstring(write_order(ORDER))
    head = root.find("ceb:Order/ceb:OrderHead", SPACE)
    found = [(each.tag.split("}")[1], each.text) for each in head]
    assert dict(found) == {
        "guid": ORDER.guid,
        "appType": "1",
        "appTime": "20261123090507",
        "appStatus": "1",
        "orderType": "B",
        "orderNo": "K-2026-000001",
        "ebpCode": "6501960001",
        "ebpName": "Keruen",
        "ebcCode": "91650400MA7700000M",
        "ebcName": "吐鲁番果业",
        "goodsValue": "3160",
        "freight": "0",
        "currency": "142",
    }
    assert [each.text for each in root.findall(".//ceb:gnum", SPACE)] == ["1", "2"]
    assert root.findtext("ceb:BaseTransfer/ceb:dxpMode", namespaces=SPACE) == "DXP"
    assert root.attrib == {"guid": ORDER.guid, "version": "1.0"}


ORDER_OF_HEAD = """
    guid appType appTime appStatus orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue
    freight currency note
"""
ORDER_OF_LINE = """
    gnum itemNo itemName itemDescribe barCode unit currency qty price totalPrice
"""
FULL = replace(
    ORDER,
    note="备注",
    lines=(replace(LINE, item_number="TRP-1", description="绿", bar_code="6901234567892"), LINE),
)


def names(found: object) -> list[str]:
    return [each.tag.split("}")[1] for each in found]  # type: ignore[attr-defined] # an element


def test_all_elements_stand_in_the_official_order() -> None:
    root = fromstring(write_order(FULL))
    assert names(root) == ["Order", "BaseTransfer"]
    assert names(root[0]) == ["OrderHead", "OrderList", "OrderList"]
    assert names(root[0][0]) == ORDER_OF_HEAD.split()
    assert names(root[0][1]) == ORDER_OF_LINE.split()
    left_out = {"itemNo", "itemDescribe", "barCode"}
    bare = [name for name in ORDER_OF_LINE.split() if name not in left_out]
    assert names(root[0][2]) == bare
    assert names(root[1]) == ["copCode", "copName", "dxpMode", "dxpId"]


def test_an_order_is_the_golden_file_to_the_byte() -> None:
    assert write_order(FULL) == GOLDEN.read_bytes()


def test_the_time_is_stated_by_the_clock_of_beijing() -> None:
    evening = replace(ORDER, at=datetime(2026, 11, 23, 20, 30, tzinfo=UTC))
    root = fromstring(write_order(evening))
    assert root.findtext(".//ceb:appTime", namespaces=SPACE) == "20261124043000"


TENGE = replace(LINE, price=Money("1", "KZT"), total=Money("1", "KZT"))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"lines": (TENGE,), "freight": Money("0", "KZT")}, NoCurrencyDigits),
        ({"lines": (LINE, TENGE)}, MixedCurrencies),
        ({"freight": Money("5", "USD")}, MixedCurrencies),
        ({"lines": ()}, NothingOrdered),
        ({"at": datetime(2026, 11, 23, 9)}, NoTimeZone),  # noqa: DTZ001 -- the trouble itself
        ({"number": "K" * 61}, OrderNumberTooLong),
    ],
)
def test_an_order_that_the_message_cannot_say_is_refused(
    changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        write_order(replace(ORDER, **changes))  # type: ignore[arg-type] # by name
