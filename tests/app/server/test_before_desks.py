"""The demo shop of before countries, papers by kind and desks: it migrates, and says what it said.

What the code of that day said of it is recorded: reasons of prices, money and instants on pages,
and the bytes of papers.
"""

import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.kit import clock
from app.kit.catalogues import compile_catalogues
from app.reference.current import opened, use
from app.reference.edition import ReferenceEdition
from tests.app.recorded import RECORDINGS, migrated_from
from tests.app.web.browser import Browser, browsing, page_text

FIGURES: dict[str, Any] = json.loads((RECORDINGS / "before_desks" / "figures.json").read_text())
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""The instant at which the pages were recorded."""
SHOWN = re.compile(r"[\d,]+\.\d\d (?:₸|сом|CNY)|\d{4}-\d\d-\d\d \d\d:\d\d")
"""Money and instants, as pages in English have them."""


@pytest.fixture(autouse=True)
def running_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of the others' clock: the instant of the recording."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture(scope="module")
async def address(postgres: str, shipped_lists: ReferenceEdition) -> AsyncIterator[str]:
    """The recorded shop, brought to the tables of now, with the pool and the lists open on it."""
    compile_catalogues()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        async with (
            migrated_from("before_desks", admin=postgres) as found,
            opened(found, size=4, name="keruen-test"),
        ):
            yield found
    use(shipped_lists)


async def reader_of(email: str) -> Reader:
    reader, _ = await accounts.find_person(email)
    assert reader is not None
    return reader


def shown(page: str) -> list[str]:
    return SHOWN.findall(page)


async def visit(browser: Browser, email: str) -> None:
    browser.client.cookies.clear()
    if email:
        await browser.sign_in(await reader_of(email))


def figures_of(why: dict[str, Any]) -> dict[str, Any]:
    """Return the figures of a price, with its stages as they were named then."""
    names = {"goods": "goods_price", "spread": "spread_amount", "rounding": "rounding_amount"}
    stages = {names[stage["stage"]]: stage["unit"] for stage in why["stages"]}
    return {**{name: said for name, said in why.items() if name != "stages"}, **stages}


async def test_a_shop_of_before_says_every_price_and_shows_every_sum_and_instant(
    address: str,
) -> None:
    assert address
    async with browsing() as browser:
        for email, pages in FIGURES["pages"].items():
            await visit(browser, email)
            for path, then in pages.items():
                answer = await browser.client.get(path, follow_redirects=True)
                assert (answer.status_code, shown(page_text(answer))) == (200, then), path
        for email, reasons in FIGURES["why"].items():
            await visit(browser, email)
            for path, then in reasons.items():
                answer = await browser.client.get(path)
                assert figures_of(answer.json()) == then, path


async def test_papers_of_before_stay_to_the_byte_and_open_to_their_buyer(address: str) -> None:
    connection = await asyncpg.connect(address)
    kept = await connection.fetch(
        "SELECT file_name, sha256, encode(sha256(body), 'hex') AS bytes FROM paper ORDER BY id"
    )
    await connection.close()
    papers = FIGURES["papers"]
    assert [list(row.values()) for row in kept] == [[*each, each[1]] for each in papers]
    async with browsing() as browser:
        await visit(browser, "timur@dastan-trade.example")
        for name, _ in papers:
            order = name.split("_")[0]
            answer = await browser.client.get(f"/en/orders/{order}/papers/{name}")
            assert answer.headers["content-type"] == "application/pdf"
            assert answer.content.startswith(b"%PDF")


async def test_goods_of_before_keep_the_slots_that_their_elements_were_written_in(
    address: str,
) -> None:
    connection = await asyncpg.connect(address)
    kept = await connection.fetch(
        "SELECT cardinality(elements) AS given, cardinality(element_names) AS named"
        " FROM product WHERE id IN (SELECT product FROM product_code WHERE tariff = 'CN')"
    )
    nameless = await connection.fetchval("SELECT count(*) FROM product WHERE element_names = '{}'")
    goods = await connection.fetchval("SELECT count(*) FROM product")
    await connection.close()
    assert kept
    assert all(row["given"] == row["named"] for row in kept)
    assert nameless == goods - len(kept)


async def test_nothing_is_left_to_do_on_a_shop_of_before_but_what_was_due(address: str) -> None:
    """Web and worker find it as they find one of today: the two other declarations lack papers."""
    connection = await asyncpg.connect(address)
    due = await connection.fetch(
        "SELECT kind, count(*) AS many FROM due_paper GROUP BY kind ORDER BY kind"
    )
    declarations = await connection.fetchval("SELECT count(*) FROM export_declaration")
    await connection.close()
    assert [tuple(row.values()) for row in due] == [
        (kind, declarations) for kind in ("declaration", "invoice", "packing_list")
    ]
    assert clock.now() - NOW == timedelta()
