"""Dated tariff lines, each with its source."""

from piccolo.columns import Array, Date, Serial, Text, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table


class ChinaTariffLine(Table):
    """What the Chinese tariff asks of a ten-digit code between two days."""

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
