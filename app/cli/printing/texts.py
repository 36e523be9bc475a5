"""`keruen words missing`: texts that readers of a language see in English."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from app.catalog.product import NotALanguage
from app.catalog.repository.texts import LackingText, list_lacking
from app.kit import i18n
from app.reference import current
from app.reference.row import AnyList


async def list_missing(
    language: str | None, lists: Iterable[AnyList], *, as_json: bool
) -> list[str]:
    """Return every text missing in a language, or in each of ours; raises `NotALanguage`."""
    if language is not None and not language.replace("_", "").isalpha():
        raise NotALanguage(text=language)
    tags = [language] if language else [tag for tag in i18n.LANGUAGES if tag != "en"]
    known = list(lists)
    found = [
        {"language": tag, **asdict(each)}
        for tag in tags
        for each in [*await list_lacking(tag), *_in_lists(known, tag)]
    ]
    if as_json:
        return [json.dumps(each) for each in found]
    return ["{language:<8} {kind:<10} {code:<16} {field}".format_map(each) for each in found]


def _in_lists(lists: Iterable[AnyList], tag: str) -> list[LackingText]:
    """Return the texts missing in rows of reference lists: columns of texts by language."""
    edition = current.edition()
    return [
        LackingText(kind.name, each.row.key, field)
        for kind in lists
        for each in edition.rows(kind)
        if each.row.data is not None
        for field in _lacking(each.row.data, tag, "")
    ]


def _lacking(value: object, tag: str, place: str) -> list[str]:
    if isinstance(value, dict):
        if isinstance(value.get("en"), str):
            return [] if value.get(tag, "").strip() else [place]
        parts: Iterable[tuple[object, object]] = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    else:
        return []
    return [found for name, part in parts for found in _lacking(part, tag, _at(place, name))]


def _at(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)
