"""Malls as the operator sees them: every query."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Final

from app.catalog.mall import MallFacts, MallSheet, MallStep, NoSuchMall, texts_of
from app.catalog.tables import Mall as MallRow
from app.catalog.tables import MallChange as ChangeRow
from app.catalog.tables import MallText as TextRow
from app.kit.records import Record, read_all, read_column

_RETIRED: Final = "retired"
_PICTURES: Final = "SELECT picture FROM product UNION SELECT picture FROM mall ORDER BY 1"


class SheetRecord(Record):
    id: int
    code: str
    position: int
    accent: str
    picture: str
    tint: int
    version: int
    retired_at: datetime | None


class MallTextRecord(Record):
    mall: int
    language: str
    name: str
    intro: str


class MallChangeRecord(Record):
    at: datetime
    by_name: str | None
    before: dict[str, str]
    after: dict[str, str]


async def list_sheets() -> list[MallSheet]:
    """List every mall in its order, retired ones too."""
    query = MallRow.select().order_by(MallRow.position).order_by(MallRow.id)
    return await _sheets(await read_all(SheetRecord, query))


async def find_sheet(code: str) -> MallSheet | None:
    """Return a mall, or None."""
    query = MallRow.select().where(MallRow.code == code)
    found = await _sheets(await read_all(SheetRecord, query))
    return found[0] if found else None


async def get_sheet(code: str) -> MallSheet:
    """Return a mall; raises `NoSuchMall`."""
    found = await find_sheet(code)
    if found is None:
        raise NoSuchMall(code=code)
    return found


async def lock_sheet(code: str) -> MallSheet:
    """Return a mall, its row locked; raises `NoSuchMall`."""
    await MallRow.select(MallRow.id).where(MallRow.code == code).lock_rows("UPDATE")
    return await get_sheet(code)


async def list_steps(mall_id: int) -> list[MallStep]:
    """List what changed of a mall, the latest first."""
    query = ChangeRow.select(
        ChangeRow.at, ChangeRow.by.name.as_alias("by_name"), ChangeRow.before, ChangeRow.after
    ).where(ChangeRow.mall == mall_id)
    rows = await read_all(MallChangeRecord, query.order_by(ChangeRow.id, ascending=False))
    return [MallStep(row.at, row.by_name or "", _fields(row)) for row in rows]


def _fields(row: MallChangeRecord) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, row.before.get(name, ""), text) for name, text in row.after.items())


async def list_pictures() -> list[str]:
    """List the pictures that goods and malls show, by name; each of them is drawn."""
    return await read_column(str, MallRow.raw(_PICTURES))


async def save_mall(facts: MallFacts) -> None:
    """Save a new mall with its texts."""
    mall = MallRow(
        code=facts.code,
        position=facts.position,
        accent=facts.accent,
        picture=facts.picture,
        tint=facts.tint,
    )
    await mall.save()
    await _save_texts(mall.id, facts)


async def save_opening(facts: MallFacts, *, by_id: int, at: datetime) -> None:
    """Save who opened a mall, and as what."""
    held = await get_sheet(facts.code)
    await _save_step(held, {}, texts_of(facts), by_id=by_id, at=at)


async def save_change(held: MallSheet, facts: MallFacts, *, by_id: int, at: datetime) -> None:
    """Save a mall's new texts and look, and what changed; nothing when nothing did."""
    was, now = texts_of(held.facts), texts_of(facts)
    after = {name: text for name, text in now.items() if was.get(name, "") != text}
    after |= dict.fromkeys(was.keys() - now.keys(), "")
    if not after:
        return
    await MallRow.update(
        {
            MallRow.position: facts.position,
            MallRow.accent: facts.accent,
            MallRow.picture: facts.picture,
            MallRow.tint: facts.tint,
            MallRow.version: held.version + 1,
        }
    ).where(MallRow.id == held.id)
    await TextRow.delete().where(TextRow.mall == held.id)
    await _save_texts(held.id, facts)
    before = {name: was.get(name, "") for name in after}
    await _save_step(held, before, after, by_id=by_id, at=at)


async def save_retirement(held: MallSheet, *, is_retired: bool, by_id: int, at: datetime) -> None:
    """Save that a mall left the shop, or came back."""
    await MallRow.update(
        {MallRow.retired_at: at if is_retired else None, MallRow.version: held.version + 1}
    ).where(MallRow.id == held.id)
    said = {True: "yes", False: "no"}
    before, after = {_RETIRED: said[not is_retired]}, {_RETIRED: said[is_retired]}
    await _save_step(held, before, after, by_id=by_id, at=at)


async def _save_texts(mall_id: int, facts: MallFacts) -> None:
    texts = [
        TextRow(mall=mall_id, language=tag, name=name, intro=facts.intros[tag])
        for tag, name in facts.names.items()
    ]
    await TextRow.insert(*texts)


async def _save_step(
    held: MallSheet, before: dict[str, str], after: dict[str, str], *, by_id: int, at: datetime
) -> None:
    await ChangeRow(mall=held.id, at=at, by=by_id, before=before, after=after).save()


async def _sheets(rows: Collection[SheetRecord]) -> list[MallSheet]:
    query = TextRow.select().where(TextRow.mall.is_in([*(row.id for row in rows), 0]))
    texts: defaultdict[int, list[MallTextRecord]] = defaultdict(list)
    for text in await read_all(MallTextRecord, query.order_by(TextRow.id)):
        texts[text.mall].append(text)
    return [_sheet(row, texts[row.id]) for row in rows]


def _sheet(row: SheetRecord, texts: list[MallTextRecord]) -> MallSheet:
    facts = MallFacts(
        code=row.code,
        position=row.position,
        accent=row.accent,
        picture=row.picture,
        tint=row.tint,
        names={each.language: each.name for each in texts},
        intros={each.language: each.intro for each in texts},
    )
    return MallSheet(row.id, facts, row.version, row.retired_at is not None)
