"""The figures of terms by name, as plain text, for the log and a draft's differences."""

from decimal import Decimal

from moneyed import get_currency

from app.kit.i18n import N_
from app.kit.money import smallest_coin
from app.rates.draft import Draft
from app.rates.selling import SellingTerms

FIGURE_NAMES = {
    "spread_percent": N_("Spread, %"),
    "step": N_("Price tags in steps of"),
    "ending": N_("ending in"),
    "direction": N_("rounded"),
    "warn_age_days": N_("Alarm when the official rate is older than, days"),
    "stop_age_days": N_("Stop when the official rate is older than, days"),
    "jump_percent": N_("A jump beyond, %, waits for a second person"),
    "floor_percent": N_("Floor of the spread, %"),
}


def terms_figures(terms: SellingTerms | Draft) -> dict[str, str]:
    """Return every figure of terms by its name in `FIGURE_NAMES`."""
    return {
        "spread_percent": _plain(terms.spread_percent),
        "step": _amount(terms.rounding.step_minor, terms.currency),
        "ending": _amount(terms.rounding.ending_minor, terms.currency),
        "direction": terms.rounding.direction.value,
        "warn_age_days": str(terms.limits.warn_age_days),
        "stop_age_days": str(terms.limits.stop_age_days),
        "jump_percent": _plain(terms.limits.jump_percent),
        "floor_percent": _plain(terms.limits.floor_percent),
    }


def _amount(minor: int, currency: str) -> str:
    return _plain(minor * smallest_coin(get_currency(currency)))


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
