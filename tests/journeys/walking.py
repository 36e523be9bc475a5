"""Orders walked as far as a desk needs them, by the forms of the pages and without a browser."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tests.journeys.visitor import Visitor, said
from tests.running import House

RAISINS: Final = "turpan-green-raisins"
BOX: Final = "carved-walnut-box"
TEAPOT: Final = "engraved-copper-teapot"
TARE_KG: Final = {
    Decimal(10): Decimal("0.6"),
    Decimal("5.2"): Decimal("0.9"),
    Decimal("5.4"): Decimal("0.9"),
}
"""What an empty carton weighs, by what lies in it: raisins, boxes, teapots."""
CARTONS: Final = {RAISINS: 10, BOX: 8, TEAPOT: 6}
"""Pieces in a full carton."""
PAPERS_WITHIN_S: Final = 60


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys, in which language, through which crossing, and who clears the goods."""

    email: str
    language: str
    country: str
    crossing: str


AINUR: Final = Buyer("ainur@dastan-trade.example", "kk", "KZ", "khorgos")
DANA: Final = Buyer("dana@saryarka-import.example", "ru", "KZ", "khorgos")
AIBEK: Final = Buyer("aibek@manas-import.example", "ky", "KG", "torugart")
ELENA: Final = ("elena@keruen.example", "ru")
WANG: Final = ("wangqiang@keruen.example", "zh_Hans")
CHEN: Final = ("chenjing@keruen.example", "zh_Hans")


@asynccontextmanager
async def coming(house: House, who: tuple[str, str]) -> AsyncIterator[Visitor]:
    email, language = who
    async with Visitor.comes(house.address, language, email) as visitor:
        yield visitor


async def placed(house: House, buyer: Buyer, goods: dict[str, int]) -> str:
    """Order goods; gives the order's number."""
    at = f"/{buyer.language}"
    async with coming(house, (buyer.email, buyer.language)) as visitor:
        for slug, quantity in goods.items():
            await visitor.get(f"{at}/goods/{slug}")
            await visitor.sends("/basket", quantity=str(quantity))
        await visitor.get(f"{at}/basket")
        await visitor.sends("/quotes")
        await visitor.sends(
            "/order",
            delivery_term="fca-khorgos",
            border_crossing=buyer.crossing,
            broker=visitor.option("broker", at=1),
        )
        return str(visitor.page.url).rsplit("/", 1)[1]


async def paid(house: House, buyer: Buyer, goods: dict[str, int]) -> str:
    """Order goods, and enter the money when the proforma has asked for it."""
    order = await placed(house, buyer, goods)
    reference, amount, currency = await asked_to_pay(house, buyer, order)
    async with coming(house, ELENA) as elena:
        await elena.get("/office/payments")
        await elena.sends(
            "/payments",
            reference=reference,
            amount=amount,
            currency=currency,
            received_on=today_of(elena),
            bank_reference=f"MT103-{order}",
        )
    return order


def today_of(desk: Visitor) -> str:
    """Read the last day that the form takes."""
    found = re.search(r'id="received_on"[^>]* max="([^"]+)"', desk.page.text)
    assert found is not None
    return found[1]


async def asked_to_pay(house: House, buyer: Buyer, order: str) -> tuple[str, str, str]:
    """Read from the order's page what to pay: reference, figure, currency."""
    async with coming(house, (buyer.email, buyer.language)) as visitor:
        page = await visitor.get(f"/{buyer.language}/orders/{order}")
    found = re.search(r"(PF-\d{4}-\d{6})", page.text)
    sign, currency = {"KZ": ("₸", "KZT"), "KG": ("сом", "KGS")}[buyer.country]
    amount = re.search(rf"pay-amount[^>]*>([^<]+?)\s*{sign}", page.text)
    assert found is not None, said(page)
    assert amount is not None, said(page)
    return found[1], re.sub(r"\s", "", amount[1].replace("&nbsp;", "")), currency


async def loaded(house: House, buyer: Buyer, goods: dict[str, int]) -> tuple[str, str]:
    """Pay, pick, pack and load goods; gives order and load."""
    order = await paid(house, buyer, goods)
    async with coming(house, WANG) as wang:
        await wang.get(f"/warehouse/picks/{order}")
        while "/picks/" in str(wang.page.url):
            await wang.sends(f"/picks/{order}")
        while f'action="/warehouse/packing/{order}"' in wang.page.text:
            await wang.sends(f"/packing/{order}", gross=gross_of(said(wang.page)))
        load = await opened(wang, buyer, plate=f"新A{order[-5:]}")
        await wang.sends(f"/loads/{load}/orders")
    return order, load


def gross_of(said_there: str) -> str:
    """Compute what the scale shows for the carton that the page asks for."""
    net = re.search(r"([\d.]+) ?(?:kg|千克|公斤)", said_there)
    assert net is not None, said_there
    return str(Decimal(net[1]) + TARE_KG[Decimal(net[1])])


async def opened(wang: Visitor, buyer: Buyer, *, plate: str) -> str:
    await wang.get("/warehouse/loads/new")
    await wang.sends(
        "/warehouse/loads",
        truck_plate=plate,
        trailer_plate="",
        driver="马建国",
        border_crossing=f"{buyer.country}-{buyer.crossing}",
    )
    return str(wang.page.url).rsplit("/", 1)[1]


async def frozen(house: House, buyer: Buyer, goods: dict[str, int]) -> tuple[str, str]:
    """Load goods, freeze the load, and wait for its papers; gives order and load."""
    order, load = await loaded(house, buyer, goods)
    async with coming(house, CHEN) as chen:
        await chen.get(f"/office/loads/{load}")
        await chen.sends(f"/loads/{load}/snapshot")
        for _ in range(PAPERS_WITHIN_S * 5):
            page = await chen.get(f"/office/loads/{load}")
            if page.text.count("/papers/") == 4:
                return order, load
            await asyncio.sleep(0.2)
    raise AssertionError(said(page))


async def released(house: House, buyer: Buyer, goods: dict[str, int], *, entry: str) -> str:
    """Freeze a load and enter what customs answered: lodged, then let go. Gives the load."""
    _, load = await frozen(house, buyer, goods)
    async with coming(house, CHEN) as chen:
        for channel in ("7", "P"):
            await chen.get(f"/office/loads/{load}")
            await chen.sends(
                f"/loads/{load}/receipts",
                declaration=chen.option("declaration", at=1),
                channel=channel,
                entry_number=entry,
            )
    return load
