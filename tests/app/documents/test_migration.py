"""An earlier database migrates: three papers are due for each frozen declaration, no others."""

import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from app.brokers import actions as brokers
from app.declarations import repository as declarations
from app.declarations.actions import freezing
from app.declarations.due import Audience, Format
from app.declarations.repository.due import list_due
from app.declarations.snapshot import FIRST_SCHEMA
from app.declarations.tables import Snapshot
from app.documents import repository
from app.documents.issuing import papers_due
from app.documents.kinds import KINDS
from app.documents.repository import PaperFacts
from app.documents.tables import Paper
from app.kit.settings import ROOT
from tests.app.brokers.test_actions import shared_load
from tests.app.documents.conftest import TRADE_PAPERS
from tests.app.orders.market import Market
from tests.app.warehouse.walk import LATER
from tests.running import unmeasured

pytestmark = pytest.mark.usefixtures("first_kinds")

BEFORE = """
    DROP TABLE paper_trouble;
    DROP VIEW due_paper_place;
    DROP TABLE due_paper;
    DELETE FROM migration WHERE name IN (
        '2026-11-28T13:04:56:117430', '2026-11-28T13:10:00:000002', '2026-11-28T13:04:59:746131',
        '2026-11-28T14:00:00:000003'
    );
    ALTER TABLE snapshot DISABLE TRIGGER only_added;
    UPDATE snapshot SET body = body - 'schema';
    ALTER TABLE snapshot ENABLE TRIGGER only_added;
"""
"""Statements that take the tables back to before papers were recorded as due."""


async def to_before(database: str) -> None:
    connection = await asyncpg.connect(database)
    await connection.execute(BEFORE)
    await connection.close()


def migrate(database: str) -> None:
    """Run the command, as in a deployment."""
    environment = {**unmeasured(os.environ), "DATABASE_URL": database}
    command = [sys.executable, "-m", "app", "migrate"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


async def issue_of_before(declaration: declarations.StoredDeclaration, *, version: int) -> None:
    for kind in TRADE_PAPERS:
        name = f"{declaration.order_number}_{kind}_v{version}.pdf"
        body = f"%PDF {name}".encode()
        await repository.save_paper(
            declaration.id, PaperFacts(kind, version, name, "t"), body, at=LATER
        )


async def test_old_declarations_are_due_exactly_their_three_papers_and_bytes_stay(
    market: Market, database: str
) -> None:
    load, _ = await shared_load(market, market.broker)
    first = await declarations.latest_declarations(load)
    for each in first:
        await issue_of_before(each, version=1)
    again = LATER + timedelta(hours=3)
    await freezing.reopen_load(load, by=market.declarant, at=again, why="A wrong plate")
    await freezing.freeze_load(load, by=market.declarant, at=again, due=papers_due)
    second = await declarations.latest_declarations(load)
    await issue_of_before(second[0], version=2)
    papers, frozen = await Paper.select(), await declarations.get_frozen(second[0].snapshot_id)

    await to_before(database)
    await asyncio.to_thread(migrate, database)

    assert await Paper.select() == papers
    drawn = [*first, *second]
    dues = await list_due([each.id for each in drawn])
    assert [(each.declaration_id, each.kind, each.version) for each in dues] == [
        (each.id, kind, 1 if each in first else 2) for each in drawn for kind in TRADE_PAPERS
    ]
    assert {(each.format, each.audience, each.required) for each in dues} == {
        (Format.PDF, frozenset(Audience), True)
    }
    assert {each.kind: each.label for each in dues} == {
        kind: KINDS[kind].label for kind in TRADE_PAPERS
    }
    kept = await declarations.get_frozen(second[0].snapshot_id)
    assert kept == replace(frozen, snapshot=replace(frozen.snapshot, schema=FIRST_SCHEMA))
    assert kept.snapshot.schema == FIRST_SCHEMA
    assert "schema" not in (await Snapshot.select(Snapshot.body))[0]["body"]
    # What was due and not issued before is issued now, and nothing else.
    work = await repository.papers_to_make(at=again)
    assert [(each.declaration_id, each.kind) for each in work] == [
        (second[1].id, kind) for kind in TRADE_PAPERS
    ]
    await issue_of_before(second[1], version=2)
    assert await repository.papers_to_make(at=again) == []
    assert await brokers.take_dossier(load, reader=market.broker, at=again)
    with pytest.raises(asyncpg.PostgresError, match="only added"):
        await Paper.raw("DELETE FROM due_paper")
