"""Queries of the measures beside the tariff, and of countries' figures."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Final, TypeVar

import msgspec
from piccolo.table import Table

from app.tariff.tables import (
    CountryFigure,
    ExciseRate,
    ExemptionRate,
    GoodsRequirement,
    TariffNote,
    TradeMeasure,
)
from customs.countries.figure import Figure, Figures
from customs.duties.measures import (
    Excise,
    Exemption,
    Footnote,
    Measure,
    Requirement,
    TariffMeasures,
)

Row = Footnote | Exemption | Measure | Requirement | Figure | Excise
RowT = TypeVar("RowT", bound=Row)

_TABLES: Final[Mapping[type, type[Table]]] = {
    Footnote: TariffNote,
    Exemption: ExemptionRate,
    Measure: TradeMeasure,
    Requirement: GoodsRequirement,
    Figure: CountryFigure,
    Excise: ExciseRate,
}


async def list_rows(kind: type[RowT]) -> list[RowT]:
    """List the rows of a kind, oldest entry first."""
    table = _TABLES[kind]
    rows = await table.select().order_by(table._meta.primary_key)  # noqa: SLF001 -- Piccolo's own name for it
    return msgspec.convert(rows, list[kind])  # type: ignore[valid-type] # made when it runs


async def save_rows(rows: Iterable[Row]) -> None:
    """Save new rows of a kind."""
    for row in rows:
        table, names = _TABLES[type(row)], {field.name for field in fields(row)}
        columns = {column._meta.name: column for column in table.all_columns()}  # noqa: SLF001 -- as above
        await table({columns[name]: _write(getattr(row, name)) for name in names}).save()


async def get_beside() -> TariffMeasures:
    """Return all measures beside the tariff."""
    return TariffMeasures(
        notes=await list_rows(Footnote),
        exemptions=await list_rows(Exemption),
        trade_measures=await list_rows(Measure),
        requirements=await list_rows(Requirement),
        excises=await list_rows(Excise),
    )


async def get_figures() -> Figures:
    return Figures(await list_rows(Figure))


def _write(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value
