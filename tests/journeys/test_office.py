"""The office: the operator enters what came, in Russian; the declarant freezes, in Chinese."""

import re
from datetime import datetime

from app.kit.clock import WAREHOUSE_ZONE
from tests.journeys.conftest import Street
from tests.journeys.person import Person
from tests.journeys.walking import AIBEK, AINUR, BOX, TEAPOT, asked_to_pay, coming, loaded, placed

SEQUENCE = "I20260000000000001"
ENTRY_NUMBER = "940220260000000017"


async def test_the_operator_enters_what_came_in_russian(street: Street) -> None:
    order = await placed(street.server, AINUR, {BOX: 8})
    reference, amount, currency = await asked_to_pay(street.server, AINUR, order)
    elena = await street.person("elena@keruen.example", "ru")
    await elena.goes("/office/orders")
    await elena.goes("/office/payments")
    await elena.sends(
        "form[method='post'][action$='/payments']",
        reference=reference,
        amount=amount,
        currency=currency,
        received_on=await elena.page.locator("#received_on").get_attribute("max") or "",
        bank_reference=f"MT103-{order}",
    )
    await elena.goes(f"/office/orders/{order}")
    async with coming(street.server, (AINUR.email, "kk")) as buyer:
        page = await buyer.get(f"/kk/orders/{order}")
    assert page.text.count("is-done") == 2


async def test_the_declarant_freezes_a_load_and_enters_what_customs_answered_in_chinese(
    street: Street,
) -> None:
    _, load = await loaded(street.server, AIBEK, {TEAPOT: 6})
    chen = await street.person("chenjing@keruen.example", "zh_Hans")
    await is_frozen(chen, load)
    await says_what_a_draft_lacks(chen)
    await customs_releases(chen, load)


async def is_frozen(chen: Person, load: str) -> None:
    """The declarant freezes the load; the worker makes the papers and the Single Window's file."""
    await chen.goes("/office/loads")
    await chen.goes(f"/office/loads/{load}")
    await chen.page.locator(".confirm summary").first.click()
    await chen.sends(f"form[action$='/loads/{load}/snapshot']")
    links = chen.page.locator("a[href*='/papers/']")
    for _ in range(60):
        await chen.page.reload()
        if await links.count() == 4:
            break
        await chen.page.wait_for_timeout(500)
    assert await links.count() == 4
    await chen.looks()


async def says_what_a_draft_lacks(chen: Person) -> None:
    # Ports and the office of exit are the declarant's to give: the page says so, by rule.
    assert "(C15)" in await chen.page.content()
    draft = await chen.takes("a[href$='.xml']")
    number = re.search(rb"<ClientSeqNo>(.{18})</ClientSeqNo>", draft)
    assert number is not None
    assert number[1].decode() in await chen.page.content()
    assert b"<OperType>G</OperType>" in draft


async def customs_releases(chen: Person, load: str) -> None:
    """Lodging is entered by hand; the release comes as a file, after an unreadable one."""
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
    assert ENTRY_NUMBER in await chen.page.content()


def release(noticed: datetime) -> bytes:
    return (
        f"<DEC_RESULT><CUS_CIQ_NO>{SEQUENCE}</CUS_CIQ_NO><ENTRY_ID>{ENTRY_NUMBER}</ENTRY_ID>"
        f"<NOTICE_DATE>{noticed:%Y-%m-%dT%H:%M:%S}</NOTICE_DATE><CHANNEL>P</CHANNEL>"
        "<NOTE>已放行</NOTE></DEC_RESULT>"
    ).encode()
