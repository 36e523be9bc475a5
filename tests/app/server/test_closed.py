"""A shop that nobody has opened shows one page that says what to run."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from app.kit import assets
from app.kit.settings import Settings
from app.server.application import create_app
from tests.app.orders.market import open_market
from tests.app.web.browser import SECRET, page_text


@pytest.fixture
async def client(database: str, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    assert database
    settings = Settings(
        database_url="", data=tmp_path, secret=SECRET, base_url="http://test", host="t", port=80
    )
    settings.assets.mkdir()
    assets.gather(settings.assets, {})
    transport = httpx.ASGITransport(create_app(settings))  # type: ignore[arg-type] # plain ASGI
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/ru/", "/ru/sign-in", "/office/orders", "/none"])
async def test_every_page_of_a_closed_shop_says_what_to_run(
    client: httpx.AsyncClient, path: str
) -> None:
    shown = await client.get(path, headers={"accept-language": "ru"})
    assert shown.status_code == 503
    assert "Магазин ещё не открыт" in page_text(shown)
    assert "keruen open" in shown.text


async def test_a_closed_shop_answers_its_watchers_and_opens_without_a_restart(
    client: httpx.AsyncClient,
) -> None:
    assert (await client.get("/health/live")).status_code == 200
    assert (await client.get("/en/sign-in")).status_code == 503
    await open_market()
    assert (await client.get("/en/sign-in")).status_code == 200
