"""Rates come in whole or not at all, their answer always; spreads change from an instant on."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import asyncpg
import pytest

from app.accounts.person import Reader
from app.kit.money import CNY
from app.rates.actions import bringing, spreads
from app.rates.banks import NBK, NBKR, NoBank, UnknownBank
from app.rates.desk import changes
from app.rates.feeds.feed import BadBody, MissingCurrency, WebPage
from app.rates.official import NoRate, NoRates, RateChanged
from app.rates.selling import NoSpread, SpreadOutOfBounds, SpreadTooFine, SpreadUnchanged
from app.rates.store import desk, published, selling
from app.rates.tables import OfficialRate, RateBody, Spread

pytestmark = pytest.mark.usefixtures("database")

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def recording(name: str) -> bytes:
    return (RECORDINGS / name).read_bytes()


KAZAKH = recording("nbk_2026-11-23.xml")
TUESDAY = recording("nbk_2026-11-24.xml")
KYRGYZ = recording("nbkr_daily_2026-11-23.xml")


async def bring(bank: str, body: bytes, *, at: datetime = NOON) -> bringing.Imported:
    return await bringing.import_body(bank, body, source="a test", at=at)


async def test_an_answer_is_kept_byte_for_byte_and_its_rates_digit_for_digit() -> None:
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


async def test_the_same_answer_brought_by_two_at_once_is_kept_once() -> None:
    both = await asyncio.gather(bring("nbk", KAZAKH), bring("nbk", KAZAKH))
    assert sorted(len(each.fresh) for each in both) == [0, 10]
    assert await OfficialRate.count() == 10


async def test_a_bad_answer_is_kept_to_look_at_and_leaves_no_rate() -> None:
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


async def test_a_currency_sells_by_the_rate_of_the_day_where_its_bank_is(
    administrator: Reader,
) -> None:
    await bring("nbk", KAZAKH)
    await bring("nbk", TUESDAY)
    await spreads.set_spread("KZT", Decimal("2.5"), by=administrator, at=NOON, reason="Costs")
    before_midnight = datetime(2026, 11, 23, 18, 59, tzinfo=UTC)
    evening = await selling.selling_in_force("KZT", before_midnight)
    night = await selling.selling_in_force("KZT", before_midnight + timedelta(minutes=1))
    assert (evening.official.value, night.official.value) == (Decimal("71.86"), Decimal("72.04"))
    assert evening.official.currency == CNY.code


async def test_nothing_sells_without_a_rate_a_spread_or_a_bank(administrator: Reader) -> None:
    with pytest.raises(NoRate, match="CNY in force on 2026-11-23"):
        await selling.selling_in_force("KZT", NOON)
    await bring("nbk", KAZAKH)
    with pytest.raises(NoSpread, match="KZT"):
        await selling.selling_in_force("KZT", NOON)
    await spreads.set_spread("KGS", Decimal(1), by=administrator, at=NOON, reason="Costs")
    with pytest.raises(NoSpread, match="KZT"):
        await selling.selling_in_force("KZT", NOON)
    with pytest.raises(NoBank):
        await selling.selling_in_force("USD", NOON)


async def test_a_spread_holds_from_now_on_and_not_before(administrator: Reader) -> None:
    later = NOON + timedelta(hours=1)
    await spreads.set_spread("KZT", Decimal("2.5"), by=administrator, at=NOON, reason="Costs")
    await spreads.set_spread("KZT", Decimal(3), by=administrator, at=later, reason="Freight")
    assert (await selling.spread_in_force("KZT", NOON)).percent == Decimal("2.5")
    assert (await selling.spread_in_force("KZT", later)).percent == Decimal(3)


async def test_the_log_says_who_changed_what_from_what_and_why(administrator: Reader) -> None:
    for hour, currency, percent in ((0, "KZT", "2.5"), (1, "KGS", "4"), (2, "KZT", "3")):
        at = NOON + timedelta(hours=hour)
        await spreads.set_spread(
            currency, Decimal(percent), by=administrator, at=at, reason=f"Reason {hour}"
        )
    log = changes(await selling.list_spreads())
    told = [(line.entry.spread.currency, line.before, line.entry.why) for line in log]
    assert told == [
        ("KZT", (Decimal("2.5"),), "Reason 2"),
        ("KGS", (), "Reason 1"),
        ("KZT", (), "Reason 0"),
    ]
    assert {line.entry.who for line in log} == {"Li Na"}


async def test_a_spread_that_is_none_is_refused_and_nothing_moves(administrator: Reader) -> None:
    for currency, percent, refusal in (
        ("KZT", "-1", SpreadOutOfBounds),
        ("KZT", "250", SpreadOutOfBounds),
        ("KZT", "NaN", SpreadOutOfBounds),
        ("KZT", "1.0001", SpreadTooFine),
        ("USD", "1", NoBank),
    ):
        with pytest.raises(refusal):
            await spreads.set_spread(
                currency, Decimal(percent), by=administrator, at=NOON, reason="A slip"
            )
    assert await Spread.count() == 0


async def test_a_second_press_of_the_button_changes_nothing(administrator: Reader) -> None:
    async def press(second: int) -> object:
        at = NOON + timedelta(seconds=second)
        return await spreads.set_spread(
            "KZT", Decimal("2.50"), by=administrator, at=at, reason="Costs"
        )

    told = await asyncio.gather(press(0), press(0), press(1), return_exceptions=True)
    assert sum(isinstance(each, SpreadUnchanged) for each in told) == 2
    assert await Spread.count() == 1


async def test_a_spread_that_is_that_already_says_the_figure_plainly(administrator: Reader) -> None:
    await spreads.set_spread("KZT", Decimal(10), by=administrator, at=NOON, reason="Costs")
    later = NOON + timedelta(hours=1)
    with pytest.raises(SpreadUnchanged, match="KZT is 10 percent already"):
        await spreads.set_spread("KZT", Decimal(10), by=administrator, at=later, reason="Again")


async def test_the_demo_shop_has_a_rate_for_every_currency_it_sells_in() -> None:
    imported = await bringing.import_demo(at=NOON)
    assert [each.bank for each in imported] == ["nbk", "nbkr", "nbkr"]
    for bank in (NBK, NBKR):
        rate = await published.official_in_force(bank.code, "CNY", MONDAY)
        assert rate.into == bank.currency


async def test_the_desk_names_what_is_missing(administrator: Reader) -> None:
    await bring("nbk", KAZAKH)
    await spreads.set_spread("KZT", Decimal("2.5"), by=administrator, at=NOON, reason="Costs")
    seen = await desk.get_desk(at=NOON)
    kazakh, kyrgyz = seen.banks
    assert (len(kazakh.rates), len(kazakh.selling), kazakh.refusals) == (10, 1, ())
    assert (kyrgyz.rates, kyrgyz.selling) == ((), ())
    assert isinstance(kyrgyz.refusals[0], NoRates)
