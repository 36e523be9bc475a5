"""Shipped lines agree with the official publication, fact by fact."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.tariff.actions import known
from app.tariff.actions.known import UNSEEN, enter_known
from app.tariff.edition import EAEU
from app.tariff.repository import editions
from customs.tariff.line import PublishedLine
from customs.tariff.publication import read_publication

RECORDED = json.loads(
    (Path(__file__).parents[2] / "recordings" / "ett_lines.json").read_text(encoding="utf-8")
)
"""Unit, rate and marks as our reader found them in the Commission's PDFs, whose sums stand beside;
of lines whose chapter was not at hand only what was compared with it."""


def shipped() -> dict[str, PublishedLine]:
    folder = Path(known.__file__).parents[1] / "known" / "lines"
    return {
        line.code: line
        for path in sorted(folder.glob("*.csv"))
        for line in read_publication(path.read_bytes()).lines
    }


def test_every_shipped_line_of_a_chapter_that_was_read_is_recorded() -> None:
    recorded = set(RECORDED["lines"])
    assert {code for code in shipped() if code[:2] not in UNSEEN} <= recorded
    assert {name[3:5] for name in RECORDED["publications"]}.isdisjoint(UNSEEN)
    assert recorded <= set(shipped())


@pytest.mark.parametrize("code", sorted(RECORDED["lines"]))
def test_a_shipped_line_equals_the_publication(code: str) -> None:
    line = shipped()[code]
    recorded: dict[str, Any] = RECORDED["lines"][code]
    ours = {"unit": line.unit, "rate_text": line.rate_text, "notes": list(line.notes)}
    assert {name: ours[name] for name in recorded} == recorded


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("code", "is_seen"), [("0409000000", False), ("0902100001", True)])
async def test_a_line_whose_publication_was_not_at_hand_says_so_in_its_source(
    code: str, *, is_seen: bool
) -> None:
    await enter_known(at=datetime(2026, 11, 24, 12, tzinfo=UTC))
    line = (await editions.get_lines(EAEU, {code}, on=date(2026, 11, 24)))[code]
    assert line.source.endswith("; not yet seen in its source") is not is_seen
