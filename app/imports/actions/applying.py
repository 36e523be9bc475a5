"""The worker takes in rows that were agreed to, each once.

A row is judged again right before, by what the shop has then: one that a killed worker took in and
did not mark is the same by now, and is only marked (docs/decisions/0046).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.accounts import repository as accounts
from app.catalog import actions as catalog
from app.catalog.product import ProductFacts
from app.imports.actions.judging import judge_rows, known_words
from app.imports.column import LANGUAGE_DESCRIPTIONS, LANGUAGE_NAMES, Column
from app.imports.goods_import import GoodsImport, ImportRow, ImportState
from app.imports.remark import CellChange
from app.imports.repository import imports, rows
from app.imports.verdict import VERDICT_NAMES, Judgement, Verdict, refused
from app.kit.db import transaction
from app.kit.i18n import N_
from app.kit.refusal import Conflict, Refusal

_BATCH: Final = 50


class MeanwhileOtherwise(Conflict):
    """What was agreed to is no longer what the row would do."""

    code = "import.meanwhile_otherwise"
    sentence = N_("The goods have changed since the preview: the row is now “%(verdict)s”.")


async def apply_due(*, at: datetime) -> int:
    """Take in the next rows of one import; return how many were taken in or refused."""
    found = await imports.take_work(ImportState.AGREED, at=at)
    if found is None:
        return 0
    batch = await rows.list_rows_to_apply(found.id, after=found.applied_to, most=_BATCH)
    judged = await judge_rows(found, batch, words=await known_words(at=at), at=at)
    for row, judgement in zip(batch, judged, strict=True):
        done = await _apply(found, row, judgement, at=at)
        async with transaction():
            await rows.save_applied(row, done, at=at)
    async with transaction():
        if len(batch) < _BATCH:
            applied = found.moved(ImportState.APPLIED)
            await imports.save_applied_to(found.id, found.last_row)
            await imports.save_state(applied, was=found.state, at=at, by_id=None)
        else:
            await imports.save_applied_to(found.id, batch[-1].number)
            await imports.leave_work(found.id)
    return len(batch)


async def _apply(
    found: GoodsImport, row: ImportRow, judgement: Judgement, *, at: datetime
) -> Judgement | None:
    """Take in a row; return the judgement that replaces the one agreed to, None if it stands."""
    if judgement.verdict is Verdict.SAME:
        return None
    if judgement.verdict is Verdict.REFUSED:
        return judgement
    if judgement.verdict is not row.verdict:
        verdict = VERDICT_NAMES[judgement.verdict]
        return refused(row.sku, MeanwhileOtherwise(verdict=verdict))
    try:
        if judgement.facts is not None:
            await list_new(judgement.facts, company_id=found.company_id, at=at)
        else:
            await _change(judgement, at=at)
    except Refusal as refusal:
        return refused(row.sku, refusal)
    return judgement if judgement.changes != row.changes else None


async def list_new(facts: ProductFacts, *, company_id: int, at: datetime) -> None:
    """List the goods of a new row: the one place where an import makes goods."""
    company = await accounts.get_company(company_id)
    await catalog.add_product(facts, seller=company.slug, at=at)


async def _change(judgement: Judgement, *, at: datetime) -> None:
    names = _told(judgement.changes, LANGUAGE_NAMES)
    descriptions = _told(judgement.changes, LANGUAGE_DESCRIPTIONS)
    if names or descriptions:
        await catalog.set_texts(judgement.slug, names, descriptions, at=at)
    if judgement.ladder is not None:
        await catalog.enter_prices(judgement.slug, judgement.ladder, at=at)


def _told(changes: tuple[CellChange, ...], columns: Mapping[str, Column]) -> dict[str, str]:
    after = {change.column: change.after for change in changes}
    return {tag: after[column] for tag, column in columns.items() if column in after}
