"""Box 47 of a goods item of `ESADout_CU`: a row for each payment."""

from typing import Final

from moneyed import Money

from customs.eaeu.album.formats import leaf, required
from customs.eaeu.currency_codes import numeric_code
from customs.eaeu.payments import BoxRate, Combined, PaymentRow, SecondRate
from customs.xml import node

_SIGNS: Final = {Combined.NOT_MORE: 1, Combined.NOT_LESS: 2}
"""`ComparisonOperationsSign`: the lesser, or the greater, of two rates counts."""
_PLUS: Final = "+"


def payment(row: PaymentRow) -> str:
    base = row.base
    return node(
        "e:ESADout_CUCustomsPaymentCalculation",
        required("catESAD_cu:PaymentModeCode", row.kind),
        leaf("catESAD_cu:PaymentAmount", row.amount.amount),
        leaf("catESAD_cu:PaymentCurrencyCode", numeric_code(row.amount.currency.code)),
        leaf("catESAD_cu:TaxBase", base.amount if isinstance(base, Money) else base),
        leaf(
            "catESAD_cu:TaxBaseCurrencyCode",
            numeric_code(base.currency.code) if isinstance(base, Money) else "",
        ),
        leaf("catESAD_cu:TaxBaseTNVEDQualifierCode", row.base_unit),
        _rate(row.rate, ""),
        _second(row.second),
        leaf("catESAD_cu:RateUseDate", row.rated_on),
        leaf("catESAD_cu:PaymentCode", row.feature),
    )


def _second(second: SecondRate | None) -> str:
    """Return the other rate: compared in the second place, added in the third."""
    if second is None:
        return ""
    if second.how is Combined.PLUS:
        return leaf("catESAD_cu:OperationsSign", _PLUS) + _rate(second.rate, "3")
    return (
        leaf("catESAD_cu:ComparisonOperationsSign", _SIGNS[second.how])
        + _rate(second.rate, "2")
        + leaf("catESAD_cu:ComparisonResult", not second.counts)
    )


def _rate(rate: BoxRate | None, place: str) -> str:
    if rate is None:
        return ""
    return "".join(
        (
            leaf(f"catESAD_cu:Rate{place}", rate.value),
            leaf(f"catESAD_cu:RateTypeCode{place}", rate.kind.value),
            leaf(
                f"catESAD_cu:RateCurrencyCode{place}",
                numeric_code(rate.currency) if rate.currency else "",
            ),
            leaf(f"catESAD_cu:RateTNVEDQualifierCode{place}", rate.unit),
            leaf(f"catESAD_cu:WeightingFactor{place}", rate.factor),
        )
    )
