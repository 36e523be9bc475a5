"""Which texts of the lists' rows are not written in a language."""

from collections.abc import Iterable

from app.reference.edition import ReferenceEdition


def list_lacking(edition: ReferenceEdition, language: str) -> list[tuple[str, str, str]]:
    """Return (list, key, column) of every text by language that lacks in one."""
    return [
        (line.list, line.key, place)
        for line in edition.lines()
        if line.data is not None
        for place in _lacking(line.data, language, "")
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
