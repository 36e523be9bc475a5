"""The only place that asks what time it is. Everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WAREHOUSE_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return this instant, in UTC."""
    return datetime.now(tz=UTC)


def day_at(instant: datetime, zone: ZoneInfo = WAREHOUSE_ZONE) -> date:
    """Return the calendar day of an instant where the warehouse stands."""
    return instant.astimezone(zone).date()
