"""Rates are imported whole or not at all, their answer is always saved."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import asyncpg
import pytest

from app.accounts.person import Reader
from app.demo import rates as demo
from app.rates.actions import importing
from app.rates.banks import NBK, NBKR, UnknownBank
from app.rates.draft import SameHands
from app.rates.feeds.feed import BadBody, MissingCurrency, WebPage
from app.rates.official import CurrencyVanished, NoRate, NoRates, NotHeld, RateChanged
from app.rates.repository import published
from app.rates.selling import Limits
from app.rates.tables import OfficialRate, RateBody
from tests.app.agreeing import agree, proposal

pytestmark = pytest.mark.usefixtures("database")

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def recording(name: str) -> bytes:
    return (RECORDINGS / name).read_bytes()


KAZAKH = recording("nbk_2026-11-23.xml")
TUESDAY = recording("nbk_2026-11-24.xml")
KYRGYZ = recording("nbkr_daily_2026-11-23.xml")


async def bring(bank: str, body: bytes, *, at: datetime = NOON) -> importing.Imported:
    return await importing.import_body(bank, body, source="a test", at=at)


async def test_an_answer_is_saved_byte_for_byte_and_its_rates_digit_for_digit() -> None:
    imported = await bring("nbkr", KYRGYZ)
    kept = await RateBody.select().first()
    assert kept is not None
    assert kept["body"] == KYRGYZ
    assert kept["sha256"] == sha256(KYRGYZ).hexdigest() == imported.sha256
    rate = await published.official_in_force("nbkr", "CNY", MONDAY)
    assert str(rate.value) == "12.2630"
    assert rate in imported.rates


async def test_the_same_answer_twice_adds_nothing() -> None:
    first = await bring("nbk", KAZAKH)
    second = await bring("nbk", KAZAKH, at=NOON + timedelta(hours=1))
    assert first.rates == second.rates
    assert len(first.fresh) == 10
    assert second.fresh == ()
    assert await RateBody.count() == 1
    assert await OfficialRate.count() == 10


async def test_the_same_answer_imported_by_two_at_once_is_saved_once() -> None:
    both = await asyncio.gather(bring("nbk", KAZAKH), bring("nbk", KAZAKH))
    assert sorted(len(each.fresh) for each in both) == [0, 10]
    assert await OfficialRate.count() == 10


async def test_a_bad_answer_is_saved_to_look_at_and_leaves_no_rate() -> None:
    for body, refusal in (
        (b"<html><h1>503</h1></html>", WebPage),
        (KAZAKH.replace(b">CNY<", b">CNH<"), MissingCurrency),
        (KAZAKH[:900], BadBody),
    ):
        with pytest.raises(refusal):
            await bring("nbk", body)
    assert await RateBody.count() == 3
    assert await OfficialRate.count() == 0


async def test_an_unknown_bank_leaves_nothing_at_all() -> None:
    with pytest.raises(UnknownBank):
        await bring("boe", KAZAKH)
    assert await RateBody.count() == 0


async def test_a_published_rate_is_never_overwritten() -> None:
    await bring("nbk", KAZAKH)
    with pytest.raises(RateChanged) as refused:
        await bring("nbk", KAZAKH.replace(b"71.86", b"71.87"))
    assert refused.value.fields["currency"] == "CNY"
    assert (await published.official_in_force("nbk", "CNY", MONDAY)).value == Decimal("71.86")
    assert await OfficialRate.count() == 10


async def test_the_database_itself_refuses_to_change_a_rate() -> None:
    await bring("nbk", KAZAKH)
    with pytest.raises(asyncpg.RestrictViolationError):
        await OfficialRate.update({OfficialRate.nominal: 100}, force=True)


async def test_the_latest_rate_on_or_before_the_day_is_in_force() -> None:
    await bring("nbk", TUESDAY)
    await bring("nbk", KAZAKH)
    for day, value in ((23, "71.86"), (24, "72.04"), (29, "72.04")):
        rate = await published.official_in_force("nbk", "CNY", date(2026, 11, day))
        assert rate.value == Decimal(value)
    with pytest.raises(NoRate):
        await published.official_in_force("nbk", "CNY", date(2026, 11, 22))
    with pytest.raises(NoRate):
        await published.official_in_force("nbkr", "CNY", MONDAY)


async def test_all_rates_in_force_at_a_bank_are_listed_each_with_its_own_day() -> None:
    await bring("nbkr", recording("nbkr_weekly_2026-11-21.xml"))
    await bring("nbkr", KYRGYZ)
    rates = {rate.currency: rate for rate in await published.list_in_force(NBKR, on=MONDAY)}
    assert len(rates) == 11
    assert rates["TMT"].effective_on == date(2026, 11, 21)
    with pytest.raises(NoRates):
        await published.list_in_force(NBK, on=MONDAY)


async def test_the_demo_shop_has_sixty_days_of_rates_and_the_files_figures_on_their_day() -> None:
    await demo.import_demo(at=NOON)
    for bank, value in ((NBK, "71.86"), (NBKR, "12.2630")):
        rate = await published.official_in_force(bank.code, "CNY", MONDAY)
        assert (rate.into, rate.value) == (bank.currency, Decimal(value))
        span = await published.list_between(
            bank, "CNY", first=MONDAY - timedelta(days=60), last=MONDAY
        )
        assert len(span) == 43
        assert len({each.value for each in span}) > 20
    assert (await published.official_in_force("cbt", "USD", MONDAY)).value == Decimal("3.5")


async def test_a_demo_shop_left_alone_catches_up_once() -> None:
    await demo.import_demo(at=NOON)
    later = NOON + timedelta(days=4)
    assert await demo.import_missing(at=later) > 0
    assert (await published.official_in_force("nbk", "CNY", date(2026, 11, 27))).effective_on == (
        date(2026, 11, 27)
    )
    assert await demo.import_missing(at=later) == 0


async def test_a_currency_that_was_there_yesterday_may_not_vanish_silently(
    administrator: Reader,
) -> None:
    await bring("nbk", KAZAKH)
    thinner = TUESDAY.replace(b"<title>USD</title>", b"<title>USX</title>")
    with pytest.raises(CurrencyVanished) as refused:
        await bring("nbk", thinner)
    assert refused.value.fields["currencies"] == "USD"
    assert await OfficialRate.count() == 10
    because = importing.RateSubmission(
        source="a test", at=NOON, by=administrator, missing_because="The bank dropped it"
    )
    assert len((await importing.take(NBK, thinner, because)).fresh) == 10


async def test_a_rate_is_not_known_before_it_came() -> None:
    await bring("nbk", KAZAKH)
    with pytest.raises(NoRate):
        await published.official_in_force("nbk", "CNY", MONDAY, at=NOON - timedelta(seconds=1))
    known = await published.official_in_force("nbk", "CNY", MONDAY, at=NOON)
    assert known.value == Decimal("71.86")


async def test_a_rate_that_jumps_waits_for_a_second_person(
    administrator: Reader, second: Reader
) -> None:
    await bring("nbk", KAZAKH)
    terms = proposal("KZT", "2.5", limits=Limits(jump_percent=Decimal(5)))
    await agree(terms, maker=administrator, checker=second, at=NOON)
    wild = TUESDAY.replace(b">72.04<", b">80.00<")
    imported = await importing.import_body("nbk", wild, source="a", at=NOON, by=administrator)
    assert [rate.currency for rate in imported.held] == ["CNY"]
    tuesday, later = date(2026, 11, 24), NOON + timedelta(hours=1)
    kept = await published.official_in_force("nbk", "CNY", tuesday, at=later)
    assert kept.value == Decimal("71.86")
    (held,) = await published.list_held()
    assert (held.before, held.percent) == (Decimal("71.86"), Decimal("11.328"))
    with pytest.raises(SameHands):
        await importing.confirm_rate(held.rate.id, by=administrator, at=later, reason="Mine")
    with pytest.raises(importing.ReasonMissing):
        await importing.confirm_rate(held.rate.id, by=second, at=later, reason=" ")
    assert len(await published.list_held()) == 1
    await importing.confirm_rate(held.rate.id, by=second, at=later, reason="The bank says so too")
    with pytest.raises(NotHeld):
        await importing.confirm_rate(held.rate.id, by=second, at=later, reason="Again")
    now = await published.official_in_force("nbk", "CNY", tuesday, at=later)
    assert now.value == Decimal("80.00")
    before = await published.official_in_force("nbk", "CNY", tuesday, at=NOON)
    assert before.value == Decimal("71.86")
