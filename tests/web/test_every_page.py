"""Every page of every desk opens in every language, whole and in that language."""

import re

import lxml.html
import pytest

from app.accounts.person import Reader
from app.kit.i18n import HTML_TAGS, LANGUAGES
from tests.app.orders.market import Market
from tests.app.shop.browser import Browser, said
from tests.architecture.test_routes import handlers
from tests.web.town import Town

WATCHED = {"/", "/health/live", "/health/ready", "/metrics"}
"""What is nobody's page."""


def readers(market: Market) -> dict[str, Reader]:
    return {
        "buyer": market.kazakh,
        "broker": market.broker,
        "operator": market.operator,
        "rates": market.rates,
        "declarant": market.declarant,
        "warehouse": market.warehouse,
    }


def pages(town: Town) -> dict[str, list[str]]:
    """List addresses by who comes to them; the shop's without their language."""
    order, load = town.frozen, town.frozen_load
    paper = town.papers[0]
    return {
        "buyer": [
            "",
            "/basket",
            "/basket/lines/raisins",
            "/goods/raisins",
            "/goods/raisins/why?quantity=10",
            "/goods/raisins/why.json?quantity=10",
            "/malls/none",
            "/search?q=raisins",
            "/join",
            "/sign-in",
            "/quotes",
            f"/quotes/{town.quote}",
            f"/quotes/{town.quote}/order",
            f"/quotes/{town.quote}/lines/1/why",
            f"/quotes/{town.quote}/lines/1/why.json",
            "/orders",
            f"/orders/{town.placed}",
            f"/orders/{town.placed}/proforma",
            f"/orders/{order}",
            f"/orders/{order}/lines/1/why",
            f"/orders/{order}/lines/1/why.json",
            f"/orders/{order}/papers",
            f"/orders/{order}/papers/{paper}",
        ],
        "broker": [
            "/broker",
            f"/broker/loads/{load}",
            f"/broker/loads/{load}/codes",
            f"/broker/loads/{load}/dossier.zip",
            f"/broker/loads/{load}/papers/{paper}",
        ],
        "operator": [
            "/office/orders",
            f"/office/orders/{town.placed}",
            f"/office/orders/{order}",
            "/office/payments",
            "/office/payments/refunds",
        ],
        "rates": [
            "/office/rates",
            "/office/rates/answers",
            "/office/rates/drafts",
            "/office/rates/drafts/new?currency=KZT",
            f"/office/rates/drafts/{town.draft}",
            f"/office/rates/drafts/{town.draft}/publication",
            f"/office/rates/drafts/{town.draft}/rehearsals",
            f"/office/rates/drafts/{town.draft}/withdrawal",
            "/office/rates/history/KZT",
            "/office/rates/history/KZT/figures.json",
            "/office/rates/history/KZT/rates.csv",
            "/office/rates/history/KZT/rates.xlsx",
            "/office/rates/log",
            "/office/rates/stops",
        ],
        "declarant": [
            "/office/loads",
            f"/office/loads/{load}",
            f"/office/loads/{town.open_load}",
            f"/office/loads/messages/{town.message}",
            f"/office/loads/{load}/papers/{paper}",
        ],
        "warehouse": [
            "/warehouse",
            "/warehouse/receipts",
            "/warehouse/receipts/new",
            "/warehouse/picks",
            f"/warehouse/picks/{town.paid}",
            f"/warehouse/packing/{town.picked}",
            f"/warehouse/packing/{town.packed}",
            "/warehouse/loads",
            "/warehouse/loads/new",
            f"/warehouse/loads/{town.open_load}",
            f"/warehouse/loads/{load}",
            f"/warehouse/loads/{load}/departure",
            f"/warehouse/loads/{load}/orders",
            f"/warehouse/loads/{load}/removals",
        ],
    }


def address_of(path: str, *, role: str, language: str) -> str:
    if role == "buyer":
        return f"/{language}{path}"
    return f"{path}{'&' if '?' in path else '?'}language={language}"


NOT_THERE = {"/malls/none"}
"""No mall is opened in this town: its page says so."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_opens_in_the_readers_language(
    town: Town, browser: Browser, language: str
) -> None:
    for role, paths in pages(town).items():
        browser.client.cookies.clear()
        await browser.sign_in(readers(town.market)[role])
        for path in paths:
            address = address_of(path, role=role, language=language)
            answer = await browser.client.get(address, follow_redirects=True)
            expected = 404 if path in NOT_THERE else 200
            assert answer.status_code == expected, f"{role} {address}: {said(answer)}"
            if answer.headers["content-type"].startswith("text/html"):
                page = lxml.html.fromstring(answer.text)
                assert page.get("lang") == HTML_TAGS[language], f"{role} {answer.url}"
                assert page.xpath("//main//h1"), f"{role} {answer.url}"


async def test_no_page_is_left_out(town: Town) -> None:
    visited = [
        re.sub(r"\?.*", "", address_of(path, role=role, language="en"))
        for role, paths in pages(town).items()
        for path in paths
    ]
    left = [
        route
        for route, handler in handlers()
        if "GET" in handler.http_methods
        and route not in WATCHED
        and not any(re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", route), path) for path in visited)
    ]
    assert left == []


async def test_nobody_comes_to_anothers_desk(town: Town, browser: Browser) -> None:
    """What is looked at is who may come, so what they would find need not be there."""
    people = readers(town.market)
    for desk, paths in pages(town).items():
        if desk == "buyer":
            continue
        for role, reader in people.items():
            if role == desk:
                continue
            browser.client.cookies.clear()
            await browser.sign_in(reader)
            answers = {path: (await browser.client.get(path)).status_code for path in paths}
            wrong = {path: status for path, status in answers.items() if status != 403}
            assert wrong == {}, f"{role} at the desk of {desk}"
