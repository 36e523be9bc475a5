"""An import of the tariff reports what is new, gone and changed, and what it affects."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.catalog import repository as goods
from app.catalog.tables import ProductCode
from app.cli.printing.tariff import NoFirstDay
from app.cli.progress import Progress
from app.cli.tariff_report import import_files
from app.kit import clock
from app.tariff.edition import EAEU, EditionKnown
from app.tariff.tables import TariffEdition, TariffLine
from tests.app.orders.market import NOON, Market, quoted
from tests.customs.tariff.chapter import print_pdf, row, table

HEAD = "code,name,unit,rate_text,notes\n"
JANUARY = "0806203000,sultanas,,5,\n0806209000,raisins,,5,63С\n"
MARCH = "0806203000,sultanas,,5,\n0806209000,raisins,шт,7,\n0813100000,apricots,,5,\n"


@pytest.fixture
async def market(market: Market, monkeypatch: pytest.MonkeyPatch) -> Market:
    """Return a market whose raisins have a code of the EAEU tariff."""
    monkeypatch.setattr(clock, "now", lambda: NOON)
    return market


async def named(market: Market, code: str) -> str:
    """Set the raisins' code, and return their article number."""
    sku = (await goods.get_products_for_pricing([market.raisins]))[market.raisins].sku
    await ProductCode(
        product=market.raisins,
        tariff=EAEU,
        code=code,
        status="proposed",
        source="with the listing",
        set_at=NOON + timedelta(hours=1),
    ).save()
    return sku


def written(folder: Path, rows: str, name: str) -> Path:
    path = folder / name
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


async def imported(path: Path, day: date | None, *, as_json: bool = False) -> list[str]:
    return await import_files(
        [path], tariff=EAEU, valid_from=day, progress=Progress(), as_json=as_json
    )


async def test_a_report_names_each_new_and_changed_line_and_what_depends_on_them(
    market: Market, tmp_path: Path
) -> None:
    sku = await named(market, "0806209000")
    quote = await quoted(market.rival, (market.raisins, 10))
    first = await imported(written(tmp_path, JANUARY, "january.csv"), date(2026, 1, 1))
    assert first == [
        "kept     january.csv, in force from 2026-01-01",
        "new 2, gone 0, changed 0",
        "new      0806203000  5",
        "new      0806209000  5 63С)",
        "touches 1 products, 1 open quotes, 0 drafts",
        f"product  {sku}  0806209000",
        f"quote    {quote.number}",
    ]
    (text,) = await imported(written(tmp_path, MARCH, "march.csv"), date(2026, 3, 1), as_json=True)
    assert json.loads(text) == {
        "new": ["0813100000"],
        "gone": [],
        "changed": [{"code": "0806209000", "before": "5 63С)", "after": "7, шт"}],
        "products": [{"sku": sku, "code": "0806209000"}],
        "quotes": [quote.number],
        "drafts": [],
    }


async def test_a_report_names_each_line_that_a_whole_chapter_lost_or_changed(
    market: Market, tmp_path: Path
) -> None:
    sku = await named(market, "0806203000")
    path = tmp_path / "ru.08_2022.pdf"
    both = (row("0806 20 300 0", "– sultanas", "–", "5"), row("0806 20 900 0", "– other", "–", "5"))
    path.write_bytes(print_pdf(table(*both)))
    await imported(path, None)
    later = tmp_path / "ru.08_2022_01.03.2026.pdf"
    later.write_bytes(print_pdf(table(row("0806 20 900 0", "– other", "шт", "8<sup>9С)</sup>"))))
    assert await imported(later, None) == [
        "kept     ru.08_2022_01.03.2026.pdf, in force from 2026-03-01",
        "new 0, gone 1, changed 1",
        "gone     0806203000  5",
        "changed  0806209000  5 → 8 9С), шт",
        "touches 1 products, 0 open quotes, 0 drafts",
        f"product  {sku}  0806203000",
    ]


async def test_an_import_that_touches_nothing_says_so(market: Market, tmp_path: Path) -> None:
    await named(market, "0802310000")
    await quoted(market.rival, (market.raisins, 10))
    report = await imported(written(tmp_path, JANUARY, "january.csv"), date(2026, 1, 1))
    assert report[-1] == "touches 0 products, 0 open quotes, 0 drafts"


async def test_an_import_that_is_refused_keeps_nothing(market: Market, tmp_path: Path) -> None:
    assert market.raisins
    path = written(tmp_path, JANUARY, "january.csv")
    with pytest.raises(NoFirstDay):
        await imported(path, None)
    assert (await TariffEdition.count(), await TariffLine.count()) == (0, 0)
    await imported(path, date(2026, 1, 1))
    with pytest.raises(EditionKnown):
        await imported(path, date(2026, 1, 1))
    assert (await TariffEdition.count(), await TariffLine.count()) == (1, 2)


def test_progress_is_printed_once_a_second_and_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = iter([0.0, 0.5, 1.0, 1.0, 1.5, 2.25, 2.25, 3.5])
    monkeypatch.setattr("app.cli.progress.time.monotonic", lambda: next(seconds))
    progress, path = Progress(), Path("ru.85_2022.pdf")
    for page in range(1, 5):
        progress.page_read(path, page, 127)
    progress.file_read(path, lines=1139, unread=["page 3: no code"])
    progress.end()
    assert capsys.readouterr().err.splitlines() == [
        "  ru.85_2022.pdf: page 2 of 127",
        "  ru.85_2022.pdf: page 4 of 127",
        "  ru.85_2022.pdf: 1139 lines, 1 unread",
        "  UNREAD page 3: no code",
        "  1139 lines, 1 unread, 3.5 s",
    ]
