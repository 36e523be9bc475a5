r"""What the schemas of a family of documents take in each element, and leaves held to it.

A leaf whose value its element does not take is a refusal that names both: a draft is valid or it
is not written. A format is a pattern of the whole text as it is written. White space is kept as
the schemas keep it: none around a text, one blank within.
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
"""Of days, instants and yes or no, which cannot be written amiss."""


class NotItsFormat(CustomsRefusal):
    """An element does not take such a value: too long, other letters, too many digits."""

    sentence = N_("%(name)s does not take “%(value)s”: it is too long, or not of its form.")


class NotTold(CustomsRefusal):
    """An element has to be there, and nobody has told what stands in it."""

    sentence = N_("%(name)s has to be told.")


def text(most: int) -> Format:
    """Will give the format of a text of from one to so many letters."""
    return re.compile(rf"(?! ){_LETTER}{{1,{most}}}")


def digits(total: int, decimals: int, *, signed: bool = False) -> Format:
    """Will give the format of a number with so many digits, at most so many of them decimals."""
    whole = rf"[0-9]{{1,{total - decimals}}}"
    part = rf"(\.[0-9]{{1,{decimals}}})?" if decimals else ""
    return re.compile(f"{'-?' if signed else ''}{whole}{part}")


def count(most: int) -> Format:
    """Will give the format of a whole number above zero, of at most so many digits."""
    return re.compile(rf"[1-9][0-9]{{0,{most - 1}}}")


def letters(number: int) -> Format:
    """Will give the format of a code of exactly so many letters, none of them a blank."""
    return re.compile(rf"(?!.* ){_LETTER}{{{number}}}")


def named(form: Format, prefix: str, names: str) -> dict[str, Format]:
    """Will give one format to many elements of a namespace."""
    return {f"{prefix}:{name}": form for name in names.split()}


def shape(pattern: str) -> Format:
    """Will give the format of a code."""
    return re.compile(pattern)


class Family:
    """Documents that share their elements: each name, or each `@attribute`, and its format."""

    def __init__(self, formats: Mapping[str, Format]) -> None:
        """Will keep the formats by name."""
        self._fits = {name: form.fullmatch for name, form in formats.items()}
        self._told = lru_cache(maxsize=1024)(self._tell)

    def leaf(self, name: str, value: Value, **attributes: str) -> str:
        """Will give an element with a value; nothing for None and for a blank text.

        Raises `NotItsFormat`, `UnwritableText`, or `NotTold` for a blank attribute.
        """
        written = value if type(value) is str else text_of(value)
        if written and self._fits[name](written) is None:
            written = self._tidied(name, written)
        if not written:
            return ""
        told = self._told(tuple(attributes.items())) if attributes else ""
        return f"<{name}{told}>{escaped(written)}</{name}>"

    def _tell(self, attributes: tuple[tuple[str, str], ...]) -> str:
        """Will give attributes as they stand in a tag; the same few codes come again and again."""
        told = []
        for name, value in attributes:
            written = self._tidied(f"@{name}", value)
            if not written:
                raise NotTold(name=name)
            told.append(f" {name}={quoteattr(written)}")
        return "".join(told)

    def needed(self, name: str, value: Value, **attributes: str) -> str:
        """Will give an element that has to be there.

        Raises `NotTold`, `NotItsFormat` or `UnwritableText`.
        """
        written = self.leaf(name, value, **attributes)
        if not written:
            raise NotTold(name=_local(name))
        return written

    def leaves(self, name: str, values: tuple[Value, ...]) -> str:
        """Will give one element for each value."""
        return "".join(self.leaf(name, value) for value in values)

    def _tidied(self, name: str, written: str) -> str:
        """Will give a text without white space around it and with single blanks within."""
        tidy = _SPACES.sub(" ", writable(name, written)).strip(" ")
        if tidy and self._fits[name](tidy) is None:
            raise NotItsFormat(name=_local(name), value=tidy)
        return tidy


def whole(name: str, *content: str) -> str:
    """Will give an element around others that has to be there; raises `NotTold`."""
    written = node(name, *content)
    if not written:
        raise NotTold(name=_local(name))
    return written


def _local(name: str) -> str:
    return name.rpartition(":")[2].strip("@")
