"""`keruen duty`: what a shipment of one line would pay, with every reason."""

import json
from collections.abc import Iterable
from datetime import date

from moneyed import Money

from app.kit.i18n import N_
from app.kit.texts import sentence
from app.landed.question import DutyQuestion, read_rate, read_shipment
from app.landed.repository import assess_shipment
from app.landed.shipment import Shipment
from app.web.presenters.estimates import notice_text, reason_view
from app.web.presenters.sources import source_text
from customs.duties.assess import Assessment, LineNotice
from customs.duties.goods import Notice
from customs.duties.reason import AssessmentReason
from customs.rounding import MONEY_DECIMALS, half_up
from customs.valuation.exchange_rates import ExchangeRate
from customs.valuation.incoterms import charge_treatments


async def duty(question: DutyQuestion, *, as_json: bool, today: date) -> list[str]:
    """Assess the shipment and return the sums with their reasons.

    Raises what `read_shipment`, `read_rate` and `assess_shipment` raise.
    """
    shipment = read_shipment(question)
    rates = [read_rate(text, on=question.on) for text in question.rates]
    found = await assess_shipment(shipment, rates)
    notices = (
        *found.notices,
        *_future_day(question.on, today=today),
        *_unused_rates(rates, shipment, found),
    )
    if as_json:
        flat = {
            **_flat(found),
            "asked": _asked_under(shipment.term),
            "notices": [_flat_notice(at) for at in notices],
        }
        return [json.dumps(flat, ensure_ascii=False)]
    return [*_sums(found), *_reasons(found), *_notices(notices)]


def _asked_under(term: str | None) -> dict[str, str]:
    """Return the treatment of every charge under the term; nothing without a term."""
    return (
        {}
        if term is None
        else {each.value: answer for each, answer in charge_treatments(term).items()}
    )


def _future_day(on: date, *, today: date) -> list[LineNotice]:
    if on <= today:
        return []
    text = N_("%(day)s is still to come: rates and figures of that day may be others.")
    return [LineNotice(None, Notice(text, {"day": on}, ""))]


def _unused_rates(
    rates: Iterable[ExchangeRate], shipment: Shipment, found: Assessment
) -> list[LineNotice]:
    """Return a notice for each given rate that nothing was converted with."""
    stated = {money.currency.code for money in shipment.charges.values()}
    priced = {item.price.currency.code for item in shipment.items}
    used = {reason.exchange.currency for reason in found.reasons if reason.exchange is not None}
    text = N_("The rate of %(currency)s that was given is used nowhere.")
    return [
        LineNotice(None, Notice(text, {"currency": rate.currency}, ""))
        for rate in rates
        if rate.currency not in stated | priced | used
    ]


def _plain(amount: Money) -> str:
    return f"{half_up(amount.amount, MONEY_DECIMALS):f}"


def _flat(found: Assessment) -> dict[str, object]:
    return {
        **_figures(found),
        "currency": found.profile.currency,
        "country": found.profile.country,
        "date": found.profile.on.isoformat(),
        "reasons": [_flat_reason(reason) for reason in found.reasons],
    }


def _figures(found: Assessment) -> dict[str, str]:
    return {
        "customs_value": _plain(found.customs_value),
        "duty": _plain(found.duty),
        "excise": _plain(found.excise),
        "vat": _plain(found.vat),
        "fee": _plain(found.fee),
        "total": _plain(found.total),
    }


def _flat_reason(reason: AssessmentReason) -> dict[str, object]:
    return {
        "kind": reason.kind.value,
        "rule": reason.rule,
        "line": reason.line,
        "text": sentence(reason.sentence, reason.fields),
        "amount": _plain(reason.amount),
        "base": None if reason.base is None else _plain(reason.base),
        "quantity": None if reason.quantity is None else f"{reason.quantity:f}",
        "unit": None if reason.unit is None else reason.unit.word,
        "rate": reason.rate_text or None,
        "exchange": None if reason.exchange is None else _flat_exchange(reason.exchange),
        "source": reason.source,
    }


def _flat_exchange(exchange: ExchangeRate) -> dict[str, str]:
    return {
        "currency": exchange.currency,
        "nominal": str(exchange.nominal),
        "value": f"{exchange.value:f}",
        "bank": exchange.bank,
        "day": exchange.day.isoformat(),
    }


def _flat_notice(at: LineNotice) -> dict[str, object]:
    return {"line": at.line, "text": notice_text(at), "source": at.notice.source}


def _sums(found: Assessment) -> list[str]:
    return [
        f"{name:<14}{text:>20} {found.profile.currency}" for name, text in _figures(found).items()
    ]


def _exchange_text(reason: AssessmentReason) -> str:
    if reason.exchange is None:
        return ""
    rate = _flat_exchange(reason.exchange)
    return "; {nominal} {currency} = {value}, {bank}, {day}".format_map(rate)


def _reasons(found: Assessment) -> Iterable[str]:
    for reason in found.reasons:
        view = reason_view(reason)
        text = view.text.removeprefix(f"{view.kind}: ")
        yield f"  {view.kind}: {text} [{view.source}{_exchange_text(reason)}]"


def _notices(notices: Iterable[LineNotice]) -> Iterable[str]:
    for at in notices:
        source = f" [{source_text(at.notice.source)}]" if at.notice.source else ""
        yield f"  ! {notice_text(at)}{source}"
