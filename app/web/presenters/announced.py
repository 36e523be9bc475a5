"""Presenter of announced batches, for who sends and who receives them."""

from app.kit.formats import number
from app.kit.i18n import N_, say, translate
from app.stock.announcement import AnnouncedLot


def came_text(lot: AnnouncedLot) -> str:
    """Say how many units of a batch have come, and the difference to what was announced."""
    if not lot.came:
        return translate(N_("not come yet"))
    came: dict[str, object] = {"came": number(lot.came), "units": number(abs(lot.difference))}
    if lot.difference < 0:
        return say(N_("%(came)s, %(units)s lack"), came)
    if lot.difference:
        return say(N_("%(came)s, %(units)s too many"), came)
    return say(N_("%(came)s, all of it"), came)
