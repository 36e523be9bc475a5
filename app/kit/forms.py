"""Forms: submitted fields read one by one, with every error beside its field.

Litestar's own reading stops at the first invalid field and speaks English only
(docs/decisions/0004); ours report all errors at once, in the reader's language. A number
or a day is shown back as it was understood.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Generic, TypeAlias, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Meta

from app.kit import typed
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound, Refusal
from app.kit.texts import refusal_text
from app.kit.typed_days import read_day, read_instant

FormShape = TypeVar("FormShape", bound=msgspec.Struct)

Amount = Annotated[Decimal, Meta(extra={"typed": "amount"})]
"""A sum of money, as a bank's statement writes it."""
Kilograms = Annotated[Decimal, Meta(extra={"typed": "kilograms"})]
Percent = Annotated[Decimal, Meta(extra={"typed": "percent"})]
CODE: Final = {"typed": "code"}
"""For the `extra` of an article number, a reference or a plate."""
DIGITS: Final = {"typed": "digits"}
"""For the `extra` of a number that identifies: БИН, ИНН."""

_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "amount": typed.read_amount,
    "kilograms": typed.read_kilograms,
    "percent": typed.read_percent,
    "code": typed.read_code,
    "digits": typed.read_digits,
    "int": typed.read_whole,
    "Decimal": typed.read_number,
    "date": read_day,
    "datetime": read_instant,
    "str": str,
}
_LONGEST_TEXT: Final = 2000
"""Characters of a text whose field sets no other limit."""


class FormRefused(Refusal):
    """The form has errors, each beside its field."""

    code = "input.form_refused"
    sentence = N_("Some fields need your attention.")


class Missing(BadInput):
    """A required field was left empty."""

    code = "input.missing"
    sentence = N_("Fill this in.")


class TooShort(BadInput):
    """A text has fewer characters than the field requires."""

    code = "input.too_short"
    sentence = N_("Too short: at least %(least)s characters are needed, and %(length)s came.")


class TooLong(BadInput):
    """A text has more characters than the field takes."""

    code = "input.too_long"
    sentence = N_("Too long: at most %(most)s characters are kept, and %(length)s came.")


class TooSmall(BadInput):
    """A number lies below what the field takes."""

    code = "input.too_small"
    sentence = N_("Write a number of at least %(least)s.")


class TooLarge(BadInput):
    """A number lies above what the field takes."""

    code = "input.too_large"
    sentence = N_("Write a number of at most %(most)s.")


class NotOfTheForm(BadInput):
    """A text does not match the pattern of its field."""

    code = "input.not_of_the_form"
    sentence = N_("This is written in another form. %(rule)s")


class NotOffered(BadInput):
    """The value is none of the choices that the page offers."""

    code = "input.not_offered"
    sentence = N_("Choose one of those that the page offers.")


_OFF_THE_PAGE: Final = (NotFound, NotAllowed)
"""Refusals answered on a page of their own, unless a handler names them."""


@dataclass
class Form(Generic[FormShape]):
    """Submitted `values`, their `errors` by field, and `data` when there are none."""

    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    _data: FormShape | None = None
    _has_conflict: bool = False

    @property
    def data(self) -> FormShape:
        """The typed fields; raises `FormRefused` when there are errors."""
        if self._data is None or self.errors:
            raise FormRefused
        return self._data

    @property
    def status(self) -> int:
        """The status of the page that shows the form: 200, 409 after a conflict, or 422."""
        if self._has_conflict:
            return 409
        return 422 if self.errors else 200

    @property
    def sentences(self) -> list[str]:
        """All errors, for a page that shows the form's button and not its fields."""
        return [text for texts in self.errors.values() for text in texts]

    def refuse(self, name: str, refusal: Refusal | str) -> None:
        """Add an error to a field; the empty name is the form as a whole."""
        text = refusal if isinstance(refusal, str) else refusal_text(refusal)
        self.errors.setdefault(name, []).append(text)
        self._has_conflict = self._has_conflict or isinstance(refusal, Conflict)

    @contextmanager
    def submitting(self, *named: type[Refusal], beside: str = "") -> Iterator[None]:
        """Turn a refusal inside the block into an error of the form, and go on after the block.

        The sentence stands beside the field that the refusal names, if the form has it, else at
        `beside`. `NotFound` and `NotAllowed` propagate, except those `named`.
        """
        try:
            yield
        except FormRefused:
            return
        except Refusal as refusal:
            if isinstance(refusal, _OFF_THE_PAGE) and not isinstance(refusal, named):
                raise
            name = str(refusal.fields.get("field", ""))
            self.refuse(name if name in self.values else beside, refusal)


def empty(shape: type[FormShape], **values: str) -> Form[FormShape]:
    """Return an unsubmitted form, with some initial values."""
    names = dict.fromkeys(shape.__struct_fields__, "")
    return Form[FormShape](values={**names, **values})


AnyForm: TypeAlias = Form[Any]
"""A form of any fields."""


def read(shape: type[FormShape], sent: Mapping[str, object]) -> Form[FormShape]:
    """Read the submitted fields as `shape`, gathering every error."""
    values = {name: _text(sent.get(name, "")) for name in shape.__struct_fields__}
    form = Form[FormShape](values=dict(values))
    found: dict[str, object] = {}
    for name, hint in get_type_hints(shape, include_extras=True).items():
        try:
            found[name] = _read(values[name], hint)
            form.values[name] = _shown(found[name])
        except BadInput as refusal:
            form.refuse(name, refusal)
    _check_currency(form, values, shape)
    if not form.errors:
        form._data = shape(**found)  # noqa: SLF001 -- the form is ours to fill
    return form


def _text(sent: object) -> str:
    """Return the text without control characters, which no field takes."""
    return "".join(sign for sign in str(sent) if sign >= " " or sign in "\n\t").strip()


def _read(text: str, hint: Any) -> Any:  # noqa: ANN401 -- a type hint is any object, and so is what it reads
    """Return the field's value; raises `BadInput` of its reader or its limits."""
    if type(None) in get_args(hint):
        return _read(text, get_args(hint)[0]) if text else None
    kind, limits = getattr(hint, "__origin__", hint), getattr(hint, "__metadata__", ())
    if not text and kind is not str:
        raise Missing
    name = next((each.extra["typed"] for each in limits if each.extra), kind.__name__)
    value = _READERS[name](text)
    if kind is str:
        _check_text(value, limits)
    elif kind in {int, Decimal}:
        _check_size(value, limits)
    return value


def _check_text(text: str, limits: Iterable[Meta]) -> None:
    """Raise `Missing`, `TooShort`, `TooLong`, `NotOffered` or `NotOfTheForm`."""
    longest = _LONGEST_TEXT
    for limit in limits:
        if limit.min_length is not None and len(text) < limit.min_length:
            raise TooShort(least=limit.min_length, length=len(text)) if text else Missing
        if limit.pattern is not None and not re.search(limit.pattern, text):
            raise _of_pattern(text, limit)
        longest = limit.max_length or longest
    if len(text) > longest:
        raise TooLong(most=longest, length=len(text))


def _of_pattern(text: str, limit: Meta) -> BadInput:
    """Return the refusal of a text that does not match; its rule is the limit's `description`."""
    if not text:
        return Missing()
    return NotOfTheForm(rule=limit.description) if limit.description else NotOffered()


def _check_size(value: int | Decimal, limits: Iterable[Meta]) -> None:
    """Raise `TooSmall` or `TooLarge`."""
    for limit in limits:
        if limit.ge is not None and value < limit.ge:
            raise TooSmall(least=Decimal(limit.ge))
        if limit.le is not None and value > limit.le:
            raise TooLarge(most=Decimal(limit.le))


def _shown(value: object) -> str:
    """Format a value as its field shows it and reads it back."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return typed.plain(value) if isinstance(value, int | Decimal) else str(value)


def _check_currency(form: AnyForm, sent: Mapping[str, str], shape: type[msgspec.Struct]) -> None:
    """Add `OtherCurrency` to a sum whose sign is not that of the form's `currency`."""
    chosen = sent.get("currency", "")
    for name, hint in get_type_hints(shape, include_extras=True).items():
        try:
            if hint == Amount and chosen:
                typed.check_currency(sent[name], chosen=chosen)
        except typed.OtherCurrency as refusal:
            form.refuse(name, refusal)
