"""The code of goods on a proforma, under the name of its tariff."""

from datetime import date

import pytest

from app.catalog.product import Product, Seller, Tariff
from app.countries.repository import get_country
from app.kit.i18n import speaking
from app.web.presenters.payments import customs_code
from tests.app.catalog.shelf import code, facts

SIX, TEN = code("080620"), code("0806209000", Tariff.EAEU)
CHINESE = code("0806200000", Tariff.CHINA)


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
    codes: tuple[object, ...], text: str
) -> None:
    shown = facts(codes=codes)
    fields = {name: getattr(shown, name) for name in shown.__dataclass_fields__}
    product = Product(**fields, id=1, seller=Seller(1, "", "", ""))
    with speaking("en"):
        assert customs_code(product, get_country("KZ", on=date(2026, 11, 23))) == text
