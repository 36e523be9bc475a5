"""The platform's order as CEB303."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from defusedxml.ElementTree import fromstring
from moneyed import Money

from customs.china.message.order import (
    NoCurrencyDigits,
    OrderKind,
    OrderLine,
    OrderNumberTooLong,
    PlatformOrder,
    Trader,
    write_order,
)

SPACE = {"ceb": "http://www.chinaport.gov.cn/ceb"}
LINE = OrderLine("葡萄干", "035", Decimal(100), Money("15.80", "CNY"), Money("1580.00", "CNY"))
ORDER = PlatformOrder(
    guid="4cdea1a2-7ad4-4c4c-9d9d-2ab1a1a1a1a1",
    at=datetime(2026, 11, 23, 9, 5, 7, tzinfo=ZoneInfo("Asia/Shanghai")),
    kind=OrderKind.TO_BUSINESSES,
    number="K-2026-000001",
    platform=Trader("6501960001", "Keruen"),
    seller=Trader("91650400MA77000002", "吐鲁番果业"),
    lines=(LINE, LINE),
    freight=Money("0.00", "CNY"),
    sender=Trader("6501960001", "Keruen"),
    channel_id="DXPENT0000000001",
)


def test_the_order_is_written_with_its_sum_its_time_and_customs_digits() -> None:
    root = fromstring(write_order(ORDER))
    head = root.find("ceb:Order/ceb:OrderHead", SPACE)
    found = {each.tag.split("}")[1]: each.text for each in head}
    assert found == {
        "guid": ORDER.guid,
        "appType": "1",
        "appTime": "20261123090507",
        "appStatus": "1",
        "orderType": "B",
        "orderNo": "K-2026-000001",
        "ebpCode": "6501960001",
        "ebpName": "Keruen",
        "ebcCode": "91650400MA77000002",
        "ebcName": "吐鲁番果业",
        "goodsValue": "3160",
        "freight": "0",
        "currency": "142",
    }
    assert [each.text for each in root.findall(".//ceb:gnum", SPACE)] == ["1", "2"]
    assert root.findtext("ceb:BaseTransfer/ceb:dxpMode", namespaces=SPACE) == "DXP"
    assert root.attrib == {"guid": ORDER.guid, "version": "1.0"}


def test_a_currency_without_customs_digits_and_a_long_number_are_refused() -> None:
    tenge = replace(LINE, total=Money("1", "KZT"))
    with pytest.raises(NoCurrencyDigits):
        write_order(replace(ORDER, lines=(tenge,)))
    with pytest.raises(OrderNumberTooLong):
        write_order(replace(ORDER, number="K" * 61))
