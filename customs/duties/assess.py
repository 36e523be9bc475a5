"""Assessment of duties and taxes on a declaration.

Duty and excise are computed for each line, the fee once for the declaration, value added tax on
each line's value with its duty and excise, and with its share of the fee where that is taxed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moneyed import Money

from customs.countries.profile import Profile
from customs.duties.duty import DutyBasis, charge_duty
from customs.duties.fee import charge_fee
from customs.duties.goods import DutiableGoods, Notice
from customs.duties.notices import declaration_notices
from customs.duties.reason import AmountKind, AssessmentReason
from customs.duties.value import value_reasons
from customs.duties.vat import charge_vat, vat_notices
from customs.refusal import N_, CustomsRefusal
from customs.sharing import share
from customs.valuation.exchange_rates import GIVEN, ExchangeRate, ExchangeRates


class NothingToAssess(CustomsRefusal):
    """Raised for a declaration without goods."""

    code = "customs.duties.nothing_to_assess"
    sentence = N_("There are no goods to assess.")


class WrongValueCurrency(CustomsRefusal):
    """Raised when a value is not in the country's currency."""

    code = "customs.duties.wrong_value_currency"
    sentence = N_("Customs values for %(country)s must be in %(own)s, not in %(currency)s.")


class WrongRatesCurrency(CustomsRefusal):
    """Raised when exchange rates convert into another currency than the country's."""

    code = "customs.duties.wrong_rates_currency"
    sentence = N_(
        "The rates at hand are into %(currency)s, and %(country)s asks for sums in %(own)s."
    )


class WrongRateBank(CustomsRefusal):
    """Raised when a rate is not of the country's official bank."""

    code = "customs.duties.wrong_rate_bank"
    sentence = N_(
        "The rate of %(currency)s is of the bank “%(bank)s”: in %(country)s those of “%(official)s”"
        " count."
    )


class FutureRate(CustomsRefusal):
    """Raised when a rate is in force only after the day of the assessment."""

    code = "customs.duties.future_rate"
    sentence = N_(
        "The rate of %(currency)s is in force from %(day)s on: it does not count on %(on)s."
    )


class NoExciseRate(CustomsRefusal):
    """Raised when excisable goods have no excise rate: excise is never silently zero."""

    code = "customs.duties.no_excise_rate"
    sentence = N_(
        "Goods of the code %(code)s bear excise in %(country)s: its rate has to be given."
    )


@dataclass(frozen=True, slots=True)
class LineNotice:
    """A notice and the number of its line, None for the whole declaration."""

    line: int | None
    notice: Notice


@dataclass(frozen=True, slots=True)
class Assessment:
    """Duties and taxes of a declaration in the country's currency, with reasons."""

    profile: Profile
    reasons: tuple[AssessmentReason, ...]
    notices: tuple[LineNotice, ...]
    """While there are any, the amounts may not be all that is due."""

    @property
    def customs_value(self) -> Money:
        """The customs value of all lines (box 12)."""
        return self._sum(AmountKind.VALUE)

    @property
    def duty(self) -> Money:
        """Import duty of all lines."""
        return self._sum(AmountKind.DUTY)

    @property
    def excise(self) -> Money:
        """Excise of all lines."""
        return self._sum(AmountKind.EXCISE)

    @property
    def vat(self) -> Money:
        """Value added tax of all lines."""
        return self._sum(AmountKind.VAT)

    @property
    def fee(self) -> Money:
        """The fee of the declaration."""
        return self._sum(AmountKind.FEE)

    @property
    def total(self) -> Money:
        """Duty, excise, tax and fee together."""
        return self.duty + self.excise + self.vat + self.fee

    def of_line(self, number: int, kind: AmountKind) -> Money:
        """Return the amount of a kind for one line."""
        return self._add(r for r in self.reasons if r.line == number and r.kind is kind)

    def _sum(self, kind: AmountKind) -> Money:
        return self._add(reason for reason in self.reasons if reason.kind is kind)

    def _add(self, reasons: Iterable[AssessmentReason]) -> Money:
        return sum((r.amount for r in reasons), Money(0, self.profile.currency))


def assess(
    goods: Sequence[DutiableGoods], *, profile: Profile, exchanges: ExchangeRates
) -> Assessment:
    """Assess one declaration of a country on a day.

    Exchange rates are those of the country's official bank in force on the day, or `GIVEN` by the
    caller. Raises `NothingToAssess`, `WrongValueCurrency`, `WrongRatesCurrency`, `WrongRateBank`,
    `FutureRate`, `MissingQuantity`, `NoExchangeRate`, `NoExciseRate` or `RateInWords`.
    """
    _admit(goods, profile)
    _admit_exchanges(goods, profile=profile, exchanges=exchanges)
    lines = [
        _line(each, number, profile=profile, exchanges=exchanges)
        for number, each in enumerate(goods, start=1)
    ]
    values = [each.value.total for each in goods]
    fee = charge_fee(profile, sum(values[1:], values[0]), exchanges)
    taxed = [_with_duties(value, line) for value, line in zip(values, lines, strict=True)]
    if profile.vat.base_has_fee:
        taxed = [base + part for base, part in zip(taxed, _shares(fee, values), strict=True)]
    vat = [
        charge_vat(profile, base, line=number, code=each.code)
        for number, (each, base) in enumerate(zip(goods, taxed, strict=True), start=1)
    ]
    by_line = [reason for line, tax in zip(lines, vat, strict=True) for reason in (*line, tax)]
    reasons = (*by_line, fee)
    beside = [LineNotice(None, notice) for notice in declaration_notices(goods, reasons, profile)]
    return Assessment(profile, reasons, (*_notices(goods, profile), *beside))


def _admit(goods: Sequence[DutiableGoods], profile: Profile) -> None:
    if not goods:
        raise NothingToAssess
    for each in goods:
        currency = each.value.total.currency.code
        if currency != profile.currency:
            raise WrongValueCurrency(
                country=profile.country, own=profile.currency, currency=currency
            )


def _admit_exchanges(
    goods: Sequence[DutiableGoods], *, profile: Profile, exchanges: ExchangeRates
) -> None:
    """Refuse rates of another currency, bank or day, those used for the values too."""
    if exchanges.own != profile.currency:
        raise WrongRatesCurrency(
            country=profile.country, own=profile.currency, currency=exchanges.own
        )
    for rate in dict.fromkeys((*exchanges.held, *_used(goods))):
        if rate.bank not in {profile.bank, GIVEN}:
            raise WrongRateBank(
                currency=rate.currency,
                bank=rate.bank,
                country=profile.country,
                official=profile.bank,
            )
        if rate.day > profile.on:
            raise FutureRate(currency=rate.currency, day=rate.day, on=profile.on)


def _used(goods: Iterable[DutiableGoods]) -> Iterator[ExchangeRate]:
    for each in goods:
        made_by = (each.value.exchange, *(part.exchange for part in each.value.parts))
        yield from (exchange for exchange in made_by if exchange is not None)


def _line(
    goods: DutiableGoods, number: int, *, profile: Profile, exchanges: ExchangeRates
) -> tuple[AssessmentReason, ...]:
    """Return the reasons of one line's value, duty and excise."""
    duty = charge_duty(
        DutyBasis(goods, number, goods.duty, AmountKind.DUTY, exchanges, profile.rounding.duty)
    )
    return (*value_reasons(goods.value, number), duty, *_excise(goods, number, profile, exchanges))


def _excise(
    goods: DutiableGoods, number: int, profile: Profile, exchanges: ExchangeRates
) -> tuple[AssessmentReason, ...]:
    if goods.excise is not None:
        charged = DutyBasis(
            goods, number, goods.excise, AmountKind.EXCISE, exchanges, profile.rounding.excise
        )
        return (charge_duty(charged),)
    if profile.is_excisable(goods.code):
        raise NoExciseRate(code=goods.code, country=profile.country)
    return ()


def _with_duties(value: Money, reasons: Iterable[AssessmentReason]) -> Money:
    duties = (r.amount for r in reasons if r.kind in {AmountKind.DUTY, AmountKind.EXCISE})
    return sum(duties, value)


def _shares(fee: AssessmentReason, values: Sequence[Money]) -> tuple[Money, ...]:
    """Allocate the fee to the lines by value, as part of the base of the tax."""
    return share(fee.amount, [int(value.amount * value.currency.sub_unit) for value in values])


def _notices(goods: Sequence[DutiableGoods], profile: Profile) -> tuple[LineNotice, ...]:
    return tuple(
        LineNotice(number, notice)
        for number, each in enumerate(goods, start=1)
        for notice in (*each.notices, *vat_notices(profile, each.code))
    )
