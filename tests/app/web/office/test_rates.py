"""The rates desk as its administrator sees it: real pages, real forms, a real database."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import lxml.html
import openpyxl
import pytest
from litestar import Litestar, Request
from litestar.datastructures import State
from markupsafe import Markup

from app.accounts import actions as accounts
from app.accounts.person import Reader
from app.accounts.session import Visit
from app.kit import clock, i18n
from app.rates.actions import importing
from app.rates.banks import NBK
from app.rates.tables import OfficialRate, RateBody, SellingStop, TermsDraft
from app.web import visits
from app.web.office.rates import router
from app.web.office.rates.export import HEADS
from tests.app.agreeing import agree, proposal

KAZAKH = (Path(__file__).parents[3] / "recordings" / "nbk_2026-11-23.xml").read_bytes()
DESK = "/office/rates"


async def shared_context(request: Request[Any, Any, Any]) -> dict[str, object]:
    """Return the context of every page, as little as the layout needs."""
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
    """Yield a browser in which the administrator has signed in."""
    key = await accounts.open_visit(administrator, data={}, old_key="", at=clock.now())
    visit = Visit(key=key, reader=administrator)
    litestar = Litestar(route_handlers=[router], state=State({"shared_context": shared_context}))

    async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- plain ASGI
        scope.setdefault("state", {})["visit"] = visit
        await litestar(scope, receive, send)

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def fields(**changes: str) -> dict[str, str]:
    plain = {
        "currency": "KZT",
        "spread_percent": "2,5",
        "step": "10",
        "ending": "0",
        "direction": "nearest",
        "warn_age_days": "4",
        "stop_age_days": "10",
        "jump_percent": "5",
        "floor_percent": "1",
        "holds_from": "",
        "why": "Costs",
    }
    return {**plain, **changes}


async def upload(browser: httpx.AsyncClient, body: bytes, *, bank: str = "nbk") -> httpx.Response:
    files = {"body": ("answer.xml", body, "text/xml")}
    return await browser.post(f"{DESK}/answers", data={"bank": bank}, files=files)


async def test_an_empty_desk_says_what_is_missing(browser: httpx.AsyncClient) -> None:
    page = await browser.get(DESK)
    assert page.status_code == 200
    assert "National Bank of Kazakhstan has no rate for CNY in force" in page.text
    assert "Nothing is sold in KGS now." in page.text
    assert "No draft waits." in page.text


async def test_a_draft_is_saved_and_shown_on_its_own_page(browser: httpx.AsyncClient) -> None:
    await upload(browser, KAZAKH)
    assert "Rates in it: 10, new: 10." in (await browser.get(DESK)).text
    form = await browser.get(f"{DESK}/drafts/new?currency=KGS")
    assert '<option value="KGS" selected' in form.text
    taken = await browser.post(f"{DESK}/drafts", data=fields())
    assert (taken.status_code, taken.headers["location"]) == (303, f"{DESK}/drafts/1")
    page = await browser.get(DESK)
    assert "Nothing is sold by it yet" in page.text
    assert "Drafts that wait" in page.text
    kept = await TermsDraft.select().first()
    assert kept is not None
    assert (kept["rounding_step_minor"], kept["rounding_direction"]) == (1000, "nearest")


async def test_a_stated_instant_is_by_the_warehouses_clock(browser: httpx.AsyncClient) -> None:
    await browser.post(f"{DESK}/drafts", data=fields(holds_from="2099-01-01T08:00"))
    kept = await TermsDraft.select(TermsDraft.holds_from).first()
    assert kept == {"holds_from": datetime(2099, 1, 1, tzinfo=UTC)}


async def test_the_log_shows_who_and_why_with_the_text_escaped(
    browser: httpx.AsyncClient,
) -> None:
    await browser.post(f"{DESK}/drafts", data=fields(why="Costs <script>"))
    for address in (DESK, f"{DESK}/log"):
        page = await browser.get(address)
        assert "Li Na" in page.text
        assert "Costs &lt;script&gt;" in page.text
        assert "Costs <script>" not in page.text


async def test_figures_of_terms_are_written_as_the_readers_language_does(
    browser: httpx.AsyncClient,
) -> None:
    await browser.post(f"{DESK}/drafts", data=fields(spread_percent="2.5"))
    for language, figure in (("en", "2.5"), ("ru", "2,5"), ("zh_Hans", "2.5")):
        with i18n.speaking(language):
            draft = lxml.html.fromstring((await browser.get(f"{DESK}/drafts/1")).text)
            log = lxml.html.fromstring((await browser.get(f"{DESK}/log")).text)
        assert draft.xpath("//tbody/tr[1]/td[last()]")[0].text_content() == figure
        assert f": {figure};" in log.xpath("//tbody")[0].text_content()


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"spread_percent": "99"},
            "spread_percent",
            "The spread must be between 0 and 25 percent.",
        ),
        ({"spread_percent": "NaN"}, "spread_percent", "Write a number"),
        ({"spread_percent": "2.0001"}, "spread_percent", "at most 3 digits"),
        ({"spread_percent": "much"}, "spread_percent", "Write a number"),
        ({"currency": "USD"}, "currency", "Choose one of those that the page offers."),
        ({"step": "0.001"}, "step", "at least the smallest coin"),
        ({"step": "NaN"}, "step", "Write a number"),
        ({"ending": "10"}, "step", "its ending is below the step"),
        ({"direction": "sideways"}, "direction", "Choose one of those that the page offers."),
        ({"warn_age_days": "11"}, "stop_age_days", "The alarm must come no later than the stop"),
        ({"jump_percent": "0"}, "stop_age_days", "a jump must have a limit above zero"),
        ({"floor_percent": "26"}, "floor_percent", "The spread must be between 0 and 25"),
        ({"holds_from": "tomorrow"}, "holds_from", "Write a day and time"),
        ({"holds_from": "2020-01-01T08:00"}, "holds_from", "has passed"),
        ({"why": " "}, "why", "Fill this in."),
    ],
)
async def test_a_wrong_draft_is_refused_beside_its_field_and_nothing_moves(
    browser: httpx.AsyncClient, changes: dict[str, str], field: str, sentence: str
) -> None:
    page = await browser.post(f"{DESK}/drafts", data=fields(**changes))
    assert page.status_code == 422
    assert sentence in page.text
    assert f'id="{field}-error"' in page.text
    assert await TermsDraft.count() == 0


async def test_what_was_typed_is_still_there_after_a_refusal(browser: httpx.AsyncClient) -> None:
    page = await browser.post(f"{DESK}/drafts", data=fields(spread_percent="99", why="New freight"))
    assert 'value="99"' in page.text
    assert "New freight" in page.text


async def test_the_desk_stops_a_currency_and_says_who_and_why(browser: httpx.AsyncClient) -> None:
    taken = await browser.post(f"{DESK}/stops", data={"currency": "KZT", "why": "Nonsense"})
    assert taken.status_code == 303
    page = await browser.get(DESK)
    assert "Selling in KZT is stopped." in page.text
    assert "Stopped by Li Na" in page.text
    again = await browser.post(f"{DESK}/stops", data={"currency": "KZT", "why": "Once more"})
    assert again.status_code == 409
    assert "Selling in KZT is stopped already." in again.text
    assert await SellingStop.count() == 1


async def test_the_history_has_a_chart_a_table_and_files_with_the_same_figures(
    browser: httpx.AsyncClient, administrator: Reader, second: Reader
) -> None:
    now = clock.now()
    await importing.import_body("nbk", KAZAKH, source="a test", at=now)
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=now)
    days = (NBK.day_at(now) - date(2026, 11, 23)).days + 1
    page = await browser.get(f"{DESK}/history/KZT?days={days}")
    assert page.status_code == 200
    assert page.text.count('<path class="chart-line') == 2
    assert "73.6565" in page.text
    shown = (await browser.get(f"{DESK}/history/KZT/figures.json?days={days}")).json()
    assert (shown["official"][0], shown["selling"][-1]) == ("71.86", "73.6565")
    with i18n.speaking("ru"):
        shown = (await browser.get(f"{DESK}/history/KZT/figures.json?days={days}")).json()
    assert (shown["days"][0], shown["written"][0]) == ("2026-11-23", "23.11.2026")
    sheet = await browser.get(f"{DESK}/history/KZT/rates.csv?days={days}")
    rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    assert rows[0] == [*HEADS]
    assert rows[-1][1:] == ["nbk", "1", "71.86", "2026-11-23", "2.5", "73.6565"]
    book = await browser.get(f"{DESK}/history/KZT/rates.xlsx?days={days}")
    workbook = openpyxl.load_workbook(io.BytesIO(book.content))
    cells = [[cell.value for cell in row] for row in workbook.active.iter_rows()]
    assert cells[0] == rows[0]
    monday = datetime(2026, 11, 23)  # noqa: DTZ001 -- a day has no zone
    assert cells[-1][1:] == ["nbk", 1, 71.86, monday, 2.5, 73.6565]
    assert (await browser.get(f"{DESK}/history/USD")).status_code != 200


async def test_a_currency_without_a_rate_has_an_empty_history(browser: httpx.AsyncClient) -> None:
    page = await browser.get(f"{DESK}/history/KGS")
    assert (page.status_code, "No rate is known for these days." in page.text) == (200, True)


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


async def test_the_answer_is_saved_with_who_imported_it_and_the_file_name(
    browser: httpx.AsyncClient, administrator: Reader
) -> None:
    await upload(browser, KAZAKH)
    kept = await RateBody.select(RateBody.source, RateBody.entered_by).first()
    assert kept == {"source": "answer.xml", "entered_by": administrator.person_id}


async def test_a_reload_after_a_refused_form_shows_the_desk(browser: httpx.AsyncClient) -> None:
    for address in ("stops", "answers", "drafts"):
        page = await browser.get(f"{DESK}/{address}", follow_redirects=True)
        assert page.status_code == 200
