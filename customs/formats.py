r"""Formats of XML elements, and elements written only with values of their formats.

A value that does not fit its element is refused, so that a draft is valid or is not written. A
format is a pattern of the whole text. White space is normalized as the schemas do: none around a
text, one blank within.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import quoteattr

from customs.refusal import N_, CustomsRefusal
from customs.xml import Value, escaped, node, text_of, writable

Format = re.Pattern[str]

_LETTER: Final = r"[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SPACES: Final = re.compile("[ \\t\\n\\r]+")
ANY: Final[Format] = re.compile(r".+", re.DOTALL)
"""For dates, times and booleans, which are always written correctly."""


class InvalidElementValue(CustomsRefusal):
    """Raised when a value does not fit its element: length, characters or digits."""

    code = "customs.formats.invalid_element_value"
    sentence = N_("%(name)s does not take “%(value)s”: it is too long, or not of its form.")


class MissingElement(CustomsRefusal):
    """Raised when a required element or attribute has no value."""

    code = "customs.formats.missing_element"
    sentence = N_("%(name)s has to be stated.")


def text(most: int) -> Format:
    """Return the format of a text of 1 to `most` characters."""
    return re.compile(rf"(?! ){_LETTER}{{1,{most}}}")


def digits(total: int, decimals: int, *, signed: bool = False) -> Format:
    """Return the format of a number of `total` digits, at most `decimals` of them decimals."""
    whole = rf"[0-9]{{1,{total - decimals}}}"
    part = rf"(\.[0-9]{{1,{decimals}}})?" if decimals else ""
    return re.compile(f"{'-?' if signed else ''}{whole}{part}")


def count(most: int) -> Format:
    """Return the format of a whole number above zero, of at most `most` digits."""
    return re.compile(rf"[1-9][0-9]{{0,{most - 1}}}")


def letters(number: int) -> Format:
    """Return the format of a code of exactly `number` characters, none of them a blank."""
    return re.compile(rf"(?!.* ){_LETTER}{{{number}}}")


def formats_for(form: Format, prefix: str, names: str) -> dict[str, Format]:
    """Return one format for many elements of a namespace."""
    return {f"{prefix}:{name}": form for name in names.split()}


def shape(pattern: str) -> Format:
    """Return the format of a code with a pattern."""
    return re.compile(pattern)


class ElementFormats:
    """The formats of the elements and `@attributes` of a family of documents, by name."""

    def __init__(self, formats: Mapping[str, Format]) -> None:
        self._fits = {name: form.fullmatch for name, form in formats.items()}
        self._attributes = lru_cache(maxsize=1024)(self._write_attributes)

    def leaf(self, name: str, value: Value, **attributes: str) -> str:
        """Return an element with a value, or an empty text for None and for a blank.

        Raises `InvalidElementValue`, `UnwritableText`, or `MissingElement` for a blank attribute.
        """
        written = value if type(value) is str else text_of(value)
        if written and self._fits[name](written) is None:
            written = self._normalized(name, written)
        if not written:
            return ""
        tag_rest = self._attributes(tuple(attributes.items())) if attributes else ""
        return f"<{name}{tag_rest}>{escaped(written)}</{name}>"

    def _write_attributes(self, attributes: tuple[tuple[str, str], ...]) -> str:
        """Return attributes as they stand in a tag; cached, as few codes come often."""
        parts = []
        for name, value in attributes:
            written = self._normalized(f"@{name}", value)
            if not written:
                raise MissingElement(name=name)
            parts.append(f" {name}={quoteattr(written)}")
        return "".join(parts)

    def required(self, name: str, value: Value, **attributes: str) -> str:
        """Return a required element.

        Raises `MissingElement`, `InvalidElementValue` or `UnwritableText`.
        """
        written = self.leaf(name, value, **attributes)
        if not written:
            raise MissingElement(name=_local(name))
        return written

    def leaves(self, name: str, values: tuple[Value, ...]) -> str:
        """Return an element for each value."""
        return "".join(self.leaf(name, value) for value in values)

    def _normalized(self, name: str, written: str) -> str:
        """Return a text stripped, with single blanks within; raises `InvalidElementValue`."""
        clean = _SPACES.sub(" ", writable(name, written)).strip(" ")
        if clean and self._fits[name](clean) is None:
            raise InvalidElementValue(name=_local(name), value=clean)
        return clean


def required_node(name: str, *content: str) -> str:
    """Return a required element around others; raises `MissingElement`."""
    written = node(name, *content)
    if not written:
        raise MissingElement(name=_local(name))
    return written


def _local(name: str) -> str:
    return name.rpartition(":")[2].strip("@")
