"""Where the goods are handed over, and through which crossing they leave.

Only what our price covers is offered: the price leaves our warehouse, so the goods are handed to
the buyer's carrier there (FCA). Terms that include freight come with a freight price. What we
offer stands in the reference list of deliveries; the crossings, and which deliveries each of them
fits, in the country's row.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from app.countries.country import Country, Crossing, Texts, check_texts
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.orders.order import Terms


class UnknownDelivery(BadInput):
    """We do not deliver on this term at this place."""

    code = "order.unknown_delivery"
    sentence = N_("Choose where the goods are handed over.")


class UnknownCrossing(BadInput):
    """We do not send goods to this country through this crossing."""

    code = "order.unknown_crossing"
    sentence = N_("Choose a border crossing that leads to your country.")


class TermsDisagree(BadInput):
    """Goods handed over there do not leave through that crossing."""

    code = "order.terms_disagree"
    sentence = N_(
        "Goods handed over %(term)s %(place)s do not leave through the crossing you chose."
        " It goes with %(fitting)s."
    )


class UnknownBroker(BadInput):
    """No customs broker of the buyer's country has this id."""

    code = "order.unknown_broker"
    sentence = N_("Choose a customs broker of your country.")


class Delivery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A delivery term with its named place."""

    code: str
    term: str
    """Three letters of Incoterms 2020."""
    place: str
    """The place as trade papers name it."""
    label: Texts
    note: Texts
    transports: tuple[str, ...]
    """Transports by which goods may go on from there: road, rail."""

    def __post_init__(self) -> None:
        check_texts(self.label)
        check_texts(self.note)

    def fits(self, crossing: Crossing) -> bool:
        """Return whether goods handed over there may leave through the crossing."""
        by = set(self.transports) & set(crossing.transports)
        return self.code in crossing.deliveries and bool(by)


@dataclass(frozen=True, slots=True)
class TermsRequest:
    """The terms that the buyer asks for, in unchecked codes."""

    consignee_name: str
    consignee_address: str
    delivery: str
    crossing: str
    broker_id: int | None


@dataclass(frozen=True, slots=True)
class TermsOffered:
    """What a buyer of a country may choose from on a day."""

    deliveries: tuple[Delivery, ...]
    """Those that fit at least one crossing."""
    crossings: tuple[Crossing, ...]
    """Those that fit at least one delivery."""


def offer_terms(deliveries: Mapping[str, Delivery], country: Country, *, on: date) -> TermsOffered:
    """Return what a buyer of the country may choose from, of the deliveries of the day."""
    crossings = country.crossings_on(on)
    return TermsOffered(
        tuple(each for each in deliveries.values() if any(map(each.fits, crossings))),
        tuple(each for each in crossings if any(one.fits(each) for one in deliveries.values())),
    )


def get_delivery(code: str, deliveries: Iterable[Delivery]) -> Delivery:
    """Return the delivery of a code such as fca-khorgos; raise `UnknownDelivery`."""
    for each in deliveries:
        if each.code == code:
            return each
    raise UnknownDelivery(field="delivery_term", code=code)


def get_crossing(code: str, *, country: Country, on: date) -> Crossing:
    """Return the country's crossing of a code such as khorgos; raise `UnknownCrossing`."""
    for each in country.crossings_on(on):
        if each.code == code:
            return each
    raise UnknownCrossing(field="border_crossing", code=code, country=country.code)


def agree(
    request: TermsRequest,
    *,
    country: Country,
    deliveries: Mapping[str, Delivery],
    on: date,
    broker_ids: Collection[int],
) -> Terms:
    """Return the requested terms, checked against what is offered on the day.

    `broker_ids` are the brokers of the buyer's country. Raises `UnknownDelivery`,
    `UnknownCrossing`, `TermsDisagree` or `UnknownBroker`.
    """
    if request.broker_id is not None and request.broker_id not in broker_ids:
        raise UnknownBroker(field="broker", broker=request.broker_id)
    delivery = get_delivery(request.delivery, deliveries.values())
    crossing = get_crossing(request.crossing, country=country, on=on)
    if not delivery.fits(crossing):
        fitting = [f"{e.term} {e.place}" for e in deliveries.values() if e.fits(crossing)]
        raise TermsDisagree(
            field="border_crossing",
            term=delivery.term,
            place=delivery.place,
            fitting=", ".join(fitting),
        )
    return Terms(
        consignee_name=request.consignee_name,
        consignee_address=request.consignee_address,
        delivery_term=delivery.term,
        delivery_place=delivery.place,
        crossing=crossing.code,
        broker_id=request.broker_id,
    )
