"""Box 47 of one good of R.055: one row a payment, with the effective rate alone."""

from moneyed import Money

from customs.eaeu.numeric import numeric
from customs.eaeu.payments import BoxRate, PaymentRow
from customs.eaeu.register import lists
from customs.eaeu.register.formats import leaf
from customs.eaeu.register.leaves import code, needed_code, payment
from customs.xml import node


def payment_row(row: PaymentRow) -> str:
    """Will give a row; two rates that are added have no place here, and stay out."""
    base = row.base
    return node(
        "cacdo:CustomsPaymentDetails",
        needed_code("casdo:CustomsTaxModeCode", row.kind, lists.PAYMENTS),
        leaf("casdo:TaxBaseMeasure", base.amount if isinstance(base, Money) else base),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric(base.currency.code) if isinstance(base, Money) else "",
            lists.CURRENCIES,
        ),
        code("csdo:UnifiedMeasurementUnitCode", row.base_unit, lists.UNITS),
        _rate(row.effective),
        leaf("casdo:DutyTaxFeeRateDate", row.rated_on),
        code("casdo:CustomsTaxPaymentFeatureCode", row.feature, lists.PAYMENT_FEATURES),
        payment("casdo:CAPaymentNAmount", row.amount),
    )


def _rate(rate: BoxRate | None) -> str:
    if rate is None:
        return ""
    return node(
        "cacdo:EffectiveCustomsRateDetails",
        leaf("casdo:DutyTaxFeeRateKindCode", rate.kind.value),
        leaf("casdo:DutyTaxFeeRateValue", rate.value),
        code("csdo:UnifiedMeasurementUnitCode", rate.unit, lists.UNITS),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric(rate.currency) if rate.currency else "",
            lists.CURRENCIES,
        ),
        leaf("casdo:WeightRatioNumber", rate.factor),
    )
