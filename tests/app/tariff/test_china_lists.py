"""Lines of the Chinese tariff from a file: all or none, each once, a new one ends the former."""

from datetime import date
from pathlib import Path

import pytest

from app.tariff.actions.china import enter_china_lines
from app.tariff.china_line import LinesOverlap
from app.tariff.china_lists import read_china_lines
from app.tariff.lists import BadList
from app.tariff.repository.china import get_china_line, list_china_lines
from tests.app.cli.running import keruen

HEAD = "code,name_zh,unit_1,unit_2,elements,letters,valid_from,valid_to,source\n"
RAISINS = "0806200000,葡萄干,035,,0:品牌类型;1:出口享惠情况；2:种类,AB,2026-01-01,,Tariff\n"
LATER = "0806200000,葡萄干,035,,品牌类型;种类,A,2027-01-01,,Tariff of 2027\n"


def lines(*rows: str) -> bytes:
    return (HEAD + "".join(rows)).encode()


@pytest.mark.usefixtures("database")
async def test_lines_are_entered_once_and_a_later_one_ends_the_former() -> None:
    assert await enter_china_lines(read_china_lines(lines(RAISINS))) == 1
    found = await get_china_line("0806200000", date(2026, 6, 1))
    assert found.element_names == ("品牌类型", "出口享惠情况", "种类")
    assert (found.supervision_letters, found.valid_to) == ("AB", None)
    assert await enter_china_lines(read_china_lines(lines(RAISINS, LATER))) == 1
    assert await enter_china_lines(read_china_lines(lines(RAISINS, LATER))) == 0
    former, later = await list_china_lines("0806200000")
    assert (former.valid_to, later.valid_from) == (date(2026, 12, 31), date(2027, 1, 1))


@pytest.mark.usefixtures("database")
async def test_of_lines_that_do_not_fit_none_is_entered() -> None:
    other = RAISINS.replace("0806200000", "0802310000")
    clash = LATER.replace("2027-01-01", "2025-06-01").replace(
        ",,Tariff of", ",2026-06-30,Tariff of"
    )
    await enter_china_lines(read_china_lines(lines(RAISINS)))
    with pytest.raises(LinesOverlap):
        await enter_china_lines(read_china_lines(lines(other, clash)))
    assert await list_china_lines("0802310000") == []


WRONG = {
    "code": RAISINS.replace("0806200000", "08062000"),
    "unit_1": RAISINS.replace("035", "kg"),
    "name_zh": RAISINS.replace("葡萄干", ""),
    "valid_from": RAISINS.replace("2026-01-01", "some day"),
    "source": RAISINS.replace("Tariff", ""),
}


@pytest.mark.parametrize(("column", "row"), WRONG.items(), ids=WRONG)
def test_a_line_that_is_not_whole_is_refused_by_row_and_column(column: str, row: str) -> None:
    with pytest.raises(BadList, match=f"Row 2 of the list “china”.*{column}"):
        read_china_lines(lines(row))


def test_the_command_enters_a_file(reference: str, tmp_path: Path) -> None:
    path = tmp_path / "china.csv"
    path.write_bytes(lines(RAISINS))
    dry = keruen("tariff", "china", str(path), "--dry-run", database=reference, data=tmp_path)
    assert dry.stdout == "lines read: 1; nothing is entered\n"
    for entered in (1, 0):
        done = keruen("tariff", "china", str(path), database=reference, data=tmp_path)
        assert (done.stdout, done.stderr) == (f"lines read: 1; entered: {entered}\n", "")
