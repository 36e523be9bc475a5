"""Fetching from a bank over a real connection to a real server, a good one and bad ones."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.rates.actions import importing
from app.rates.banks import CBR, CFETS, NBK, NBKR, Bank
from app.rates.feeds import asks
from app.rates.feeds.feed import LIMIT_BYTES, HugeBody, OnlyLatest, OtherDay, WebPage
from app.rates.fetch import BankSilent, BankTroubled, Patience, calling
from app.rates.fetching import SAVED, Ask
from app.rates.repository import published
from app.rates.tables import OfficialRate, RateBody

RECORDINGS = Path(__file__).parents[2] / "recordings"
KAZAKH = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A bank's site on loopback: `answers` by path without its query, and the requests."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.connections.add(self.client_address)
            site.answers[self.path.partition("?")[0]](self)

        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            site.bodies.append(self.rfile.read(length).decode())
            self.do_GET()

        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Log nothing."""

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


@dataclass(frozen=True)
class Moved(Bank):
    """A bank whose site is at another address."""

    address: str

    @property
    def site(self) -> str:
        return self.address


def at_site(bank: Bank, site: Site) -> Bank:
    return Moved(bank.code, site.address)


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


ONCE = Patience(step_seconds=0.3, whole_seconds=0.5, pauses_seconds=())
RATES = Ask("/rates")


async def fetch(bank: Bank, ask: Ask = RATES, patience: Patience = ONCE) -> bytes:
    async with calling(patience) as caller:
        return await caller.fetch(bank, ask)


def in_turn(*answers: Answer) -> Answer:
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        left.pop(0)(handler)

    return answer


async def test_a_good_answer_arrives_byte_for_byte(site: Site) -> None:
    site.answers["/rates"] = gives(KAZAKH)
    assert await fetch(at_site(NBK, site), Ask("/rates?fdate=23.11.2026")) == KAZAKH
    assert site.asked == ["/rates?fdate=23.11.2026"]


@pytest.mark.parametrize("status", [404, 500, 503])
async def test_an_error_of_the_site_is_no_day_without_rates(site: Site, status: int) -> None:
    site.answers["/rates"] = gives(KAZAKH, status=status)
    with pytest.raises(BankTroubled) as refused:
        await fetch(at_site(NBK, site))
    assert refused.value.fields["status"] == status


async def test_a_redirect_is_not_followed_and_not_tried_again(site: Site) -> None:
    site.answers = {"/rates": sends_away, "/elsewhere": gives(KAZAKH)}
    with pytest.raises(BankTroubled):
        await fetch(at_site(NBK, site), patience=Patience(pauses_seconds=(0, 0)))
    assert site.asked == ["/rates"]


async def test_a_troubled_or_silent_site_is_asked_again_and_the_connection_is_reused(
    site: Site,
) -> None:
    site.answers["/rates"] = in_turn(gives(b"", status=503), gives(b"", status=500), gives(KAZAKH))
    patience = Patience(step_seconds=1, whole_seconds=2, pauses_seconds=(0.01, 0.01))
    assert await fetch(at_site(NBK, site), patience=patience) == KAZAKH
    assert len(site.asked) == 3
    assert len(site.connections) == 1


async def test_a_site_that_stays_troubled_is_given_up_after_the_last_try(site: Site) -> None:
    site.answers["/rates"] = gives(b"", status=503)
    with pytest.raises(BankTroubled):
        await fetch(at_site(NBK, site), patience=Patience(pauses_seconds=(0.01, 0.01)))
    assert len(site.asked) == 3


async def test_a_huge_answer_is_not_read_to_its_end(site: Site) -> None:
    site.answers["/rates"] = gives(b"x" * (LIMIT_BYTES + 1))
    with pytest.raises(HugeBody):
        await fetch(at_site(NBK, site))


async def test_an_answer_that_breaks_off_is_refused(site: Site) -> None:
    def breaks(handler: BaseHTTPRequestHandler) -> None:
        gives(KAZAKH[:500], length=len(KAZAKH))(handler)
        handler.close_connection = True

    site.answers["/rates"] = breaks
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site))


async def test_a_silent_site_is_not_waited_for(site: Site) -> None:
    site.answers["/rates"] = says_nothing
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site), patience=Patience(0.1, 1, ()))


async def test_an_answer_that_drips_for_ever_is_cut_by_the_limit_of_the_whole(site: Site) -> None:
    site.answers["/rates"] = drips
    with pytest.raises(BankSilent):
        await fetch(at_site(NBK, site), patience=Patience(1, 0.3, ()))


async def test_a_site_that_is_not_there_is_named(site: Site) -> None:
    gone = Moved(NBK.code, "http://127.0.0.1:1")
    with pytest.raises(BankSilent, match="National Bank of Kazakhstan"):
        await fetch(gone)
    assert site.asked == []


async def test_the_parity_is_asked_for_with_a_form_and_the_sites_own_heads(site: Site) -> None:
    (ask,) = asks("cfets", date(2026, 11, 23))
    site.answers[ask.path] = gives(b"{}")
    await fetch(at_site(CFETS, site), ask)
    assert "startDate=2026-11-16&endDate=2026-11-23" in site.bodies[0]


async def round_of(*banks: Bank, on: date | None = date(2026, 11, 23)) -> importing.Fetched:
    return await importing.fetch_rates(banks, on=on, at=NOON)


@pytest.mark.usefixtures("database")
async def test_fetching_asks_for_the_day_and_keeps_answers_rates_and_how_it_ended(
    site: Site,
) -> None:
    site.answers["/rss/get_rates.cfm"] = gives(KAZAKH)
    fetched = await round_of(at_site(NBK, site))
    assert site.asked == ["/rss/get_rates.cfm?fdate=23.11.2026"]
    assert [len(each.fresh) for each in fetched.imported] == [10]
    assert (await published.official_in_force("nbk", "USD", date(2026, 11, 23))).nominal == 1
    assert (await published.last_fetches())["nbk"].outcome == SAVED


@pytest.mark.usefixtures("database")
async def test_one_banks_trouble_keeps_no_other_and_has_a_name(site: Site) -> None:
    daily = (RECORDINGS / "nbkr_daily_2026-11-23.xml").read_bytes()
    site.answers = {
        "/rss/get_rates.cfm": gives(KAZAKH, status=404),
        "/XML/daily.xml": gives(daily),
        "/XML/weekly.xml": gives(b"<!DOCTYPE html><html>maintenance</html>"),
    }
    fetched = await round_of(at_site(NBK, site), at_site(NBKR, site), on=None)
    assert [type(each) for each in fetched.refusals] == [BankTroubled, WebPage]
    assert await OfficialRate.count() == 5
    assert await RateBody.count() == 2
    last = await published.last_fetches()
    assert {code: each.outcome for code, each in last.items()} == {
        "nbk": "BankTroubled",
        "nbkr": "WebPage",
    }


@pytest.mark.usefixtures("database")
async def test_another_day_than_asked_is_an_outage_and_its_answer_is_saved(site: Site) -> None:
    site.answers["/rss/get_rates.cfm"] = gives(KAZAKH)
    fetched = await round_of(at_site(NBK, site), on=date(2026, 11, 24))
    assert [type(each) for each in fetched.refusals] == [OtherDay]
    assert [await table.count() for table in (OfficialRate, RateBody)] == [0, 1]


@pytest.mark.usefixtures("database")
async def test_the_bank_of_russia_may_answer_for_an_earlier_day_and_never_a_later(
    site: Site,
) -> None:
    body = (RECORDINGS / "cbr_2026-11-23.xml").read_bytes()
    site.answers["/scripts/XML_daily.asp"] = gives(body)
    later = await round_of(at_site(CBR, site), on=date(2026, 11, 24))
    earlier = await round_of(at_site(CBR, site), on=date(2026, 11, 22))
    assert (len(later.imported), [type(each) for each in earlier.refusals]) == (1, [OtherDay])


@pytest.mark.usefixtures("database")
async def test_a_bank_is_asked_at_its_times_and_not_between(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/rss/get_rates.cfm"] = gives(b"")
    monkeypatch.setattr(importing, "fetched_banks", lambda: (at_site(NBK, site),))
    at = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    counts = [
        await importing.fetch_due(at=at + timedelta(minutes=minutes))
        for minutes in (0, 1, 300, 330, 331)
    ]
    assert counts == [1, 0, 0, 1, 0]


@pytest.mark.usefixtures("database")
async def test_a_bank_that_knows_its_latest_rates_alone_is_not_asked_for_another_day(
    site: Site,
) -> None:
    fetched = await round_of(at_site(NBKR, site))
    (refusal,) = fetched.refusals
    assert isinstance(refusal, OnlyLatest)
    assert refusal.fields["day"] == date(2026, 11, 23)
    assert (site.asked, fetched.imported) == ([], ())
    assert await RateBody.count() == 0
