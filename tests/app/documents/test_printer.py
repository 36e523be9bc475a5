"""The printing process: what it may open, its time limit, and its end."""

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from app.documents.composing import MissingGlyphs, compose
from app.documents.frames import FrameKind, frame, read_frame
from app.documents.print import print_pdf, serve
from app.documents.print_process import PrintingFailed
from app.documents.printer import Printer, PrintingTookTooLong
from tests.app.declarations.aboard import CONSIGNMENT, DASTAN
from tests.app.documents.consignments import issue_of, papers_of
from tests.app.documents.reading import PRINTS_HERE, fonts_of, text_of

SHORT = "<html lang=ru><title>Проба</title><p>Проба"
LONG = SHORT + "<table>" + "<tr><td>一<td>два<td>three</tr>" * 20_000


def printing_processes() -> set[int]:
    """List the printing processes that this process has started and that still run."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes()
            if parent == os.getpid() and b"app.documents.print" in command:
                found.add(int(folder.name))
    return found


def environment_of(process: int) -> set[bytes]:
    """Return the names of the environment that the process was started with."""
    environment = Path(f"/proc/{process}/environ").read_bytes()
    return {each.partition(b"=")[0] for each in environment.split(b"\0")}


@PRINTS_HERE
async def test_a_process_prints_what_we_would_print_ourselves(
    printer: Printer, fonts: Path
) -> None:
    for kind, paper in papers_of(issue_of()).items():
        assert await printer.print(kind, paper) == print_pdf(kind, paper, fonts=fonts)


@PRINTS_HERE
def test_a_process_answers_every_page_until_its_input_ends(fonts: Path) -> None:
    bad = f"{SHORT}<img src='file:///etc/hostname'>"
    asked = b"".join(frame(FrameKind.ASKED, page.encode()) for page in (SHORT, bad, SHORT))
    answers = BytesIO()
    serve(fonts, source=BytesIO(asked), answers=answers)
    answers.seek(0)
    kinds, bodies = zip(*iter(partial(read_frame, answers), None), strict=True)
    expected = [FrameKind.READY, FrameKind.PRINTED, FrameKind.FAILED, FrameKind.PRINTED]
    assert list(kinds) == expected
    assert bodies[1] == bodies[3]
    assert b"OutsideAddress" in bodies[2]


@pytest.mark.parametrize(
    "page",
    [
        "<img src='file:///etc/hostname'>",
        "<img src='font:../../../../etc/hostname'>",
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<style>@import url(file:///etc/hostname);</style>",
        "<style>p { background: url(file:///etc/hostname) }</style><p>x",
    ],
)
async def test_a_page_opens_nothing_but_our_fonts(page: str, printer: Printer) -> None:
    with pytest.raises(PrintingFailed, match="OutsideAddress"):
        await printer.print_html(SHORT + page)
    assert "Проба" in text_of(await printer.print_html(SHORT))


async def test_a_page_reaches_no_machine(printer: Printer) -> None:
    calls = 0

    def called(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        writer.close()

    async with await asyncio.start_server(called, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(PrintingFailed, match="OutsideAddress"):
            await printer.print_html(f"{SHORT}<img src='http://127.0.0.1:{port}/x.png'>")
    assert calls == 0


async def test_a_printing_process_is_given_no_setting_and_no_secret(
    fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERUEN_SECRET", "hidden")
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:hidden@nowhere")
    before = printing_processes()
    async with Printer(fonts) as own:
        await own.start()
        (started,) = printing_processes() - before
        names = environment_of(started)
    assert b"PATH" in names
    assert not {b"KERUEN_SECRET", b"DATABASE_URL"} & names


async def test_a_paper_over_its_time_ends_its_process_and_the_next_is_printed(fonts: Path) -> None:
    before = printing_processes()
    async with Printer(fonts, limit_s=1) as strict:
        await strict.start()
        (first,) = printing_processes() - before
        with pytest.raises(PrintingTookTooLong):
            await strict.print_html(LONG)
        assert first not in printing_processes()
        assert "Проба" in text_of(await strict.print_html(SHORT))
        assert first not in printing_processes()
    assert printing_processes() <= before


async def test_a_process_that_was_ended_by_another_hand_is_replaced(fonts: Path) -> None:
    before = printing_processes()
    async with Printer(fonts) as once:
        await once.start()
        (first,) = printing_processes() - before
        os.kill(first, signal.SIGKILL)
        with suppress(PrintingFailed):  # asked before its end was noticed
            await once.print_html(SHORT)
        assert "Проба" in text_of(await once.print_html(SHORT))
        assert first not in printing_processes()


async def test_a_letter_that_no_font_has_is_refused_by_name_and_nothing_is_printed(
    fonts: Path,
) -> None:
    before = printing_processes()
    emoji = replace(CONSIGNMENT, buyer=replace(DASTAN, name="ТОО «Дастан 😀»"))
    paper = papers_of(issue_of(emoji))["invoice"]
    async with Printer(fonts) as cold:
        with pytest.raises(MissingGlyphs, match=r"😀 \(U\+1F600\)"):
            await cold.print("invoice", paper)
        assert printing_processes() == before


async def test_a_rare_chinese_character_brings_the_large_face(printer: Printer) -> None:
    rare = replace(CONSIGNMENT, buyer=replace(DASTAN, name="陶喆贸易有限公司"))
    body = await printer.print("invoice", papers_of(issue_of(rare))["invoice"])
    assert "陶喆贸易有限公司" in text_of(body)
    assert any("Rare" in name for name in fonts_of(body))
    plain = await printer.print("invoice", papers_of(issue_of())["invoice"])
    assert not any("Rare" in name for name in fonts_of(plain))


async def test_an_address_typed_in_lines_is_printed(printer: Printer) -> None:
    lines = replace(CONSIGNMENT, buyer=replace(DASTAN, address="Алматы қ.\r\nАбай д-лы,\t1"))
    text = text_of(await printer.print("invoice", papers_of(issue_of(lines))["invoice"]))
    assert "Алматық.Абайд-лы,1" in text


def test_text_from_outside_is_escaped_and_never_a_tag() -> None:
    tag = replace(CONSIGNMENT, buyer=replace(DASTAN, name="<img src=x>"))
    html = compose("invoice", papers_of(issue_of(tag))["invoice"])
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
