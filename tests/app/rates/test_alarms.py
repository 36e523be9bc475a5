"""An alarm is raised once for each subject, in everybody's own language."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.accounts.person import Reader
from app.accounts.tables import Person
from app.kit.tables import Letter
from app.rates.actions import importing
from app.rates.actions.alarms import raise_alarms
from app.rates.log import LogKind
from app.rates.repository import drafts
from app.rates.selling import Limits
from app.rates.tables import RateAlarm
from tests.app.agreeing import agree, proposal

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KAZAKH = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
TUESDAY = (RECORDINGS / "nbk_2026-11-24.xml").read_bytes()


@pytest.fixture
async def desk(administrator: Reader, second: Reader) -> None:
    await importing.import_body("nbk", KAZAKH, source="a test", at=NOON)
    limits = Limits(2, 4, Decimal(5))
    await agree(proposal("KZT", "2", limits=limits), maker=administrator, checker=second, at=NOON)
    russian = Person.update({Person.language: "ru"}).where(Person.id == second.person_id)
    await russian


@pytest.mark.usefixtures("desk")
async def test_a_rate_that_grows_old_wakes_everyone_once_and_so_does_the_stop() -> None:
    raised = [
        await raise_alarms(at=NOON + timedelta(days=days, hours=hours))
        for days, hours in ((2, 0), (3, 0), (3, 1), (4, 0), (5, 0), (6, 0))
    ]
    assert raised == [0, 1, 0, 0, 1, 0]
    kinds = [row["kind"] for row in await RateAlarm.select().order_by(RateAlarm.id)]
    assert kinds == ["old", "stopped"]
    letters = await Letter.select().order_by(Letter.id)
    assert [row["to"] for row in letters] == [
        "li@keruen.example",
        "marat@keruen.example",
    ] * 2
    assert "from 2026-11-23 and grows old" in letters[0]["body"]
    assert "23.11.2026" in letters[1]["body"]
    assert letters[0]["subject"] == "Keruen: the rate for KZT needs you"
    newest = (await drafts.list_log())[0]
    assert (newest.kind, newest.about, newest.who) == (LogKind.ALARM, "KZT", "")


@pytest.mark.usefixtures("desk")
async def test_a_rate_that_jumped_wakes_everyone_once() -> None:
    wild = TUESDAY.replace(b">72.04<", b">80.00<")
    await importing.import_body("nbk", wild, source="a test", at=NOON)
    assert [await raise_alarms(at=NOON), await raise_alarms(at=NOON)] == [1, 0]
    letter = await Letter.select(Letter.body).first()
    assert letter is not None
    assert "jumped by 11.328 %" in letter["body"]
