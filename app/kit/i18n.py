"""The reader's language, and messages translated into it."""

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "ru", "kk", "ky", "zh_Hans")
"""Our language tags, in the order of the language switch."""

HTML_TAGS: Final = {"en": "en", "ru": "ru", "kk": "kk", "ky": "ky", "zh_Hans": "zh-Hans"}
OWN_NAMES: Final = {
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "zh_Hans": "简体中文",
}

LOCALE_FOLDER: Final = Path(__file__).parents[2] / "locale"

_language: ContextVar[str] = ContextVar("language", default="en")


def N_(message: str) -> str:  # noqa: N802 -- gettext's usual name for it
    """Mark a message for the catalogue and return it unchanged."""
    return message


def N_plural(one: str, many: str) -> tuple[str, str]:  # noqa: N802 -- as `N_`
    """Mark a message with a plural for `translate_plural`, and return both forms."""
    return one, many


def language() -> str:
    """Return the reader's language tag."""
    return _language.get()


def use_language(tag: str) -> None:
    """Set the reader's language for this request; an unknown tag is English."""
    _language.set(tag if tag in LANGUAGES else "en")


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Set the language for a block, such as a letter or a paper."""
    token = _language.set(tag)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _catalogue(tag: str) -> gettext.NullTranslations:
    """Return a language's messages: English has none, nor has one not yet gathered."""
    if not (LOCALE_FOLDER / tag).is_dir():
        return gettext.NullTranslations()
    return gettext.translation("messages", LOCALE_FOLDER, languages=[tag])


def translate(message: str) -> str:
    """Translate the message into the reader's language; an empty one stays empty."""
    # Under the empty message gettext keeps the head of the catalogue.
    return _catalogue(_language.get()).gettext(message) if message else ""


def translate_plural(one: str, many: str, number: int) -> str:
    """Translate the message with the plural form of the number."""
    return _catalogue(_language.get()).ngettext(one, many, number)


Texts = Mapping[str, str]
"""A text by language tag; English is always there."""


def written_in(texts: Texts) -> str:
    """Return the language in which a text is shown: the reader's, or English."""
    return language() if texts.get(language(), "").strip() else "en"


def text_of(texts: Texts) -> str:
    """Return a text in the reader's language, or in English where it has none."""
    return texts[written_in(texts)]


def mark_of(tag: str) -> str:
    """Return the `lang` attribute for text in a language; empty for the page's own."""
    return "" if tag == language() else HTML_TAGS[tag]


def say(message: str, fields: dict[str, object]) -> str:
    """Translate a message with named placeholders and fill in the fields."""
    return translate(message) % fields
