"""Picking: taking reservations from the shelf, one after another."""

from collections.abc import Collection, Iterable

from app.kit.i18n import N_
from app.kit.refusal import Conflict, NotFound
from app.stock.lot import Reservation, ReservationState


class NoSuchReservation(NotFound):
    """There is no such reservation to pick."""

    code = "warehouse.promise_not_found"
    sentence = N_("There is nothing to pick here. Look at the list again.")


class AlreadyPicked(Conflict):
    """Somebody has taken these pieces from the shelf already."""

    code = "warehouse.already_picked"
    sentence = N_("%(quantity)s of %(sku)s, batch %(batch)s, are picked already.")


def check_pick(
    reservation_id: int, *, held: Iterable[Reservation], picked: Collection[int]
) -> None:
    """Check that a reservation is held and not picked yet.

    `picked` are the ids of picked reservations. Raises `NoSuchReservation` or `AlreadyPicked`.
    """
    for each in held:
        if each.id == reservation_id and each.state is not ReservationState.RELEASED:
            if reservation_id in picked:
                raise AlreadyPicked(quantity=each.quantity, sku=each.sku, batch=each.batch)
            return
    raise NoSuchReservation(reservation=reservation_id)


def left_to_pick(held: Iterable[Reservation], *, picked: Collection[int]) -> list[Reservation]:
    """List what is still on the shelf, in the order in which it is picked."""
    return [each for each in held if each.id not in picked]
