"""Alarms of the rates desk: a rate that ages, one that is too old, one that jumped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from app.kit.i18n import N_
from app.rates.desk import CurrencyDesk
from app.rates.official import HeldRate
from app.rates.selling import RateTooOld


class AlarmKind(StrEnum):
    OLD = "old"
    STOPPED = "stopped"
    JUMPED = "jumped"


SENTENCES = {
    AlarmKind.OLD: N_(
        "The official rate for %(currency)s is from %(day)s and grows old."
        " Ask the bank, or import its answer."
    ),
    AlarmKind.STOPPED: N_(
        "Nothing is sold in %(currency)s any more: the last official rate is from %(day)s."
    ),
    AlarmKind.JUMPED: N_(
        "The official rate for %(currency)s jumped by %(percent)s %% on %(day)s."
        " It is not sold by until a second person confirms it."
    ),
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm; raised once for the same subject."""

    kind: AlarmKind
    currency: str
    about: str
    """Its subject, by which it is raised once: a rate's day, or its row."""
    fields: dict[str, object] = field(compare=False)


def alarms(currencies: Iterable[CurrencyDesk], held: Iterable[HeldRate]) -> tuple[Alarm, ...]:
    """Return the alarms that are due."""
    return (*_of_age(currencies), *(_jumped(each) for each in held))


def _of_age(currencies: Iterable[CurrencyDesk]) -> Iterator[Alarm]:
    for desk in currencies:
        code = desk.bank.currency
        for refusal in desk.refusals:
            if isinstance(refusal, RateTooOld):
                day = refusal.fields["day"]
                yield Alarm(AlarmKind.STOPPED, code, f"{day}", {"currency": code, "day": day})
        for selling in desk.selling:
            if desk.is_old:
                day = selling.official.effective_on
                yield Alarm(AlarmKind.OLD, code, f"{day}", {"currency": code, "day": day})


def _jumped(held: HeldRate) -> Alarm:
    code = held.rate.into
    fields: dict[str, object] = {
        "currency": code,
        "percent": f"{held.percent.normalize():f}",
        "day": held.rate.effective_on,
    }
    return Alarm(AlarmKind.JUMPED, code, f"rate {held.rate.id}", fields)
