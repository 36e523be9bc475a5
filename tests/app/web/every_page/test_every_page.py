"""Every page of every desk opens in every language, whole and in that language."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from _pytest.mark import ParameterSet

from app.accounts.person import Reader
from app.kit.i18n import HTML_TAGS, LANGUAGES
from app.listings.questions import STEPS
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text
from tests.app.web.every_page.sample_orders import SampleOrders
from tests.architecture.test_routes import handlers

WATCHED = {"/", "/health/live", "/health/ready", "/metrics"}
"""Routes that are no pages."""


def counted_once(languages: Iterable[str]) -> list[ParameterSet]:
    """Count the branches of the first language alone: pages in the others take the same ones."""
    first, *others = languages
    return [pytest.param(first), *(pytest.param(tag, marks=pytest.mark.no_cover) for tag in others)]


def readers(market: Market) -> dict[str, Reader]:
    return {
        "buyer": market.kazakh,
        "broker": market.broker,
        "operator": market.operator,
        "rates": market.rates,
        "declarant": market.declarant,
        "warehouse": market.warehouse,
        "seller": market.seller,
    }


def pages(sample: SampleOrders) -> dict[str, list[str]]:
    """Return addresses by role; the shop's without their language."""
    order, load = sample.frozen, sample.frozen_load
    paper = sample.papers[0]
    return {
        "buyer": [
            "",
            "/basket",
            "/basket/lines/raisins",
            "/goods/raisins",
            "/goods/raisins/why?quantity=10",
            "/goods/raisins/why.json?quantity=10",
            "/malls/none",
            "/look/none.css",
            "/search?q=raisins",
            "/join",
            "/sign-in",
            "/password",
            "/letters",
            f"/links/{sample.link}",
            "/confirmation/none",
            "/quotes",
            f"/quotes/{sample.quote}",
            f"/quotes/{sample.quote}/order",
            f"/quotes/{sample.quote}/lines/1/why",
            f"/quotes/{sample.quote}/lines/1/why.json",
            "/account/second-step",
            "/account/visits",
            "/sign-in/code",
            "/orders",
            f"/orders/{sample.placed}",
            f"/orders/{sample.placed}/proforma",
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
            f"/broker/loads/{load}/codes/{sample.code}",
            f"/broker/loads/{load}/dossier.zip",
            f"/broker/loads/{load}/papers/{paper}",
        ],
        "operator": [
            "/office",
            "/office/orders",
            "/office/orders?q=k-2026&state=placed&currency=KZT&least=1&sort=largest",
            "/office/orders/orders.xlsx",
            f"/office/orders/{sample.placed}",
            f"/office/orders/{order}",
            "/office/companies",
            "/office/companies?q=a&kind=importer&country=KZ&standing=open&sort=newest",
            "/office/companies/companies.xlsx",
            "/office/companies/new",
            f"/office/companies/{sample.market.kazakh.company_id}",
            "/office/people",
            "/office/people?q=a&role=importer&standing=invited&sort=newest",
            "/office/people/people.xlsx",
            "/office/people/new?company=1",
            f"/office/people/{sample.market.kazakh.person_id}",
            "/office/payments",
            "/office/payments/refunds",
            "/office/codes",
            f"/office/codes/{sample.code}",
            "/office/malls",
            "/office/malls/new",
            "/office/malls/none",
            "/office/listings",
            f"/office/listings/{sample.submitted}",
            "/office/words",
            "/office/set-up",
            "/office/letters",
            "/office/goods/RAISINS/pictures",
            f"/office/goods/RAISINS/pictures/{sample.picture}",
        ],
        "rates": [
            "/office",
            "/office/rates",
            "/office/rates/answers",
            "/office/rates/drafts",
            "/office/rates/drafts/new?currency=KZT",
            f"/office/rates/drafts/{sample.draft}",
            f"/office/rates/drafts/{sample.draft}/publication",
            f"/office/rates/drafts/{sample.draft}/rehearsals",
            f"/office/rates/drafts/{sample.draft}/withdrawal",
            "/office/rates/history/KZT",
            "/office/rates/history/KZT/figures.json",
            "/office/rates/history/KZT/rates.csv",
            "/office/rates/history/KZT/rates.xlsx",
            "/office/rates/log",
            "/office/rates/stops",
        ],
        "declarant": [
            "/office",
            "/office/loads",
            f"/office/loads/{load}",
            f"/office/loads/{sample.open_load}",
            f"/office/loads/messages/{sample.message}",
            f"/office/loads/{load}/papers/{paper}",
        ],
        "warehouse": [
            "/warehouse",
            "/warehouse/receipts",
            "/warehouse/receipts/new",
            "/warehouse/picks",
            f"/warehouse/picks/{sample.paid}",
            f"/warehouse/packing/{sample.picked}",
            f"/warehouse/packing/{sample.packed}",
            "/warehouse/loads",
            "/warehouse/loads/new",
            f"/warehouse/loads/{sample.open_load}",
            f"/warehouse/loads/{load}",
            f"/warehouse/loads/{load}/departure",
            f"/warehouse/loads/{load}/orders",
            f"/warehouse/loads/{load}/removals",
        ],
        "seller": [
            "/seller",
            "/seller?q=raisins&goods=listed",
            "/seller/deliveries",
            "/seller/orders",
            "/seller/goods/RAISINS",
            "/seller/goods/RAISINS/prices",
            "/seller/goods/RAISINS/prices/trial",
            "/seller/listings",
            f"/seller/listings/{sample.begun}",
            f"/seller/listings/{sample.submitted}",
            *(f"/seller/listings/{sample.submitted}/steps/{step.code}" for step in STEPS),
            "/seller/goods/RAISINS/pictures",
            f"/seller/goods/RAISINS/pictures/{sample.picture}",
            "/seller/imports",
            "/seller/imports/template.xlsx",
            f"/seller/imports/{sample.goods_import}",
            f"/seller/imports/{sample.goods_import}?verdict=refused",
            f"/seller/imports/{sample.goods_import}/workbook.xlsx",
        ],
    }


def address_of(path: str, *, role: str, language: str) -> str:
    if role == "buyer":
        return f"/{language}{path}"
    return f"{path}{'&' if '?' in path else '?'}language={language}"


SHARED = {"/office"}
"""Pages that all of the staff may open, each seeing their own."""
NOT_THERE = {"/malls/none"}
NOT_THERE = {"/malls/none", "/office/malls/none"}
"""The sample has no mall."""


def pattern_of(route: str) -> str:
    """Return the regular expression of the addresses that a route answers."""
    return re.sub(r"\{[^}]+\}", "[^/]+", route).rstrip("/") + "/?"


def links_to_nowhere(page: lxml.html.HtmlElement, address: str, routes: list[str]) -> list[str]:
    """Return the page's links that no route answers."""
    links = [urljoin(address, str(href)) for href in page.xpath("//a/@href | //link/@href")]
    return [
        link
        for link in links
        if urlsplit(link).netloc == urlsplit(address).netloc
        and not urlsplit(link).path.startswith(("/static/", "/pictures/"))
        and not any(re.fullmatch(route, urlsplit(link).path) for route in routes)
    ]


@pytest.mark.parametrize("language", counted_once(LANGUAGES))
async def test_every_page_opens_in_the_readers_language(
    sample: SampleOrders, browser: Browser, language: str
) -> None:
    routes = [pattern_of(path) for path, each in handlers() if "GET" in each.http_methods]
    for role, paths in pages(sample).items():
        browser.client.cookies.clear()
        await browser.sign_in(readers(sample.market)[role])
        for path in paths:
            address = address_of(path, role=role, language=language)
            answer = await browser.client.get(address, follow_redirects=True)
            expected = 404 if path in NOT_THERE else 200
            assert answer.status_code == expected, f"{role} {address}: {page_text(answer)}"
            if answer.headers["content-type"].startswith("text/html"):
                page = lxml.html.fromstring(answer.text)
                assert page.get("lang") == HTML_TAGS[language], f"{role} {answer.url}"
                assert page.xpath("//main//h1"), f"{role} {answer.url}"
                assert links_to_nowhere(page, str(answer.url), routes) == [], f"{role} {answer.url}"


async def test_no_page_is_left_out(sample: SampleOrders) -> None:
    visited = [
        re.sub(r"\?.*", "", address_of(path, role=role, language="en"))
        for role, paths in pages(sample).items()
        for path in paths
    ]
    left = [
        route
        for route, handler in handlers()
        if "GET" in handler.http_methods
        and route not in WATCHED
        and not any(re.fullmatch(pattern_of(route), path) for path in visited)
    ]
    assert left == []


async def test_nobody_comes_to_anothers_desk(sample: SampleOrders, browser: Browser) -> None:
    """Only access is checked, so the pages' contents need not exist."""
    people = readers(sample.market)
    for desk, paths in pages(sample).items():
        if desk == "buyer":
            continue
        for role, reader in people.items():
            if role == desk:
                continue
            browser.client.cookies.clear()
            await browser.sign_in(reader)
            others = [path for path in paths if path not in SHARED or role in {"buyer", "broker"}]
            answers = {path: (await browser.client.get(path)).status_code for path in others}
            wrong = {path: status for path, status in answers.items() if status != 403}
            assert wrong == {}, f"{role} at the desk of {desk}"
