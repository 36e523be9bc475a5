"""The rates log: who changed what, when, from what to what, and why. Rows are only added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.kit.i18n import N_


class LogKind(StrEnum):
    DRAFTED = "drafted"
    REHEARSED = "rehearsed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    LIFTED = "lifted"
    IMPORTED = "imported"
    HELD = "held"
    CONFIRMED = "confirmed"
    ALARM = "alarm"


KIND_NAMES = {
    LogKind.DRAFTED: N_("Terms drafted"),
    LogKind.REHEARSED: N_("Draft rehearsed"),
    LogKind.PUBLISHED: N_("Terms published"),
    LogKind.WITHDRAWN: N_("Draft withdrawn"),
    LogKind.STOPPED: N_("Selling stopped"),
    LogKind.LIFTED: N_("Stop lifted"),
    LogKind.IMPORTED: N_("Bank's answer imported"),
    LogKind.HELD: N_("Rate held: it jumped"),
    LogKind.CONFIRMED: N_("Rate confirmed"),
    LogKind.ALARM: N_("Alarm"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An entry to be added to the log; `by_id` None: the application itself."""

    kind: LogKind
    about: str
    """A currency or a bank's code."""
    at: datetime
    by_id: int | None
    why: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the log. `before` and `after` hold the figures by name, as plain text."""

    at: datetime
    kind: LogKind
    about: str
    """A currency or a bank's code."""
    who: str
    """Empty for the application itself."""
    before: dict[str, str]
    after: dict[str, str]
    why: str
