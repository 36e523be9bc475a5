"""The only place that reads the system clock; everything else takes the instant as an argument."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WAREHOUSE_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return the current instant, in UTC."""
    return datetime.now(tz=UTC)


def day_at(instant: datetime, zone: ZoneInfo = WAREHOUSE_ZONE) -> date:
    """Return the calendar day of an instant in a zone, by default the warehouse's."""
    return instant.astimezone(zone).date()
