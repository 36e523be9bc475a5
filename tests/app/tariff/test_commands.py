"""The output and the refusals of `keruen tariff import --dry-run`."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.cli.printing.tariff import NoTariffFile, NotATariff, ReadFile, line_texts, read_files
from app.kit.settings import ROOT

CHAPTER = """code,name,unit,rate_text,notes
0902,Чай:,,,
0902 10 000 1,– зеленый,–,"12, но не менее 0,34 евро за 1 кг",63С
0902 20 000 0,– прочий,,0,
0902 30 00,– черный,,12,
"""
GREEN = {
    "code": "0902100001",
    "name": "зеленый",
    "unit": "",
    "rate_text": "12, но не менее 0,34 евро за 1 кг",
    "notes": ["63С"],
    "kind": "max",
    "percent": "12",
    "amount": "0.34",
    "currency": "EUR",
    "per_quantity": "1",
    "per_unit": "кг",
}


def written(folder: Path, text: str, *, name: str = "tea.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(*paths: Path) -> list[ReadFile]:
    return list(read_files(paths, on_page=lambda *_: None))


def test_a_line_is_one_object_of_strings(tmp_path: Path) -> None:
    (file,) = read(written(tmp_path, CHAPTER))
    first, second = line_texts(file, as_json=True)
    assert json.loads(first) == GREEN
    assert json.loads(second)["code"] == "0902200000"


def test_a_line_is_readable_without_json_and_names_its_headings(tmp_path: Path) -> None:
    (file,) = read(written(tmp_path, CHAPTER))
    assert line_texts(file, as_json=False) == [
        "0902100001  12, но не менее 0,34 евро за 1 кг  63С)  Чай / зеленый",
        "0902200000  0  Чай / прочий",
    ]


def test_what_is_unread_is_reported_with_its_file_and_row(tmp_path: Path) -> None:
    (file,) = read(written(tmp_path, CHAPTER))
    (text,) = file.unread
    assert text.startswith("tea.csv, row 5: A unit or a rate stands at no ten-digit code.")
    assert text.endswith("0902 30 00 | – черный |  | 12")


def test_a_code_that_an_earlier_file_has_is_read_once(tmp_path: Path) -> None:
    first, second = read(written(tmp_path, CHAPTER), written(tmp_path, CHAPTER, name="again.csv"))
    assert (len(first.lines), len(second.lines)) == (2, 0)
    assert second.unread[1:] == [
        "again.csv, row 3: The code stands here a second time. 0902100001 | зеленый",
        "again.csv, row 4: The code stands here a second time. 0902200000 | прочий",
    ]


def test_two_editions_of_a_chapter_are_both_read_each_with_its_own_first_day(
    tmp_path: Path,
) -> None:
    old = written(tmp_path, CHAPTER, name="ru.09_2022.csv")
    new = written(tmp_path, CHAPTER, name="ru.09_2022_25.04.2022.csv")
    first, second = read(old, new)
    assert (first.valid_from, second.valid_from) == (date(2022, 1, 1), date(2022, 4, 25))
    assert (len(first.lines), len(second.lines)) == (2, 2)


def test_a_missing_file_and_one_that_is_no_tariff_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NoTariffFile, match=r"no\.pdf"):
        read(tmp_path / "no.pdf")
    with pytest.raises(NotATariff, match=r"page\.pdf.*neither a PDF nor a plain table"):
        read(written(tmp_path, "<html>gone</html>", name="page.pdf"))


def keruen(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "tariff", "import", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_dry_run_needs_no_database_and_prints_its_progress_apart_from_its_lines(
    tmp_path: Path,
) -> None:
    found = keruen(str(written(tmp_path, CHAPTER)), "--dry-run", "--json")
    assert found.returncode == 0
    assert [json.loads(text)["code"] for text in found.stdout.splitlines()] == [
        "0902100001",
        "0902200000",
    ]
    shown = found.stderr.splitlines()
    assert shown[0] == "  tea.csv: 2 lines, 1 unread"
    assert shown[1].startswith("  UNREAD tea.csv, row 5: ")
    assert shown[2].startswith("  2 lines, 1 unread, ")


@pytest.mark.parametrize("lines", [1, 5000])
def test_a_reader_who_leaves_before_the_end_is_no_trouble(tmp_path: Path, lines: int) -> None:
    rows = (f"0902{n:06},чай,,5\n" for n in range(lines))
    path = written(tmp_path, "".join(rows))
    reading, writing = os.pipe()
    os.close(reading)
    found = subprocess.run(
        [sys.executable, "-m", "app", "tariff", "import", str(path), "--dry-run", "--json"],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)
    assert found.returncode == 1
    assert [line for line in found.stderr.splitlines() if not line.startswith("  ")] == []


@pytest.mark.parametrize(
    "asked",
    [
        ("tariff", "show", "0902100001", "--on="),
        ("tariff", "import", "tea.csv", "--from="),
        (
            *("duty", "--country=KZ", "--code=0902100001", "--value=1", "--currency=USD"),
            "--date=",
        ),
    ],
)
def test_a_day_that_is_blank_is_not_today(asked: tuple[str, ...]) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "app", *asked],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "keruen:  is not a day such as 2026-11-23.\n"


def test_a_file_with_a_head_alone_is_read_dry_and_not_saved(database: str, tmp_path: Path) -> None:
    path = written(tmp_path, CHAPTER.splitlines()[0])
    (file,) = read(path)
    assert (file.lines, file.unread) == ([], [])
    found = subprocess.run(
        [sys.executable, "-m", "app", "tariff", "import", str(path), "--from", "2026-02-01"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database, "KERUEN_DATA": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (found.returncode, found.stdout) == (1, "")
    shown = "keruen: tea.csv has no line of the tariff that could be kept."
    assert found.stderr.splitlines()[-1] == shown


def test_an_import_that_keeps_something_asks_for_its_first_day(tmp_path: Path) -> None:
    found = keruen(str(written(tmp_path, CHAPTER)), "--json")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("keruen: Say from which day ")
    assert found.stderr.endswith("tea.csv is in force: --from 2026-03-08.\n")


def test_an_import_reports_what_it_changes_against_the_edition_before(
    database: str, tmp_path: Path
) -> None:
    def imported(text: str, *day: str, name: str = "tea.csv") -> dict[str, object]:
        found = subprocess.run(
            [
                *(sys.executable, "-m", "app", "tariff", "import"),
                *(str(written(tmp_path, text, name=name)), *day, "--json"),
            ],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": database, "KERUEN_DATA": str(tmp_path)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        report: dict[str, object] = json.loads(found.stdout)
        return report

    first = imported(CHAPTER, name="ru.09_2022_01.01.2026.csv")
    assert first["new"] == ["0902100001", "0902200000"]
    second = imported(CHAPTER.replace("прочий,,0,", "прочий,,5,"), "--from", "2026-02-01")
    assert second == {
        "new": [],
        "gone": [],
        "changed": [{"code": "0902200000", "before": "0", "after": "5"}],
        "products": [],
        "quotes": [],
        "drafts": [],
    }
