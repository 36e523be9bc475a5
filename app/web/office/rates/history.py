"""The history of rates: a chart, a table, and files."""

from collections.abc import Sequence
from typing import Annotated, Final

from litestar import Response, get
from litestar.params import FromPath, QueryParameter

from app.kit import clock
from app.kit.formats import day, number, percent
from app.kit.i18n import text_of
from app.rates.banks import Bank, bank_for
from app.rates.history import Point
from app.rates.repository import history as repository
from app.web.office.rates.chart import HEIGHT, WIDTH, Chart, draw
from app.web.office.rates.export import rows_of, to_csv, to_workbook
from app.web.presenters.rates import days_text
from app.web.rendering import render
from app.web.requests import WebRequest

Days = Annotated[int, QueryParameter(name="days")]
_SPANS: Final = (30, 90, 365)
_MOST_DAYS: Final = 3 * 366
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MARKS: Final = 4
"""Number of days marked under the chart."""


@get("/history/{currency:str}")
async def history_page(
    request: WebRequest, currency: FromPath[str], days: Days = 90
) -> Response[str]:
    """Show the history of a currency's rates; raises `NoBank`."""
    bank = bank_for(currency)
    points = await _points(bank, days)
    return await render(
        request,
        "office/rates/history.html",
        currency=currency,
        bank=text_of(bank.names),
        rows=[_cells(point) for point in reversed(points)],
        chart=_chart_view(points) if points else None,
        spans=[(days_text(span), f"?days={span}", span == days) for span in _SPANS],
        files=f"/office/rates/history/{currency}",
        days=days,
    )


async def _points(bank: Bank, days: int) -> tuple[Point, ...]:
    count = min(max(days, 2), _MOST_DAYS)
    return await repository.get_history(bank, to=bank.day_at(clock.now()), days=count)


def _cells(point: Point) -> tuple[str, ...]:
    selling, spread = point.selling, point.spread_percent
    return (
        day(point.day),
        number(point.official.value),
        number(point.official.nominal),
        day(point.official.effective_on),
        "—" if spread is None else percent(spread),
        "—" if selling is None else number(selling.normalize()),
    )


def _chart_view(points: Sequence[Point]) -> dict[str, object]:
    drawn: Chart = draw(
        [
            [point.official.value / point.official.nominal for point in points],
            [
                None if point.selling is None else point.selling / point.official.nominal
                for point in points
            ],
        ]
    )
    last = len(points) - 1
    places = [last * mark // _MARKS for mark in range(_MARKS + 1)]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "paths": drawn.paths,
        "grid": [(line.y, number(round(line.figure, 3))) for line in drawn.grid],
        "marks": [
            (WIDTH * place // max(last, 1), day(points[place].day))
            for place in dict.fromkeys(places)
        ],
    }


Series = list[str] | list[str | None]


@get("/history/{currency:str}/figures.json")
async def figures(currency: FromPath[str], days: Days = 90) -> Response[dict[str, Series]]:
    """Return the figures of the chart; raises `NoBank`."""
    points = await _points(bank_for(currency), days)
    return Response(
        {
            "days": [point.day.isoformat() for point in points],
            "written": [day(point.day) for point in points],
            "official": [str(point.official.value / point.official.nominal) for point in points],
            "selling": [
                None if point.selling is None else str(point.selling / point.official.nominal)
                for point in points
            ],
            "spread": [
                None if point.spread_percent is None else str(point.spread_percent)
                for point in points
            ],
        }
    )


@get("/history/{currency:str}/rates.csv")
async def as_csv(currency: FromPath[str], days: Days = 90) -> Response[bytes]:
    """Return the history as CSV; raises `NoBank`."""
    bank = bank_for(currency)
    body = to_csv(rows_of(await _points(bank, days), bank))
    return _file(body, f"rates-{currency}.csv", "text/csv; charset=utf-8")


@get("/history/{currency:str}/rates.xlsx")
async def as_workbook(currency: FromPath[str], days: Days = 90) -> Response[bytes]:
    """Return the history as a workbook; raises `NoBank`."""
    bank = bank_for(currency)
    rows = rows_of(await _points(bank, days), bank)
    return _file(to_workbook(rows, title=f"CNY-{currency}"), f"rates-{currency}.xlsx", _XLSX)


def _file(body: bytes, name: str, media_type: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)


HANDLERS = (history_page, figures, as_csv, as_workbook)
