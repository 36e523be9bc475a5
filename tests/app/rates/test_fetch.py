"""Asking a bank over a real connection to a real server, a good one and bad ones."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.rates.actions import bringing
from app.rates.banks import NBK, NBKR, Bank
from app.rates.feeds.feed import LIMIT_BYTES, HugeBody, WebPage
from app.rates.fetch import BankSilent, BankTroubled, fetch
from app.rates.store import published
from app.rates.tables import OfficialRate, RateBody

RECORDINGS = Path(__file__).parents[2] / "recordings"
KAZAKH = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A bank's site on loopback: `answers` by path without its query, and what was asked."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.answers[self.path.partition("?")[0]](self)

        def log_message(self, *_: object) -> None:
            """Will say nothing: the test does."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as made:
        yield made


def at_site(bank: Bank, site: Site) -> Bank:
    return replace(bank, site=site.address)


def gives(body: bytes, *, status: int = 200, length: int | None = None) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("content-length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def sends_away(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("location", "/elsewhere")
    handler.send_header("content-length", "0")
    handler.end_headers()


def drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for byte in KAZAKH[:40]:
        try:
            handler.wfile.write(bytes([byte]))
        except OSError:
            return
        time.sleep(0.05)


def says_nothing(_: BaseHTTPRequestHandler) -> None:
    time.sleep(0.6)


async def test_a_good_answer_arrives_byte_for_byte(site: Site) -> None:
    site.answers["/rates"] = gives(KAZAKH)
    assert await fetch(at_site(NBK, site), "/rates?fdate=23.11.2026") == KAZAKH
    assert site.asked == ["/rates?fdate=23.11.2026"]


@pytest.mark.parametrize("status", [404, 500, 503])
async def test_an_error_of_the_site_is_no_day_without_rates(site: Site, status: int) -> None:
    site.answers["/rates"] = gives(KAZAKH, status=status)
    with pytest.raises(BankTroubled) as refused:
        await fetch(at_site(NBK, site), "/rates")
    assert refused.value.fields["status"] == status


async def test_a_redirect_is_not_followed(site: Site) -> None:
    site.answers = {"/rates": sends_away, "/elsewhere": gives(KAZAKH)}
    with pytest.raises(BankTroubled):
        await fetch(at_site(NBK, site), "/rates")
    assert site.asked == ["/rates"]


async def test_a_huge_answer_is_not_read_to_its_end(site: Site) -> None:
    site.answers["/rates"] = gives(b"x" * (LIMIT_BYTES + 1))
    with pytest.raises(HugeBody):
        await fetch(at_site(NBK, site), "/rates")


async def test_an_answer_that_breaks_off_is_refused(site: Site) -> None:
    site.answers["/rates"] = gives(KAZAKH[:500], length=len(KAZAKH))
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site), "/rates")


async def test_a_silent_site_is_not_waited_for(site: Site) -> None:
    site.answers["/rates"] = says_nothing
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site), "/rates", step_seconds=0.1)


async def test_an_answer_that_drips_for_ever_is_cut_by_the_limit_of_the_whole(site: Site) -> None:
    site.answers["/rates"] = drips
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site), "/rates", step_seconds=1, whole_seconds=0.3)


async def test_a_site_that_is_not_there_is_named(site: Site) -> None:
    gone = replace(NBK, site="http://127.0.0.1:1")
    with pytest.raises(BankSilent, match="National Bank of Kazakhstan"):
        await fetch(gone, "/rates")
    assert site.asked == []


@pytest.mark.usefixtures("database")
async def test_fetching_asks_for_the_day_and_keeps_answers_and_rates(site: Site) -> None:
    site.answers["/rss/get_rates.cfm"] = gives(KAZAKH)
    imported = await bringing.fetch_rates(at_site(NBK, site), on=date(2026, 11, 23), at=NOON)
    assert site.asked == ["/rss/get_rates.cfm?fdate=23.11.2026"]
    assert [len(each.fresh) for each in imported] == [10]
    assert (await published.official_in_force("nbk", "USD", date(2026, 11, 23))).nominal == 1


@pytest.mark.usefixtures("database")
async def test_a_weekly_answer_gone_wrong_leaves_the_daily_rates_in(site: Site) -> None:
    daily = (RECORDINGS / "nbkr_daily_2026-11-23.xml").read_bytes()
    site.answers = {
        "/XML/daily.xml": gives(daily),
        "/XML/weekly.xml": gives(b"<!DOCTYPE html><html>maintenance</html>"),
    }
    with pytest.raises(WebPage):
        await bringing.fetch_rates(at_site(NBKR, site), on=date(2026, 11, 23), at=NOON)
    assert await OfficialRate.count() == 5
    assert await RateBody.count() == 2
