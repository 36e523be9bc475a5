"""Catalogues of words: compiled when they are older than their source."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.kit.words import LOCALE_FOLDER


def compile_catalogues(folder: Path = LOCALE_FOLDER) -> list[str]:
    """Will compile each language whose words changed since; gives the languages compiled."""
    done = []
    for source in sorted(folder.glob("*/LC_MESSAGES/messages.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)
            done.append(source.parts[-3])
    return done


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    work = target.with_suffix(".mo.new")
    with work.open("wb") as file:
        write_mo(file, catalogue)
    work.rename(target)
