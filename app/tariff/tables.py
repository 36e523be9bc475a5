"""Tables of dated tariff lines, each with its source."""

from piccolo.columns import (
    Array,
    Boolean,
    Date,
    ForeignKey,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Unique
from piccolo.table import Table


class ChinaTariffLine(Table):
    """A line of the Chinese tariff: a ten-digit code between two days."""

    id: Serial
    code = Varchar(length=10)
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    name_zh = Varchar(length=255)
    unit_1 = Varchar(length=3)
    unit_2 = Varchar(length=3, default="")
    element_names = Array(base_column=Text())
    supervision_letters = Varchar(length=40, default="")
    source = Text()

    china_tariff_line_once = Unique([code, valid_from], name="china_tariff_line_once")


class TariffEdition(Table):
    """Lines of an import tariff as published, in force from a day until a newer edition."""

    id: Serial
    tariff = Varchar(length=4)
    source = Text()
    sha256 = Varchar(length=64)
    valid_from = Date(index=True)
    whole_chapters = Array(base_column=Varchar(length=2))
    kept_at = Timestamptz()

    tariff_edition_once = Unique([tariff, sha256, valid_from], name="tariff_edition_once")


class TariffLine(Table):
    """A ten-digit line of an edition. Rows are only added."""

    id: Serial
    edition = ForeignKey(TariffEdition, on_delete=OnDelete.restrict, null=False)
    code = Varchar(length=10, index=True)
    name = Text()
    unit = Varchar(length=40, default="")
    rate_text = Text()
    notes = Array(base_column=Varchar(length=8))
    name_marks = Array(base_column=Varchar(length=8))
    is_reused = Boolean(default=False)

    tariff_line_once = Unique([edition, code], name="tariff_line_once")


class TariffNote(Table):
    """A footnote to rates. Rows are only added."""

    id: Serial
    mark = Varchar(length=8)
    rate_text = Text()
    countries = Array(base_column=Varchar(length=2))
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()
    is_confirmed = Boolean(default=True)


class ExemptionRate(Table):
    """A country's rate below the tariff. Rows are only added."""

    id: Serial
    code = Varchar(length=10)
    country = Varchar(length=2)
    rate_text = Text()
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()


class ExciseRate(Table):
    """A country's rate of excise. Rows are only added."""

    id: Serial
    prefix = Varchar(length=10)
    country = Varchar(length=2)
    rate_text = Text()
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()


class TradeMeasure(Table):
    """A measure on goods of an origin that a broker must check. Rows are only added."""

    id: Serial
    prefix = Varchar(length=10)
    origin = Varchar(length=2)
    name = Text()
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()


class GoodsRequirement(Table):
    """What goods must have besides duty paid. Rows are only added."""

    id: Serial
    prefix = Varchar(length=10)
    countries = Array(base_column=Varchar(length=2))
    kind = Varchar(length=20)
    name = Text()
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()


class CountryFigure(Table):
    """A dated figure of a country's customs law. Rows are only added; the last entered wins."""

    id: Serial
    country = Varchar(length=2)
    name = Varchar(length=24)
    value = Text()
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    source = Text()
    is_confirmed = Boolean(default=True)
