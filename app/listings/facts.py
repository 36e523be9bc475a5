"""A draft's answers as the facts of a product, and a product's facts as answers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.catalog.ladder import Ladder, LadderStep
from app.catalog.mall import Mall
from app.catalog.product import CodeStatus, Product, ProductCode, ProductFacts, Tariff
from app.kit.i18n import N_
from app.kit.money import CNY
from app.kit.refusal import BadInput
from app.listings.draft import ProductDraft
from app.listings.questions import ELEMENT
from customs.china.elements import Slots
from customs.refusal import CustomsRefusal

_TURNS: Final = (1, 2, 3, 4)
_TAGS: Final = {"zh_Hans": "zh", "en": "en", "ru": "ru"}


class FinerThanGrams(BadInput):
    """A weight has a part of a gram."""

    code = "listing.finer_than_grams"
    sentence = N_("Weights are kept in whole grams: at most three digits after the point.")


class OddMinimum(BadInput):
    """The least that can be ordered does not fill whole multiples."""

    code = "listing.odd_minimum"
    sentence = N_("The least quantity, %(minimum)s, must fill multiples of %(multiple)s.")


def grams_of(kilograms: Decimal, *, field: str) -> int:
    """Return whole grams; raises `FinerThanGrams`."""
    grams = kilograms * 1000
    if grams != grams.to_integral_value():
        raise FinerThanGrams(field=field)
    return int(grams)


def ladder_of(answers: Mapping[str, str]) -> Ladder:
    """Return the ladder of the steps that are answered; raises `BadLadder` or `Unsettled`."""
    return Ladder(
        tuple(
            LadderStep(int(answers[f"from_{turn}"]), Money(Decimal(answers[f"price_{turn}"]), CNY))
            for turn in _TURNS
            if answers.get(f"from_{turn}")
        )
    )


def ladder_answers(ladder: Ladder) -> dict[str, str]:
    """Return a ladder as answers: steps that it does not have are empty."""
    found = {f"{name}_{turn}": "" for turn in _TURNS for name in ("from", "price")}
    for turn, step in zip(_TURNS, ladder.steps, strict=False):
        found[f"from_{turn}"] = str(step.minimum)
        found[f"price_{turn}"] = f"{step.unit_price.amount:f}"
    return found


def check_multiple(ladder: Ladder, multiple: int) -> None:
    """Raise `OddMinimum` unless the ladder begins at whole multiples."""
    minimum = ladder.steps[0].minimum
    if minimum % multiple:
        raise OddMinimum(field="multiple", minimum=minimum, multiple=multiple)


def facts_of(draft: ProductDraft, *, element_names: Sequence[str], mall: Mall) -> ProductFacts:
    """Return the facts of a draft that lacks nothing.

    Goods without a photograph are shown with the sign of their mall.
    """
    answers = draft.answers
    ladder = ladder_of(answers)
    return ProductFacts(
        sku=answers["sku"],
        slug=answers["sku"].lower(),
        names={tag: answers[f"name_{each}"] for tag, each in _TAGS.items()},
        descriptions={tag: answers[f"description_{each}"] for tag, each in _TAGS.items()},
        picture=mall.picture,
        tint=mall.tint,
        sales_unit=answers["sales_unit"],
        unit_net_g=grams_of(Decimal(answers["unit_net"]), field="unit_net"),
        units_per_carton=int(answers["units_per_carton"]),
        carton_tare_g=grams_of(Decimal(answers["carton_tare"]), field="carton_tare"),
        packing=answers["packing"],
        minimum=ladder.steps[0].minimum,
        multiple=int(answers["multiple"]),
        prefecture=answers["prefecture"],
        ladder=ladder,
        codes=(
            ProductCode(
                Tariff.CHINA, answers["china_code"], CodeStatus.PROPOSED, answers["evidence"]
            ),
        ),
        malls=(mall.code,),
        shelf_life_days=int(answers["shelf_life_days"]),
        customs_name=answers["customs_name"],
        elements=tuple(answers[f"{ELEMENT}{name}"] for name in element_names),
    )


def answers_of(product: Product, *, element_names: Sequence[str]) -> dict[str, str]:
    """Return a listed product as answers, for goods that differ from it a little.

    Its article number is left out: the other goods have one of their own.
    """
    code = next((each for each in product.codes if each.tariff == Tariff.CHINA), None)
    found = {
        **{f"name_{each}": product.names.get(tag, "") for tag, each in _TAGS.items()},
        **{f"description_{each}": product.descriptions.get(tag, "") for tag, each in _TAGS.items()},
        "sales_unit": product.sales_unit,
        "unit_net": _kilograms(product.unit_net_g),
        "units_per_carton": str(product.units_per_carton),
        "carton_tare": _kilograms(product.carton_tare_g),
        "packing": product.packing,
        "multiple": str(product.multiple),
        "prefecture": product.prefecture,
        "china_code": code.code if code else "",
        "customs_name": product.customs_name,
        "evidence": code.source if code else "",
        "shelf_life_days": str(product.shelf_life_days),
        "mall": product.malls[0] if product.malls else "",
        **ladder_answers(product.ladder),
    }
    for name, text in zip(element_names, product.elements, strict=False):
        found[f"{ELEMENT}{name}"] = text
    return found


def _kilograms(grams: int) -> str:
    return f"{(Decimal(grams) / 1000).normalize():f}"


def check_elements_said(element_names: Sequence[str], said: Mapping[str, str]) -> None:
    """Check declared elements by name; the refusal names the number of the field from 1.

    Raises `NotOfTheList` or `PipeInElement`.
    """
    slots = Slots(tuple(element_names))
    for number, name in enumerate(element_names, 1):
        try:
            slots.fill({name: said.get(name, "")})
        except CustomsRefusal as refusal:
            raise type(refusal)(**refusal.fields, field=f"element_{number}") from refusal
