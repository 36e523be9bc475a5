"""Writing XML, elements in order and blank ones left out.

A name is `prefix:Name`; the root declares every prefix once. The same content gives the same bytes.
An element without content is left out, as the schemas require of what is unknown.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from customs.refusal import N_, CustomsRefusal

Value = str | int | Decimal | date | None
"""A value of an element; a bool is written true or false, a time with its zone."""


class UnwritableText(CustomsRefusal):
    """Raised for a control character, which XML cannot contain."""

    code = "customs.xml.unwritable_text"
    sentence = N_("The text of %(name)s holds a character that cannot be written into XML.")


_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(
    name: str, *content: str, spaces: Mapping[str, str], attributes: Mapping[str, str] | None = None
) -> bytes:
    """Return a document as UTF-8; `spaces` are namespaces by prefix, "" the default one."""
    declared = {
        f"xmlns:{prefix}" if prefix else "xmlns": address for prefix, address in spaces.items()
    }
    return (_HEAD + node(name, *content, **declared, **(attributes or {})) + "\n").encode()


def node(name: str, *content: str, **attributes: str) -> str:
    """Return an element around others, or an empty text when they are empty."""
    inside = "".join(content)
    if not inside:
        return ""
    if not attributes:
        return f"<{name}>{inside}</{name}>"
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{inside}</{name}>"


def empty(name: str) -> str:
    """Return an empty element, where a schema requires one."""
    return f"<{name}/>"


def leaf(name: str, value: Value, **attributes: str) -> str:
    """Return an element with a value, or an empty text for None and "".

    Raises `UnwritableText`.
    """
    return node(name, escaped(writable(name, text_of(value))), **attributes)


def writable(name: str, text: str) -> str:
    """Return the text unchanged; raises `UnwritableText`."""
    if _UNWRITABLE.search(text):
        raise UnwritableText(name=name)
    return text


def escaped(text: str) -> str:
    """Return a text escaped for the content of an element."""
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        return escape(text, {"\r": "&#13;"})
    return text


def text_of(value: Value) -> str:
    """Return the text of a value; "" for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return _plain(value)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value.isoformat()


def _plain(value: Decimal) -> str:
    """Return a number without an exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
