"""Forms: what was sent, read field by field, with every error kept beside its field.

Litestar's own reading stops at the first invalid field and speaks English only
(docs/decisions/0004); a reader is shown all that is wrong at once, in the reader's language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Generic, TypeVar, get_type_hints

import msgspec

from app.kit.refusal import Refusal
from app.kit.sentences import refusal_words
from app.kit.words import N_, say

FormShape = TypeVar("FormShape", bound=msgspec.Struct)

_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
_NUMBERS: Final = (int, Decimal)
_TO_THE_MINUTE: Final = len("2026-11-23T14:30")

_MESSAGES: Final = {
    "missing": N_("Fill this in."),
    "int": N_("Write a whole number."),
    "Decimal": N_("Write a number, such as 12.5."),
    "date": N_("Write a day, such as 2026-11-23."),
    "datetime": N_("Write a day and time, such as 2026-11-23T14:30."),
    "other": N_("This cannot be taken as it is."),
}


class FormRefused(Refusal):
    """The form has errors; they lie beside their fields."""

    sentence = N_("Some fields need your attention.")


@dataclass
class Form(Generic[FormShape]):
    """What was sent (`values`), what is wrong with it (`errors`), and `data` when nothing is."""

    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    _data: FormShape | None = None

    @property
    def data(self) -> FormShape:
        """The fields in their types; raises `FormRefused` when anything is wrong."""
        if self._data is None or self.errors:
            raise FormRefused
        return self._data

    def refuse(self, name: str, refusal: Refusal | str) -> None:
        """Will set a refusal beside a field; the empty name is the form as a whole."""
        text = refusal if isinstance(refusal, str) else refusal_words(refusal)
        self.errors.setdefault(name, []).append(text)


def empty(shape: type[FormShape], **values: str) -> Form[FormShape]:
    """Will give a form nobody has filled yet, with some values to start from."""
    names = dict.fromkeys(shape.__struct_fields__, "")
    return Form[FormShape](values={**names, **values})


def read(shape: type[FormShape], sent: Mapping[str, Any]) -> Form[FormShape]:
    """Will read what was sent as `shape`, gathering every error."""
    values = {name: _text(sent.get(name, "")) for name in shape.__struct_fields__}
    form = Form[FormShape](values=values)
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(shape, include_extras=True).items():
        _take(form, found, name=name, hint=hint)
    if not form.errors:
        form._data = shape(**found)  # noqa: SLF001 -- the form is ours to fill
    return form


def _text(sent: object) -> str:
    """Will give the text without the control characters that no field of ours holds."""
    return "".join(sign for sign in str(sent) if sign >= " " or sign in "\n\t").strip()


def _take(form: Form[Any], found: dict[str, Any], *, name: str, hint: Any) -> None:  # noqa: ANN401 -- a type hint is any object
    text = form.values[name]
    kind = getattr(hint, "__origin__", hint)
    if kind in _NUMBERS:
        text = _SPACES.sub("", text).replace(",", ".")
    if kind is datetime and len(text) == _TO_THE_MINUTE:
        text += ":00"  # browsers leave out seconds that are zero
    try:
        found[name] = msgspec.convert(text, hint, strict=False)
    except msgspec.ValidationError:
        form.refuse(name, say(_MESSAGES[_message_for(kind, text)], {}))


def _message_for(kind: type, text: str) -> str:
    if not text:
        return "missing"
    name = getattr(kind, "__name__", "other")
    return name if name in _MESSAGES else "other"
