"""Catalogues are compiled when their words are newer, and only then."""

import gettext
import os
from pathlib import Path

from app.kit.catalogues import compile_catalogues, stale_catalogues

WORDS = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Tea"\nmsgstr "{}"\n'
)


def written(folder: Path, tag: str, tea: str) -> Path:
    path = folder / tag / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WORDS.format(tea), encoding="utf-8")
    return path


def tea_in(folder: Path, tag: str) -> str:
    return gettext.translation("messages", folder, [tag]).gettext("Tea")


def test_only_what_changed_since_is_compiled(tmp_path: Path) -> None:
    written(tmp_path, "kk", "Шай")
    source = written(tmp_path, "ru", "Чай")
    assert stale_catalogues(tmp_path) == ["kk", "ru"]
    assert compile_catalogues(tmp_path) == ["kk", "ru"]
    assert (stale_catalogues(tmp_path), compile_catalogues(tmp_path)) == ([], [])
    assert [tea_in(tmp_path, tag) for tag in ("kk", "ru")] == ["Шай", "Чай"]
    written(tmp_path, "ru", "Чаёк")
    later = source.with_suffix(".mo").stat().st_mtime + 1
    os.utime(source, (later, later))
    assert stale_catalogues(tmp_path) == ["ru"]
    assert compile_catalogues(tmp_path) == ["ru"]
    assert source.with_suffix(".mo").read_bytes().count("Чаёк".encode()) == 1
    assert [path.name for path in source.parent.iterdir() if ".new" in path.name] == []
