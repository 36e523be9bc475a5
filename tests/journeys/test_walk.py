"""One order walks through the whole house, from a price in yuan to papers and the open gate.

Six kinds of people, each in their own browser and language; the papers are read back at the end.
"""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.async_api import Browser
from pypdf import PdfReader

from app.kit.clock import WAREHOUSE_ZONE
from app.kit.words import speaking, translate
from app.orders.order import ORDER_STATES
from customs.rounding import half_up
from tests.journeys.person import Person
from tests.running import House

RAISINS = "/goods/turpan-green-raisins"
BOX = "/goods/carved-walnut-box"
TEAPOT = "/goods/engraved-copper-teapot"
TARE_KG = {
    Decimal(10): Decimal("0.6"),
    Decimal("5.2"): Decimal("0.9"),
    Decimal("5.4"): Decimal("0.9"),
}
"""What an empty carton weighs, by what lies in it: raisins, boxes, teapots."""
SEQUENCE = "I20260000000000001"
ENTRY_NUMBER = "940220260000000017"


@dataclass
class Street:
    """Where people come from: the house they visit, the browser they use."""

    house: House
    browser: Browser
    shots: Path | None

    async def person(self, email: str, language: str, *, phone: bool = False) -> Person:
        person = await Person.comes(
            self.browser, self.house.address, language=language, phone=phone
        )
        person.shots = self.shots
        await person.signs_in(email)
        return person


@pytest.fixture
def street(house: House, browser: Browser, shots: Path | None) -> Street:
    return Street(house, browser, shots)


async def test_an_order_walks_from_the_price_to_the_open_gate(street: Street) -> None:
    ainur = await street.person("ainur@dastan-trade.example", "kk", phone=True)
    aibek = await street.person("aibek@manas-import.example", "ky")
    await the_same_page_shows_each_their_own_money(street, ainur, aibek)
    await a_new_spread_shows_at_once(street, ainur)
    kazakh_order = await buys(ainur, {RAISINS: 100, BOX: 8}, crossing="khorgos")
    kyrgyz_order = await buys(aibek, {TEAPOT: 6}, crossing="torugart")
    await an_old_order_keeps_its_price(street, ainur, kazakh_order)
    await nobody_sees_anothers_order(aibek, kazakh_order)
    await is_paid(street, ainur, kazakh_order)
    await is_paid(street, aibek, kyrgyz_order)
    load = await is_packed_and_loaded(street, kazakh_order, crossing="KZ-khorgos", cartons=11)
    other_load = await is_packed_and_loaded(street, kyrgyz_order, crossing="KG-torugart", cartons=1)
    await is_frozen(street, load, papers=4)
    await is_frozen(street, other_load, papers=4)
    await the_gate_is_shut(street, load)
    olga, nurgul = "olga@zhibek-broker.example", "nurgul@ala-too-broker.example"
    dossier = await the_broker_takes_the_dossier(street, olga, "ru", load=load, not_=other_load)
    other = await the_broker_takes_the_dossier(street, nurgul, "ky", load=other_load, not_=load)
    await customs_releases(street, load)
    await the_gate_opens(street, load)
    await the_timeline_tells_it_all(ainur, kazakh_order, done=8)
    await the_timeline_tells_it_all(aibek, kyrgyz_order, done=6)
    await the_buyer_reads_the_same_papers(ainur, kazakh_order, dossier)
    await aibek.goes(f"/ky/orders/{kazakh_order}/papers", status=404)
    the_papers_say_what_was_sold_and_weighed(dossier, kazakh_order, load)
    the_kyrgyz_papers_have_every_letter(other)


async def the_same_page_shows_each_their_own_money(
    street: Street, ainur: Person, aibek: Person
) -> None:
    await ainur.shops(RAISINS)
    assert await ainur.reads("#price strong") == f"{raisins_cost(street, 'nbk', '2.5')} ₸"
    await aibek.shops(RAISINS)
    assert await aibek.reads("#price strong") == f"{raisins_cost(street, 'nbkr', '3')} сом"


def raisins_cost(street: Street, bank: str, spread_percent: str) -> str:
    """Will say what 15.80 CNY are at the bank's rate of today, and the spread on top of it."""
    rate = street.house.rate(bank, "CNY")
    goods = half_up(Decimal("15.80") * rate, 2)
    price = goods + half_up(goods * Decimal(spread_percent) / 100, 2)
    return f"{price:,}".replace(",", " ").replace(".", ",")


async def a_new_spread_shows_at_once(street: Street, ainur: Person) -> None:
    """Two administrators at two windows: one drafts, the other agrees; nobody does both."""
    await two_administrators_agree(street, spread_percent="3", why="Дороже держать юани")
    await ainur.shops(RAISINS)
    assert await ainur.reads("#price strong") == f"{raisins_cost(street, 'nbk', '3')} ₸"


async def two_administrators_agree(street: Street, *, spread_percent: str, why: str) -> None:
    marat = await street.person("marat@keruen.example", "ru")
    li_wei = await street.person("liwei@keruen.example", "zh_Hans")
    await marat.goes("/office/rates")
    await marat.goes("/office/rates/history/KZT")
    await marat.goes("/office/rates/drafts/new?currency=KZT")
    await marat.sends("form[action$='/drafts']", spread_percent=spread_percent, why=why)
    draft = marat.page.url.removeprefix(marat.address)
    await marat.sends("form[action$='/rehearsals']")
    assert await marat.page.locator("form[action$='/publication']").count() == 0
    await li_wei.goes("/office/rates")
    await li_wei.goes(draft)
    await li_wei.sends("form[action$='/rehearsals']")
    await li_wei.sends("form[action$='/publication']", reason="同意")
    await li_wei.goes("/office/rates/log")
    for each in (marat, li_wei):
        await each.leaves()


async def buys(person: Person, goods: dict[str, int], *, crossing: str) -> str:
    """Will put goods into the basket and order them; gives the order's number."""
    for path, quantity in goods.items():
        await person.shops(path)
        await person.sends("form[action$='/basket']", quantity=str(quantity))
    await person.shops("/basket")
    await person.sends("form[action$='/quotes']")
    page = person.page
    await page.locator("[name='delivery_term']").first.check()
    await page.locator("#broker").select_option(index=1)
    await person.sends("form[action$='/order']", border_crossing=crossing)
    return page.url.rsplit("/", 1)[1]


async def an_old_order_keeps_its_price(street: Street, ainur: Person, order: str) -> None:
    await ainur.shops(f"/orders/{order}")
    before = await ainur.reads(".pay-amount")
    await two_administrators_agree(street, spread_percent="4", why="Проверка")
    await ainur.shops(f"/orders/{order}")
    assert await ainur.reads(".pay-amount") == before


async def nobody_sees_anothers_order(aibek: Person, order: str) -> None:
    await aibek.goes(f"/ky/orders/{order}", status=404)
    await aibek.goes("/office/orders", status=403)


async def is_paid(street: Street, buyer: Person, order: str) -> None:
    """The buyer reads what to pay; the operator enters what came."""
    await buyer.shops(f"/orders/{order}")
    reference = await buyer.reads(".pay code")
    amount = await buyer.reads(".pay-amount")
    figure, currency = amount.rsplit(" ", 1)
    await buyer.goes(await buyer.page.locator(".pay a.button").get_attribute("href") or "")
    elena = await street.person("elena@keruen.example", "ru")
    await elena.goes("/office/payments")
    await elena.sends(
        "form[action$='/payments']",
        reference=reference,
        amount=figure,
        currency={"₸": "KZT", "сом": "KGS"}[currency],
        received_on=await elena.page.locator("#received_on").get_attribute("max") or "",
        bank_reference=f"MT103-{order}",
    )
    await elena.goes(f"/office/orders/{order}")
    await elena.leaves()


async def is_packed_and_loaded(street: Street, order: str, *, crossing: str, cartons: int) -> str:
    """One task a screen, on a phone, in Chinese; gives the load's number."""
    wang = await street.person("wangqiang@keruen.example", "zh_Hans", phone=True)
    await wang.goes("/warehouse")
    await wang.goes(f"/warehouse/picks/{order}")
    while await wang.page.locator(f"form[action$='/picks/{order}']").count():
        await wang.sends(f"form[action$='/picks/{order}']")
    await wang.goes(f"/warehouse/packing/{order}")
    for _ in range(cartons):
        weighed = re.search(r"([\d.]+) ?(?:kg|千克|公斤)", await wang.reads("main"))
        assert weighed is not None
        net_kg = Decimal(weighed[1])
        await wang.sends(f"form[action$='/packing/{order}']", gross=str(net_kg + TARE_KG[net_kg]))
    await wang.goes("/warehouse/loads/new")
    plate = f"新A{order[-5:]}"
    await wang.sends(
        "form[action$='/warehouse/loads']",
        truck_plate=plate,
        trailer_plate="",
        driver="马建国",
        border_crossing=crossing,
    )
    load = wang.page.url.rsplit("/", 1)[1]
    await wang.sends(f"form[action$='/loads/{load}/orders']")
    await wang.leaves()
    return load


async def is_frozen(street: Street, load: str, *, papers: int) -> None:
    """The declarant freezes the load; the worker makes the papers and the Single Window's file."""
    chen = await street.person("chenjing@keruen.example", "zh_Hans")
    await chen.goes(f"/office/loads/{load}")
    await chen.page.locator(".confirm summary").first.click()
    await chen.sends(f"form[action$='/loads/{load}/snapshot']")
    links = chen.page.locator("a[href*='/papers/']")
    for _ in range(60):
        await chen.goes(f"/office/loads/{load}")
        if await links.count() == papers:
            break
        await chen.page.wait_for_timeout(500)
    assert await links.count() == papers
    # Ports and the office of exit are the declarant's to give: the page says so, by rule.
    assert "(C15)" in await chen.page.content()
    draft = await chen.takes("a[href$='.xml']")
    number = re.search(rb"<ClientSeqNo>(.{18})</ClientSeqNo>", draft)
    assert number is not None
    assert number[1].decode() in await chen.page.content()
    assert b"<OperType>G</OperType>" in draft
    await chen.leaves()


async def the_gate_is_shut(street: Street, load: str) -> None:
    wang = await street.person("wangqiang@keruen.example", "zh_Hans", phone=True)
    await wang.goes(f"/warehouse/loads/{load}")
    assert await wang.page.locator("form[action$='/departure']").count() == 0
    await wang.leaves()


async def the_broker_takes_the_dossier(
    street: Street, email: str, language: str, *, load: str, not_: str
) -> bytes:
    """The loads of the own firm are there, and no others."""
    broker = await street.person(email, language)
    await broker.goes("/broker")
    assert await broker.page.locator(f"a[href$='/loads/{load}']").count() == 1
    assert await broker.page.locator(f"a[href$='/loads/{not_}']").count() == 0
    await broker.goes(f"/broker/loads/{not_}", status=404)
    await broker.goes(f"/broker/loads/{load}")
    dossier = await broker.takes("a[href$='/dossier.zip']")
    await broker.page.select_option("#sku", index=1)
    await broker.page.fill("#code", "0806209000")
    await broker.page.fill("#evidence", "Decision 12-34")
    await broker.sends(f"form[action$='/loads/{load}/codes']")
    assert "Decision 12-34" in await broker.page.content()
    await broker.leaves()
    return dossier


async def the_buyer_reads_the_same_papers(buyer: Person, order: str, dossier: bytes) -> None:
    await buyer.shops(f"/orders/{order}")
    await buyer.goes(f"/{buyer.language}/orders/{order}/papers")
    links = buyer.page.locator("a[href*='/papers/']")
    assert await links.count() == 3
    for link in await links.all():
        path = await link.get_attribute("href")
        assert path is not None
        answer = await buyer.page.context.request.get(buyer.address + path)
        with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
            assert await answer.body() == archive.read(path.rsplit("/", 1)[1])


async def customs_releases(street: Street, load: str) -> None:
    """Lodging is entered by hand; the release comes as a file, after one that says nothing."""
    chen = await street.person("chenjing@keruen.example", "zh_Hans")
    await chen.goes(f"/office/loads/{load}")
    await chen.page.locator("#declaration").select_option(index=1)
    await chen.sends(f"form[action$='/loads/{load}/receipts']", status=422, channel="P")
    await chen.page.locator("#declaration").select_option(index=1)
    await chen.sends(f"form[action$='/loads/{load}/receipts']", channel="7")
    await chen.picks("#body", "Receipt_0.xml", b"<html/>")
    await chen.sends(f"form[action$='/loads/{load}/messages']", status=422)
    await chen.goes("/office/loads")
    assert await chen.takes("a[href*='/office/loads/messages/']") == b"<html/>"
    await chen.goes(f"/office/loads/{load}")
    await chen.page.locator("#answers").select_option(index=1)
    await chen.picks("#body", "Receipt_1.xml", release(datetime.now(WAREHOUSE_ZONE)))
    await chen.sends(f"form[action$='/loads/{load}/messages']")
    assert SEQUENCE in await chen.page.content()
    await chen.leaves()


def release(noticed: datetime) -> bytes:
    return (
        f"<DEC_RESULT><CUS_CIQ_NO>{SEQUENCE}</CUS_CIQ_NO><ENTRY_ID>{ENTRY_NUMBER}</ENTRY_ID>"
        f"<NOTICE_DATE>{noticed:%Y-%m-%dT%H:%M:%S}</NOTICE_DATE><CHANNEL>P</CHANNEL>"
        "<NOTE>已放行</NOTE></DEC_RESULT>"
    ).encode()


async def the_gate_opens(street: Street, load: str) -> None:
    wang = await street.person("wangqiang@keruen.example", "zh_Hans", phone=True)
    await wang.goes(f"/warehouse/loads/{load}")
    await wang.page.locator(".confirm summary").first.click()
    await wang.sends("form[action$='/departure']")
    await wang.leaves()


async def the_timeline_tells_it_all(buyer: Person, order: str, *, done: int) -> None:
    await buyer.shops(f"/orders/{order}")
    assert await buyer.page.locator(".timeline .is-done").count() == done
    said = await buyer.reads(".timeline")
    with speaking(buyer.language):
        for name in list(ORDER_STATES.names.values())[:done]:
            assert translate(name) in said


def the_papers_say_what_was_sold_and_weighed(dossier: bytes, order: str, load: str) -> None:
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        listed = json.loads(archive.read("manifest.json"))["papers"]
        assert [paper["name"] for paper in listed] == [
            f"{order}_declaration_v1.pdf",
            f"{order}_invoice_v1.pdf",
            f"{order}_packing_list_v1.pdf",
        ]
        bodies = [archive.read(paper["name"]) for paper in listed]
    for paper, body in zip(listed, bodies, strict=True):
        assert hashlib.sha256(body).hexdigest() == paper["sha256"]
        assert paper["version"] == 1
    declaration, invoice, packing = map(text_of, bodies)
    for words in (declaration, invoice, packing):
        assert order in words
    # 100 kg of raisins and 8 boxes of 650 g; ten cartons of 600 g and one of 900 g.
    assert "105.2" in declaration
    assert "112.1" in declaration
    assert "仅供核对用" in declaration
    assert "0806200000" in declaration
    assert load in invoice
    assert "105.200" in packing
    assert "112.100" in packing
    assert "Изюм" in invoice
    assert "葡萄干" in declaration
    assert "Қазақстан Республикасы" in invoice
    assert "Керуен көшесі" in invoice


def the_kyrgyz_papers_have_every_letter(dossier: bytes) -> None:
    """The buyer's address has letters that Russian does not have, and stands on the paper whole."""
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        (name,) = [name for name in archive.namelist() if "invoice" in name]
        invoice = text_of(archive.read(name))
    assert "Кербен көчөсү" in invoice
    assert "KGS" in invoice


def text_of(body: bytes) -> str:
    """Will read a paper's text back; every font of it lies inside the file."""
    reader = PdfReader(io.BytesIO(body))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index] # pypdf's objects
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
    text = "".join(page.extract_text() for page in reader.pages)
    assert "\ufffd" not in text
    assert "\x00" not in text
    return re.sub(r"\s+", " ", text)
