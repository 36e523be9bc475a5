"""Visits as text in the reader's language."""

from dataclasses import dataclass
from typing import Final

from app.accounts.device import OwnVisit, browser_name, system_name
from app.countries.clocks import say_instant
from app.kit.i18n import N_, language, translate

_UNKNOWN: Final = N_("Unknown")
_UNKNOWN_DEVICE: Final = N_("Unknown device")


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit as a row of the page."""

    device: str
    opened: str
    seen: str
    address: str
    is_this: bool
    end: str
    """Where the form that ends it goes."""


def visit_view(visit: OwnVisit, *, country: str) -> VisitView:
    """Present a visit; instants in the country's time zone."""
    return VisitView(
        device=device_text(visit.browser),
        opened=say_instant(visit.opened_at, country),
        seen=say_instant(visit.seen_at, country),
        address=visit.address or translate(_UNKNOWN),
        is_this=visit.is_this,
        end=f"/{language()}/account/visits/{visit.id}/end",
    )


def device_text(header: str) -> str:
    """Name browser and system in plain words: Chrome · Android."""
    names = filter(None, (browser_name(header), system_name(header)))
    return " · ".join(names) or translate(_UNKNOWN_DEVICE)
