"""Gather messages into messages.pot and every catalogue, or check that all are complete.

`pybabel update --check` calls a fresh catalogue stale and counts an empty plural as translated;
this check names what is missing where.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.kit.i18n import LANGUAGES, LOCALE_FOLDER
from app.kit.settings import ROOT

TEMPLATE: Final = LOCALE_FOLDER / "messages.pot"
FOREIGN: Final = tuple(tag for tag in LANGUAGES if tag != "en")
KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "N_plural": (1, 2),
    "gettext": None,
    "ngettext": (1, 2),
    "rule": (2,),
    "translate": None,
    "translate_plural": (1, 2),
}
_METHODS: Final = [
    ("app/**.py", "python"),
    ("customs/**.py", "python"),
    ("templates/**.html", "jinja2"),
]
_OPTIONS: Final = {"templates/**.html": {"trimmed": "true"}}
_OURS: Final = ("app", "customs", "templates")
_HEADER: Final = "# Messages of Keruen."
_PLACES: Final = re.compile(r"%\((\w+)\)[sd]")


def gathered() -> Catalog:
    """Return every message marked in the code and the templates."""
    found = _empty(None)
    for name, _, message, comments, context in extract_from_dir(
        ROOT,
        method_map=_METHODS,
        options_map=_OPTIONS,
        keywords=KEYWORDS,
        comment_tags=["NOTE:"],
        directory_filter=lambda path: Path(path).relative_to(ROOT).parts[0] in _OURS,
    ):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return found


def _empty(tag: str | None) -> Catalog:
    return Catalog(
        locale=tag,
        project="Keruen",
        version="1",
        header_comment=_HEADER,
        msgid_bugs_address="messages@keruen.example",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        revision_date=datetime(2026, 1, 1, tzinfo=UTC),
        last_translator="Keruen",
        language_team="Keruen",
        charset="utf-8",
        fuzzy=False,
    )


def catalogue(tag: str) -> Catalog:
    """Return a language's catalogue; an empty one where there is none yet."""
    path = _path(tag)
    if not path.exists():
        return _empty(tag)
    with path.open("rb") as file:
        return read_po(file, locale=tag)


def merge() -> None:
    """Rewrite messages.pot and update every catalogue; messages no longer used go."""
    fresh = gathered()
    _write(TEMPLATE, fresh)
    for tag in FOREIGN:
        mine = catalogue(tag)
        mine.update(fresh, no_fuzzy_matching=True)
        mine.obsolete.clear()
        _path(tag).parent.mkdir(parents=True, exist_ok=True)
        _write(_path(tag), mine)
        print(f"  {tag}: {sum(1 for _ in faults(mine, fresh))} to mend")


def faults(mine: Catalog, fresh: Catalog) -> Iterator[str]:
    """Name every message that is missing, empty, fuzzy, unused, or has other placeholders."""
    for message in fresh:
        if message.id:
            translation = mine.get(_id(message), message.context)
            yield from _faults_of(message, translation, plurals=mine.num_plurals)
    known = {_id(message) for message in fresh}
    yield from (f"unused: {_id(each)!r}" for each in mine if each.id and _id(each) not in known)


def _faults_of(message: Message, translation: Message | None, *, plurals: int) -> Iterator[str]:
    name = repr(_id(message))
    if translation is None:
        yield f"missing: {name}"
        return
    string = translation.string
    strings = string if isinstance(string, tuple) else (string,)
    if not all(strings) or (isinstance(message.id, tuple) and len(strings) != plurals):
        yield f"empty: {name}"
        return
    if translation.fuzzy:
        yield f"fuzzy: {name}"
    ids = [str(text) for text in (message.id if isinstance(message.id, tuple) else (message.id,))]
    places = {place for text in ids for place in _PLACES.findall(text)}
    for text in map(str, strings):
        found = set(_PLACES.findall(text))
        if found != places and not (isinstance(message.id, tuple) and found < places):
            yield f"other placeholders: {name} → {text!r}"


def template_is_fresh() -> bool:
    """Return whether messages.pot holds just the messages that are marked now."""
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    return {_id(m) for m in template if m.id} == {_id(m) for m in gathered() if m.id}


def _id(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def _path(tag: str) -> Path:
    return LOCALE_FOLDER / tag / "LC_MESSAGES" / "messages.po"


def _write(path: Path, messages: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, messages, sort_output=True, no_location=True, omit_header=False, width=0)


def main() -> int:
    """Merge, or with `--check` report what is wrong and return 1."""
    if "--check" not in sys.argv[1:]:
        merge()
        return 0
    found = [] if template_is_fresh() else ["messages.pot is stale: run `make messages`"]
    fresh = gathered()
    for tag in FOREIGN:
        found += [f"{tag}: {fault}" for fault in faults(catalogue(tag), fresh)]
    print("\n".join(found[:200]))
    if found[200:]:
        print(f"and {len(found) - 200} more")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
