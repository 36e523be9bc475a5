"""The nominal of an exchange rate as a power of ten."""

from typing import Final

from customs.refusal import N_, CustomsRefusal

_POWERS_OF_TEN: Final = {10**n: n for n in range(7)}


class NominalNotPowerOfTen(CustomsRefusal):
    """Raised for a rate of 3 or 25 units, say: the element is a power of ten."""

    code = "customs.eaeu.nominal_not_power_of_ten"
    sentence = N_(
        "A rate of %(currency)s for %(nominal)s units cannot be stated as a power of ten."
    )


def power_of_ten(currency: str, nominal: int) -> int:
    """Return the exponent of a nominal, 2 for 100 units.

    Raises `NominalNotPowerOfTen`.
    """
    if nominal not in _POWERS_OF_TEN:
        raise NominalNotPowerOfTen(currency=currency, nominal=nominal)
    return _POWERS_OF_TEN[nominal]
