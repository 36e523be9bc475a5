"""From a step's form to the answers of a draft, and back."""

from decimal import Decimal
from typing import Final

import msgspec

from app.catalog.prefectures import get_prefecture
from app.catalog.units import get_packing, get_unit
from app.countries.repository import today
from app.kit import forms, typed
from app.listings.facts import check_elements_said, check_multiple, grams_of, ladder_answers
from app.listings.questions import ELEMENT
from app.web.seller.listings.forms import (
    DraftPricesForm,
    MallChoiceForm,
    OriginForm,
    PackingForm,
)
from app.web.seller.listings.pages import StepPage

_GRAM: Final = Decimal("0.001")
"""In kilograms."""


def first_values(shown: StepPage) -> dict[str, str]:
    """Return what the fields of a step begin with."""
    answers = dict(shown.draft.answers)
    for number, name in enumerate(shown.element_names, 1):
        answers[f"element_{number}"] = answers.get(f"{ELEMENT}{name}", "")
    return {**answers, "version": str(shown.draft.version)}


def answers_in(shown: StepPage, data: msgspec.Struct) -> dict[str, str]:
    """Return the answers of a step; raises `BadInput` of what the trade does not take."""
    if shown.step.code == "elements":
        said = {
            name: getattr(data, f"element_{number}")
            for number, name in enumerate(shown.element_names, 1)
        }
        check_elements_said(shown.element_names, said)
        return {f"{ELEMENT}{name}": text for name, text in said.items()}
    if isinstance(data, MallChoiceForm) and data.mall not in {mall.code for mall in shown.malls}:
        raise forms.NotOffered(field="mall")
    _check(data)
    found = {name: _text(getattr(data, name)) for name in data.__struct_fields__}
    del found["version"]
    if isinstance(data, DraftPricesForm):
        found |= ladder_answers(data.ladder())
    return found


def _text(value: str | int | Decimal) -> str:
    return value if isinstance(value, str) else typed.plain(value)


def _check(data: object) -> None:
    match data:
        case PackingForm():
            get_unit(data.sales_unit)
            get_packing(data.packing)
            if not grams_of(data.unit_net, field="unit_net"):
                raise forms.TooSmall(field="unit_net", least=_GRAM)
            grams_of(data.carton_tare, field="carton_tare")
        case OriginForm():
            get_prefecture(data.prefecture, on=today())
        case DraftPricesForm():
            check_multiple(data.ladder(), data.multiple)
