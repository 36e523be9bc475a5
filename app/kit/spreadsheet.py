"""Tables of text as Excel saves them in Russian, Chinese or English.

The encoding is UTF-8, UTF-16, Windows-1251 or GB 18030, the separator a comma, a semicolon or a
tab. What cannot be read is refused with row, column, encoding and separator.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.kit.i18n import LANGUAGES, N_, speaking, translate
from app.kit.refusal import BadInput

SEPARATORS: Final = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}
_ZIP: Final = b"PK\x03\x04"
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
_SEP_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_RUSSIAN: Final = re.compile(r"[\x00-\x7fА-яЁё«»„“”–—…№°·§\xa0]*")
_RUSSIAN_WORD: Final = re.compile(r"[а-яё]+|[А-ЯЁ][а-яё]+|[А-ЯЁ]+")


class BadTable(BadInput):
    """A file cannot be read as a table; no row of it is taken."""

    code = "table.bad_table"
    sentence = N_("The file cannot be read as a table.")


class UnknownEncoding(BadTable):
    """The bytes are no text in an encoding that Excel writes."""

    code = "table.unknown_encoding"
    sentence = N_(
        "The file is no text in UTF-8, UTF-16, Windows-1251 or GB 18030. Save it as CSV (UTF-8)."
    )


class WorkbookSent(BadTable):
    """A workbook came in place of a table of text."""

    code = "table.workbook_sent"
    sentence = N_("The file is an Excel workbook. Save it as CSV (UTF-8) and take that file.")


class NoTable(BadTable):
    """The file has no row."""

    code = "table.no_table"
    sentence = N_("The file has no row.")


class ColumnsLack(BadTable):
    """The first row does not name what must be there."""

    code = "table.columns_lack"
    sentence = N_(
        "The first row names no column %(columns)s. The file was read as %(encoding)s, separator:"
        " %(separator)s; its first row is: %(heads)s."
    )


class ColumnTwice(BadTable):
    """Two columns have one name."""

    code = "table.column_twice"
    sentence = N_("The first row names the column %(column)s twice.")


class OpenQuote(BadTable):
    """A quotation mark is not closed, or stands within a cell."""

    code = "table.open_quote"
    sentence = N_(
        "Row %(row)s: a quotation mark stands where none may, or is not closed. The file was read"
        " as %(encoding)s, separator: %(separator)s."
    )


class CellsBehind(BadTable):
    """A row has cells behind the last column."""

    code = "table.cells_behind"
    sentence = N_(
        "Row %(row)s has cells behind the last column, %(column)s. The file was read as"
        " %(encoding)s, separator: %(separator)s."
    )


class BadCell(BadTable):
    """A cell does not hold what its column asks for."""

    code = "table.bad_cell"
    sentence = N_(
        "Row %(row)s, column %(column)s: “%(text)s” cannot be read there; write it like"
        " %(example)s. The file was read as %(encoding)s, separator: %(separator)s."
    )


@dataclass(frozen=True, slots=True)
class SpreadsheetRow:
    """One row, by column. `number` is the row number that Excel shows."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A file as it was read."""

    encoding: str
    separator: str
    heads: tuple[str, ...]
    """Columns in the file's order: by their own names where they are known."""
    rows: tuple[SpreadsheetRow, ...]
    """Rows that hold anything."""

    def read_as(self) -> dict[str, object]:
        """Return the encoding and separator, as fields of a refusal."""
        return {"encoding": self.encoding, "separator": translate(SEPARATORS[self.separator])}

    def bad_cell(self, row: SpreadsheetRow, column: str, *, example: str) -> BadCell:
        """Return the refusal of a cell; `example` is a text that it could hold."""
        return BadCell(
            field="body",
            row=row.number,
            column=column,
            text=row.cells.get(column, "")[:40],
            example=example,
            **self.read_as(),
        )


def read_table(body: bytes, columns: Mapping[str, str], *, optional: frozenset[str]) -> Spreadsheet:
    """Read a table whose first row names its columns, in any order and language of ours.

    `columns`: own name → label, a message of the catalogue. A column that is not among them stays
    under the name it has. Raises a `BadTable`.
    """
    known = _known_heads(columns)
    found: list[_Split] = []
    for encoding, text in _texts(body):
        found += [_split(text, encoding, separator, known) for separator in _separators(text)]
    best = max(found, key=lambda each: each.score)
    return _checked(best, columns, optional)


def decode(body: bytes) -> str:
    """Return the text of a file whose columns its own reader knows; raises a `BadTable`."""
    return likely_text(body)[1]


def likely_text(body: bytes) -> tuple[str, str]:
    """Return the likeliest encoding of a file and its text in it; raises a `BadTable`."""
    return next(_texts(body))


def declared_separator(text: str) -> tuple[str, str]:
    """Return the separator that a first line `sep=;` names, else "", and the text after it."""
    declared = _SEP_LINE.match(text)
    if declared is None or declared[1] not in SEPARATORS:
        return "", text
    return declared[1], text[declared.end() :]


@dataclass(frozen=True, slots=True)
class _Split:
    encoding: str
    separator: str
    records: tuple[tuple[int, list[str]], ...]
    """Records that hold anything, each with its number."""
    heads: tuple[str, ...]
    score: int
    """How many columns are known by the first row."""
    broken: int
    """The number of the record with a stray quotation mark; 0 if there is none."""


def _texts(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield the encoding and text of each possible encoding, the likelier first.

    Raises a `BadTable`.
    """
    if body.startswith((_ZIP, _OLD_WORKBOOK)):
        raise WorkbookSent(field="body")
    if not body.strip():
        raise NoTable(field="body")
    sure = _sure_text(body)
    if sure is not None:
        yield sure
        return
    texts = [
        (name, text)
        for name, codec in (("Windows-1251", "cp1251"), ("GB 18030", "gb18030"))
        if (text := _decoded(body, codec)) is not None
    ]
    if not texts:
        raise UnknownEncoding(field="body")
    yield from sorted(texts, key=lambda each: each[0] == "GB 18030", reverse=not _is_russian(texts))


def _sure_text(body: bytes) -> tuple[str, str] | None:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _or_refused("UTF-16", _decoded(body, "utf-16"))
    for start, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(body) > 1 and not any(body[start:64:2]) and any(body[1 - start : 64 : 2]):
            return _or_refused("UTF-16", _decoded(body, codec))
    text = _decoded(body, "utf-8-sig")
    return None if text is None else _or_refused("UTF-8", text)


def _or_refused(name: str, text: str | None) -> tuple[str, str]:
    if text is None or "\0" in text:
        raise UnknownEncoding(field="body")
    return name, text


def _decoded(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_russian(texts: Sequence[tuple[str, str]]) -> bool:
    """Return whether the text in Windows-1251 is made of Russian words: Chinese bytes are not."""
    text = dict(texts).get("Windows-1251", "")
    words = re.findall(r"[А-яЁё]+", text)
    return bool(_RUSSIAN.fullmatch(text)) and all(map(_RUSSIAN_WORD.fullmatch, words))


def _separators(text: str) -> str:
    return declared_separator(text)[0] or "".join(SEPARATORS)


def _split(text: str, encoding: str, separator: str, known: Mapping[str, str]) -> _Split:
    declared = _SEP_LINE.match(text)
    begins = 1 if declared else 0
    records: list[tuple[int, list[str]]] = []
    broken, number = 0, begins
    reader = csv.reader(
        io.StringIO(text[declared.end() :] if declared else text, newline=""),
        delimiter=separator,
        strict=True,
    )
    try:
        for number, cells in enumerate(reader, begins + 1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                records.append((number, stripped))
    except csv.Error:
        broken = number + 1
    first = records[0][1] if records else []
    heads = tuple(known.get(_folded(head), head) for head in first)
    score = len(set(heads) & set(known.values()))
    return _Split(encoding, separator, tuple(records), heads, score, broken)


def _checked(split: _Split, columns: Mapping[str, str], optional: frozenset[str]) -> Spreadsheet:
    read_as: dict[str, object] = {
        "encoding": split.encoding,
        "separator": translate(SEPARATORS[split.separator]),
    }
    if lacking := [name for name in columns if name not in optional and name not in split.heads]:
        heads = " | ".join(split.heads)[:120] or "—"
        raise ColumnsLack(field="body", columns=", ".join(lacking), heads=heads, **read_as)
    if split.broken:
        raise OpenQuote(field="body", row=split.broken, **read_as)
    for name in split.heads:
        if name and split.heads.count(name) > 1:
            raise ColumnTwice(field="body", column=name)
    last = max(place for place, head in enumerate(split.heads, 1) if head)
    rows = []
    for number, cells in split.records[1:]:
        if any(cells[last:]):
            column = split.heads[last - 1]
            raise CellsBehind(field="body", row=number, column=column, **read_as)
        padded = [*cells, *[""] * (last - len(cells))]
        rows.append(SpreadsheetRow(number, dict(zip(split.heads[:last], padded, strict=False))))
    return Spreadsheet(split.encoding, split.separator, split.heads[:last], tuple(rows))


def _known_heads(columns: Mapping[str, str]) -> dict[str, str]:
    """Return the columns' own names by each way to write their heads."""
    heads: dict[str, str] = {}
    for name, label in columns.items():
        heads[_folded(name)] = name
        for tag in LANGUAGES:
            with speaking(tag):
                heads.setdefault(_folded(translate(label)), name)
    return heads


def _folded(head: str) -> str:
    plain = unicodedata.normalize("NFKC", head).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
