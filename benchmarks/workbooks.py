"""Workbooks of sellers: 100,000 rows read, judged against the demo shop, and given back."""

import io
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Final

import psutil
import xlsxwriter

from app.accounts import repository as accounts
from app.accounts.company import CompanyKind
from app.accounts.person import Reader, Role
from app.imports.actions import judging, reading, sending
from app.imports.repository.imports import SentWorkbook
from app.kit import clock
from app.kit.catalogues import compile_catalogues
from app.web.seller.imports.pages import read_whole_import
from app.web.seller.imports.remarked import remarked_workbook
from benchmarks.table import Row, row

_ROWS: Final = 100_000
_HEAD: Final = (
    *("货号", "名称", "Наименование", "Name", "描述", "Описание", "Description", "销售单位"),
    *("净重kg", "装箱数", "皮重", "包装", "起订量", "倍数", "单价"),
)
_PEAK: Final = """
import resource, sys
from app.kit.workbook.process import open_book
rows = sum(1 for _ in open_book(sys.stdin.buffer.read()).rows(0))
assert rows == 100_001, rows
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


async def measure() -> list[Row]:
    """Time a workbook of 100,000 rows on its way to the preview and back; needs the demo shop."""
    compile_catalogues()
    body = _workbook()
    reader = await _seller()
    now = clock.now()
    before = _memory()
    sent = SentWorkbook(body=body, file_name="goods.xlsx")
    import_id = await sending.send_workbook(sent, by=reader, at=now)
    # Another process reads: by the clock. The rest in processor time, so that others do not count.
    read_s = await _timed(reading.read_due, by=time.perf_counter)
    judged_s = await _timed(judging.judge_due, by=time.process_time)
    began = time.process_time()
    await remarked_workbook(await read_whole_import(import_id, company_id=reader.company_id))
    given_s = time.process_time() - began
    _Peak.most = max(_Peak.most, _memory())
    return [
        row("a workbook's rows read and kept", [_ROWS / read_s], unit="/s"),
        row("rows judged", [_ROWS / judged_s], unit="/s"),
        row("rows given back with remarks", [_ROWS / given_s], unit="/s"),
        row("memory that all that adds at most", [_Peak.most - before], unit="MiB"),
        row("memory of the process that reads", [_peak(body)], unit="MiB"),
    ]


async def _timed(pull: Callable[..., Awaitable[int]], *, by: Callable[[], float]) -> float:
    began = by()
    while await pull(at=clock.now()):
        _Peak.most = max(_Peak.most, _memory())
    return by() - began


class _Peak:
    most = 0.0


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def _peak(body: bytes) -> float:
    """Return the peak memory of a process that reads the workbook, as `opened` starts one."""
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", _PEAK], input=body, capture_output=True, check=True
    )
    return int(done.stdout) / 1024


async def _seller() -> Reader:
    company = (await accounts.list_companies(CompanyKind.SELLER))[0]
    person = (await accounts.list_people(Role.OPERATOR))[0]
    return Reader(
        person_id=person.person_id,
        name=person.name,
        email=person.email,
        role=Role.SELLER,
        language="zh_Hans",
        company_id=company.id,
        company=company.name,
        country=company.country,
    )


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, _HEAD)
        for number in range(1, _ROWS + 1):
            names = (f"葡萄干 {number}", f"Изюм {number}", f"Raisins {number}")
            words = ("产自吐鲁番", "Изюм из Турфана", "Raisins of Turpan")
            facts = ("盒", 0.5, 20, 0.4, "纸箱", 10, 5, 12.5 + number % 7)
            sheet.write_row(number, 0, (f"SKU-{number}", *names, *words, *facts))
    return buffer.getvalue()
