"""What a cell says of its column: figures, codes, weights and words, however they were typed."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.catalog.ladder import Ladder, LadderStep
from app.imports.column import Column
from app.imports.heads import folded
from app.kit import typed
from app.kit.i18n import N_
from app.kit.money import CNY
from app.kit.refusal import BadInput
from app.kit.workbook.cell import Cell, is_error, is_number, text_of

MOST: Final = 10_000_000
"""Above every count and every weight in grams that a unit or a carton of ours has."""
_MOST_PRICE: Final = Decimal(1_000_000_000)
_LONGEST: Final = {"name": 200, "description": 2000}
_LONGEST_SKU: Final = 40
_LONGEST_OTHER: Final = 255
_SKU: Final = re.compile(r"[^\W_][\w./+-]*")
_COUNTED: Final = re.compile(
    r"\s*(?:шт|штук|дней|дня|день|суток|pcs|pc|days?|件|个|只|盒|箱|袋|瓶|天|日|дана|күн)\.?$",
    re.IGNORECASE,
)
_IN_GRAMS: Final = re.compile(r"(?<=[0-9])\s*(?:г|гр|g|克)\.?$", re.IGNORECASE)
_STEP: Final = re.compile(r"([^=:：]+?)\s*(?:-[^=:：]*|\+|以上)?\s*[=:：]\s*(.+)")
_PARTS: Final = re.compile(r"[;；\n]")
_LISTED: Final = re.compile(r"[,，、;；/|]")
_GRAMS: Final = 1000
_SHIFTS: Final = {8, 12, 13, 14}


class CellInError(BadInput):
    """The program that wrote the file could not compute the cell."""

    code = "import.cell_in_error"
    sentence = N_("The cell holds the error %(text)s. Write the value itself.")


class OutOfRange(BadInput):
    """A count, weight or price is zero, below it, or beyond any that there is."""

    code = "import.out_of_range"
    sentence = N_("%(text)s cannot be right here: write a number from %(least)s to %(most)s.")


class CellTooFine(BadInput):
    """A price has parts of a fen, or a weight parts of a gram."""

    code = "import.too_fine"
    sentence = N_("%(text)s is finer than we count: prices to 0.01 yuan, weights to 1 gram.")


class NotAnArticle(BadInput):
    """The text is no article number."""

    code = "import.not_an_article"
    sentence = N_("An article number has up to 40 letters, digits, dashes, points and slashes.")


class WrongDigits(BadInput):
    """A code has another number of digits."""

    code = "import.wrong_digits"
    sentence = N_("%(text)s must have %(digits)s digits.")


class WrongBarcode(BadInput):
    """A barcode's check digit does not fit."""

    code = "import.wrong_barcode"
    sentence = N_("%(text)s is no barcode: its last digit does not fit the others.")


class UnknownWord(BadInput):
    """The word is none of a list that the shop goes by."""

    code = "import.unknown_word"
    sentence = N_("“%(text)s” is not in our list. The template has a sheet with all allowed words.")


class WordsTooLong(BadInput):
    """A text is longer than the shop keeps."""

    code = "import.words_too_long"
    sentence = N_("The text is too long: at most %(most)s characters are kept.")


class NotALadder(BadInput):
    """A cell with all prices is written in another way."""

    code = "import.not_a_ladder"
    sentence = N_("Write all prices like 40=62; 200=59.50: from how many, and the price in yuan.")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that cells may hold, folded, with the codes that each may stand for."""

    units: Mapping[str, tuple[str, ...]]
    packings: Mapping[str, tuple[str, ...]]
    prefectures: Mapping[str, tuple[str, ...]]
    malls: Mapping[str, tuple[str, ...]]


Value = str | int | Money | Ladder | tuple[str, ...]
"""What a cell holds, read. Weights are grams; a word of a list is the codes it may stand for."""


def read_cell(cell: Cell, column: Column, words: Words) -> Value:
    """Return what a cell that holds anything says; raises a `BadInput`."""
    if is_error(cell):
        raise CellInError(text=str(cell))
    return _READERS[column](cell, words)


def _sku(cell: Cell, _: Words) -> str:
    code = typed.read_code(text_of(cell))
    if len(code) > _LONGEST_SKU or not _SKU.fullmatch(code):
        raise NotAnArticle
    return code


def _words(longest: int) -> Callable[[Cell, Words], str]:
    def read(cell: Cell, _: Words) -> str:
        text = "".join(sign for sign in text_of(cell) if sign >= " " or sign == "\n").strip()
        if len(text) > longest:
            raise WordsTooLong(most=longest)
        return text

    return read


def _figure(cell: Cell, read: Callable[[str], Decimal | int]) -> Decimal:
    """Return a number: of a number cell as it is, of a text as a person wrote it."""
    if is_number(cell):
        return Decimal(text_of(cell))
    return Decimal(read(text_of(cell)))


def _whole(cell: Cell, _: Words) -> int:
    text = cell if is_number(cell) else _COUNTED.sub("", typed.tidy(text_of(cell)))
    value = _figure(text, typed.read_whole)
    if value != value.to_integral_value():
        raise typed.NotWhole
    return _within(int(value), cell)


def _grams(*, shown_in: int) -> Callable[[Cell, Words], int]:
    def read(cell: Cell, _: Words) -> int:
        text = typed.tidy(text_of(cell))
        in_grams = _IN_GRAMS.sub("", text)
        if in_grams != text:
            return _whole_grams(typed.read_number(in_grams), cell)
        figure = _figure(cell, typed.read_kilograms)
        is_kilograms = shown_in == _GRAMS or text[-2:].casefold() in {"кг", "kg", "公斤", "千克"}
        return _whole_grams(figure * (_GRAMS if is_kilograms else 1), cell)

    return read


def _whole_grams(value: Decimal, cell: Cell) -> int:
    if value != value.to_integral_value():
        raise CellTooFine(text=text_of(cell))
    return _within(int(value), cell)


def _within(value: int, cell: Cell) -> int:
    if not 1 <= value <= MOST:
        raise OutOfRange(text=text_of(cell)[:40], least=1, most=MOST)
    return value


def _price(cell: Cell, _: Words) -> Money:
    text = text_of(cell)
    if not is_number(cell):
        typed.check_currency(text, chosen=CNY.code)
    value = _figure(cell, typed.read_amount)
    if not 0 < value <= _MOST_PRICE:
        raise OutOfRange(text=text[:40], least="0.01", most=int(_MOST_PRICE))
    if value != round(value, 2):
        raise CellTooFine(text=text[:40])
    return Money(round(value, 2), CNY)


def _ladder(cell: Cell, words: Words) -> Ladder:
    steps = []
    for part in filter(str.strip, _PARTS.split(unicodedata.normalize("NFKC", text_of(cell)))):
        found = _STEP.fullmatch(part.strip())
        if found is None:
            raise NotALadder
        steps.append(LadderStep(_whole(found[1], words), _price(found[2], words)))
    return Ladder(tuple(steps))


def _digits(count: int) -> Callable[[Cell, Words], str]:
    def read(cell: Cell, _: Words) -> str:
        code = typed.read_digits(text_of(cell))
        # A number cell loses the zero that codes of the chapters 01 to 09 begin with.
        if is_number(cell) and len(code) == count - 1:
            code = f"0{code}"
        if len(code) != count or not (code.isascii() and code.isdigit()):
            raise WrongDigits(text=text_of(cell)[:40], digits=count)
        return code

    return read


def _barcode(cell: Cell, _: Words) -> str:
    code = typed.read_digits(text_of(cell))
    if not (code.isascii() and code.isdigit() and len(code) in _SHIFTS and _fits(code)):
        raise WrongBarcode(text=text_of(cell)[:40])
    return code


def _fits(code: str) -> bool:
    """Return whether the last digit is that of GS1: threes and ones from the right, modulo ten."""
    *others, check = map(int, code)
    total = sum(digit * (1, 3)[place % 2 == 0] for place, digit in enumerate(reversed(others)))
    return (total + check) % 10 == 0


def _elements(cell: Cell, _: Words) -> tuple[str, ...]:
    return tuple(part.strip() for part in text_of(cell).split("|"))


def _word(name: str) -> Callable[[Cell, Words], tuple[str, ...]]:
    def read(cell: Cell, words: Words) -> tuple[str, ...]:
        text = text_of(cell)
        known: Mapping[str, tuple[str, ...]] = getattr(words, name)
        digits = text.zfill(_CODE_DIGITS[name]) if name in _CODE_DIGITS and text.isdigit() else text
        found = known.get(folded(digits))
        if found is None:
            raise UnknownWord(text=text[:40])
        return found

    return read


_CODE_DIGITS: Final = {"units": 3, "packings": 2}


def _malls(cell: Cell, words: Words) -> tuple[str, ...]:
    found = []
    for part in filter(str.strip, _LISTED.split(text_of(cell))):
        codes = words.malls.get(folded(part))
        if codes is None:
            raise UnknownWord(text=part.strip()[:40])
        found.append(codes[0])
    return tuple(dict.fromkeys(found))


def _readers() -> dict[Column, Callable[[Cell, Words], Value]]:
    readers: dict[Column, Callable[[Cell, Words], Value]] = {
        Column.SKU: _sku,
        Column.BARCODE: _barcode,
        Column.SALES_UNIT: _word("units"),
        Column.NET_KG: _grams(shown_in=_GRAMS),
        Column.NET_G: _grams(shown_in=1),
        Column.TARE_KG: _grams(shown_in=_GRAMS),
        Column.TARE_G: _grams(shown_in=1),
        Column.PACKING: _word("packings"),
        Column.LADDER: _ladder,
        Column.PREFECTURE: _word("prefectures"),
        Column.HS_CODE: _digits(6),
        Column.CHINA_CODE: _digits(10),
        Column.ELEMENTS: _elements,
        Column.CUSTOMS_NAME: _words(_LONGEST_OTHER),
        Column.MALLS: _malls,
    }
    for each in Column:
        kind = each.partition("_")[0]
        if kind in _LONGEST:
            readers[each] = _words(_LONGEST[kind])
        elif kind == "price":
            readers[each] = _price
    return {each: readers.get(each, _whole) for each in Column}


_READERS: Final = _readers()
