"""The rates desk as its administrator sees it: real pages, real forms, a real database."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar, Request
from litestar.datastructures import State
from markupsafe import Markup

from app.accounts import actions as accounts
from app.accounts import visits
from app.accounts.person import Reader
from app.accounts.session import Visit
from app.kit import clock
from app.rates.tables import OfficialRate, RateBody, Spread
from app.rates.views import router

KAZAKH = (Path(__file__).parents[2] / "recordings" / "nbk_2026-11-23.xml").read_bytes()
DESK = "/office/rates"


async def shared_words(request: Request[Any, Any, Any]) -> dict[str, object]:
    """The words that the door gives every page, as few as the layout needs."""
    return {
        "language": "en",
        "html_lang": "en",
        "languages": [("en", "English", "?language=en")],
        "link": lambda path: path,
        "path": request.url.path,
        "csrf": Markup(""),
        "nonce": "nonce",
        "asset": lambda name: name,
        "reader": None,
        "notices": await visits.take_notices(request.scope["state"]["visit"]),
    }


@pytest.fixture
async def browser(administrator: Reader) -> AsyncIterator[httpx.AsyncClient]:
    """A browser in which the administrator has signed in."""
    key = await accounts.open_visit(administrator, data={}, old_key="", at=clock.now())
    visit = Visit(key=key, reader=administrator)
    litestar = Litestar(route_handlers=[router], state=State({"shared_words": shared_words}))

    async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- plain ASGI
        scope.setdefault("state", {})["visit"] = visit
        await litestar(scope, receive, send)

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def fields(currency: str = "KZT", percent: str = "2.5", reason: str = "Costs") -> dict[str, str]:
    return {"currency": currency, "percent": percent, "reason": reason}


async def upload(browser: httpx.AsyncClient, body: bytes, *, bank: str = "nbk") -> httpx.Response:
    files = {"body": ("answer.xml", body, "text/xml")}
    return await browser.post(f"{DESK}/answers", data={"bank": bank}, files=files)


async def test_an_empty_desk_says_what_is_missing(browser: httpx.AsyncClient) -> None:
    page = await browser.get(DESK)
    assert page.status_code == 200
    assert "National Bank of Kazakhstan has no rates in force" in page.text
    assert "Nothing is sold in KGS now." in page.text
    assert "No spread has been set yet." in page.text


async def test_a_rate_and_a_spread_make_a_selling_rate_at_once(browser: httpx.AsyncClient) -> None:
    taken = await upload(browser, KAZAKH)
    assert (taken.status_code, taken.headers["location"]) == (303, DESK)
    assert "Rates in it: 10, new: 10." in (await browser.get(DESK)).text
    taken = await browser.post(f"{DESK}/spreads", data=fields(percent="2,5"))
    assert (taken.status_code, taken.headers["location"]) == (303, DESK)
    page = await browser.get(DESK)
    assert "The spread is set." in page.text
    assert "71.86" in page.text
    assert "73.6565" in page.text


async def test_the_log_shows_who_and_why_without_trusting_the_words(
    browser: httpx.AsyncClient,
) -> None:
    await browser.post(f"{DESK}/spreads", data=fields(reason="Costs <script>"))
    page = await browser.get(DESK)
    assert "Li Na" in page.text
    assert "Costs &lt;script&gt;" in page.text
    assert "Costs <script>" not in page.text


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        (fields(percent="99"), "percent", "The spread must be between 0 and 25 percent."),
        (fields(percent="-1"), "percent", "The spread must be between 0 and 25 percent."),
        (fields(percent="NaN"), "percent", "The spread must be between 0 and 25 percent."),
        (fields(percent="2.0001"), "percent", "at most 3 digits"),
        (fields(percent="much"), "percent", "Write a number"),
        (fields(currency="USD"), "currency", "No national bank is known for the currency USD."),
        (fields(reason=" "), "reason", "Fill this in."),
        ({}, "currency", "Fill this in."),
    ],
)
async def test_a_wrong_spread_is_refused_beside_its_field_and_nothing_moves(
    browser: httpx.AsyncClient, sent: dict[str, str], field: str, sentence: str
) -> None:
    page = await browser.post(f"{DESK}/spreads", data=sent)
    assert page.status_code == 422
    assert sentence in page.text
    assert f'id="{field}-error"' in page.text
    assert await Spread.count() == 0


async def test_what_was_typed_is_still_there_after_a_refusal(browser: httpx.AsyncClient) -> None:
    page = await browser.post(f"{DESK}/spreads", data=fields(percent="99", reason="New freight"))
    assert 'value="99"' in page.text
    assert "New freight" in page.text


async def test_the_same_spread_again_is_refused(browser: httpx.AsyncClient) -> None:
    await browser.post(f"{DESK}/spreads", data=fields())
    page = await browser.post(f"{DESK}/spreads", data=fields())
    assert page.status_code == 422
    assert "The spread for KZT is 2.5 percent already." in page.text
    assert await Spread.count() == 1


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"<html><h1>503</h1></html>", "answered with a web page instead of rates"),
        (KAZAKH.replace(b">CNY<", b">CNH<"), "has no rate for CNY"),
        (KAZAKH[:700], "is cut off or is not XML"),
    ],
)
async def test_a_bad_answer_is_named_on_the_desk_and_brings_no_rate(
    browser: httpx.AsyncClient, body: bytes, sentence: str
) -> None:
    page = await upload(browser, body)
    assert page.status_code == 422
    assert sentence in page.text
    assert await OfficialRate.count() == 0
    assert await RateBody.count() == 1


async def test_a_form_without_a_file_or_with_a_made_up_bank_is_refused(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.post(f"{DESK}/answers", data={"bank": "nbk"})
    assert page.status_code == 422
    assert "Choose the file" in page.text
    page = await upload(browser, KAZAKH, bank="boe")
    assert page.status_code == 422
    assert "There is no bank with the code boe." in page.text
    assert await RateBody.count() == 0


async def test_the_answer_remembers_who_brought_it_and_under_which_name(
    browser: httpx.AsyncClient, administrator: Reader
) -> None:
    await upload(browser, KAZAKH)
    kept = await RateBody.select(RateBody.source, RateBody.entered_by).first()
    assert kept == {"source": "answer.xml", "entered_by": administrator.person_id}


async def test_a_reload_after_a_refused_form_shows_the_desk(browser: httpx.AsyncClient) -> None:
    for address in ("spreads", "answers"):
        assert (await browser.get(f"{DESK}/{address}")).status_code == 200
