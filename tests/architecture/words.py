"""Words: gathers them into messages.pot and every language, or checks that all is complete.

`pybabel update --check` calls a fresh catalogue stale and counts an empty plural as translated;
this check is our own, and says by name what is missing where.
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
_HEADER: Final = "# Words of Keruen."
_PLACES: Final = re.compile(r"%\((\w+)\)[sd]")


def gathered() -> Catalog:
    """Gather every word marked in the code and the templates."""
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
        msgid_bugs_address="words@keruen.example",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        revision_date=datetime(2026, 1, 1, tzinfo=UTC),
        last_translator="Keruen",
        language_team="Keruen",
        charset="utf-8",
        fuzzy=False,
    )


def catalogue(tag: str) -> Catalog:
    """Read a language's words; an empty one when there are none yet."""
    path = _path(tag)
    if not path.exists():
        return _empty(tag)
    with path.open("rb") as file:
        return read_po(file, locale=tag)


def merge() -> None:
    """Write the template anew and bring every language to it; words no longer used go."""
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
    """Name every word that is missing, empty, doubtful, unused, or with other places."""
    for message in fresh:
        if message.id:
            kept = mine.get(_id(message), message.context)
            yield from _faults_of(message, kept, plurals=mine.num_plurals)
    known = {_id(message) for message in fresh}
    yield from (f"unused: {_id(kept)!r}" for kept in mine if kept.id and _id(kept) not in known)


def _faults_of(message: Message, kept: Message | None, *, plurals: int) -> Iterator[str]:
    name = repr(_id(message))
    if kept is None:
        yield f"missing: {name}"
        return
    strings = kept.string if isinstance(kept.string, tuple) else (kept.string,)
    if not all(strings) or (isinstance(message.id, tuple) and len(strings) != plurals):
        yield f"empty: {name}"
        return
    if kept.fuzzy:
        yield f"doubtful: {name}"
    ids = [str(text) for text in (message.id if isinstance(message.id, tuple) else (message.id,))]
    places = {place for text in ids for place in _PLACES.findall(text)}
    for text in map(str, strings):
        found = set(_PLACES.findall(text))
        if found != places and not (isinstance(message.id, tuple) and found < places):
            yield f"other places: {name} → {text!r}"


def template_is_fresh() -> bool:
    """Return whether messages.pot holds just the words that are marked now."""
    with TEMPLATE.open("rb") as file:
        kept = read_po(file)
    return {_id(m) for m in kept if m.id} == {_id(m) for m in gathered() if m.id}


def _id(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def _path(tag: str) -> Path:
    return LOCALE_FOLDER / tag / "LC_MESSAGES" / "messages.po"


def _write(path: Path, words: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, words, sort_output=True, no_location=True, omit_header=False, width=0)


def main() -> int:
    """Merge, or with --check say what is wrong."""
    if "--check" not in sys.argv[1:]:
        merge()
        return 0
    said = [] if template_is_fresh() else ["messages.pot is stale: run `make words`"]
    fresh = gathered()
    for tag in FOREIGN:
        said += [f"{tag}: {fault}" for fault in faults(catalogue(tag), fresh)]
    print("\n".join(said[:200]))
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
