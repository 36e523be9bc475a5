"""The worker judges rows: each gets a verdict, and nothing is changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.catalog import actions as catalog_actions
from app.catalog import repository as catalog
from app.catalog.prefectures import PREFECTURES, Prefecture
from app.catalog.units import PACKINGS, UNITS
from app.imports.cells import Words
from app.imports.goods_import import GoodsImport, ImportRow, ImportState
from app.imports.heads import folded
from app.imports.judge import judge
from app.imports.line import passed_over, read_line
from app.imports.remark import Remark
from app.imports.repository import imports, rows
from app.imports.verdict import Judgement, Verdict, refused
from app.kit import clock
from app.kit.db import transaction
from app.kit.i18n import LANGUAGES, N_, speaking, translate
from app.kit.refusal import Refusal
from app.reference import current
from customs import codes

_BATCH: Final = 500
ABOVE: Final = N_("Above the goods: the head of the table, or a title.")


async def judge_due(*, at: datetime) -> int:
    """Judge the next rows of one import; return how many rows were judged."""
    found = await imports.take_work(ImportState.CHECKING, at=at)
    if found is None:
        return 0
    batch = await rows.list_rows(found.id, after=found.judged_to, most=_BATCH)
    judged = await judge_rows(found, batch, words=await known_words(at=at), at=at)
    async with transaction():
        await rows.save_verdicts(list(zip(batch, judged, strict=True)))
        if batch:
            await imports.save_judged_to(found.id, batch[-1].number)
        if len(batch) < _BATCH:
            await _finish(found, at=at)
        else:
            await imports.leave_work(found.id)
    return len(batch)


async def _finish(found: GoodsImport, *, at: datetime) -> None:
    locked = await imports.lock_import(found.id, company_id=found.company_id)
    # Withdrawn meanwhile: its verdicts do no harm.
    if locked.state is found.state:
        checked = replace(locked.moved(ImportState.CHECKED), judged_to=found.last_row)
        await imports.save_state(checked, was=locked.state, at=at, by_id=None)


async def judge_rows(
    found: GoodsImport, batch: Sequence[ImportRow], *, words: Words, at: datetime
) -> list[Judgement]:
    """Return the verdicts of rows that follow each other, by what the shop has now."""
    lines = {row.id: read_line(row.cells, found.columns, words) for row in batch}
    skus = sorted({line.sku for line in lines.values() if line.sku})
    known = await catalog.get_products_by_sku(skus)
    first = batch[0].number if batch else 0
    before = await rows.first_rows(found.id, skus, before=first)
    judged = []
    for row in batch:
        line = lines[row.id]
        verdict = _passed(found, row) or judge(
            line,
            known.get(line.sku),
            company_id=found.company_id,
            row_before=before.get(line.sku, 0),
        )
        judged.append(await _checked(verdict, at=at))
        before.setdefault(line.sku, row.number)
    return judged


def _passed(found: GoodsImport, row: ImportRow) -> Judgement | None:
    why = ABOVE if row.number <= found.head_to else passed_over(row.cells, found.columns)
    return Judgement(Verdict.PASSED, remarks=(Remark("", why),)) if why else None


async def _checked(judgement: Judgement, *, at: datetime) -> Judgement:
    """Return the judgement of new goods after the catalogue's own checks, which ask the tariff."""
    if judgement.facts is None:
        return judgement
    try:
        await catalog_actions.check_product(judgement.facts, at=at)
    except Refusal as refusal:
        return refused(judgement.sku, refusal)
    return judgement


async def known_words(*, at: datetime) -> Words:
    """Return the words that cells may hold, in every language of ours and by their codes."""
    places = current.edition().on(PREFECTURES, clock.day_at(at)).values()
    malls = [mall for tag in LANGUAGES for mall in await catalog.list_malls(tag)]
    return Words(
        units=_by_word(codes.UNITS, UNITS),
        packings=_by_word(codes.PACKINGS, PACKINGS),
        prefectures=_grouped(
            (word, place.code) for place in places for word in (place.code, *_names_of(place))
        ),
        malls=_grouped((word, each.code) for each in malls for word in (each.code, each.name)),
    )


def _names_of(place: Prefecture) -> list[str]:
    """Return the names of a place, with its province and without, as sellers write them."""
    chinese = place.names.get("zh_Hans", "")
    short = chinese[_LONG_PROVINCE if chinese.startswith(_LONG_PROVINCES) else _PROVINCE :]
    names = [*place.names.values(), *(each.partition(",")[0] for each in place.names.values())]
    return [*names, *(f"{each}{end}" for each in (chinese, short) if each for end in _ENDS)]


_LONG_PROVINCES: Final = ("内蒙古", "黑龙江")
_LONG_PROVINCE: Final = 3
_PROVINCE: Final = 2
_ENDS: Final = ("", "市", "地区", "州")


def _by_word(known: codes.CodeList, ours: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the codes of a customs list that we trade in, by each name that they have."""
    return _grouped(
        (word, row.code)
        for row in known
        if row.code in ours
        for word in (row.code, row.name_zh, row.name_ru, row.name_en, *_translated(row.name_en))
    )


def _translated(name: str) -> list[str]:
    found = []
    for tag in LANGUAGES:
        with speaking(tag):
            found.append(translate(name))
    return found


def _grouped(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, code in named:
        key = folded(word)
        if key and code not in found.get(key, ()):
            found[key] = (*found.get(key, ()), code)
    return found
