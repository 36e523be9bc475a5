"""Companies and people at the office: what is typed, refused, shown, and who comes to see it."""

import re

import pytest

from app.accounts import repository
from app.accounts.repository import register
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text

NEW = {
    "kind": "importer",
    "numbered": "KZ-iin",
    "number": "850612300995",
    "name": "ИП Сериков",
    "name_latin": "IP Serikov",
    "address": "Алматы, Абая 1",
    "customs_code": "",
}


@pytest.fixture
async def office(market: Market, browser: Browser) -> Browser:
    await browser.sign_in(market.operator)
    return browser


async def test_a_company_is_added_changed_retired_and_brought_back(office: Browser) -> None:
    await office.get("/office/companies/new")
    page = await office.sends("/office/companies", **NEW)
    assert "ИП Сериков is added." in page_text(page)
    home = str(page.url.path)
    page = await office.sends(home, address="Астана 2")
    assert "Address: Алматы, Абая 1 → Астана 2" in page_text(page)
    page = await office.sends("/retirement", why="Closed down")
    assert "The company is retired." in page_text(page)
    assert "Closed down" in page_text(page)
    page = await office.sends("/return")
    assert "The company is back." in page_text(page)


async def test_a_refused_company_keeps_what_was_typed(office: Browser) -> None:
    await office.get("/office/companies/new")
    page = await office.sends(
        "/office/companies", **{**NEW, "number": "850612300996", "name_latin": "Сериков"}
    )
    assert page.status_code == 422
    assert "Only Latin letters, figures and signs" in page_text(page)
    page = await office.sends("/office/companies", **{**NEW, "number": "850612300996"})
    assert page.status_code == 422
    assert "its check digit does not fit" in page_text(page)
    assert 'value="ИП Сериков"' in page.text


async def test_who_was_told_of_the_others_change_may_send_again(
    market: Market, office: Browser
) -> None:
    home = f"/office/companies/{market.kazakh.company_id}"
    await office.get(home)
    stale = office.page
    await office.sends(home, address="Almaty 7")
    office.page = stale
    page = await office.sends(home, name="Dastan LLP")
    assert page.status_code == 409
    text = page_text(page)
    assert "Wei changed this while your page was open: Address:" in text
    assert "became “Almaty 7”" in text
    page = await office.sends(home)
    assert "The change is kept." in page_text(page)
    held = await repository.get_company(market.kazakh.company_id)
    assert held.name == "Dastan LLP"


async def test_who_is_let_in_sets_a_password_by_a_link_shown_once(
    market: Market, office: Browser
) -> None:
    company = await repository.get_company(market.kazakh.company_id)
    await office.get(f"/office/people/new?company={company.number}")
    page = await office.sends(
        "/office/people", name="Aidar", email="Aidar@firm.example", role="importer", language="ru"
    )
    link = re.search(r"http://test(/ru/links/[\w-]{43})", page.text)
    assert link is not None, page_text(page)
    reader = await repository.get_person("aidar@firm.example")
    assert reader.company_id == market.kazakh.company_id
    shown = await office.get(f"/office/people/{reader.person_id}")
    assert link[1] not in shown.text
    assert "No password yet" in page_text(shown)
    opened = await office.client.get(link[1])
    assert opened.status_code == 200
    again = await office.sends("/link")
    assert link[1] not in again.text
    assert (await office.client.get(link[1])).status_code == 404


async def test_a_company_that_is_not_registered_lets_nobody_in(office: Browser) -> None:
    await office.get("/office/people/new?company=123")
    page = await office.sends("/office/people", name="A", email="a@firm.example", role="importer")
    assert page.status_code == 422
    assert "There is no company 123." in page_text(page)


async def test_who_is_blocked_is_out_at_once(market: Market, office: Browser) -> None:
    home = f"/office/people/{market.broker.person_id}"
    await office.get(home)
    page = await office.sends("/block", why="Left the firm")
    assert "Blocked: every visit of theirs has ended." in page_text(page)
    assert not (await register.get_registered_person(market.broker.person_id)).is_active
    page = await office.sends("/return")
    assert "May sign in again." in page_text(page)


async def test_the_home_counts_what_waits_for_each_role(market: Market, office: Browser) -> None:
    page = await office.get("/office")
    assert "Nothing waits here" in page_text(page) or "Nothing waits for you." in page_text(page)
    for reader in (market.declarant, market.rates):
        await office.sign_in(reader)
        assert (await office.get("/office")).status_code == 200
    await office.sign_in(market.warehouse)
    answer = await office.client.get("/office")
    assert (answer.status_code, answer.headers["location"]) == (303, "/warehouse")
    await office.sign_in(market.kazakh)
    assert (await office.client.get("/office")).status_code == 403
