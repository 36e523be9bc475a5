"""Queries of drafts of selling terms and of the rates log."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from app.kit.listing import Asked, KeyPage, Listing, Sort
from app.kit.records import Record, read_all, read_first
from app.rates.draft import Draft, DraftState, NoSuchDraft
from app.rates.log import Deed, LogEntry, LogKind
from app.rates.repository.selling import FiguresRecord, columns_of, limits_of, rounding_of
from app.rates.tables import RatesLog as LogRow
from app.rates.tables import TermsDraft as DraftRow


class TermsDraftRecord(FiguresRecord):
    id: int
    holds_from: datetime | None
    drafted_by: int
    who: str
    drafted_at: datetime
    why: str
    state: DraftState
    former: dict[str, str]
    published_at: datetime | None


class LogRecord(Record):
    at: datetime
    kind: LogKind
    about: str
    who: str | None
    before: dict[str, str]
    after: dict[str, str]
    why: str


_LOG = Listing(
    shape=LogRecord,
    table=LogRow,
    columns=(
        "deed.at, deed.kind, deed.about, person_name.name AS who, deed.before, deed.after, deed.why"
    ),
    source="rates_log AS deed LEFT JOIN person_name ON person_name.id = deed.by",
    id="deed.id",
    sorts={"newest": Sort("deed.id", int, is_descending=True)},
)


def _draft(row: TermsDraftRecord) -> Draft:
    return Draft(
        id=row.id,
        currency=row.currency,
        spread_percent=row.spread_percent,
        rounding=rounding_of(row),
        limits=limits_of(row),
        holds_from=row.holds_from,
        drafted_by_id=row.drafted_by,
        drafted_by=row.who,
        drafted_at=row.drafted_at,
        why=row.why,
        state=row.state,
        former=row.former,
        published_at=row.published_at,
    )


_COLUMNS = (*DraftRow.all_columns(), DraftRow.drafted_by.name.as_alias("who"))


async def get_draft(draft_id: int) -> Draft:
    """Return the draft; raises `NoSuchDraft`."""
    query = DraftRow.select(*_COLUMNS).where(DraftRow.id == draft_id)
    row = await read_first(TermsDraftRecord, query.first())
    if row is None:
        raise NoSuchDraft
    return _draft(row)


async def lock_draft(draft_id: int) -> Draft:
    """Return the draft, its row locked until the end of the transaction; raises `NoSuchDraft`."""
    await (
        DraftRow.select(DraftRow.id)
        .where(DraftRow.id == draft_id)
        .order_by(DraftRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return await get_draft(draft_id)


async def list_drafts(states: Iterable[DraftState]) -> list[Draft]:
    """List the drafts in these states, newest first."""
    query = (
        DraftRow.select(*_COLUMNS)
        .where(DraftRow.state.is_in([state.value for state in states]))
        .order_by(DraftRow.id, ascending=False)
    )
    return [_draft(row) for row in await read_all(TermsDraftRecord, query)]


async def save_draft(draft: Draft) -> Draft:
    """Save a new draft and return it with its id."""
    row = DraftRow(
        **columns_of(draft),
        holds_from=draft.holds_from,
        drafted_by=draft.drafted_by_id,
        drafted_at=draft.drafted_at,
        why=draft.why,
        state=draft.state.value,
        former=dict(draft.former),
    )
    await row.save()
    return replace(draft, id=row.id)


async def save_state(draft: Draft) -> None:
    """Save state, former figures and publication of a draft whose row is locked."""
    await DraftRow.update(
        {
            DraftRow.state: draft.state.value,
            DraftRow.former: dict(draft.former),
            DraftRow.published_at: draft.published_at,
        }
    ).where(DraftRow.id == draft.id)


# The log.


async def save_log(deed: Deed) -> None:
    row = LogRow(
        at=deed.at,
        kind=deed.kind.value,
        about=deed.about,
        by=deed.by_id,
        before=dict(deed.before),
        after=dict(deed.after),
        why=deed.why,
    )
    await row.save()


async def list_log() -> list[LogEntry]:
    """List the latest entries of the log, newest first."""
    return list((await log_page(Asked())).items)


async def log_page(asked: Asked) -> KeyPage[LogEntry]:
    """Read a page of the log, newest first; raises `BadPlace` or `NoSuchSort`."""
    page = await _LOG.page([], asked)
    return KeyPage(tuple(map(_entry, page.items)), page.previous, page.next)


def _entry(row: LogRecord) -> LogEntry:
    return LogEntry(
        at=row.at,
        kind=row.kind,
        about=row.about,
        who=row.who or "",
        before=row.before,
        after=row.after,
        why=row.why,
    )
