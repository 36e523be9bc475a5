"""What becomes of a row: the goods are new, changed, the same, lack something, or are refused."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.catalog.ladder import Ladder
from app.catalog.product import (
    ProductFacts,
)
from app.imports.column import Column
from app.imports.remark import CellChange, Remark, remark_of
from app.kit.i18n import N_
from app.kit.refusal import Refusal


class Verdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LACKS = "lacks"
    REFUSED = "refused"
    PASSED = "passed"


VERDICT_NAMES: Final = {
    Verdict.NEW: N_("New"),
    Verdict.CHANGED: N_("Changed"),
    Verdict.SAME: N_("The same"),
    Verdict.LACKS: N_("Lacks something"),
    Verdict.REFUSED: N_("Cannot be taken"),
    Verdict.PASSED: N_("No goods"),
}
APPLIES: Final = frozenset({Verdict.NEW, Verdict.CHANGED})
"""Verdicts whose rows change the shop, once the import is agreed."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons, and what the row would change."""

    verdict: Verdict
    sku: str = ""
    remarks: tuple[Remark, ...] = ()
    changes: tuple[CellChange, ...] = ()
    facts: ProductFacts | None = None
    """New goods, complete."""
    ladder: Ladder | None = None
    """New prices of known goods; None when they stay."""
    slug: str = ""
    """The address of known goods."""


def refused(sku: str, refusal: Refusal) -> Judgement:
    """Return the verdict of a row that the shop refuses, beside the cell it is about."""
    return Judgement(Verdict.REFUSED, sku, (remark_of(refusal, column_of(refusal)),))


_BESIDE: Final = {
    "catalog.bad_ladder": Column.PRICE,
    "product.bad_minimum": Column.MINIMUM,
    "product.sku_taken": Column.SKU,
    "product.wrong_elements": Column.ELEMENTS,
    "mall.not_found": Column.MALLS,
    "tariff.unknown_code": Column.CHINA_CODE,
}


def column_of(refusal: Refusal) -> str:
    """Return the column that a refusal of the shop is about; empty for the row as a whole."""
    named = str(refusal.fields.get("field", ""))
    if named in set(Column):
        return named
    return _BESIDE.get(refusal.code, "")
