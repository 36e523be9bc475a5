"""Message catalogues, compiled when they are older than their source."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.kit.i18n import LOCALE_FOLDER


def stale_catalogues(folder: Path = LOCALE_FOLDER) -> list[str]:
    """Return the languages whose messages changed since they were compiled."""
    return [source.parts[-3] for source in _sources(folder) if _is_stale(source)]


def compile_catalogues(folder: Path = LOCALE_FOLDER) -> list[str]:
    """Compile each language whose messages changed, and return those languages."""
    stale = [source for source in _sources(folder) if _is_stale(source)]
    for source in stale:
        _compile(source, source.with_suffix(".mo"))
    return [source.parts[-3] for source in stale]


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/LC_MESSAGES/messages.po"))


def _is_stale(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    work = target.with_suffix(".mo.new")
    with work.open("wb") as file:
        write_mo(file, catalogue)
    work.rename(target)
