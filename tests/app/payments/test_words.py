"""The code of goods on a proforma, under the name of its tariff."""

from datetime import date

import pytest

from app.catalog.product import Tariff
from app.countries.repository import get_country
from app.kit.i18n import speaking
from app.web.presenters.payments import customs_code

SIX, TEN = (Tariff.HS, "080620"), (Tariff.EAEU, "0806209000")
CHINESE = (Tariff.CHINA, "0806200000")


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((SIX, CHINESE, TEN), "EAEU tariff 0806209000"),
        ((CHINESE, SIX), "HS 080620"),
        ((CHINESE,), ""),
        ((), ""),
    ],
)
def test_a_code_is_named_by_its_tariff_and_a_chinese_one_never_stands_in(
    codes: tuple[tuple[str, str], ...], text: str
) -> None:
    with speaking("en"):
        assert customs_code(dict(codes), get_country("KZ", on=date(2026, 11, 23))) == text
