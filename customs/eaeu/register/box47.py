"""Box 47 of a goods item of R.055: a row for each payment, with the effective rate only."""

from moneyed import Money

from customs.eaeu.currency_codes import numeric_code
from customs.eaeu.payments import BoxRate, PaymentRow
from customs.eaeu.register import code_lists
from customs.eaeu.register.elements import code, payment, required_code
from customs.eaeu.register.formats import leaf
from customs.xml import node


def payment_row(row: PaymentRow) -> str:
    """Return a row; rates that were added are left out, as the structure has one rate only."""
    base = row.base
    return node(
        "cacdo:CustomsPaymentDetails",
        required_code("casdo:CustomsTaxModeCode", row.kind, code_lists.PAYMENTS),
        leaf("casdo:TaxBaseMeasure", base.amount if isinstance(base, Money) else base),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric_code(base.currency.code) if isinstance(base, Money) else "",
            code_lists.CURRENCIES,
        ),
        code("csdo:UnifiedMeasurementUnitCode", row.base_unit, code_lists.UNITS),
        _rate(row.effective),
        leaf("casdo:DutyTaxFeeRateDate", row.rated_on),
        code("casdo:CustomsTaxPaymentFeatureCode", row.feature, code_lists.PAYMENT_FEATURES),
        payment("casdo:CAPaymentNAmount", row.amount),
    )


def _rate(rate: BoxRate | None) -> str:
    if rate is None:
        return ""
    return node(
        "cacdo:EffectiveCustomsRateDetails",
        leaf("casdo:DutyTaxFeeRateKindCode", rate.kind.value),
        leaf("casdo:DutyTaxFeeRateValue", rate.value),
        code("csdo:UnifiedMeasurementUnitCode", rate.unit, code_lists.UNITS),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric_code(rate.currency) if rate.currency else "",
            code_lists.CURRENCIES,
        ),
        leaf("casdo:WeightRatioNumber", rate.factor),
    )
