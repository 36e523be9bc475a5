"""Raising alarms: once each, in the rates log and by letter to every rates administrator."""

from datetime import date, datetime

from app.accounts import repository as accounts
from app.accounts.person import Reader, Role
from app.kit.db import transaction
from app.kit.formats import day
from app.kit.i18n import N_, say, speaking, translate
from app.kit.letters import Letter, write_letter
from app.rates.alarms import SENTENCES, Alarm, alarms
from app.rates.log import Deed, LogKind
from app.rates.repository import alarms as repository
from app.rates.repository import desk, drafts

_SUBJECT = N_("Keruen: the rate for %(currency)s needs you")


async def raise_alarms(*, at: datetime) -> int:
    """Raise the alarms that have not been raised yet; return how many."""
    seen = await desk.get_desk(at=at)
    return sum([await _raise(each, at=at) for each in alarms(seen.currencies, seen.held)])


async def _raise(alarm: Alarm, *, at: datetime) -> int:
    async with transaction():
        if not await repository.save_alarm(alarm, at=at):
            return 0
        await drafts.save_log(
            Deed(
                kind=LogKind.ALARM,
                about=alarm.currency,
                at=at,
                by_id=None,
                why=SENTENCES[alarm.kind] % {**alarm.fields},
            )
        )
        for reader in await accounts.list_people(Role.RATES):
            await write_letter(_letter(alarm, reader), at=at)
    return 1


def _letter(alarm: Alarm, reader: Reader) -> Letter:
    with speaking(reader.language):
        fields = {name: _plain(value) for name, value in alarm.fields.items()}
        text = say(SENTENCES[alarm.kind], fields)
        farewell = translate("You get this letter because you mind the rates of Keruen.")
        return Letter(
            to=reader.email,
            subject=say(_SUBJECT, {"currency": alarm.currency}),
            body=f"{reader.name},\n\n{text}\n\n{farewell}\n",
        )


def _plain(value: object) -> object:
    return day(value) if isinstance(value, date) else value
