"""Choosing the supervision mode (监管方式) of an export.

The rules are tried in their order; the first that holds decides. The declarant may choose another
mode with a reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from customs.refusal import N_, CustomsRefusal


class SupervisionMode(StrEnum):
    """Supervision mode (监管方式), four digits."""

    GENERAL = "0110"
    """一般贸易."""
    TO_CONSUMERS = "9610"
    """跨境电子商务: parcels of a platform to consumers."""
    TO_BUSINESSES = "9710"
    """跨境电商B2B直接出口."""
    OVERSEAS_WAREHOUSE = "9810"
    """跨境电商出口海外仓."""
    BONDED = "1210"
    """保税跨境贸易电子商务."""
    MARKET_PROCUREMENT = "1039"
    """市场采购."""
    BORDER_SMALL_TRADE = "4019"
    """边境小额."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """The facts that determine the supervision mode."""

    has_platform_order: bool
    """Whether the deal was closed through a registered cross-border platform."""
    to_consumer: bool
    to_overseas_warehouse: bool
    from_bonded_zone: bool
    in_procurement_market: bool
    """Whether it was bought and is declared in an approved market."""
    has_border_trade_right: bool
    """Whether the exporter may trade as 边境小额, and the goods leave by that border."""


class NoReasonGiven(CustomsRefusal):
    """Raised when a mode is overridden without a reason."""

    code = "customs.china.no_reason_given"
    sentence = N_("Say why mode %(mode)s is taken.")


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """A supervision mode and why it applies."""

    mode: SupervisionMode
    reason: str
    """A message of the catalogue; empty when a person chose the mode."""
    said: str = ""
    """The person's reason."""


_RULES: Final[tuple[tuple[Callable[[Trade], bool], SupervisionMode, str], ...]] = (
    (
        lambda trade: trade.from_bonded_zone and trade.has_platform_order,
        SupervisionMode.BONDED,
        N_("A platform's goods that leave a bonded zone go by 1210."),
    ),
    (
        lambda trade: trade.has_platform_order and trade.to_overseas_warehouse,
        SupervisionMode.OVERSEAS_WAREHOUSE,
        N_("A platform's goods for a warehouse abroad, sold from there, go by 9810."),
    ),
    (
        lambda trade: trade.has_platform_order and trade.to_consumer,
        SupervisionMode.TO_CONSUMERS,
        N_("A platform's parcels to consumers go by 9610."),
    ),
    (
        lambda trade: trade.has_platform_order,
        SupervisionMode.TO_BUSINESSES,
        N_("A deal closed on a platform and sent to a company abroad goes by 9710."),
    ),
    (
        lambda trade: trade.in_procurement_market,
        SupervisionMode.MARKET_PROCUREMENT,
        N_("Goods bought in an approved market and declared there go by 1039."),
    ),
    (
        lambda trade: trade.has_border_trade_right,
        SupervisionMode.BORDER_SMALL_TRADE,
        N_("An exporter with the right of border trade, over that border, goes by 4019."),
    ),
)
_ELSE: Final = N_("Nothing makes the deal another trade: it goes as general trade, 0110.")

MODES: Final[Mapping[str, SupervisionMode]] = {mode.value: mode for mode in SupervisionMode}


def choose_mode(trade: Trade) -> ModeChoice:
    """Return the first supervision mode whose rule holds, and the rule's sentence."""
    for holds, mode, reason in _RULES:
        if holds(trade):
            return ModeChoice(mode, reason)
    return ModeChoice(SupervisionMode.GENERAL, _ELSE)


def override_mode(mode: SupervisionMode, *, said: str) -> ModeChoice:
    """Return a mode chosen by a person, with their reason; raises `NoReasonGiven`."""
    if not said.strip():
        raise NoReasonGiven(mode=mode)
    return ModeChoice(mode, "", said.strip())
