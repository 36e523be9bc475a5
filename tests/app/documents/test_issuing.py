"""Issuing what is due, from loads that were really packed and frozen, in a real database."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import asyncpg
import pytest

from app.declarations.actions import freezing
from app.declarations.due import Audience
from app.documents import repository
from app.documents.actions import issue_due_papers
from app.documents.composing import MissingGlyphs, template_version
from app.documents.issuing import papers_due
from app.documents.kind import Issue, PrintSheet
from app.documents.kinds import KINDS
from app.documents.kinds.packing_list import NetOverGross
from app.documents.print import PrintingUnavailable
from app.documents.printer import Printer
from app.documents.tables import Paper
from app.documents.trouble import PaperDefect
from app.kit.db import DB
from app.stock.tables import Lot
from tests.app.documents.reading import squeezed, text_of
from tests.app.orders.market import Market
from tests.app.warehouse.walk import KHORGOS, LATER, loaded, packed

pytestmark = pytest.mark.usefixtures("first_kinds")

FROZEN_AT = LATER + timedelta(hours=1)
ISSUED_AT = LATER + timedelta(hours=2)
AGAIN = LATER + timedelta(hours=3)


async def frozen(market: Market, *goods: tuple[int, int], plate: str = "新A12345") -> str:
    """Bring an order to a frozen load of its own, and return the order's number."""
    order = await packed(market, market.kazakh, *goods)
    truck = replace(KHORGOS, truck_plate=plate)
    load = await loaded(market, order.number, vehicle=truck)
    await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN_AT, due=papers_due)
    return order.number


async def frozen_with_an_unknown_letter(market: Market, *, plate: str) -> None:
    """Freeze an order whose batch has no glyph; it is on the packing list alone."""
    await Lot.update({Lot.batch: "😀"}).where(Lot.product == market.walnuts)
    await frozen(market, (market.walnuts, 2), plate=plate)


async def kept() -> list[dict[str, object]]:
    return await Paper.select().order_by(Paper.id)


async def names() -> list[str]:
    return [str(row["file_name"]) for row in await kept()]


def files_of(order: str, version: int = 1) -> list[str]:
    return [f"{order}_{kind.code}_v{version}.{kind.format}" for kind in KINDS.values()]


async def lacking() -> list[tuple[str, str, int]]:
    """Return kind, sentence and attempts of what could not be made."""
    found = await repository.lacking_papers([1, 2, 3], audience=Audience.DECLARANT)
    return [(e.due.kind, e.trouble.sentence, e.trouble.attempts) for e in found if e.trouble]


async def test_a_frozen_load_gets_its_papers_and_the_file_for_the_single_window(
    market: Market, printer: Printer
) -> None:
    order = await frozen(market, (market.raisins, 20), (market.walnuts, 2))
    assert await issue_due_papers(printer=printer, at=ISSUED_AT) == 4
    rows = await kept()
    assert [row["file_name"] for row in rows] == files_of(order)
    for row in rows:
        body = row["body"]
        assert isinstance(body, bytes)
        assert row["sha256"] == hashlib.sha256(body).hexdigest()
        assert (row["issued_at"], row["version"]) == (ISSUED_AT, 1)
        printed = row["kind"] != "single_window"
        assert row["template_version"] == (template_version() if printed else "")
        assert order in (text_of(body) if printed else body.decode())


async def test_papers_bear_the_day_of_the_freeze_not_of_the_printing(
    market: Market, printer: Printer
) -> None:
    await frozen(market, (market.raisins, 20))
    await issue_due_papers(printer=printer, at=ISSUED_AT + timedelta(days=9))
    printed = [row["body"] for row in await kept() if row["kind"] != "single_window"]
    texts = [text_of(body) for body in printed if isinstance(body, bytes)]
    assert len(texts) == 3
    assert all("2026-11-23" in text for text in texts)
    assert not any("2026-12-02" in text for text in texts)


@pytest.mark.usefixtures("unprinted")
async def test_issuing_twice_issues_nothing_twice(market: Market, dry: Printer) -> None:
    await frozen(market, (market.raisins, 20))
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    before = await kept()
    assert await issue_due_papers(printer=dry, at=AGAIN) == 0
    assert await kept() == before


async def test_two_workers_at_once_keep_one_set(
    market: Market, printer: Printer, fonts: Path
) -> None:
    order = await frozen(market, (market.raisins, 20))
    async with Printer(fonts) as other:
        await asyncio.gather(
            issue_due_papers(printer=printer, at=ISSUED_AT),
            issue_due_papers(printer=other, at=AGAIN),
        )
    assert sorted(await names()) == sorted(files_of(order))
    assert len({str(row["issued_at"]) for row in await kept()}) == 1


async def test_a_bad_paper_keeps_its_refusal_and_hides_no_other(
    market: Market, printer: Printer
) -> None:
    """The character without a glyph is on the packing list alone."""
    await frozen_with_an_unknown_letter(market, plate="新B1")
    good = await frozen(market, (market.raisins, 20))
    assert await issue_due_papers(printer=printer, at=ISSUED_AT) == 7
    bad = [name for name in files_of("K-2026-000001") if "packing" not in name]
    assert await names() == bad + files_of(good)
    assert await lacking() == [("packing_list", MissingGlyphs.sentence, 1)]


async def test_a_bad_paper_is_tried_again_after_a_pause_that_doubles(
    market: Market, printer: Printer
) -> None:
    await frozen_with_an_unknown_letter(market, plate="新B1")
    at = ISSUED_AT
    await issue_due_papers(printer=printer, at=at)
    for attempts, minutes in ((2, 1), (3, 2), (4, 4), (5, 8)):
        pause = timedelta(minutes=minutes)
        early = at + pause - timedelta(seconds=1)
        assert await issue_due_papers(printer=printer, at=early) == 0
        assert [count for _, _, count in await lacking()] == [attempts - 1]
        at += pause
        assert await issue_due_papers(printer=printer, at=at) == 0
        assert [count for _, _, count in await lacking()] == [attempts]


async def test_bad_papers_never_use_up_the_turn_of_a_good_one(
    market: Market, printer: Printer
) -> None:
    await frozen_with_an_unknown_letter(market, plate="新B1")
    await issue_due_papers(printer=printer, at=ISSUED_AT)
    good = await frozen(market, (market.raisins, 20))
    later = ISSUED_AT + timedelta(days=1)
    assert await issue_due_papers(printer=printer, at=later, most=4) == 4
    assert (await names())[-4:] == files_of(good)


@pytest.mark.usefixtures("unprinted")
async def test_no_more_are_tried_at_once_than_asked(market: Market, dry: Printer) -> None:
    order = await frozen(market, (market.raisins, 20))
    for tried in (1, 2, 3, 4):
        assert await issue_due_papers(printer=dry, at=ISSUED_AT, most=1) == 1
        assert await names() == files_of(order)[:tried]
    assert await issue_due_papers(printer=dry, at=AGAIN, most=1) == 0


@pytest.mark.usefixtures("unprinted")
async def test_a_paper_that_can_be_made_again_is_issued_and_its_trouble_shown_no_more(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await frozen(market, (market.raisins, 20))

    def refuse(_: Issue) -> PrintSheet:
        raise NetOverGross(carton="C-1", gross=Decimal("1.5"), net=Decimal("1.60"))

    with monkeypatch.context() as broken:
        broken.setitem(KINDS, "invoice", replace(KINDS["invoice"], make=refuse))
        assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 3
    (held,) = await repository.lacking_papers([1], audience=Audience.BUYER)
    assert held.trouble is not None
    assert held.trouble.fields == {"carton": "C-1", "gross": "1.5", "net": "1.60"}
    assert (held.trouble.failed_at, held.trouble.next_try_at) == (
        ISSUED_AT,
        ISSUED_AT + timedelta(minutes=1),
    )
    assert await issue_due_papers(printer=dry, at=AGAIN) == 1
    assert sorted(await names()) == sorted(files_of(order))
    assert await lacking() == []


@pytest.mark.usefixtures("unprinted")
async def test_a_fault_of_ours_is_called_one_and_keeps_no_other_paper(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await frozen(market, (market.raisins, 20))

    def fail(_: Issue) -> PrintSheet:
        raise ZeroDivisionError

    monkeypatch.setitem(KINDS, "invoice", replace(KINDS["invoice"], make=fail))
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 3
    assert await lacking() == [("invoice", PaperDefect.sentence, 1)]


class Watched(Printer):
    """A real printer that notes whether anybody held a transaction while it printed."""

    held: list[bool]

    async def print(self, name: str, paper: object) -> bytes:
        """Record, and print."""
        self.held.append(DB.transaction_exists())
        return await super().print(name, paper)


async def test_no_transaction_waits_for_the_printer(market: Market, fonts: Path) -> None:
    await frozen(market, (market.raisins, 20))
    async with Watched(fonts) as watched:
        watched.held = []
        await issue_due_papers(printer=watched, at=ISSUED_AT)
    assert watched.held == [False, False, False]


async def test_a_machine_that_cannot_print_says_so_and_blames_no_declaration(
    market: Market, fonts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The printing process fails as it does without Pango: its library cannot be loaded."""
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    await frozen(market, (market.raisins, 20))
    async with Printer(fonts) as dry:
        with pytest.raises(PrintingUnavailable, match=r"libpango-1\.0-0"):
            await issue_due_papers(printer=dry, at=ISSUED_AT)
    assert [row["kind"] for row in await kept()] == ["single_window"]
    assert await lacking() == []


@pytest.mark.usefixtures("unprinted")
async def test_an_issued_paper_never_changes(market: Market, dry: Printer) -> None:
    await frozen(market, (market.raisins, 20))
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    before = await kept()
    with pytest.raises(asyncpg.PostgresError):
        await Paper.update({Paper.body: b"other"}, force=True)
    with pytest.raises(asyncpg.PostgresError):
        await Paper.delete(force=True)
    assert await kept() == before


@pytest.mark.usefixtures("unprinted")
async def test_a_second_freeze_makes_successors_and_leaves_the_first(
    market: Market, dry: Printer
) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await loaded(market, order.number)
    for version in (1, 2):
        await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN_AT, due=papers_due)
        await issue_due_papers(printer=dry, at=ISSUED_AT)
        assert len(await kept()) == 4 * version
        if version == 1:
            await freezing.reopen_load(
                load.number, by=market.declarant, at=ISSUED_AT, why="A wrong plate"
            )
    assert await names() == files_of(order.number) + files_of(order.number, 2)


async def test_the_three_papers_have_one_weight_and_one_sum(
    market: Market, printer: Printer
) -> None:
    order = await frozen(market, (market.raisins, 20), (market.walnuts, 3))
    await issue_due_papers(printer=printer, at=ISSUED_AT)
    listed = await repository.papers_of([1], audience=Audience.BUYER, with_bodies=True)
    texts = {paper.kind: text_of(paper.body) for paper in listed}
    assert {paper.order_number for paper in listed} == {order}
    assert "净重（千克）11.5" in texts["declaration"]
    assert "11.500" in texts["invoice"]
    assert "11.500" in texts["packing_list"]
    assert squeezed("R-EARLY") in texts["packing_list"]
