"""Selling terms: drafted by one person, in force from their instant; stops, and the log."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import asyncpg
import pytest

from app.accounts.person import Reader
from app.kit.money import CNY
from app.rates.actions import importing
from app.rates.actions.terms import (
    draft_terms,
    lift_stop,
    stop_selling,
    withdraw_draft,
)
from app.rates.banks import NoBank
from app.rates.draft import (
    DraftCannotMove,
    DraftState,
    InstantPassed,
    NoSuchDraft,
    NothingNew,
    SameHands,
)
from app.rates.log import LogKind
from app.rates.official import NoRate, NoRates
from app.rates.repository import desk, drafts, selling
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import Limits, NoTerms, RateTooOld, SpreadOutOfBounds, TooFine
from app.rates.stop import NotStopped, SellingStopped, StoppedAlready
from app.rates.tables import RatesLog, SellingStop, SellingTerms, TermsDraft
from app.web.presenters.rates import desk_view, log_cells
from tests.app.agreeing import agree, proposal

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KAZAKH = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
TUESDAY = (RECORDINGS / "nbk_2026-11-24.xml").read_bytes()


async def bring(body: bytes = KAZAKH) -> None:
    await importing.import_body("nbk", body, source="a test", at=NOON - timedelta(hours=3))


async def test_a_currency_sells_by_the_rate_of_the_day_where_its_bank_is(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    await bring(TUESDAY)
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    before_midnight = datetime(2026, 11, 23, 18, 59, tzinfo=UTC)
    evening = await selling.selling_in_force("KZT", before_midnight)
    night = await selling.selling_in_force("KZT", before_midnight + timedelta(minutes=1))
    assert (evening.official.value, night.official.value) == (Decimal("71.86"), Decimal("72.04"))
    assert evening.official.currency == CNY.code


@pytest.mark.usefixtures("database")
async def test_nothing_sells_without_a_rate_terms_or_a_bank() -> None:
    with pytest.raises(NoRate, match="CNY in force on 2026-11-23"):
        await selling.selling_in_force("KZT", NOON)
    await bring()
    with pytest.raises(NoTerms, match="KZT"):
        await selling.selling_in_force("KZT", NOON)
    with pytest.raises(NoBank):
        await selling.selling_in_force("USD", NOON)


async def test_a_draft_sells_nothing_until_it_is_published(administrator: Reader) -> None:
    await bring()
    draft = await draft_terms(proposal("KZT", "2.5"), by=administrator, at=NOON)
    assert draft.state is DraftState.DRAFTED
    assert await drafts.get_draft(draft.id) == draft
    assert await SellingTerms.count() == 0
    with pytest.raises(NoTerms):
        await selling.selling_in_force("KZT", NOON)


async def test_terms_hold_from_their_stated_instant_and_not_before(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    rule = RoundingRule(1000, 900, Direction.UP)
    limits = Limits(3, 7, Decimal("2.5"), Decimal(1))
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    later = NOON + timedelta(hours=6)
    stated = proposal("KZT", "3", rounding=rule, limits=limits, holds_from=later)
    kept = await agree(stated, maker=second, checker=administrator, at=NOON)
    assert kept.effective_from == later
    before = await selling.terms_in_force("KZT", later - timedelta(microseconds=1))
    after = await selling.terms_in_force("KZT", later)
    assert (before.spread_percent, after.spread_percent) == (Decimal("2.5"), Decimal(3))
    assert (after.rounding, after.limits) == (rule, limits)
    approval = await selling.get_approval(after.id)
    assert (approval.drafted_by, approval.published_by) == ("Marat Yusupov", "Li Na")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"spread_percent": Decimal(-1)}, SpreadOutOfBounds),
        ({"spread_percent": Decimal(250)}, SpreadOutOfBounds),
        ({"spread_percent": Decimal("NaN")}, SpreadOutOfBounds),
        ({"spread_percent": Decimal("1.0001")}, TooFine),
        ({"currency": "USD"}, NoBank),
        ({"holds_from": NOON - timedelta(seconds=1)}, InstantPassed),
    ],
)
async def test_a_draft_that_cannot_be_is_refused_and_nothing_moves(
    administrator: Reader, changes: dict[str, object], refusal: type[Exception]
) -> None:
    fields: dict[str, object] = {"currency": "KZT", **changes}
    wanted = proposal(str(fields.pop("currency")), "2", **fields)
    with pytest.raises(refusal):
        await draft_terms(wanted, by=administrator, at=NOON)
    assert [await table.count() for table in (TermsDraft, RatesLog)] == [0, 0]


async def test_terms_that_hold_already_are_no_draft(administrator: Reader, second: Reader) -> None:
    await bring()
    await agree(proposal("KZT", "2.50"), maker=administrator, checker=second, at=NOON)
    with pytest.raises(NothingNew, match="hold for KZT already"):
        await draft_terms(proposal("KZT", "2.5"), by=administrator, at=NOON)


async def test_a_withdrawn_draft_moves_no_more(administrator: Reader) -> None:
    draft = await draft_terms(proposal("KZT", "2.5"), by=administrator, at=NOON)
    await withdraw_draft(draft.id, by=administrator, at=NOON, why="A slip")
    with pytest.raises(DraftCannotMove, match="Its state: Withdrawn"):
        await withdraw_draft(draft.id, by=administrator, at=NOON, why="Again")
    with pytest.raises(NoSuchDraft):
        await withdraw_draft(10**6, by=administrator, at=NOON, why="")


async def test_an_emergency_stop_halts_one_currency_and_a_second_person_lifts_it(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    await stop_selling("KZT", by=administrator, at=NOON, why="The bank's site shows nonsense")
    with pytest.raises(SellingStopped):
        await selling.selling_in_force("KZT", NOON)
    assert (await selling.selling_known("KZT", NOON)).value == Decimal("73.6565")
    with pytest.raises(StoppedAlready):
        await stop_selling("KZT", by=second, at=NOON, why="Me too")
    with pytest.raises(SameHands):
        await lift_stop("KZT", by=administrator, at=NOON, why="All is well")
    assert await selling.is_stopped("KZT")
    await lift_stop("KZT", by=second, at=NOON, why="The bank has mended it")
    assert (await selling.selling_in_force("KZT", NOON)).value == Decimal("73.6565")
    with pytest.raises(NotStopped):
        await lift_stop("KZT", by=second, at=NOON, why="Again")
    with pytest.raises(NoBank):
        await stop_selling("USD", by=second, at=NOON, why="None of ours")


async def test_two_who_stop_at_once_make_one_stop(administrator: Reader, second: Reader) -> None:
    shown = await asyncio.gather(
        *(
            stop_selling("KZT", by=each, at=NOON, why="Nonsense")
            for each in (administrator, second)
        ),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in shown) == ["NoneType", "StoppedAlready"]
    assert await SellingStop.count() == 1


async def test_the_database_itself_wants_two_people(administrator: Reader, second: Reader) -> None:
    await bring()
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    row = (await SellingTerms.select(*SellingTerms.all_columns(exclude=[SellingTerms.id])))[0]
    alone = SellingTerms(**{**row, "currency": "KGS", "published_by": row["drafted_by"]})
    with pytest.raises(asyncpg.CheckViolationError, match="selling_terms_two_people"):
        await alone.save()
    await stop_selling("KZT", by=administrator, at=NOON, why="Nonsense")
    with pytest.raises(asyncpg.CheckViolationError, match="selling_stop_two_people"):
        await SellingStop.update({SellingStop.lifted_by: administrator.person_id}, force=True)


async def test_terms_and_log_are_sealed_in_the_database(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    for change in (
        SellingTerms.update({SellingTerms.spread_percent: Decimal(0)}, force=True),
        SellingTerms.delete(force=True),
        RatesLog.update({RatesLog.why: ""}, force=True),
        RatesLog.delete(force=True),
    ):
        with pytest.raises(asyncpg.RestrictViolationError, match="only added"):
            await change


async def test_the_log_says_who_did_what_from_what_to_what_and_why(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    await draft_terms(proposal("KZT", "3", why="Freight"), by=second, at=NOON)
    latest, published, *_ = await drafts.list_log()
    assert (latest.kind, latest.about, latest.who) == (LogKind.DRAFTED, "KZT", "Marat Yusupov")
    assert (latest.before["spread_percent"], latest.after["spread_percent"]) == ("2.5", "3")
    assert log_cells(latest, country="KZ")[4:] == ("Spread, %: 2.5 → 3", "Freight")
    assert (published.kind, published.who) == (LogKind.PUBLISHED, "Marat Yusupov")
    assert len(await drafts.list_log()) == 4


async def test_a_rate_past_its_limit_stops_selling_and_the_desk_says_so(
    administrator: Reader, second: Reader
) -> None:
    await bring()
    terms = proposal("KZT", "2.5", limits=Limits(2, 3, Decimal(50)))
    await agree(terms, maker=administrator, checker=second, at=NOON)
    ages = []
    for days in (2, 3, 4):
        at = NOON + timedelta(days=days)
        seen = (await desk.get_desk(at=at)).currencies[0]
        ages.append((seen.is_old, [type(each) for each in seen.refusals]))
    assert ages == [(False, []), (True, []), (False, [RateTooOld])]
    with pytest.raises(RateTooOld):
        await selling.selling_in_force("KZT", NOON + timedelta(days=4))


async def test_the_desk_names_what_is_missing(administrator: Reader, second: Reader) -> None:
    await bring()
    await agree(proposal("KZT", "2.5"), maker=administrator, checker=second, at=NOON)
    seen = await desk.get_desk(at=NOON)
    kazakh, kyrgyz, uzbek = seen.currencies
    assert (len(kazakh.selling), kazakh.refusals) == (1, ())
    assert (kyrgyz.selling, uzbek.selling) == ((), ())
    assert isinstance(kyrgyz.refusals[0], NoRate | NoRates)
    shown = desk_view(seen, country="CN")
    assert shown.currencies[1].cells == ("KGS", *["—"] * 7)
    assert "has no rate for CNY" in shown.currencies[1].troubles[0]
