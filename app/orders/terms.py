"""Where the goods are handed over, and through which crossing they leave: dated lists of ours.

Only what our price covers is offered: the price leaves our warehouse, so the goods are handed to
the buyer's carrier there (FCA). Terms that include freight come with a freight price.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol, TypeVar

from app.kit.refusal import BadInput
from app.kit.words import N_
from app.orders.order import Terms


class UnknownDelivery(BadInput):
    """We do not deliver on this term at this place."""

    sentence = N_("Choose where the goods are handed over.")


class UnknownCrossing(BadInput):
    """We do not send goods to this country through this crossing."""

    sentence = N_("Choose a border crossing that leads to your country.")


class UnknownBroker(BadInput):
    """No customs broker of the buyer's country goes by this number here."""

    sentence = N_("Choose a customs broker of your country.")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery term with its named place, and since when we offer it."""

    code: str
    term: str
    """Three letters of Incoterms 2020."""
    place: str
    """The place as trade papers name it."""
    label: str
    note: str
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """A border crossing, and since when we send goods through it."""

    code: str
    country: str
    """The country on the other side, ISO 3166-1 alpha-2."""
    label: str
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class AskedTerms:
    """What the buyer asks for, in codes nobody has checked yet."""

    consignee_name: str
    consignee_address: str
    delivery: str
    crossing: str
    broker_id: int | None


class _Dated(Protocol):
    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


_DatedThing = TypeVar("_DatedThing", bound=_Dated)

_OPENED: Final = date(2026, 1, 1)
_NOTE: Final = N_("Your carrier takes the goods over there, cleared for export.")
_RULES: Final = "Incoterms 2020, FCA: delivery at the seller's premises, A2 a; export A7"
_ROUTES: Final = "Our routes: crossings between Xinjiang and the buyer's country, road"

DELIVERIES: Final = (
    Delivery(
        code="fca-khorgos",
        term="FCA",
        place="Khorgos",
        label=N_("FCA Khorgos: at our warehouse by the border"),
        note=_NOTE,
        valid_from=_OPENED,
        valid_to=None,
        source=_RULES,
    ),
    Delivery(
        code="fca-urumqi",
        term="FCA",
        place="Urumqi",
        label=N_("FCA Urumqi: at our warehouse in the city"),
        note=_NOTE,
        valid_from=_OPENED,
        valid_to=None,
        source=_RULES,
    ),
)

_NAMES: Final = (
    ("khorgos", "KZ", N_("Khorgos – Nur Zholy")),
    ("alashankou", "KZ", N_("Alashankou – Dostyk")),
    ("baketu", "KZ", N_("Baketu – Bakhty")),
    ("torugart", "KG", N_("Torugart")),
    ("irkeshtam", "KG", N_("Irkeshtam")),
)
CROSSINGS: Final = tuple(
    Crossing(code, country, label, valid_from=_OPENED, valid_to=None, source=_ROUTES)
    for code, country, label in _NAMES
)


def deliveries(*, on: date) -> tuple[Delivery, ...]:
    """Will give what we offer on the day."""
    return _held(DELIVERIES, on=on)


def crossings_to(country: str, *, on: date) -> tuple[Crossing, ...]:
    """Will give the crossings to the country that we use on the day."""
    return _held((each for each in CROSSINGS if each.country == country), on=on)


def get_delivery(code: str, *, on: date) -> Delivery:
    """Will give the delivery of a code such as fca-khorgos; raises `UnknownDelivery`."""
    for each in deliveries(on=on):
        if each.code == code:
            return each
    raise UnknownDelivery(field="delivery_term", code=code)


def get_crossing(code: str, *, country: str, on: date) -> Crossing:
    """Will give the crossing of a code such as khorgos; raises `UnknownCrossing`."""
    for each in crossings_to(country, on=on):
        if each.code == code:
            return each
    raise UnknownCrossing(field="border_crossing", code=code, country=country)


def agree(asked: AskedTerms, *, country: str, on: date, broker_ids: Collection[int]) -> Terms:
    """Will give the terms that were asked for, checked against what we offer on the day.

    `broker_ids` are the brokers of the buyer's country. Raises `UnknownDelivery`,
    `UnknownCrossing` or `UnknownBroker`.
    """
    if asked.broker_id is not None and asked.broker_id not in broker_ids:
        raise UnknownBroker(field="broker", broker=asked.broker_id)
    delivery = get_delivery(asked.delivery, on=on)
    return Terms(
        consignee_name=asked.consignee_name,
        consignee_address=asked.consignee_address,
        delivery_term=delivery.term,
        delivery_place=delivery.place,
        crossing=get_crossing(asked.crossing, country=country, on=on).code,
        broker_id=asked.broker_id,
    )


def crossing_label(code: str) -> str:
    """Will give the crossing's name for a page, also of one we use no more.

    Raises `UnknownCrossing` for a code that never was ours.
    """
    for each in CROSSINGS:
        if each.code == code:
            return each.label
    raise UnknownCrossing(field="border_crossing", code=code, country="")


def _held(things: Iterable[_DatedThing], *, on: date) -> tuple[_DatedThing, ...]:
    return tuple(
        each
        for each in things
        if each.valid_from <= on and (each.valid_to is None or on <= each.valid_to)
    )
