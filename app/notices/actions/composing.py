"""A letter from a notice, in its reader's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.accounts.person import Reader, Role
from app.countries.repository import get_country_now
from app.kit.formats import instant
from app.kit.i18n import N_, say, speaking
from app.kit.letters import Letter
from app.notices.notice import ALWAYS, TEXTS, NoticeKind

_BODY: Final = N_("%(name)s,\n\n%(text)s\n\n%(address)s\n")
_CHOICE: Final = N_("\nWhich letters you get, you choose here: %(address)s\n")


def compose(kind: NoticeKind, reader: Reader, about: Mapping[str, object], *, site: str) -> Letter:
    """Return the letter; `about` has the `number` of an order or quote, and until when it holds."""
    words = TEXTS[kind]
    with speaking(reader.language):
        fields: dict[str, object] = {name: _written(value, reader) for name, value in about.items()}
        address = f"{site}{_page(kind, reader, str(about['number']))}"
        body = say(
            _BODY, {"name": reader.name, "text": say(words.text, fields), "address": address}
        )
        if kind not in ALWAYS:
            body += say(_CHOICE, {"address": f"{site}/{reader.language}/letters"})
        return Letter(to=reader.email, subject=say(words.subject, fields), body=body)


def _written(value: object, reader: Reader) -> str:
    if isinstance(value, datetime):
        return instant(value, get_country_now(reader.country).clock)
    return str(value)


def _page(kind: NoticeKind, reader: Reader, number: str) -> str:
    """Return the page of what the letter is about, as the reader's role sees it."""
    if reader.role is Role.BROKER:
        return "/broker"
    if reader.role is Role.SELLER:
        return f"/{reader.language}/"
    page = "quotes" if kind is NoticeKind.QUOTE_ENDING else "orders"
    return f"/{reader.language}/{page}/{number}"
