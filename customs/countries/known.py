"""Figures known when this was written, each with its source; newer ones are entered beside them.

A figure from memory is marked unconfirmed, and an assessment has a notice of it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from customs.countries.figure import NO, YES, Figure, FigureName

_MEMORY: Final = "not yet seen in its source"
_KZ_VAT: Final = "Tax Code of Kazakhstan in force from 1 January 2026"
_KZ_VAT_BEFORE: Final = f"Tax Code of Kazakhstan of 25 December 2017, article 422; {_MEMORY}"
_KZ_MEDICINES: Final = f"{_KZ_VAT}; medicines in 2026; {_MEMORY}"
_KZ_FEE: Final = (
    "Government of Kazakhstan, resolution 171 of 5 April 2018, as amended by 631 of 2 August 2023."
)
_KG_FEE: Final = (
    "Cabinet of Kyrgyzstan, resolution 79 of 13 February 2020, instruction, point 38,"
    " edition 444 of 29 June 2026."
)
_KG_VAT: Final = "Tax Code of Kyrgyzstan, articles 254 and 310."
_UZ_FEE: Final = "Cabinet of Uzbekistan, resolution of 31 January 2025."
_UZ_LADDER: Final = (
    "<=10000:1 <20000:1.5 <40000:2.5 <60000:4 <100000:7 <200000:10 <500000:15 <1000000:20 *:25"
)
"""From a report of the resolution: up to 10,000 dollars, and from a million on. To which step the
ends between these belong was not seen; each begins the next one."""
_UZ_VAT: Final = "Tax Code of Uzbekistan."
_TJ_VAT: Final = "Tax Code of Tajikistan: 14 % to the end of 2026, 13 % from 2027."
_NUMBERS: Final = "Album of formats of customs documents, 5.23.0: features of organisations."
_MARKING: Final = "Announcement of the operator of digital marking, January 2026."
_PAYMENTS: Final = "Commission of the Customs Union, decision 378 of 20 September 2010, annex 9."
_KZ_EXCISABLE: Final = "2203 2204 2205 2206 2207 2208 2402 2403 2404 2709 2710 8703"
_KG_EXCISABLE: Final = "2202 2203 2204 2205 2206 2207 2208 2402 2403 2404 2709 2710 8703"
_KG_EXCISE: Final = (
    f"Tax Code of Kyrgyzstan, article 336, 32 positions, edition of 6 August 2026; {_MEMORY}."
)
_NO_LIST: Final = ""
"""Which goods bear excise was not seen in a source; an assessment has a notice of it."""


def known_figures() -> tuple[Figure, ...]:
    """Return every known figure, country by country."""
    return (
        *_kazakhstan(),
        *_kyrgyzstan(),
        *_uzbekistan(),
        *_tajikistan(),
        *_turkmenistan(),
    )


def _of(
    country: str,
    values: dict[FigureName, str],
    *,
    since: date,
    source: str,
    is_confirmed: bool = True,
) -> Iterator[Figure]:
    return (
        Figure(
            country=country,
            name=name,
            value=value,
            valid_from=since,
            source=source,
            is_confirmed=is_confirmed,
        )
        for name, value in values.items()
    )


def _plain(country: str, values: dict[FigureName, str], *, since: date) -> Iterator[Figure]:
    return _of(country, values, since=since, source=_MEMORY, is_confirmed=False)


_LONG_AGO: Final = date(2023, 1, 1)
_COINS: Final = dict.fromkeys(
    (
        FigureName.DECIMALS_DUTY,
        FigureName.DECIMALS_EXCISE,
        FigureName.DECIMALS_VAT,
        FigureName.DECIMALS_FEE,
    ),
    "2",
)
"""The form takes coins; whether payers in Kazakhstan settle to whole tenge is open."""


def _kazakhstan() -> Iterator[Figure]:
    lasting = {
        FigureName.CURRENCY: "KZT",
        FigureName.BANK: "nbk",
        FigureName.TARIFF: "EAEU",
        FigureName.LABEL_LANGUAGES: "kk ru",
        FigureName.COMPANY_NUMBER: "БИН",
    }
    yield from _of("KZ", lasting, since=_LONG_AGO, source="Customs Code of the EAEU; ISO 4217.")
    checks = {FigureName.COMPANY_CHECK: "bin", FigureName.PERSON_CHECK: "iin"}
    yield from _of("KZ", checks, since=_LONG_AGO, source=_NUMBERS)
    yield from _of("KZ", {FigureName.MARKING: "ИС МПТ"}, since=_LONG_AGO, source=_MARKING)
    codes = {FigureName.CODE_FEE: "1010", FigureName.CODE_DUTY: "2010"}
    yield from _of("KZ", codes, since=_LONG_AGO, source=_PAYMENTS)
    unsure = {
        FigureName.CODE_EXCISE: "4010",
        FigureName.CODE_VAT: "5060",
        FigureName.VAT_BASE_HAS_FEE: YES,
        FigureName.EXCISE_PREFIXES: _KZ_EXCISABLE,
        **_COINS,
    }
    yield from _plain("KZ", unsure, since=_LONG_AGO)
    yield from _kazakh_vat()
    fee = {FigureName.FEE_KIND: "fixed", FigureName.FEE_UNITS: "6", FigureName.FEE_UNIT_NAME: "MRP"}
    yield from _of("KZ", fee, since=date(2023, 8, 15), source=_KZ_FEE)
    for year, mrp in ((2024, "3692"), (2025, "3932"), (2026, "4325")):
        yield Figure(
            country="KZ",
            name=FigureName.FEE_UNIT,
            value=mrp,
            valid_from=date(year, 1, 1),
            valid_to=date(year, 12, 31),
            source=f"Budget law of Kazakhstan for {year}: MRP.",
        )


def _kazakh_vat() -> Iterator[Figure]:
    """Yield VAT, whose older figure ends in 2025 so that it is never mistaken for the newer."""
    yield Figure(
        country="KZ",
        name=FigureName.VAT_PERCENT,
        value="12",
        valid_from=_LONG_AGO,
        valid_to=date(2025, 12, 31),
        source=_KZ_VAT_BEFORE,
        is_confirmed=False,
    )
    yield from _of("KZ", {FigureName.VAT_PERCENT: "16"}, since=date(2026, 1, 1), source=_KZ_VAT)
    yield Figure(
        country="KZ",
        name=FigureName.VAT_REDUCED,
        value="3003:5 3004:5",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
        source=_KZ_MEDICINES,
        is_confirmed=False,
    )


def _kyrgyzstan() -> Iterator[Figure]:
    lasting = {
        FigureName.CURRENCY: "KGS",
        FigureName.BANK: "nbkr",
        FigureName.TARIFF: "EAEU",
        FigureName.LABEL_LANGUAGES: "ky ru",
        FigureName.COMPANY_NUMBER: "ИНН",
    }
    yield from _of("KG", lasting, since=_LONG_AGO, source="Customs Code of the EAEU; ISO 4217.")
    checks = {FigureName.COMPANY_CHECK: "kg_inn", FigureName.PERSON_CHECK: "kg_inn"}
    yield from _of("KG", checks, since=_LONG_AGO, source=_NUMBERS)
    codes = {FigureName.CODE_FEE: "1010", FigureName.CODE_DUTY: "2010"}
    yield from _of("KG", codes, since=_LONG_AGO, source=_PAYMENTS)
    unsure = {
        FigureName.CODE_EXCISE: "4010",
        FigureName.CODE_VAT: "5010",
    }
    yield from _plain("KG", unsure, since=_LONG_AGO)
    excisable = {FigureName.EXCISE_PREFIXES: _KG_EXCISABLE}
    yield from _of("KG", excisable, since=_LONG_AGO, source=_KG_EXCISE, is_confirmed=False)
    vat = {FigureName.VAT_PERCENT: "12", FigureName.VAT_BASE_HAS_FEE: NO}
    yield from _of("KG", vat, since=_LONG_AGO, source=_KG_VAT)
    fee = {
        FigureName.FEE_KIND: "percent",
        FigureName.FEE_PERCENT: "0.4",
        FigureName.FEE_UNIT: "100",
        FigureName.FEE_UNIT_NAME: "РП",
        FigureName.FEE_LEAST_UNITS: "5",
        FigureName.FEE_MOST_UNITS: "2500",
    }
    yield from _of("KG", fee, since=date(2024, 7, 3), source=_KG_FEE)


def _uzbekistan() -> Iterator[Figure]:
    lasting = {
        FigureName.CURRENCY: "UZS",
        FigureName.BANK: "cbu",
        FigureName.TARIFF: "UZ",
        FigureName.LABEL_LANGUAGES: "uz ru",
        FigureName.COMPANY_NUMBER: "СТИР",
        FigureName.COMPANY_CHECK: "uz_inn",
        FigureName.PERSON_CHECK: "uz_pinfl",
        FigureName.CODE_FEE: "10",
        FigureName.CODE_DUTY: "20",
        FigureName.CODE_EXCISE: "27",
        FigureName.CODE_VAT: "29",
        FigureName.EXCISE_PREFIXES: _NO_LIST,
    }
    yield from _plain("UZ", lasting, since=_LONG_AGO)
    vat = {FigureName.VAT_PERCENT: "12", FigureName.VAT_BASE_HAS_FEE: NO}
    yield from _of("UZ", vat, since=_LONG_AGO, source=_UZ_VAT)
    fee = {
        FigureName.FEE_KIND: "ladder",
        FigureName.FEE_LADDER: _UZ_LADDER,
        FigureName.FEE_LADDER_CURRENCY: "USD",
        FigureName.FEE_UNIT: "375000",
        FigureName.FEE_UNIT_NAME: "БРВ",
    }
    yield from _of("UZ", fee, since=date(2025, 1, 31), source=_UZ_FEE)
    yield from _plain("UZ", {FigureName.FEE_UNIT: "412000"}, since=date(2025, 8, 1))


def _tajikistan() -> Iterator[Figure]:
    """Yield the figures but for the fee, which is not known and has to be entered."""
    lasting = {
        FigureName.CURRENCY: "TJS",
        FigureName.BANK: "nbt",
        FigureName.TARIFF: "TJ",
        FigureName.LABEL_LANGUAGES: "tg",
        FigureName.COMPANY_NUMBER: "ИНН",
        FigureName.COMPANY_CHECK: "tj_inn",
        FigureName.PERSON_CHECK: "tj_inn",
        FigureName.EXCISE_PREFIXES: _NO_LIST,
        FigureName.CODE_FEE: "",
        FigureName.CODE_DUTY: "",
        FigureName.CODE_EXCISE: "",
        FigureName.CODE_VAT: "",
    }
    yield from _plain("TJ", lasting, since=_LONG_AGO)
    vat = {FigureName.VAT_PERCENT: "14", FigureName.VAT_BASE_HAS_FEE: NO}
    yield from _of("TJ", vat, since=date(2024, 1, 1), source=_TJ_VAT)
    yield from _of("TJ", {FigureName.VAT_PERCENT: "13"}, since=date(2027, 1, 1), source=_TJ_VAT)


def _turkmenistan() -> Iterator[Figure]:
    """Yield the figures but for the fee, which is not known and has to be entered."""
    lasting = {
        FigureName.CURRENCY: "TMT",
        FigureName.BANK: "cbt",
        FigureName.TARIFF: "TM",
        FigureName.LABEL_LANGUAGES: "tk",
        FigureName.COMPANY_NUMBER: "individual tax number",
        FigureName.COMPANY_CHECK: "tm_number",
        FigureName.PERSON_CHECK: "tm_number",
        FigureName.EXCISE_PREFIXES: _NO_LIST,
        FigureName.VAT_PERCENT: "15",
        FigureName.VAT_BASE_HAS_FEE: NO,
        FigureName.CODE_FEE: "",
        FigureName.CODE_DUTY: "",
        FigureName.CODE_EXCISE: "",
        FigureName.CODE_VAT: "",
    }
    yield from _plain("TM", lasting, since=_LONG_AGO)
