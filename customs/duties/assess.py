"""Assessing a declaration: what each line and the whole of it pay, and why.

Duty and excise are found line by line, the fee once for the declaration, value added tax on each
line's value with its duty and excise, and with its share of the fee where the country taxes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moneyed import Money

from customs.countries.profile import Profile
from customs.duties.caution import cautions
from customs.duties.fee import charge_fee
from customs.duties.goods import Goods, Notice
from customs.duties.reason import Kind, Reason
from customs.duties.shape import Charged, charge
from customs.duties.value import value_reasons
from customs.duties.vat import charge_vat, vat_notices
from customs.refusal import N_, CustomsRefusal
from customs.sharing import share
from customs.valuation.exchange import GIVEN, Exchange, Exchanges


class NothingToAssess(CustomsRefusal):
    """A declaration without goods."""

    sentence = N_("There are no goods to assess.")


class OtherCurrency(CustomsRefusal):
    """Values are in another currency than the country's own."""

    sentence = N_("Customs values for %(country)s must be in %(own)s, not in %(currency)s.")


class OtherExchanges(CustomsRefusal):
    """The rates at hand convert into another currency than the country's own."""

    sentence = N_(
        "The rates at hand are into %(currency)s, and %(country)s asks for sums in %(own)s."
    )


class OtherBank(CustomsRefusal):
    """A rate is not of the bank whose official rates count in the country."""

    sentence = N_(
        "The rate of %(currency)s is of the bank “%(bank)s”: in %(country)s those of “%(official)s”"
        " count."
    )


class RateOfLater(CustomsRefusal):
    """A rate is in force only after the day of the assessment."""

    sentence = N_(
        "The rate of %(currency)s is in force from %(day)s on: it does not count on %(on)s."
    )


class NoExciseRate(CustomsRefusal):
    """Goods that bear excise, and nobody gave its rate: excise is never silently zero."""

    sentence = N_(
        "Goods of the code %(code)s bear excise in %(country)s: its rate has to be given."
    )


@dataclass(frozen=True, slots=True)
class NoticeAt:
    """What a broker must check, and on which line; None when about the whole declaration."""

    line: int | None
    notice: Notice


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every sum in the country's currency, and every reason."""

    profile: Profile
    reasons: tuple[Reason, ...]
    notices: tuple[NoticeAt, ...]
    """While there are any the sums are not the whole of what may be asked."""

    @property
    def customs_value(self) -> Money:
        """Of all lines (box 12)."""
        return self._sum(Kind.VALUE)

    @property
    def duty(self) -> Money:
        """Import duty of all lines."""
        return self._sum(Kind.DUTY)

    @property
    def excise(self) -> Money:
        """Excise of all lines."""
        return self._sum(Kind.EXCISE)

    @property
    def vat(self) -> Money:
        """Value added tax of all lines."""
        return self._sum(Kind.VAT)

    @property
    def fee(self) -> Money:
        """The fee of the declaration."""
        return self._sum(Kind.FEE)

    @property
    def total(self) -> Money:
        """What is paid to customs: duty, excise, tax and fee."""
        return self.duty + self.excise + self.vat + self.fee

    def of_line(self, number: int, kind: Kind) -> Money:
        """Will give one line's sum of a kind."""
        return self._add(r for r in self.reasons if r.line == number and r.kind is kind)

    def _sum(self, kind: Kind) -> Money:
        return self._add(reason for reason in self.reasons if reason.kind is kind)

    def _add(self, reasons: Iterable[Reason]) -> Money:
        return sum((r.amount for r in reasons), Money(0, self.profile.currency))


def assess(goods: Sequence[Goods], *, profile: Profile, exchanges: Exchanges) -> Assessment:
    """Will assess one declaration of a country on a day.

    Exchange rates are those of the country's official bank in force on the day, or `GIVEN` by
    whoever asks. Raises `NothingToAssess`, `OtherCurrency`, `OtherExchanges`, `OtherBank`,
    `RateOfLater`, `MissingQuantity`, `NoExchange`, `NoExciseRate` or `RateInWords`.
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
    beside = [NoticeAt(None, notice) for notice in cautions(goods, reasons, profile)]
    return Assessment(profile, reasons, (*_notices(goods, profile), *beside))


def _admit(goods: Sequence[Goods], profile: Profile) -> None:
    if not goods:
        raise NothingToAssess
    for each in goods:
        currency = each.value.total.currency.code
        if currency != profile.currency:
            raise OtherCurrency(country=profile.country, own=profile.currency, currency=currency)


def _admit_exchanges(goods: Sequence[Goods], *, profile: Profile, exchanges: Exchanges) -> None:
    """Will refuse rates of another currency, bank or day, those that made the values too."""
    if exchanges.own != profile.currency:
        raise OtherExchanges(country=profile.country, own=profile.currency, currency=exchanges.own)
    for rate in dict.fromkeys((*exchanges.held, *_used(goods))):
        if rate.bank not in {profile.bank, GIVEN}:
            raise OtherBank(
                currency=rate.currency,
                bank=rate.bank,
                country=profile.country,
                official=profile.bank,
            )
        if rate.day > profile.on:
            raise RateOfLater(currency=rate.currency, day=rate.day, on=profile.on)


def _used(goods: Iterable[Goods]) -> Iterator[Exchange]:
    for each in goods:
        made_by = (each.value.exchange, *(part.exchange for part in each.value.parts))
        yield from (exchange for exchange in made_by if exchange is not None)


def _line(
    goods: Goods, number: int, *, profile: Profile, exchanges: Exchanges
) -> tuple[Reason, ...]:
    """Will give the reasons of one line's value, duty and excise."""
    duty = charge(Charged(goods, number, goods.duty, Kind.DUTY, exchanges, profile.rounding.duty))
    return (*value_reasons(goods.value, number), duty, *_excise(goods, number, profile, exchanges))


def _excise(
    goods: Goods, number: int, profile: Profile, exchanges: Exchanges
) -> tuple[Reason, ...]:
    if goods.excise is not None:
        charged = Charged(
            goods, number, goods.excise, Kind.EXCISE, exchanges, profile.rounding.excise
        )
        return (charge(charged),)
    if profile.is_excisable(goods.code):
        raise NoExciseRate(code=goods.code, country=profile.country)
    return ()


def _with_duties(value: Money, reasons: Iterable[Reason]) -> Money:
    duties = (r.amount for r in reasons if r.kind in {Kind.DUTY, Kind.EXCISE})
    return sum(duties, value)


def _shares(fee: Reason, values: Sequence[Money]) -> tuple[Money, ...]:
    """Will share the fee over the lines by value, as the base of the tax asks."""
    return share(fee.amount, [int(value.amount * value.currency.sub_unit) for value in values])


def _notices(goods: Sequence[Goods], profile: Profile) -> tuple[NoticeAt, ...]:
    return tuple(
        NoticeAt(number, notice)
        for number, each in enumerate(goods, start=1)
        for notice in (*each.notices, *vat_notices(profile, each.code))
    )
