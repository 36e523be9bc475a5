"""The only module that uses WeasyPrint: HTML in, PDF out, and the process that runs it.

`python -m app.documents.print FONTS` is that process. It reads frames from standard input and
answers on standard output (see `frames`), until its input ends.
"""

import gc
import hashlib
import logging
import os
import resource
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Final

from app.documents.composing import check_letters, compose
from app.documents.faces import FACES, RARE, Face
from app.documents.fonts import rare_letters
from app.documents.frames import FrameKind, read_frame, write_frame
from app.kit.i18n import N_
from app.kit.refusal import Refusal

VARIANT: Final = "pdf/a-3u"
"""Archives in both countries keep papers for years: PDF/A embeds every font and colour and maps
every glyph to its letter; the third part also allows the XML that later rides inside."""

MEMORY_BYTES: Final = 2 * 1024**3
_PACKAGES: Final = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_WARM_UP: Final = "<html lang=zh-Hans><title>Keruen</title><p>报关单 Қ <b>报关单 Қ</b>"


class PrintingUnavailable(Refusal):
    """The system has no Pango; everything but printing works without it."""

    code = "paper.printing_unavailable"
    sentence = N_("Printing needs system libraries. Install the packages %(packages)s.")


class OutsideAddress(Exception):
    """A template requested a URL that is not one of the papers' fonts: a bug."""


def print_pdf(name: str, paper: object, *, fonts: Path) -> bytes:
    """Print the paper in this process; the output is reproducible.

    Raises `MissingGlyphs`, and `PrintingUnavailable` where Pango is not installed.
    """
    html = compose(name, paper)
    check_letters(html, fonts=fonts)
    return print_html(html, fonts=fonts)


def print_html(html: str, *, fonts: Path) -> bytes:
    """Print composed HTML, which can open nothing but our own fonts."""
    press = _press(fonts, rare=bool(rare_letters(html, fonts)))
    return press.print(html)


class _Press:
    """WeasyPrint with our fonts loaded once: later prints neither parse them nor grow."""

    def __init__(self, fonts: Path, faces: tuple[Face, ...]) -> None:
        try:
            import weasyprint  # noqa: PLC0415 -- takes seconds, and needs Pango
        except OSError as reason:
            raise PrintingUnavailable(packages=_PACKAGES) from reason
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 -- as above

        self._weasyprint = weasyprint
        self._fetcher = _closed_fetcher(fonts, faces)
        self._configuration = FontConfiguration()
        self._style = weasyprint.CSS(
            string="".join(map(_font_face, faces)),
            font_config=self._configuration,
            url_fetcher=self._fetcher,
        )

    def print(self, html: str) -> bytes:
        """Return the PDF; its identifier is derived from the HTML."""
        try:
            document = self._weasyprint.HTML(string=html, url_fetcher=self._fetcher)
            body: bytes = document.write_pdf(
                stylesheets=[self._style],
                font_config=self._configuration,
                pdf_identifier=hashlib.sha256(html.encode()).hexdigest()[:32].encode(),
                pdf_variant=VARIANT,
                pdf_tags=True,
            )
        except self._fetcher.fatal as reason:  # not an `Exception`: it would end the process
            raise OutsideAddress(str(reason)) from None
        return body


@cache
def _press(fonts: Path, *, rare: bool) -> _Press:
    return _Press(fonts, (*FACES, RARE) if rare else FACES)


def _font_face(face: Face) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f' src: url("font:{face.file}") }}\n'
    )


def _closed_fetcher(fonts: Path, faces: tuple[Face, ...]) -> Any:  # noqa: ANN401 -- no types
    """Return a fetcher of our fonts by name; any other URL stops the print with an error."""
    from weasyprint.urls import (  # noqa: PLC0415 -- as in `_Press`
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    known = {f"font:{face.file}": fonts / face.file for face in faces}

    class Closed(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        fatal = FatalURLFetchingError

        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
            if url not in known:
                message = f"papers open nothing but their fonts, not {url}"
                raise FatalURLFetchingError(message)
            return URLFetcherResponse(url, known[url].read_bytes(), {"Content-Type": "font/ttf"})

    return Closed()


def serve(fonts: Path, *, source: BinaryIO, answers: BinaryIO) -> None:
    """Warm up, report it, and then answer every frame until the source ends."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        print_html(_WARM_UP, fonts=fonts)
    except PrintingUnavailable:
        write_frame(answers, FrameKind.UNAVAILABLE, _PACKAGES.encode())
        return
    gc.collect()
    gc.freeze()
    write_frame(answers, FrameKind.READY, b"")
    while (frame := read_frame(source)) is not None:
        write_frame(answers, *_answer(frame[1], fonts))
        gc.collect()


def _answer(html: bytes, fonts: Path) -> tuple[FrameKind, bytes]:
    gc.disable()  # a print makes a million objects and no cycles worth a pause: a fifth faster
    try:
        return FrameKind.PRINTED, print_html(html.decode(), fonts=fonts)
    except Exception:  # noqa: BLE001 -- reported to the parent, and the next paper is printed
        return FrameKind.FAILED, traceback.format_exc().encode()
    finally:
        gc.enable()


def main() -> None:
    """Serve on the standard streams; libraries' own output goes to standard error."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(Path(sys.argv[1]), source=sys.stdin.buffer, answers=answers)


if __name__ == "__main__":
    main()
