"""Queries of raised alarms."""

from datetime import datetime

from app.rates.alarms import Alarm
from app.rates.tables import RateAlarm as AlarmRow


async def save_alarm(alarm: Alarm, *, at: datetime) -> bool:
    """Save an alarm; return False if it was raised for the same subject already."""
    row = AlarmRow(kind=alarm.kind.value, currency=alarm.currency, about=alarm.about, at=at)
    return bool(await AlarmRow.insert(row).on_conflict(action="DO NOTHING"))
