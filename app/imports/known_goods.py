"""Rows of goods that the company sells already: what they would change."""

from app.catalog.ladder import Ladder
from app.catalog.product import (
    Product,
    Tariff,
    check_minimum,
)
from app.imports.column import LANGUAGE_DESCRIPTIONS, LANGUAGE_NAMES, STEPS, Column
from app.imports.line import Line
from app.imports.remark import CellChange, Remark, remark_of
from app.imports.verdict import Judgement, Verdict, column_of
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal


class FixedFact(BadInput):
    """A fact of listed goods that a workbook does not change."""

    code = "import.fixed_fact"
    sentence = N_(
        "The shop has %(now)s here. A workbook changes names, descriptions and prices alone."
    )


def judge_known(line: Line, known: Product, remarks: list[Remark]) -> Judgement:
    """Judge a row against the goods as the shop has them."""
    remarks += [
        remark_of(FixedFact(now=now), column)
        for column, now, is_same in _fixed(line, known)
        if not is_same
    ]
    try:
        ladder = _new_ladder(line, known)
    except Refusal as refusal:
        remarks.append(remark_of(refusal, column_of(refusal)))
        ladder = None
    if remarks:
        return Judgement(Verdict.REFUSED, line.sku, tuple(remarks))
    changes = _changed_words(line, known)
    if ladder is not None:
        changes.append(CellChange(Column.LADDER, ladder_text(known.ladder), ladder_text(ladder)))
    verdict = Verdict.CHANGED if changes else Verdict.SAME
    return Judgement(verdict, line.sku, changes=tuple(changes), ladder=ladder, slug=known.slug)


def _new_ladder(line: Line, known: Product) -> Ladder | None:
    """Return the prices that would be new; raises `StepHalf`, `BadLadder` or `BadMinimum`.

    A row that tells no further prices changes the first one, and the others stay.
    """
    ladder = line.ladder(minimum=known.minimum)
    if ladder is None:
        return None
    tells_all = Column.LADDER in line.values or any({*pair} & {*line.values} for pair in STEPS)
    if not tells_all:
        ladder = Ladder((*ladder.steps, *known.ladder.steps[1:]))
    check_minimum(known, ladder)
    return None if ladder == known.ladder else ladder


def _changed_words(line: Line, known: Product) -> list[CellChange]:
    return [
        CellChange(column, texts.get(tag, ""), line.text(column))
        for texts, columns in (
            (known.names, LANGUAGE_NAMES),
            (known.descriptions, LANGUAGE_DESCRIPTIONS),
        )
        for tag, column in columns.items()
        if line.text(column) and line.text(column) != texts.get(tag, "")
    ]


def _fixed(line: Line, known: Product) -> list[tuple[Column, str, bool]]:
    """Return (column, what the shop has, whether the row says the same) of each told fact."""
    numbers = (
        (Column.NET_KG, known.unit_net_g),
        (Column.NET_G, known.unit_net_g),
        (Column.TARE_KG, known.carton_tare_g),
        (Column.TARE_G, known.carton_tare_g),
        (Column.UNITS_PER_CARTON, known.units_per_carton),
        (Column.MINIMUM, known.minimum),
        (Column.MULTIPLE, known.multiple),
        (Column.SHELF_LIFE_DAYS, known.shelf_life_days),
    )
    lists = (
        (Column.SALES_UNIT, known.sales_unit),
        (Column.PACKING, known.packing),
        (Column.PREFECTURE, known.prefecture),
    )
    texts = (
        (Column.HS_CODE, known.code_in(Tariff.HS)),
        (Column.CHINA_CODE, known.code_in(Tariff.CHINA)),
        (Column.CUSTOMS_NAME, known.customs_name),
    )
    parts = ((Column.ELEMENTS, known.elements), (Column.MALLS, known.malls))
    found = [(column, _shown(column, now), line.number(column) == now) for column, now in numbers]
    found += [(column, now, now in line.codes(column)) for column, now in lists]
    found += [(column, now or "—", line.text(column) == now) for column, now in texts]
    found += [
        (column, " | ".join(now) or "—", sorted(line.codes(column)) == sorted(now))
        for column, now in parts
    ]
    return [each for each in found if each[0] in line.values]


def _shown(column: Column, value: int) -> str:
    if column in {Column.NET_KG, Column.TARE_KG}:
        return f"{value / 1000:g}"
    return str(value)


def ladder_text(ladder: Ladder) -> str:
    """Return prices as a cell holds them: 40=62.00; 200=59.50."""
    return "; ".join(f"{step.minimum}={step.unit_price.amount:.2f}" for step in ladder.steps)
