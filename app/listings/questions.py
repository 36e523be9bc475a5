"""What a seller is asked about goods, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import NotFound

ELEMENT: Final = "element:"
"""Begins the key of an answer to a declared element; its Chinese name follows."""
TRANSLATE: Final = "translate"
"""The answer by which a seller asks the office for the words in other languages."""
WORDS: Final = ("name_en", "description_en", "name_ru", "description_ru")
"""What the office can write in the seller's place."""


class NoSuchStep(NotFound):
    """A listing has no step of this name."""

    code = "listing.no_such_step"
    sentence = N_("A listing has no step %(step)s.")


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a step; goods are not listed without an answer to a needed one."""

    field: str
    label: str
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A few questions that are answered together, on one small page."""

    code: str
    label: str
    questions: tuple[Question, ...]


WORDS_STEP: Final = Step(
    "words",
    N_("Names and words"),
    (
        Question("name_zh", N_("Name in Chinese")),
        Question("description_zh", N_("Description in Chinese")),
        Question("name_en", N_("Name in English")),
        Question("description_en", N_("Description in English")),
        Question("name_ru", N_("Name in Russian")),
        Question("description_ru", N_("Description in Russian")),
        Question(TRANSLATE, N_("The office translates"), is_needed=False),
    ),
)
PACKING_STEP: Final = Step(
    "packing",
    N_("Unit and packing"),
    (
        Question("sku", N_("Article number")),
        Question("sales_unit", N_("Sold by")),
        Question("unit_net", N_("Net weight of one")),
        Question("units_per_carton", N_("How many in a carton")),
        Question("packing", N_("Packing")),
        Question("carton_tare", N_("Weight of the empty carton")),
    ),
)
PRICES_STEP: Final = Step(
    "prices",
    N_("Prices in yuan"),
    (
        Question("multiple", N_("Sold in multiples of")),
        *(
            Question(f"{name}_{turn}", label, is_needed=turn == 1)
            for turn in (1, 2, 3, 4)
            for name, label in (("from", N_("From how many")), ("price", N_("Price of one")))
        ),
    ),
)
ORIGIN_STEP: Final = Step(
    "origin",
    N_("Origin and shelf life"),
    (
        Question("prefecture", N_("Where it is made or grown")),
        Question("shelf_life_days", N_("Good for how many days")),
    ),
)
CODE_STEP: Final = Step(
    "code",
    N_("Customs code"),
    (
        Question("china_code", N_("Chinese code, ten digits")),
        Question("customs_name", N_("Name for customs, in Chinese")),
        Question("evidence", N_("How you know the code")),
    ),
)
ELEMENTS_STEP: Final = Step("elements", N_("Declared elements"), ())
"""Its questions are those of the code's line in the tariff."""
MALLS_STEP: Final = Step("malls", N_("Malls"), (Question("mall", N_("Mall")),))

STEPS: Final = (
    WORDS_STEP,
    PACKING_STEP,
    PRICES_STEP,
    ORIGIN_STEP,
    CODE_STEP,
    ELEMENTS_STEP,
    MALLS_STEP,
)


def get_step(code: str) -> Step:
    """Return the step of a code; raises `NoSuchStep`."""
    for step in STEPS:
        if step.code == code:
            return step
    raise NoSuchStep(step=code)


def step_after(code: str) -> Step | None:
    """Return the step that follows, or None after the last."""
    codes = [step.code for step in STEPS]
    following = codes.index(code) + 1
    return STEPS[following] if following < len(STEPS) else None


def questions_of(step: Step, element_names: tuple[str, ...]) -> Iterator[Question]:
    """Yield the questions of a step; those of the elements in the order of the tariff line."""
    yield from step.questions
    if step is ELEMENTS_STEP:
        yield from (Question(f"{ELEMENT}{name}", name) for name in element_names)
