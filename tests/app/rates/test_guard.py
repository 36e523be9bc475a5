"""Every imported rate is checked once: selling, customs and history see the same figures."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.accounts.person import Reader
from app.cli.printing import rates as commands
from app.kit.refusal import BadInput
from app.landed.question import AbsurdRate, read_rate
from app.rates.actions.importing import Imported, confirm_rate, import_body
from app.rates.actions.months import enter_holidays, enter_month_rates
from app.rates.banks import NBK
from app.rates.feeds.feed import BadRate, TwoDays
from app.rates.guard import DayFarOff
from app.rates.month import (
    FirstMonthRate,
    FixedLater,
    Holiday,
    HolidayFarOff,
    MonthRate,
    MonthRateJumped,
)
from app.rates.official import NoRate
from app.rates.repository import history, published
from app.rates.tables import MonthRate as MonthRow
from app.rates.tables import OfficialRate
from app.web.presenters.rates import held_view, imported_text
from tests.app.rates.test_calendar import HOLIDAYS, month_rate

pytestmark = pytest.mark.usefixtures("database")

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TUESDAY = date(2026, 11, 24)
KAZAKH = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
NEXT = (RECORDINGS / "nbk_2026-11-24.xml").read_bytes()
UZBEK = (RECORDINGS / "cbu_2026-11-23.json").read_bytes()


async def bring(bank: str, body: bytes) -> Imported:
    return await import_body(bank, body, source="a test", at=NOON)


@pytest.mark.parametrize(
    ("bank", "body", "refusal"),
    [
        ("nbk", KAZAKH.replace(b">71.86<", b">999999999999<"), BadRate),
        ("nbk", KAZAKH.replace(b">71.86<", b">0.0000000001<"), BadRate),
        ("nbk", KAZAKH.replace(b">71.86<", b">-71.86<"), BadRate),
        ("nbk", KAZAKH.replace(b">71.86<", b">0<"), BadRate),
        ("nbk", KAZAKH.replace(b"<quant>1<", b"<quant>0<"), BadRate),
        ("nbk", KAZAKH.replace(b"23.11.2026", b"23.11.2126"), DayFarOff),
        ("nbk", KAZAKH.replace(b"23.11.2026", b"23.11.1926"), DayFarOff),
        ("nbk", KAZAKH.replace(b"23.11.2026", b"09.12.2026"), DayFarOff),
        ("cbu", UZBEK.replace(b"23.11.2026", b"22.11.2026", 1), TwoDays),
    ],
)
async def test_an_absurd_figure_or_day_is_refused_and_nothing_counts(
    bank: str, body: bytes, refusal: type[BadInput]
) -> None:
    assert body not in {KAZAKH, UZBEK}
    with pytest.raises(refusal):
        await bring(bank, body)
    assert await OfficialRate.count() == 0


async def test_a_jump_of_any_currency_is_held_for_customs_as_for_selling(
    administrator: Reader,
) -> None:
    await bring("nbk", KAZAKH)
    before = {rate.currency: rate.value for rate in await published.list_in_force(NBK, on=TUESDAY)}
    dearer = f">{before['USD'] * 10}<".encode()
    wild = NEXT.replace(figure_of(NEXT, "USD"), dearer, 1)
    imported = await bring("nbk", wild)
    assert [rate.currency for rate in imported.held] == ["USD"]
    assert "USD jumped" in imported_text(imported)
    counted = {rate.currency: rate for rate in await published.list_in_force(NBK, on=TUESDAY)}
    assert counted["USD"].value == before["USD"]
    assert counted["CNY"].effective_on == TUESDAY
    (held,) = await published.list_held()
    await confirm_rate(held.rate.id, by=administrator, at=NOON, reason="The bank says so too")
    now = await published.official_in_force("nbk", "USD", TUESDAY)
    assert now.value == before["USD"] * 10


async def test_a_held_rate_is_not_in_the_history_either() -> None:
    await bring("nbk", KAZAKH)
    await bring("nbk", NEXT.replace(b">72.04<", b">720.4<"))
    points = await history.get_history(NBK, to=TUESDAY, days=2)
    assert [point.official.value for point in points] == [Decimal("71.86"), Decimal("71.86")]


async def test_changed_digits_within_one_file_of_several_days_are_held() -> None:
    week = (RECORDINGS / "ecb_2026-11-23.csv").read_bytes()
    lines = [line for line in week.decode().splitlines() if ",USD," in line or "USD" in line]
    assert lines
    rates = (await bring("ecb", week)).rates
    last = max((rate for rate in rates if rate.currency == "USD"), key=lambda r: r.effective_on)
    day = last.effective_on + timedelta(days=1)
    later = week.decode().replace(last.effective_on.isoformat(), day.isoformat())
    imported = await bring("ecb", later.replace(f"{last.value}", f"{last.value * 2}").encode())
    assert "USD" in {rate.currency for rate in imported.held}


async def test_a_change_of_one_last_decimal_is_a_jump_when_it_is_beyond_the_limit() -> None:
    figure = b"<quant>1000</quant>"
    assert figure in KAZAKH
    await bring("nbk", KAZAKH.replace(b">0.45<", b">0.04<"))
    imported = await bring("nbk", NEXT.replace(b">0.45<", b">0.05<"))
    assert [rate.currency for rate in imported.held] == ["IRR"]


@pytest.mark.parametrize("figure", [b">7.186<", b">718.6<"])
async def test_a_banks_first_table_is_held_against_what_is_usual(
    figure: bytes, administrator: Reader
) -> None:
    imported = await bring("nbk", KAZAKH.replace(b">71.86<", figure))
    assert [rate.currency for rate in imported.held] == ["CNY"]
    with pytest.raises(NoRate):
        await published.official_in_force("nbk", "CNY", TUESDAY)
    (held,) = await published.list_held()
    assert held.is_first
    assert "its first rate, where about 74 is usual" in held_view(held).text
    await confirm_rate(held.rate.id, by=administrator, at=NOON, reason="The bank says so too")
    assert (await published.official_in_force("nbk", "CNY", TUESDAY)).value == held.rate.value
    assert await published.list_held() == []


@pytest.mark.parametrize(
    ("currency", "value"), [("USD", "70.812"), ("USD", "0.7081"), ("XAU", "7.0812")]
)
async def test_a_first_month_rate_of_another_magnitude_asks_for_a_reason(
    currency: str, value: str
) -> None:
    await enter_holidays(HOLIDAYS, source="notices", at=NOON)
    rate = month_rate(value, currency=currency)
    with pytest.raises(FirstMonthRate):
        await enter_month_rates([rate], source="a", at=NOON)
    assert await MonthRow.count() == 0
    assert await enter_month_rates([rate], source="a", at=NOON, because="The notice says so")


async def test_the_command_says_which_rates_are_held(tmp_path: Path) -> None:
    await bring("nbk", KAZAKH)
    file = tmp_path / "nbk.xml"
    file.write_bytes(NEXT.replace(b">72.04<", b">720.4<"))
    said = await commands.import_file("nbk", file, dry_run=False, as_json=False, at=NOON)
    assert [line for line in said if line.endswith("held")] == [
        "nbk  2026-11-24  CNY  1  720.4  held"
    ]
    assert said[-1].startswith("The rate 720.4 / 1 for CNY jumped")


async def test_a_dry_run_refuses_the_same_days(tmp_path: Path) -> None:
    file = tmp_path / "nbk.xml"
    file.write_bytes(KAZAKH.replace(b"23.11.2026", b"23.11.2126"))
    with pytest.raises(DayFarOff):
        await commands.import_file("nbk", file, dry_run=True, as_json=True, at=NOON)
    file.write_bytes(KAZAKH)
    plain = await commands.import_file("nbk", file, dry_run=True, as_json=True, at=NOON)
    assert "held" not in json.loads(plain[0])


@pytest.mark.parametrize(
    ("rate", "refusal"),
    [
        (
            month_rate("70.812", month=date(2026, 4, 1), fixing_on=date(2026, 3, 18)),
            MonthRateJumped,
        ),
        (month_rate(month=date(2027, 1, 1), fixing_on=date(2026, 12, 16)), FixedLater),
    ],
)
async def test_a_month_rate_that_jumps_or_is_still_to_come_is_refused(
    rate: MonthRate, refusal: type[BadInput]
) -> None:
    await enter_holidays(HOLIDAYS, source="notices", at=NOON)
    with pytest.raises(refusal):
        await enter_month_rates([month_rate(), rate], source="a", at=NOON)
    assert await MonthRow.count() == 0
    await enter_month_rates([month_rate()], source="a", at=NOON)
    with pytest.raises(refusal):
        await enter_month_rates([rate], source="b", at=NOON)
    assert await MonthRow.count() == 1


async def test_a_month_rate_that_jumps_is_entered_with_its_reason() -> None:
    await enter_holidays(HOLIDAYS, source="notices", at=NOON)
    wild = month_rate("70.812", month=date(2026, 4, 1), fixing_on=date(2026, 3, 18))
    both = [month_rate(), wild]
    assert len(await enter_month_rates(both, source="a", at=NOON, because="New yuan")) == 2


async def test_a_holiday_of_another_century_is_refused() -> None:
    with pytest.raises(HolidayFarOff):
        await enter_holidays([Holiday(date(2126, 10, 1), "国庆节", "x")], source="a", at=NOON)


@pytest.mark.parametrize("text", ["CNY=999999999999", "CNY=0.0000000001", "CNY=1/9999999"])
async def test_a_rate_given_by_hand_out_of_all_bounds_is_refused(text: str) -> None:
    with pytest.raises(AbsurdRate):
        read_rate(text, on=TUESDAY)


def figure_of(body: bytes, currency: str) -> bytes:
    _, _, after = body.partition(f"<title>{currency}</title>".encode())
    _, _, figure = after.partition(b"<description>")
    return b">" + figure.partition(b"</description>")[0] + b"<"
