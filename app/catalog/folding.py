"""Words folded for search: a reader finds goods however they were typed.

Letters lose case and marks (Ё = е), Kazakh and Kyrgyz letters meet the Russian ones that stand in
for them on many keyboards, Chinese is cut into pairs of letters, digits of a code are joined.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from app.catalog.product import ProductFacts, Seller

NAME_MARK: Final = "^"
"""Stands before the words of a name, so that names are found before descriptions."""

_STAND_INS: Final = str.maketrans("әғқңөұүһі", "агкноуухи")
_WORD: Final = re.compile(r"[^\W_]+")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_SPLIT_DIGITS: Final = re.compile(r"(?<=\d)[ .\u00a0](?=\d)")
_SHORTEST: Final = 2
"""Letters that a beginning must have to be found by."""
_LONGEST: Final = 30
_WORDS_IN_QUERY: Final = 12
_ENDINGS: Final = ((8, 3), (6, 2), (5, 1))
"""From so many letters on, so many at the end are left out: languages here bend their endings."""


def index_view(facts: ProductFacts, *, seller: Seller, place: str) -> list[str]:
    """Return the words under which a product is found; `place` is its origin in English."""
    named = set(_beginnings(facts.names.values()))
    others = [
        *facts.descriptions.values(),
        facts.sku,
        facts.customs_name,
        seller.name,
        seller.name_latin,
        place,
        *(code.code for code in facts.codes),
    ]
    found = named | set(_beginnings(others)) | {NAME_MARK + word for word in named}
    return sorted(found)


def query_view(query: str) -> list[str]:
    """Return the words that must all be found for a query; empty when it has none."""
    words = [word for run in _runs(query) for word in _asked(run)]
    return list(dict.fromkeys(words))[:_WORDS_IN_QUERY]


def _runs(text: str) -> Iterator[str]:
    """Cut a text into runs of letters of one kind, folded."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    joined = _SPLIT_DIGITS.sub("", bare.translate(_STAND_INS))
    for word in _WORD.findall(joined):
        yield from _CHINESE.findall(word[:_LONGEST])


def _beginnings(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for run in _runs(text):
            yield run
            if _is_chinese(run):
                yield from run
                yield from _pairs(run)
            else:
                yield from (run[:length] for length in range(_SHORTEST, len(run)))


def _asked(run: str) -> list[str]:
    if _is_chinese(run):
        return list(_pairs(run)) or [run]
    if run.isdigit():
        return [run]
    return [_stem(run)]


def _stem(word: str) -> str:
    for least, ending in _ENDINGS:
        if len(word) >= least:
            return word[:-ending]
    return word


def _is_chinese(run: str) -> bool:
    return "\u3400" <= run[0] <= "\u9fff"


def _pairs(run: str) -> Iterator[str]:
    return (run[start : start + 2] for start in range(len(run) - 1))
