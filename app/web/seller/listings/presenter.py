"""Presenter of drafts and their steps."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.catalog.prefectures import list_prefectures, prefecture_names
from app.catalog.units import PACKINGS, UNITS
from app.countries.repository import today
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.formats import instant, money
from app.kit.i18n import N_, text_of, translate
from app.listings.draft import LISTING_STATES, ListingState, ProductDraft, Readiness
from app.listings.element_help import ELEMENT_HELP
from app.listings.facts import ladder_of
from app.listings.questions import STEPS
from app.web.presenters.units import packing_name, per_unit, say_units, unit_name
from app.web.seller.addresses import LISTINGS
from app.web.seller.goods.prices_presenter import buyers_prices
from app.web.seller.listings.pages import ListingPage, StepPage
from customs.china.elements import BRAND_KIND, PREFERENCE

LISTING_TONES: Final = {
    ListingState.WRITING: "plain",
    ListingState.SUBMITTED: "busy",
    ListingState.RETURNED: "waiting",
    ListingState.LISTED: "good",
}
_BRAND_KINDS: Final = {
    "0": N_("No brand"),
    "1": N_("A Chinese company's own brand"),
    "2": N_("A Chinese company's bought brand"),
    "3": N_("A foreign brand, made to order"),
    "4": N_("A foreign brand, other"),
}
_PREFERENCES: Final = {
    "0": N_("No, the duty is not lowered"),
    "1": N_("Yes, the duty is lowered"),
    "2": N_("That is not certain"),
}
_CHOICES: Final = {BRAND_KIND: _BRAND_KINDS, PREFERENCE: _PREFERENCES}
Option = tuple[str, str]
"""A value and its text."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list."""

    href: str
    name: str
    state: str
    tone: str
    percent: str
    changed: str


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step of a draft: where it is, and what it lacks."""

    label: str
    href: str
    is_done: bool
    lacks: list[str]


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The goods as buyers would see them; `prices` are empty without prices in yuan."""

    name: str
    description: str
    origin: str
    least: str
    per: str
    prices: list[str]


@dataclass(frozen=True, slots=True)
class ListingView:
    """A draft with its steps."""

    name: str
    href: str
    state: str
    tone: str
    is_editable: bool
    is_ready: bool
    percent: int
    why: str
    steps: list[StepLink]
    preview: PreviewView


@dataclass(frozen=True, slots=True)
class ElementView:
    """A declared element: its field, its Chinese name, the plain words, its choices if any."""

    field: str
    name: str
    help: str
    choices: list[Option]


@dataclass(frozen=True, slots=True)
class StepView:
    """A step's page."""

    code: str
    title: str
    href: str
    draft_href: str
    draft_name: str
    number: int
    count: int
    units: list[Option] = field(default_factory=list)
    packings: list[Option] = field(default_factory=list)
    prefectures: list[Option] = field(default_factory=list)
    malls: list[tuple[str, str, str]] = field(default_factory=list)
    elements: list[ElementView] = field(default_factory=list)


def draft_name(draft: ProductDraft) -> str:
    """Return what the goods are called, or what goods without a name are."""
    names = draft.names
    return text_of({"en": next(iter(names.values())), **names}) if names else _nameless()


def _nameless() -> str:
    return translate(N_("Goods without a name yet"))


def draft_rows(found: Iterable[tuple[ProductDraft, Readiness]]) -> list[DraftRow]:
    """Present the company's drafts."""
    return [
        DraftRow(
            href=f"{LISTINGS}/{draft.id}",
            name=draft_name(draft),
            state=translate(LISTING_STATES.names[draft.state]),
            tone=LISTING_TONES[draft.state],
            percent=f"{ready.percent}%",
            changed=instant(draft.changed_at, WAREHOUSE_ZONE),
        )
        for draft, ready in found
    ]


def draft_view(shown: ListingPage) -> ListingView:
    """Present a draft with what it lacks."""
    draft, ready = shown.draft, shown.ready
    is_editable = draft.state in {ListingState.WRITING, ListingState.RETURNED}
    return ListingView(
        name=draft_name(draft),
        href=f"{LISTINGS}/{draft.id}",
        state=translate(LISTING_STATES.names[draft.state]),
        tone=LISTING_TONES[draft.state],
        is_editable=is_editable,
        is_ready=is_editable and not ready.lacks,
        percent=ready.percent,
        why=draft.why if draft.state is ListingState.RETURNED else "",
        steps=[
            StepLink(
                label=translate(step.label),
                href=f"{LISTINGS}/{draft.id}/steps/{step.code}",
                is_done=ready.is_done(step),
                lacks=[translate(lack.question.label) for lack in ready.lacks if lack.step is step],
            )
            for step in STEPS
        ],
        preview=_preview(shown),
    )


def _preview(shown: ListingPage) -> PreviewView:
    draft = shown.draft
    unit = draft.answer("sales_unit")
    place = draft.answer("prefecture")
    has_prices = bool(draft.answer("from_1"))
    descriptions = {
        "en": draft.answer("description_en") or draft.answer("description_zh"),
        "ru": draft.answer("description_ru"),
        "zh_Hans": draft.answer("description_zh"),
    }
    return PreviewView(
        name=draft_name(draft),
        description=text_of(descriptions),
        origin=text_of(prefecture_names(place, on=today())) if place else "",
        least=say_units(int(draft.answer("from_1")), unit) if has_prices and unit else "",
        per=per_unit(unit) if unit else "",
        prices=_prices(shown) if has_prices else [],
    )


def _prices(shown: ListingPage) -> list[str]:
    """Return the first price in yuan and in each buyers' currency."""
    ladder = ladder_of(shown.draft.answers)
    first = ladder.steps[0]
    sku = shown.draft.answer("sku") or _nameless()
    theirs = buyers_prices(sku, ladder, first.minimum, shown.rates)
    return [money(first.unit_price), *theirs]


def step_view(shown: StepPage) -> StepView:
    """Present a step with what its fields offer."""
    home = f"{LISTINGS}/{shown.draft.id}"
    return StepView(
        code=shown.step.code,
        title=translate(shown.step.label),
        href=f"{home}/steps/{shown.step.code}",
        draft_href=home,
        draft_name=draft_name(shown.draft),
        number=STEPS.index(shown.step) + 1,
        count=len(STEPS),
        units=[(code, unit_name(code, 1)) for code in UNITS],
        packings=[(code, packing_name(code)) for code in PACKINGS],
        prefectures=[(each.code, text_of(each.names)) for each in list_prefectures(on=today())],
        malls=[(mall.code, mall.name, mall.intro) for mall in shown.malls],
        elements=[_element(number, name) for number, name in enumerate(shown.element_names, 1)],
    )


def _element(number: int, name: str) -> ElementView:
    return ElementView(
        field=f"element_{number}",
        name=name,
        help=translate(ELEMENT_HELP.get(name, "")),
        choices=[(value, translate(text)) for value, text in _CHOICES.get(name, {}).items()],
    )
