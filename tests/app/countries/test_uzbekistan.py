"""Uzbekistan buys: its own file of data and terms that people published, and no code of its own."""

import html
from dataclasses import replace
from datetime import timedelta

import pytest
from moneyed import Money

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.kit import clock
from app.kit.i18n import speaking
from app.landed.estimate import Bought, NoTariffCode
from app.landed.repository import estimate
from app.orders.actions import offered_terms
from app.orders.tables import Order as OrderRow
from app.orders.tables import OrderMove
from app.quotes.actions import open_quote
from app.quotes.quote import WantedGoods
from app.warehouse import actions as warehouse
from app.warehouse import repository
from app.warehouse.load import OtherDestination
from app.warehouse.tables import Carton, LoadMove
from app.warehouse.tables import Load as LoadRow
from app.web.presenters.estimates import estimate_view
from tests.app.catalog.shelf import MORNING
from tests.app.orders.market import Market
from tests.app.warehouse.walk import KHORGOS, LATER, opened, packed
from tests.app.web.browser import Browser, browsing, page_text

COMPANY = {
    "company": "ООО «Силк»",
    "number": "301 234 567",
    "address": "Ташкент, ул. Навои, 1",
    "name": "Нодира",
    "email": "nodira@silk.example",
    "password": "long enough 1",
}


async def joined(browser: Browser) -> Reader:
    answer = await browser.post("/ru/join", country="UZ", **COMPANY)
    assert answer.status_code == 303, page_text(answer)
    reader, _ = await accounts.find_person(COMPANY["email"])
    assert reader is not None
    return reader


async def test_an_uzbek_company_registers_sees_its_money_and_holds_a_quote(market: Market) -> None:
    async with browsing() as browser:
        form = html.unescape((await browser.get("/ru/join")).text)
        assert "Узбекистан: СТИР, 9 цифр" in form
        reader = await joined(browser)
        company = await accounts.get_company(reader.company_id)
        assert (company.country, company.number_kind) == ("UZ", "uz_inn")
        assert company.number == "301234567"
        await browser.post("/ru/basket", product="raisins", quantity="10")
        page = page_text(await browser.get("/ru/basket"))
    assert "216 836,70 сум" in page
    assert "Центральный банк Узбекистана" in page
    assert "С таможенными платежами в Узбекистане" in page
    quote = await open_quote(
        (WantedGoods(market.raisins, 10),), reader=reader, at=clock.now(), language="ru"
    )
    assert quote.selling.official.bank == "cbu"
    # 12.50 yuan at 1700.68 is 21,258.50, and 2 % of it 425.17.
    assert quote.total == Money("216836.70", "UZS")


async def test_a_number_of_another_country_is_no_uzbek_one(market: Market) -> None:
    assert market is not None
    async with browsing() as browser:
        wrong = {**COMPANY, "number": "970740000838"}
        answer = await browser.post("/en/join", country="UZ", **wrong)
    assert answer.status_code == 422
    assert "970740000838 is not a СТИР" in page_text(answer)


async def test_the_estimate_says_by_name_that_the_code_of_its_tariff_is_not_known(
    market: Market,
) -> None:
    products = await catalog.get_products_for_pricing([market.raisins])
    bought = Bought(products[market.raisins], 10, Money("216836.70", "UZS"))
    with speaking("ru"):
        estimated = await estimate([bought], on=clock.day_at(MORNING))
        shown = estimate_view(estimated)
    assert isinstance(estimated.found, NoTariffCode)
    assert shown.title == "С таможенными платежами в Узбекистане: оценка на 23.11.2026"
    assert bought.product.names["ru"] in shown.refusal


def test_its_goods_go_by_road_through_a_neighbour() -> None:
    day = clock.day_at(MORNING + timedelta(days=1))
    offered = offered_terms("UZ", on=day)
    assert [(each.code, each.through) for each in offered.crossings] == [
        ("khorgos", ("KZ",)),
        ("torugart", ("KG",)),
        ("irkeshtam", ("KG",)),
    ]
    assert not any(each.is_confirmed for each in offered.crossings)
    assert [each.code for each in offered.deliveries] == ["fca-khorgos", "fca-urumqi"]


async def test_a_load_takes_only_orders_of_its_own_destination(market: Market) -> None:
    """Both countries' orders leave through Khorgos; the crossing alone does not part them."""
    async with browsing() as browser:
        uzbek = await joined(browser)
    goods = (market.raisins, 20)
    to_uzbekistan = await packed(market, uzbek, goods)
    to_kazakhstan = await packed(market, market.kazakh, goods)
    kazakh_truck = await opened(market)
    uzbek_truck = await opened(market, replace(KHORGOS, truck_plate="01A111AA", destination="UZ"))
    before = await stands()
    for order, truck in ((to_uzbekistan, kazakh_truck), (to_kazakhstan, uzbek_truck)):
        assert order.terms.crossing == truck.crossing == "khorgos"
        with pytest.raises(OtherDestination, match=f"{order.number} goes to another country"):
            await warehouse.put_on_load(order.number, truck.number, by=market.warehouse, at=LATER)
    assert await stands() == before
    for order, truck in ((to_uzbekistan, uzbek_truck), (to_kazakhstan, kazakh_truck)):
        await warehouse.put_on_load(order.number, truck.number, by=market.warehouse, at=LATER)
        assert await repository.orders_on(truck.number) == [order.number]


async def stands() -> list[object]:
    """Return what a loading moves: orders, cartons, loads, and their histories."""
    tables = (OrderRow, OrderMove, Carton, LoadRow, LoadMove)
    return [await table.select().order_by(table.id) for table in tables]
