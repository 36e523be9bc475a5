"""A pick: a promise taken from the shelf, one after another."""

from collections.abc import Collection, Iterable

from app.kit.i18n import N_
from app.kit.refusal import Conflict, NotFound
from app.stock.lot import Promise, PromiseState


class NoSuchPromise(NotFound):
    """Nothing is held under this number."""

    code = "warehouse.promise_not_found"
    sentence = N_("There is nothing to pick here. Look at the list again.")


class AlreadyPicked(Conflict):
    """Somebody has taken these pieces from the shelf already."""

    code = "warehouse.already_picked"
    sentence = N_("%(quantity)s of %(sku)s, batch %(batch)s, are picked already.")


def check_pick(promise_id: int, *, held: Iterable[Promise], picked: Collection[int]) -> None:
    """Let a held promise pass that nobody has picked yet.

    `picked` are the ids of picked promises. Raises `NoSuchPromise` or `AlreadyPicked`.
    """
    for each in held:
        if each.id == promise_id and each.state is not PromiseState.RELEASED:
            if promise_id in picked:
                raise AlreadyPicked(quantity=each.quantity, sku=each.sku, batch=each.batch)
            return
    raise NoSuchPromise(promise=promise_id)


def left_to_pick(held: Iterable[Promise], *, picked: Collection[int]) -> list[Promise]:
    """List what is still on the shelf, in the order in which it is picked."""
    return [each for each in held if each.id not in picked]
