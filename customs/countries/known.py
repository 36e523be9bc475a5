"""Figures known when this was written, each with its source; newer ones are entered beside them.

Where only memory vouches for a figure it says so, and whoever reads a sum made of it is told.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from customs.countries.figure import NO, YES, Figure, Name

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
"""The resolution as told: up to 10,000 dollars, and from a million on. Of the ends between these
we have not seen to which step they belong; each begins the next one."""
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
"""Nobody has seen which goods bear excise: whoever reads the sum is told."""


def known_figures() -> tuple[Figure, ...]:
    """Will give every figure, country by country."""
    return (
        *_kazakhstan(),
        *_kyrgyzstan(),
        *_uzbekistan(),
        *_tajikistan(),
        *_turkmenistan(),
    )


def _of(
    country: str, values: dict[Name, str], *, since: date, source: str, is_confirmed: bool = True
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


def _plain(country: str, values: dict[Name, str], *, since: date) -> Iterator[Figure]:
    return _of(country, values, since=since, source=_MEMORY, is_confirmed=False)


_LONG_AGO: Final = date(2023, 1, 1)
_COINS: Final = dict.fromkeys(
    (Name.DECIMALS_DUTY, Name.DECIMALS_EXCISE, Name.DECIMALS_VAT, Name.DECIMALS_FEE), "2"
)
"""The form takes coins; whether payers in Kazakhstan settle to whole tenge is open."""


def _kazakhstan() -> Iterator[Figure]:
    lasting = {
        Name.CURRENCY: "KZT",
        Name.BANK: "nbk",
        Name.TARIFF: "EAEU",
        Name.LABEL_LANGUAGES: "kk ru",
        Name.COMPANY_NUMBER: "БИН",
    }
    yield from _of("KZ", lasting, since=_LONG_AGO, source="Customs Code of the EAEU; ISO 4217.")
    checks = {Name.COMPANY_CHECK: "bin", Name.PERSON_CHECK: "iin"}
    yield from _of("KZ", checks, since=_LONG_AGO, source=_NUMBERS)
    yield from _of("KZ", {Name.MARKING: "ИС МПТ"}, since=_LONG_AGO, source=_MARKING)
    codes = {Name.CODE_FEE: "1010", Name.CODE_DUTY: "2010"}
    yield from _of("KZ", codes, since=_LONG_AGO, source=_PAYMENTS)
    unsure = {
        Name.CODE_EXCISE: "4010",
        Name.CODE_VAT: "5060",
        Name.VAT_BASE_HAS_FEE: YES,
        Name.EXCISE_PREFIXES: _KZ_EXCISABLE,
        **_COINS,
    }
    yield from _plain("KZ", unsure, since=_LONG_AGO)
    yield from _kazakh_vat()
    fee = {Name.FEE_KIND: "fixed", Name.FEE_UNITS: "6", Name.FEE_UNIT_NAME: "MRP"}
    yield from _of("KZ", fee, since=date(2023, 8, 15), source=_KZ_FEE)
    for year, mrp in ((2024, "3692"), (2025, "3932"), (2026, "4325")):
        yield Figure(
            country="KZ",
            name=Name.FEE_UNIT,
            value=mrp,
            valid_from=date(year, 1, 1),
            valid_to=date(year, 12, 31),
            source=f"Budget law of Kazakhstan for {year}: MRP.",
        )


def _kazakh_vat() -> Iterator[Figure]:
    """The figure before 2026 ends: entered behind a newer one, it must not count in its days."""
    yield Figure(
        country="KZ",
        name=Name.VAT_PERCENT,
        value="12",
        valid_from=_LONG_AGO,
        valid_to=date(2025, 12, 31),
        source=_KZ_VAT_BEFORE,
        is_confirmed=False,
    )
    yield from _of("KZ", {Name.VAT_PERCENT: "16"}, since=date(2026, 1, 1), source=_KZ_VAT)
    yield Figure(
        country="KZ",
        name=Name.VAT_REDUCED,
        value="3003:5 3004:5",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
        source=_KZ_MEDICINES,
        is_confirmed=False,
    )


def _kyrgyzstan() -> Iterator[Figure]:
    lasting = {
        Name.CURRENCY: "KGS",
        Name.BANK: "nbkr",
        Name.TARIFF: "EAEU",
        Name.LABEL_LANGUAGES: "ky ru",
        Name.COMPANY_NUMBER: "ИНН",
    }
    yield from _of("KG", lasting, since=_LONG_AGO, source="Customs Code of the EAEU; ISO 4217.")
    checks = {Name.COMPANY_CHECK: "kg_inn", Name.PERSON_CHECK: "kg_inn"}
    yield from _of("KG", checks, since=_LONG_AGO, source=_NUMBERS)
    codes = {Name.CODE_FEE: "1010", Name.CODE_DUTY: "2010"}
    yield from _of("KG", codes, since=_LONG_AGO, source=_PAYMENTS)
    unsure = {
        Name.CODE_EXCISE: "4010",
        Name.CODE_VAT: "5010",
    }
    yield from _plain("KG", unsure, since=_LONG_AGO)
    excisable = {Name.EXCISE_PREFIXES: _KG_EXCISABLE}
    yield from _of("KG", excisable, since=_LONG_AGO, source=_KG_EXCISE, is_confirmed=False)
    vat = {Name.VAT_PERCENT: "12", Name.VAT_BASE_HAS_FEE: NO}
    yield from _of("KG", vat, since=_LONG_AGO, source=_KG_VAT)
    fee = {
        Name.FEE_KIND: "percent",
        Name.FEE_PERCENT: "0.4",
        Name.FEE_UNIT: "100",
        Name.FEE_UNIT_NAME: "РП",
        Name.FEE_LEAST_UNITS: "5",
        Name.FEE_MOST_UNITS: "2500",
    }
    yield from _of("KG", fee, since=date(2024, 7, 3), source=_KG_FEE)


def _uzbekistan() -> Iterator[Figure]:
    lasting = {
        Name.CURRENCY: "UZS",
        Name.BANK: "cbu",
        Name.TARIFF: "UZ",
        Name.LABEL_LANGUAGES: "uz ru",
        Name.COMPANY_NUMBER: "СТИР",
        Name.COMPANY_CHECK: "uz_inn",
        Name.PERSON_CHECK: "uz_pinfl",
        Name.CODE_FEE: "10",
        Name.CODE_DUTY: "20",
        Name.CODE_EXCISE: "27",
        Name.CODE_VAT: "29",
        Name.EXCISE_PREFIXES: _NO_LIST,
    }
    yield from _plain("UZ", lasting, since=_LONG_AGO)
    vat = {Name.VAT_PERCENT: "12", Name.VAT_BASE_HAS_FEE: NO}
    yield from _of("UZ", vat, since=_LONG_AGO, source=_UZ_VAT)
    fee = {
        Name.FEE_KIND: "ladder",
        Name.FEE_LADDER: _UZ_LADDER,
        Name.FEE_LADDER_CURRENCY: "USD",
        Name.FEE_UNIT: "375000",
        Name.FEE_UNIT_NAME: "БРВ",
    }
    yield from _of("UZ", fee, since=date(2025, 1, 31), source=_UZ_FEE)
    yield from _plain("UZ", {Name.FEE_UNIT: "412000"}, since=date(2025, 8, 1))


def _tajikistan() -> Iterator[Figure]:
    """The fee is not known: it has to be entered before anything is assessed."""
    lasting = {
        Name.CURRENCY: "TJS",
        Name.BANK: "nbt",
        Name.TARIFF: "TJ",
        Name.LABEL_LANGUAGES: "tg",
        Name.COMPANY_NUMBER: "ИНН",
        Name.COMPANY_CHECK: "tj_inn",
        Name.PERSON_CHECK: "tj_inn",
        Name.EXCISE_PREFIXES: _NO_LIST,
        Name.CODE_FEE: "",
        Name.CODE_DUTY: "",
        Name.CODE_EXCISE: "",
        Name.CODE_VAT: "",
    }
    yield from _plain("TJ", lasting, since=_LONG_AGO)
    vat = {Name.VAT_PERCENT: "14", Name.VAT_BASE_HAS_FEE: NO}
    yield from _of("TJ", vat, since=date(2024, 1, 1), source=_TJ_VAT)
    yield from _of("TJ", {Name.VAT_PERCENT: "13"}, since=date(2027, 1, 1), source=_TJ_VAT)


def _turkmenistan() -> Iterator[Figure]:
    """The fee is not known: it has to be entered before anything is assessed."""
    lasting = {
        Name.CURRENCY: "TMT",
        Name.BANK: "cbt",
        Name.TARIFF: "TM",
        Name.LABEL_LANGUAGES: "tk",
        Name.COMPANY_NUMBER: "individual tax number",
        Name.COMPANY_CHECK: "tm_number",
        Name.PERSON_CHECK: "tm_number",
        Name.EXCISE_PREFIXES: _NO_LIST,
        Name.VAT_PERCENT: "15",
        Name.VAT_BASE_HAS_FEE: NO,
        Name.CODE_FEE: "",
        Name.CODE_DUTY: "",
        Name.CODE_EXCISE: "",
        Name.CODE_VAT: "",
    }
    yield from _plain("TM", lasting, since=_LONG_AGO)
