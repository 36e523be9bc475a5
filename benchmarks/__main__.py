"""`make bench`: pages, an order, papers, start-up and memory, on the demo shop as it runs."""

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import httpx
import psutil

from app.accounts import actions as accounts
from app.catalog import repository as catalog
from app.demo.cast import DEMO_PASSWORD
from app.documents.kind import Issue, PrintSheet
from app.documents.kinds import KINDS
from app.documents.printer import Printer
from app.kit import clock, embedded
from app.kit.clock import day_at
from app.kit.settings import ROOT, read_settings
from app.orders import actions as orders
from app.orders.placing import Placing
from app.orders.terms import TermsRequest
from app.quotes import actions as quotes
from app.quotes.quote import WantedGoods
from app.reference.current import opened
from benchmarks.duties import measure as measure_duties
from benchmarks.lists import measure_lists
from benchmarks.pictures import measure as measure_pictures
from benchmarks.rates import measure as measure_rates
from benchmarks.table import Row, as_table, row, timed
from benchmarks.tariff import measure_reading, measure_saving
from benchmarks.workbooks import measure as measure_workbooks
from tests.app.declarations.aboard import CONSIGNMENT, LOAD
from tests.running import LiveServer, keruen, running, seed

DATA = ROOT / "var" / "bench"
PAGES = {
    "front page": "/ru/",
    "listing page (a mall)": "/ru/malls/bulk",
    "product page": "/ru/goods/turpan-green-raisins",
    "search, three letters": "/ru/search?q=%D0%B8%D0%B7%D1%8E",
    "search in Chinese": "/zh_Hans/search?q=%E8%91%A1%E8%90%84",
}
MEBIBYTE = 2**20


async def main() -> None:
    """Run every benchmark and print the table."""
    rows: list[Row] = []
    async with _live_server() as server:
        rows.append(row("web ready after start", [server.seconds_to_ready * 1000]))
        rows += await _pages(server)
        rows += _memory(server)
        rows.append(await _place_orders(server))
        async with opened(server.database, size=1, name="keruen-bench"):
            rows.append(await measure_saving())
            rows += await measure_workbooks()
    rows += await _papers()
    rows += await measure_pictures()
    rows += await measure_rates()
    rows += await measure_lists()
    rows += measure_duties()
    rows += measure_reading()
    print(as_table(rows))


@asynccontextmanager
async def _live_server() -> AsyncIterator[LiveServer]:
    admin = embedded.hold(DATA)
    name = f"bench_{int(time.time())}"
    await embedded.create_database(admin, name)
    address = embedded.address_of(admin, name)
    keruen("migrate", on=address)
    seed(address)
    try:
        async with running(address, log=DATA / "bench.log") as server:
            yield server
    finally:
        await embedded.drop_database(admin, name)


async def _pages(server: LiveServer) -> list[Row]:
    async with httpx.AsyncClient(base_url=server.address) as client:

        async def get(path: str) -> None:
            (await client.get(path)).raise_for_status()

        rows = [await timed(name, partial(get, path), runs=60) for name, path in PAGES.items()]
        signed_in = await timed("sign in (argon2)", lambda: _sign_in(client), runs=5)
    return [*rows, signed_in]


async def _sign_in(client: httpx.AsyncClient) -> None:
    shown = await client.get("/ru/sign-in")
    token = re.search(r'name="_csrf_token" value="([^"]+)"', shown.text)
    assert token is not None  # noqa: S101 -- the page has a form, or nothing is measured
    answer = await client.post(
        "/ru/sign-in",
        data={
            "_csrf_token": token[1],
            "email": "dana@saryarka-import.example",
            "password": DEMO_PASSWORD,
            "next": "",
        },
    )
    assert answer.status_code == httpx.codes.SEE_OTHER  # noqa: S101 -- as above


def _memory(server: LiveServer) -> list[Row]:
    return [
        row(
            f"{name}, memory",
            [psutil.Process(process.pid).memory_info().rss / MEBIBYTE],
            unit="MiB",
        )
        for name, process in (("web", server.web), ("worker", server.worker))
    ]


async def _place_orders(server: LiveServer) -> Row:
    """Time orders of three lines, one after another, each in its own transaction."""
    async with opened(server.database, size=4, name="keruen-bench"):
        now = clock.now()
        reader = await accounts.sign_in(
            "dana@saryarka-import.example", DEMO_PASSWORD, address="bench", at=now
        )
        slugs = ("turpan-green-raisins", "carved-walnut-box", "cotton-bath-towels")
        products = [await catalog.get_product(slug) for slug in slugs]
        wanted = tuple(WantedGoods(each.id, each.minimum) for each in products)
        terms = TermsRequest(reader.company, "Астана", "fca-khorgos", "khorgos", None)

        async def place() -> None:
            quote = await quotes.open_quote(wanted, reader=reader, at=now, language="ru")
            request = Placing(quote.number, terms)
            placed = await orders.place_order(request, reader=reader, at=now)
            await orders.cancel_order(placed.number, reader=reader, at=now, why="")

        return await timed("quote three lines, order them, and cancel", place, runs=40)


async def _papers() -> list[Row]:
    """Time each paper cold (with a new process) and warm."""
    fonts = read_settings().fonts
    issue = Issue(LOAD, CONSIGNMENT, "KR2026112400000001", day_at(LOAD.frozen_at))
    rows = []
    for kind in KINDS.values():
        made = kind.made(issue)
        if not isinstance(made, PrintSheet):
            continue
        paper = made.paper
        began = time.perf_counter()
        async with Printer(fonts) as printer:
            await printer.print(kind.code, paper)
            cold = (time.perf_counter() - began) * 1000
            rows.append(row(f"{kind.code}, cold", [cold]))
            rows.append(
                await timed(
                    f"{kind.code}, warm",
                    partial(printer.print, kind.code, paper),
                    runs=15,
                )
            )
    return rows


if __name__ == "__main__":
    os.environ.setdefault("KERUEN_DATA", str(ROOT / "var"))
    asyncio.run(main())
