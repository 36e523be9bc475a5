"""Forms of a listing's steps."""

from typing import Annotated, Final

import msgspec

from app.kit import forms
from app.kit.i18n import N_
from app.web.seller.forms import LadderForm

ELEMENTS_MOST: Final = 24
"""More than any line of the Chinese tariff asks for."""
_Name = Annotated[str, msgspec.Meta(max_length=200)]
_Text = Annotated[str, msgspec.Meta(max_length=2000)]
_Code = Annotated[str, msgspec.Meta(min_length=1, max_length=12)]


class StepForm(msgspec.Struct):
    """A step of a draft; `version` is that of the draft when the page was opened."""

    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class WordsForm(StepForm):
    """Names and words; Chinese is needed, and `translate` asks the office for the others."""

    name_zh: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    description_zh: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    name_en: _Name
    description_en: _Text
    name_ru: _Name
    description_ru: _Text
    translate: Annotated[str, msgspec.Meta(pattern="^(yes)?$")]


class PackingForm(StepForm):
    """What one price is for, and how it is packed."""

    sku: Annotated[
        str,
        msgspec.Meta(
            pattern="^[A-Z0-9][A-Z0-9-]{1,39}$",
            extra=forms.CODE,
            description=N_("Latin letters, digits and dashes, from 2 to 40 of them."),
        ),
    ]
    sales_unit: _Code
    unit_net: Annotated[forms.Kilograms, msgspec.Meta(ge=0, le=100_000)]
    units_per_carton: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    packing: _Code
    carton_tare: Annotated[forms.Kilograms, msgspec.Meta(ge=0, le=10_000)]


class DraftPricesForm(LadderForm):
    """Prices in yuan, and what the quantity must divide by; a step as `StepForm`."""

    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    multiple: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class OriginForm(StepForm):
    """Where goods come from, and how long they are good; 0 for goods that do not age."""

    prefecture: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    shelf_life_days: Annotated[int, msgspec.Meta(ge=0, le=20_000)]


class ChinaCodeForm(StepForm):
    """The goods' code in the Chinese tariff, with its evidence."""

    china_code: Annotated[
        str,
        msgspec.Meta(
            pattern="^[0-9]{10}$",
            extra=forms.DIGITS,
            description=N_("A Chinese code has ten digits."),
        ),
    ]
    customs_name: Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
    evidence: Annotated[str, msgspec.Meta(min_length=3, max_length=500)]


ElementsForm = msgspec.defstruct(
    "ElementsForm",
    [
        (f"element_{number}", Annotated[str, msgspec.Meta(max_length=200)])
        for number in range(1, ELEMENTS_MOST + 1)
    ],
    bases=(StepForm,),
    module=__name__,
)
"""Declared elements in the order of the tariff line; empty ones are told from missing later."""


class MallChoiceForm(StepForm):
    """The mall that shall show the goods."""

    mall: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]


class CopyForm(msgspec.Struct):
    """Which product a new draft begins like; empty for an empty draft."""

    sku: Annotated[str, msgspec.Meta(max_length=40)]
