"""Texts folded to search terms: a reader finds goods however they were typed.

Letters lose case and marks (Ё = е), Kazakh and Kyrgyz letters meet the Russian ones that stand in
for them on many keyboards, Chinese is cut into pairs of letters, digits of a code are joined.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from app.catalog.product import ProductFacts, Seller

NAME_MARK: Final = "^"
"""Prefix of the terms of a name, so that names are found before descriptions."""

_STAND_INS: Final = str.maketrans("әғқңөұүһі", "агкноуухи")
_WORD: Final = re.compile(r"[^\W_]+")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_SPLIT_DIGITS: Final = re.compile(r"(?<=\d)[ .\u00a0](?=\d)")
_SHORTEST: Final = 2
"""Letters of the shortest prefix that is indexed."""
_LONGEST: Final = 30
_TERMS_IN_QUERY: Final = 12
_ENDINGS: Final = ((8, 3), (6, 2), (5, 1))
"""(letters of a word, letters cut off its end): a rough stem for languages that inflect."""


def index_terms(facts: ProductFacts, *, seller: Seller, place: str) -> list[str]:
    """Return the sorted search terms of a product; `place` is its origin in English."""
    named = set(_prefixes(facts.names.values()))
    others = [
        *facts.descriptions.values(),
        facts.sku,
        facts.customs_name,
        seller.name,
        seller.name_latin,
        place,
        *(code.code for code in facts.codes),
    ]
    found = named | set(_prefixes(others)) | {NAME_MARK + term for term in named}
    return sorted(found)


def query_terms(query: str) -> list[str]:
    """Return the terms that must all match for a query; empty when it has none."""
    terms = [term for run in _runs(query) for term in _query_terms(run)]
    return list(dict.fromkeys(terms))[:_TERMS_IN_QUERY]


def name_terms(query: str) -> list[str]:
    """Return the terms that a name must have for a query; empty when it has none."""
    return [NAME_MARK + term for term in query_terms(query)]


def _runs(text: str) -> Iterator[str]:
    """Yield runs of letters of one kind, folded."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    joined = _SPLIT_DIGITS.sub("", bare.translate(_STAND_INS))
    for word in _WORD.findall(joined):
        yield from _CHINESE.findall(word[:_LONGEST])


def _prefixes(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for run in _runs(text):
            yield run
            if _is_chinese(run):
                yield from run
                yield from _pairs(run)
            else:
                yield from (run[:length] for length in range(_SHORTEST, len(run)))


def _query_terms(run: str) -> list[str]:
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
