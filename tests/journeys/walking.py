"""Orders brought as far as a desk needs them, by the pages' forms and without a browser."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tests.journeys.visitor import Visitor, page_text
from tests.running import LiveServer

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
    """Who buys, in which language, by which delivery term and through which crossing."""

    email: str
    language: str
    country: str
    delivery_term: str
    crossing: str


AINUR: Final = Buyer("ainur@dastan-trade.example", "kk", "KZ", "fca-khorgos", "khorgos")
DANA: Final = Buyer("dana@saryarka-import.example", "ru", "KZ", "fca-khorgos", "khorgos")
AIBEK: Final = Buyer("aibek@manas-import.example", "ky", "KG", "fca-urumqi", "torugart")
ELENA: Final = ("elena@keruen.example", "ru")
WANG: Final = ("wangqiang@keruen.example", "zh_Hans")
CHEN: Final = ("chenjing@keruen.example", "zh_Hans")


@asynccontextmanager
async def coming(server: LiveServer, who: tuple[str, str]) -> AsyncIterator[Visitor]:
    email, language = who
    async with Visitor.comes(server.address, language, email) as visitor:
        yield visitor


async def placed(server: LiveServer, buyer: Buyer, goods: dict[str, int]) -> str:
    """Order goods and return the order's number."""
    at = f"/{buyer.language}"
    async with coming(server, (buyer.email, buyer.language)) as visitor:
        for slug, quantity in goods.items():
            await visitor.get(f"{at}/goods/{slug}")
            await visitor.sends("/basket", quantity=str(quantity))
        await visitor.get(f"{at}/basket")
        await visitor.sends("/quotes")
        await visitor.sends(
            "/order",
            delivery_term=buyer.delivery_term,
            border_crossing=buyer.crossing,
            broker=visitor.option("broker", at=1),
        )
        return str(visitor.page.url).rsplit("/", 1)[1]


async def paid(server: LiveServer, buyer: Buyer, goods: dict[str, int]) -> str:
    """Order goods, enter the payment of the proforma, and return the order's number."""
    order = await placed(server, buyer, goods)
    reference, amount, currency = await asked_to_pay(server, buyer, order)
    async with coming(server, ELENA) as elena:
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
    """Return the last day that the form takes."""
    found = re.search(r'id="received_on"[^>]* max="([^"]+)"', desk.page.text)
    assert found is not None
    return found[1]


async def asked_to_pay(server: LiveServer, buyer: Buyer, order: str) -> tuple[str, str, str]:
    """Return what the order's page asks to pay: reference, amount, currency."""
    async with coming(server, (buyer.email, buyer.language)) as visitor:
        page = await visitor.get(f"/{buyer.language}/orders/{order}")
    found = re.search(r"(PF-\d{4}-\d{6})", page.text)
    sign, currency = {"KZ": ("₸", "KZT"), "KG": ("сом", "KGS")}[buyer.country]
    amount = re.search(rf"pay-amount[^>]*>([^<]+?)\s*{sign}", page.text)
    assert found is not None, page_text(page)
    assert amount is not None, page_text(page)
    return found[1], re.sub(r"\s", "", amount[1].replace("&nbsp;", "")), currency


async def loaded(server: LiveServer, buyer: Buyer, goods: dict[str, int]) -> tuple[str, str]:
    """Order, pay, pick, pack and load goods; return the numbers of order and load."""
    order = await paid(server, buyer, goods)
    async with coming(server, WANG) as wang:
        await wang.get(f"/warehouse/picks/{order}")
        while "/picks/" in str(wang.page.url):
            await wang.sends(f"/picks/{order}")
        while f'action="/warehouse/packing/{order}"' in wang.page.text:
            await wang.sends(f"/packing/{order}", gross=gross_of(page_text(wang.page)))
        load = await opened(wang, buyer, plate=f"新A{order[-5:]}")
        await wang.sends(f"/loads/{load}/orders")
    return order, load


def gross_of(text: str) -> str:
    """Return what the scale shows for the carton that the page asks for, in kilograms."""
    net = re.search(r"([\d.]+) ?(?:kg|千克|公斤)", text)
    assert net is not None, text
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


async def frozen(server: LiveServer, buyer: Buyer, goods: dict[str, int]) -> tuple[str, str]:
    """Load goods, freeze the load, and wait for its papers; return order and load."""
    order, load = await loaded(server, buyer, goods)
    async with coming(server, CHEN) as chen:
        await chen.get(f"/office/loads/{load}")
        await chen.sends(f"/loads/{load}/snapshot")
        for _ in range(PAPERS_WITHIN_S * 5):
            page = await chen.get(f"/office/loads/{load}")
            if page.text.count("/papers/") == 4:
                return order, load
            await asyncio.sleep(0.2)
    raise AssertionError(page_text(page))


async def released(server: LiveServer, buyer: Buyer, goods: dict[str, int], *, entry: str) -> str:
    """Freeze a load, enter the answers of customs, lodged then released, and return the load."""
    _, load = await frozen(server, buyer, goods)
    async with coming(server, CHEN) as chen:
        for channel in ("7", "P"):
            await chen.get(f"/office/loads/{load}")
            await chen.sends(
                f"/loads/{load}/receipts",
                declaration=chen.option("declaration", at=1),
                channel=channel,
                entry_number=entry,
            )
    return load
