"""`keruen duty`: the known vectors on the command line, and every invalid argument."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from app.cli.printing.duty import duty
from app.kit.refusal import Refusal
from app.kit.typed import AmbiguousMark, OtherCurrency
from app.landed.question import (
    AbsurdRate,
    DutyQuestion,
    NotACode,
    NotACountry,
    NotACurrency,
    NotAFigure,
    NotARate,
    NotAUnit,
    UnitAlone,
    UnitTwice,
)
from app.rates.actions import importing
from app.rates.official import NoRate
from app.tariff.actions.editions import import_editions
from app.tariff.actions.known import enter_known, enter_rows
from app.tariff.edition import Edition, TariffLine, UnknownLine
from customs.countries.figure import NoFigure
from customs.countries.profile import UnknownImportCountry
from customs.duties.goods import MissingQuantity
from customs.duties.measures import Excise, Measure
from customs.valuation.exchange_rates import BadExchangeRate, OwnCurrencyRate, TwoExchangeRates
from customs.valuation.incoterms import Charge, ChargeInPrice
from customs.valuation.value import ValueNotAboveZero
from tests.app.prepared import Prepared, prepare

AT = datetime(2026, 11, 23, tzinfo=UTC)
TODAY = date(2026, 11, 23)
RECORDINGS = Path(__file__).parents[2] / "recordings"
RAISINS = DutyQuestion(
    country="KZ",
    code="0806209000",
    value="1769216.00",
    currency="KZT",
    on=date(2026, 4, 1),
)
PASTE = replace(
    RAISINS,
    country="KG",
    code="2002909100",
    value="386121.00",
    currency="KGS",
    net_kg="10000",
    rates=("EUR=101.5076",),
)
CARPET = replace(
    RAISINS, code="5702100000", value="100", quantity="500", unit="m2", rates=("EUR=548.62",)
)
SUMS = ("customs_value", "duty", "excise", "vat", "fee", "total")


async def sums(asked: DutyQuestion) -> tuple[str, ...]:
    (text,) = await duty(asked, as_json=True, today=TODAY)
    found = json.loads(text)
    return tuple(found[name] for name in SUMS)


@pytest.fixture(scope="session")
async def _tariff(_pool: str) -> Prepared[None]:
    assert _pool
    return await prepare("tariff", partial(enter_known, at=AT))


@pytest.fixture
async def shipped_tariff(_tariff: Prepared[None], database: str) -> str:
    await _tariff.put_back()
    return database


async def test_the_known_vectors_come_out_to_the_coin(shipped_tariff: str) -> None:
    assert shipped_tariff
    assert await sums(RAISINS) == (
        "1769216.00",
        "88460.80",
        "0.00",
        "301380.29",
        "25950.00",
        "415791.09",
    )
    assert await sums(PASTE) == (
        "386121.00",
        "50753.80",
        "0.00",
        "52424.98",
        "1544.48",
        "104723.26",
    )
    assert (await sums(CARPET))[1] == "104237.80"


async def test_a_price_in_yuan_and_freight_in_dollars_make_the_same_value(
    shipped_tariff: str,
) -> None:
    assert shipped_tariff
    asked = replace(
        RAISINS,
        value="20000",
        currency="cny",
        term="fca",
        rates=("CNY=69.31", "USD=478.77"),
        charges={Charge.FREIGHT: "800USD"},
    )
    assert await sums(asked) == await sums(RAISINS)
    in_yuan = replace(asked, charges={Charge.FREIGHT: "100"})
    assert (await sums(in_yuan))[0] == "1393131.00"


async def test_the_reasons_are_objects_that_add_up(shipped_tariff: str) -> None:
    assert shipped_tariff
    (text,) = await duty(PASTE, as_json=True, today=TODAY)
    found = json.loads(text)
    reason = next(each for each in found["reasons"] if each["kind"] == "duty")
    assert reason == {
        "kind": "duty",
        "rule": "duty.not_less",
        "line": 1,
        "text": "11% would be 42,473.31 сом and the least is 50,753.80 сом:"
        " the larger counts, 50,753.80 сом.".replace(" сом", "\u00a0сом"),
        "amount": "50753.80",
        "base": "386121.00",
        "quantity": "10000",
        "unit": "кг",
        "rate": "11, но не менее 0,05 евро за 1 кг",
        "exchange": {
            "currency": "EUR",
            "nominal": "1",
            "value": "101.5076",
            "bank": "given",
            "day": "2026-04-01",
        },
        "source": "Common Customs Tariff of the EAEU, chapter 20 in force from 2025-06-12",
    }
    assert (found["currency"], found["country"], found["asked"]) == ("KGS", "KG", {})
    assert found["notices"] == [
        {
            "line": None,
            "text": "For Kyrgyzstan these figures are not confirmed yet, their source was not seen:"
            " which goods bear excise.",
            "source": "",
        }
    ]


async def test_a_trade_measure_is_shown_beside_the_sums(shipped_tariff: str) -> None:
    assert shipped_tariff
    await enter_rows(
        [
            Measure(
                prefix="0806",
                origin="CN",
                name="anti-dumping duty",
                valid_from=date(2026, 1, 1),
                source="a test's own",
            )
        ]
    )
    (text,) = await duty(RAISINS, as_json=True, today=TODAY)
    (notice,) = (each for each in json.loads(text)["notices"] if each["line"] == 1)
    assert "0806 from China may bear an anti-dumping duty" in notice["text"]
    shown = await duty(RAISINS, as_json=False, today=TODAY)
    assert shown[-2].startswith("  ! Goods of the codes 0806 from China")
    assert shown[-1].startswith("  ! For Kazakhstan these figures are not confirmed yet")
    assert shown[0].split() == ["customs_value", "1769216.00", "KZT"]


@pytest.mark.parametrize("unit", ["m2", "м²", "055", "square_metre", "m²"])
async def test_a_unit_goes_by_its_code_its_abbreviation_or_its_name(
    shipped_tariff: str, unit: str
) -> None:
    assert shipped_tariff
    assert (await sums(replace(CARPET, unit=unit)))[1] == "104237.80"


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (replace(RAISINS, value="much"), NotAFigure),
        (replace(RAISINS, value="-1"), NotAFigure),
        (replace(RAISINS, value="1e30"), NotAFigure),
        (replace(RAISINS, value="NaN"), NotAFigure),
        (replace(RAISINS, value="1,234"), AmbiguousMark),
        (replace(RAISINS, value="116 669,00 €"), OtherCurrency),
        (replace(RAISINS, value="1_000"), NotAFigure),
        (replace(RAISINS, value="1e3"), NotAFigure),
        (replace(RAISINS, value="+5"), NotAFigure),
        (replace(RAISINS, charges={Charge.FREIGHT: "USD"}), NotAFigure),
        (replace(RAISINS, charges={Charge.FREIGHT: "-3"}), NotAFigure),
        (replace(RAISINS, charges={Charge.FREIGHT: "3ABC"}), NotACurrency),
        (replace(RAISINS, code="080620"), NotACode),
        (replace(RAISINS, code="080620900"), NotACode),
        (replace(RAISINS, code="08062090001"), NotACode),
        (replace(RAISINS, code="٠٨٠٦٢٠٩٠٠٠"), NotACode),
        (replace(RAISINS, code=""), NotACode),
        (replace(RAISINS, origin="China"), NotACountry),
        (replace(RAISINS, origin="ZZ"), NotACountry),
        (replace(RAISINS, value="0"), ValueNotAboveZero),
        (replace(RAISINS, currency="QQQ"), NotACurrency),
        (replace(RAISINS, rates=("EUR",)), NotARate),
        (replace(RAISINS, rates=("EUR=5/many",)), NotARate),
        (replace(RAISINS, rates=("EUR=5/²",)), NotARate),
        (replace(RAISINS, rates=("EUR=5/0",)), NotARate),
        (replace(RAISINS, rates=("EUR=",)), NotARate),
        (replace(RAISINS, rates=("EUR=0",)), BadExchangeRate),
        (replace(RAISINS, rates=("KZT=2",)), OwnCurrencyRate),
        (replace(RAISINS, rates=("EUR=1", "EUR=2")), TwoExchangeRates),
        (replace(RAISINS, rates=("EUR=" + "9" * 15,)), AbsurdRate),
        (replace(CARPET, unit="kg", net_kg="1"), UnitTwice),
        (replace(RAISINS, on=date(2027, 1, 1)), NoFigure),
        (replace(RAISINS, on=date(2022, 12, 31)), NoFigure),
        (replace(RAISINS, on=date(2024, 1, 31)), UnknownLine),
        (replace(CARPET, unit=None), UnitAlone),
        (replace(CARPET, unit="armful"), NotAUnit),
        (replace(CARPET, quantity=None, unit=None), MissingQuantity),
        (replace(CARPET, rates=()), NoRate),
        (replace(RAISINS, country="DE"), UnknownImportCountry),
        (replace(RAISINS, code="1234567890"), UnknownLine),
        (replace(RAISINS, term="CIF", charges={Charge.INSURANCE: "1"}), ChargeInPrice),
    ],
)
async def test_a_question_that_cannot_be_answered_is_refused_by_name(
    shipped_tariff: str, asked: DutyQuestion, refusal: type[Refusal]
) -> None:
    assert shipped_tariff
    with pytest.raises(refusal):
        await duty(asked, as_json=True, today=TODAY)


async def test_the_term_says_of_every_charge_whether_it_is_asked_for(shipped_tariff: str) -> None:
    assert shipped_tariff
    (text,) = await duty(replace(RAISINS, term="fca"), as_json=True, today=TODAY)
    found = json.loads(text)
    assert {name: found["asked"][name] for name in ("freight", "insurance", "inland")} == {
        "freight": "needed",
        "insurance": "if paid",
        "inland": "never in the price",
    }
    assert set(found["asked"]) == set(Charge)
    assert found["notices"][0]["text"] == (
        "Under FCA the price does not hold the freight, and none is given:"
        " customs adds it to the value (box 17 of ДТС-1)."
    )


async def test_a_future_day_is_named(shipped_tariff: str) -> None:
    assert shipped_tariff
    (text,) = await duty(RAISINS, as_json=True, today=date(2026, 3, 31))
    assert json.loads(text)["notices"][-1]["text"] == (
        "2026-04-01 is still to come: rates and figures of that day may be others."
    )
    (text,) = await duty(RAISINS, as_json=True, today=date(2026, 4, 1))
    assert "still to come" not in text


async def test_a_given_rate_that_nothing_is_converted_by_is_named(shipped_tariff: str) -> None:
    assert shipped_tariff
    given = replace(RAISINS, rates=(*RAISINS.rates, "CHF=600", "JPY=3.4"))
    (text,) = await duty(given, as_json=True, today=TODAY)
    named = [each["text"] for each in json.loads(text)["notices"] if "nowhere" in each["text"]]
    assert named == [
        "The rate of CHF that was given is used nowhere.",
        "The rate of JPY that was given is used nowhere.",
    ]


async def test_the_banks_own_rate_of_the_day_is_taken_and_named(shipped_tariff: str) -> None:
    assert shipped_tariff
    for day in ("2026-11-23", "2026-11-24"):
        body = (RECORDINGS / f"nbk_{day}.xml").read_bytes()
        await importing.import_body("nbk", body, source="a test", at=AT)
    asked = replace(RAISINS, value="20000", currency="CNY", on=date(2026, 11, 23))
    (text,) = await duty(asked, as_json=True, today=TODAY)
    found = json.loads(text)
    assert found["customs_value"] == "1437200.00"
    assert found["reasons"][0]["exchange"] == {
        "currency": "CNY",
        "nominal": "1",
        "value": "71.86",
        "bank": "nbk",
        "day": "2026-11-23",
    }
    assert (await sums(replace(asked, on=date(2026, 11, 24))))[0] == "1440800.00"
    with pytest.raises(NoRate) as refused:
        await sums(replace(asked, on=date(2026, 11, 22)))
    assert str(refused.value) == (
        "National Bank of Kazakhstan has no rate for CNY in force on 2026-11-22."
    )
    given = replace(asked, rates=("CNY=70",))
    assert (await sums(given))[0] == "1400000.00"


async def test_a_rate_may_be_for_a_hundred(shipped_tariff: str) -> None:
    assert shipped_tariff
    asked = replace(RAISINS, value="1000", currency="UZS", rates=("UZS=3.93/100",))
    assert (await sums(asked))[0] == "39.30"


async def test_lamps_are_free_and_the_note_that_may_raise_them_is_shown(
    shipped_tariff: str,
) -> None:
    assert shipped_tariff
    (text,) = await duty(replace(RAISINS, code="8539520003"), as_json=True, today=TODAY)
    found = json.loads(text)
    assert found["duty"] == "0.00"
    notice = found["notices"][0]
    assert notice["line"] == 1
    assert notice["text"].startswith("Note 28С may set this rate to “5”, and no source says")


async def test_a_measure_of_the_union_is_not_shown_for_another_country(
    shipped_tariff: str,
) -> None:
    assert shipped_tariff
    for tariff in ("EAEU", "UZ"):
        edition = Edition(
            tariff=tariff, source="40", sha256="40", valid_from=date(2026, 1, 1), whole_chapters=()
        )
        await import_editions([(edition, [TariffLine("4011201000", "tyres", "", "10")])], at=AT)
    tyres = replace(RAISINS, code="4011201000")
    (union,) = await duty(tyres, as_json=True, today=TODAY)
    shown = [each["text"] for each in json.loads(union)["notices"] if each["line"] == 1]
    assert ["401120 from China" in text for text in shown] == [True]
    uzbek = replace(tyres, country="UZ", currency="UZS", rates=("USD=12194.21",))
    (other,) = await duty(uzbek, as_json=True, today=TODAY)
    found = json.loads(other)
    assert found["duty"] == "176921.60"
    assert not any("401120" in each["text"] for each in found["notices"])


async def test_an_excise_in_the_countrys_own_money_needs_no_rate_of_exchange(
    shipped_tariff: str,
) -> None:
    assert shipped_tariff
    edition = Edition(
        tariff="EAEU", source="22", sha256="22", valid_from=date(2026, 1, 1), whole_chapters=()
    )
    beer = "2203001000"
    await import_editions([(edition, [TariffLine(beer, "beer", "", "0")])], at=AT)
    rate = Excise(
        prefix="2203",
        country="KZ",
        rate_text="91 тенге за 1 л",
        valid_from=date(2026, 1, 1),
        source="a test's own",
    )
    await enter_rows([rate])
    asked = replace(RAISINS, code=beer, quantity="1000", unit="litre")
    found = dict(zip(SUMS, await sums(asked), strict=True))
    assert (found["duty"], found["excise"]) == ("0.00", "91000.00")


async def test_the_text_names_the_kind_of_each_reason_once(shipped_tariff: str) -> None:
    assert shipped_tariff
    lines = await duty(RAISINS, as_json=False, today=TODAY)
    (fee,) = [line for line in lines if "Customs fee" in line]
    assert fee.startswith("  Customs fee: 6 × 4,325.00")
    assert fee.count("Customs fee") == 1
