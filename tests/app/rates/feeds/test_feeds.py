"""Answers of the banks: a good body gives its rates, a bad one its refusal."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.kit.spreadsheet import BadCell, BadTable, ColumnsLack
from app.rates.banks import UnknownBank
from app.rates.feeds import parse
from app.rates.feeds.feed import (
    LIMIT_BYTES,
    BadBody,
    BadRate,
    BankRefused,
    BrokenBody,
    EmptyBody,
    HugeBody,
    MissingCurrency,
    NoDate,
    NoItems,
    OtherBody,
    RateTwice,
    WebPage,
)
from app.rates.official import OfficialRate

RECORDINGS = Path(__file__).parents[3] / "recordings"
NBK = (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()
DAILY = (RECORDINGS / "nbkr_daily_2026-11-23.xml").read_bytes()
WEEKLY = (RECORDINGS / "nbkr_weekly_2026-11-21.xml").read_bytes()
GOOD = (("nbk", NBK), ("nbkr", DAILY), ("nbkr", WEEKLY))


def by_currency(code: str, body: bytes) -> dict[str, OfficialRate]:
    return {rate.currency: rate for rate in parse(code, body)}


def test_kazakh_rates_keep_their_nominals_digits_and_the_files_own_day() -> None:
    rates = by_currency("nbk", NBK)
    assert len(rates) == 10
    assert rates["CNY"] == OfficialRate(
        bank="nbk",
        currency="CNY",
        nominal=1,
        value=Decimal("71.86"),
        published_on=date(2026, 11, 23),
        effective_on=date(2026, 11, 23),
    )
    assert {code: rates[code].nominal for code in ("AMD", "UZS", "IRR")} == {
        "AMD": 10,
        "UZS": 100,
        "IRR": 1000,
    }
    assert str(rates["TJS"].value) == "55"
    assert rates["CNY"].into == "KZT"


def test_kyrgyz_daily_rates_are_read_with_a_comma_and_in_windows_1251() -> None:
    rates = by_currency("nbkr", DAILY)
    assert list(rates) == ["USD", "EUR", "CNY", "KZT", "RUB"]
    assert str(rates["CNY"].value) == "12.2630"
    assert rates["CNY"].effective_on == date(2026, 11, 23)
    assert rates["CNY"].into == "KGS"


def test_kyrgyz_weekly_rates_carry_their_own_day() -> None:
    rates = by_currency("nbkr", WEEKLY)
    assert rates["TMT"].effective_on == date(2026, 11, 21)
    assert (rates["JPY"].nominal, rates["BYR"].nominal) == (10, 100)


def test_a_kazakh_item_may_have_no_index() -> None:
    body = NBK.replace(b"<index></index>", b"").replace(b"<index>UP</index>", b"<index/>")
    assert parse("nbk", body) == parse("nbk", NBK)


@pytest.mark.parametrize(("code", "body"), GOOD)
def test_an_empty_answer_is_refused(code: str, body: bytes) -> None:
    for empty in (b"", b" \r\n\t", body[:0]):
        with pytest.raises(EmptyBody):
            parse(code, empty)


@pytest.mark.parametrize("code", ["nbk", "nbkr"])
@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1></body></html>",
        b"\n<html>\n<head><title>Bad gateway</title><br></head></html>",
        b"<HTML></HTML>",
    ],
)
def test_a_web_page_is_not_taken_for_a_day_without_rates(code: str, page: bytes) -> None:
    with pytest.raises(WebPage):
        parse(code, page)


@pytest.mark.parametrize(("code", "body"), GOOD)
def test_a_body_cut_off_anywhere_is_refused(code: str, body: bytes) -> None:
    whole = body.rstrip()
    for length in range(1, len(whole), 37):
        with pytest.raises(BadBody):
            parse(code, whole[:length])
    with pytest.raises(BrokenBody):
        parse(code, whole[:-1])


@pytest.mark.parametrize(("code", "body"), GOOD)
def test_a_body_with_entities_or_a_document_type_is_not_opened(code: str, body: bytes) -> None:
    root = body.index(b"<rates" if code == "nbk" else b"<CurrencyRates")
    trick = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(BrokenBody):
        parse(code, body[:root] + trick + body[root:])


@pytest.mark.parametrize(("code", "body"), GOOD)
def test_a_body_in_another_encoding_than_it_declares_is_refused(code: str, body: bytes) -> None:
    wrong = body.replace(b"windows-1251", b"no-such-code").replace(b"utf-8", b"no-such-code")
    with pytest.raises(BrokenBody):
        parse(code, wrong)


def test_cyrillic_bytes_of_windows_1251_declared_as_utf_8_are_refused() -> None:
    with pytest.raises(BrokenBody):
        parse("nbkr", DAILY.replace(b"windows-1251", b"utf-8"))


def test_a_body_far_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(HugeBody):
        parse("nbk", NBK + b" " * LIMIT_BYTES)


def test_the_answer_of_another_bank_is_refused() -> None:
    with pytest.raises(OtherBody):
        parse("nbk", DAILY)
    with pytest.raises(OtherBody):
        parse("nbkr", NBK)
    with pytest.raises(OtherBody):
        parse("nbkr", DAILY.replace(b"Daily Exchange Rates", b"Metals"))


def test_an_unknown_bank_is_refused() -> None:
    with pytest.raises(UnknownBank):
        parse("boe", NBK)


def test_an_answer_without_a_readable_date_is_refused() -> None:
    for wrong in (b"", b"2026-11-23", b"31.02.2026", b"23.11.26", b"1.1.2026"):
        with pytest.raises(NoDate):
            parse("nbk", NBK.replace(b"23.11.2026", wrong))
        with pytest.raises(NoDate):
            parse("nbkr", DAILY.replace(b"23.11.2026", wrong))
    with pytest.raises(NoDate):
        parse("nbk", b"<rates><error>no data</error></rates>")


def test_an_answer_without_one_rate_is_refused() -> None:
    with pytest.raises(NoItems):
        parse("nbk", b"<rates><date>23.11.2026</date></rates>")
    with pytest.raises(NoItems):
        parse("nbkr", DAILY[: DAILY.index(b"<Currency ")] + b"</CurrencyRates>")


@pytest.mark.parametrize(
    "value", ["", " ", "0", "0.00", "-71.86", "71,86", "1e3", "NaN", "71.86 KZT", "٧١", "71.", ".5"]
)
def test_a_kazakh_value_that_is_no_positive_figure_is_refused(value: str) -> None:
    with pytest.raises(BadRate) as refused:
        parse("nbk", NBK.replace(b"71.86", value.encode()))
    assert refused.value.fields["currency"] == "CNY"


@pytest.mark.parametrize("value", ["", "0,0000", "-12,2630", "12.2630", "12", "1 212,26"])
def test_a_kyrgyz_value_is_read_with_a_comma_or_refused(value: str) -> None:
    body = DAILY.replace(b"12,2630", value.encode())
    if value == "12":
        assert by_currency("nbkr", body)["CNY"].value == 12
        return
    with pytest.raises(BadRate):
        parse("nbkr", body)


@pytest.mark.parametrize("nominal", ["", "0", "-1", "1.5", "01", "many"])
def test_a_nominal_that_is_no_whole_number_is_refused(nominal: str) -> None:
    with pytest.raises(BadRate):
        parse("nbk", NBK.replace(b"<quant>1000<", f"<quant>{nominal}<".encode()))


@pytest.mark.parametrize("currency", [b"", b"cny", b"CNYX", b"1C0"])
def test_a_code_that_is_no_three_capitals_is_refused(currency: bytes) -> None:
    with pytest.raises(BadRate):
        parse("nbk", NBK.replace(b">CNY<", b">" + currency + b"<"))


@pytest.mark.parametrize(
    ("code", "body", "cut", "missing"),
    [
        ("nbk", NBK, lambda body: body.replace(b">CNY<", b">CNH<"), "CNY"),
        ("nbkr", DAILY, lambda body: body.replace(b'"CNY"', b'"CNH"'), "CNY"),
        ("nbkr", WEEKLY, lambda body: body.replace(b'"TMT"', b'"TMM"'), "TMT"),
    ],
)
def test_a_missing_currency_is_named_with_bank_and_day(
    code: str, body: bytes, cut: Callable[[bytes], bytes], missing: str
) -> None:
    with pytest.raises(MissingCurrency) as refused:
        parse(code, cut(body))
    assert refused.value.fields["currency"] == missing
    assert "National Bank of" in str(refused.value)
    assert "2026-11-2" in str(refused.value)


def test_a_currency_that_stands_twice_is_refused() -> None:
    with pytest.raises(RateTwice):
        parse("nbk", NBK.replace(b">USD<", b">CNY<"))


def test_the_demo_bodies_are_good_bodies() -> None:
    folder = Path(__file__).parents[4] / "app" / "demo" / "data" / "rates"
    bodies = [path for path in folder.iterdir() if path.name != "holidays.csv"]
    assert len(bodies) == 9
    for path in bodies:
        assert parse(path.stem.split("_")[0], path.read_bytes())


def recorded(name: str) -> bytes:
    return (RECORDINGS / name).read_bytes()


def test_uzbek_rates_are_strings_in_json_each_with_its_own_day() -> None:
    rates = by_currency("cbu", recorded("cbu_2026-11-23.json"))
    assert (rates["CNY"].into, rates["IRR"].nominal) == ("UZS", 10)
    assert {rate.effective_on for rate in rates.values()} == {date(2026, 11, 23)}


def test_tajik_rates_go_by_letters_and_not_by_the_banks_numbers() -> None:
    rates = by_currency("nbt", recorded("nbt_2026-11-23.xml"))
    assert {"RUB", "UZS", "KGS"} <= rates.keys()
    assert {code: rates[code].nominal for code in ("KGS", "UZS", "IRR")} == {
        "KGS": 10,
        "UZS": 100,
        "IRR": 1000,
    }


def test_russian_rates_have_cyrillic_names_a_comma_and_nominals_to_a_million() -> None:
    body = recorded("cbr_2026-11-23.xml")
    assert "Доллар".encode("windows-1251") in body
    rates = by_currency("cbr", body)
    assert (rates["IRR"].nominal, rates["TJS"].nominal) == (1_000_000, 10)
    with pytest.raises(BadBody):
        parse("cbr", body.decode("windows-1251").replace("windows-1251", "utf-16").encode())


def test_the_ecb_quotes_foreign_money_for_one_euro_and_leaves_days_out() -> None:
    rates = parse("ecb", recorded("ecb_2026-11-23.csv"))
    dollars = [rate for rate in rates if rate.currency == "USD"]
    assert {(rate.base, rate.into, rate.nominal) for rate in dollars} == {("EUR", "USD", 1)}
    assert len(dollars) == 3
    assert sum(rate.currency == "TRY" for rate in rates) == 2


def test_the_parity_of_the_yuan_is_quoted_both_ways_round_by_its_labels() -> None:
    rates = parse("cfets", recorded("cfets_2026-11-23.json"))
    newest = {rate.currency: rate for rate in rates if rate.effective_on == date(2026, 11, 23)}
    assert (newest["USD"].base, newest["USD"].into) == ("USD", "CNY")
    assert (newest["JPY"].base, newest["JPY"].nominal) == ("JPY", 100)
    assert (newest["RUB"].base, newest["RUB"].into) == ("CNY", "RUB")
    assert sum(rate.currency == "GBP" for rate in rates) == 2


def test_the_manats_peg_says_where_it_was_read() -> None:
    body = recorded("cbt_2015-01-01.csv")
    assert by_currency("cbt", body)["USD"].value == Decimal("3.5")
    with pytest.raises(BadCell, match="Row 2, column source"):
        parse("cbt", b"currency,nominal,value,effective_on,source\nUSD,1,3.5,2015-01-01,\n")


def parity(head: bytes, values: bytes) -> bytes:
    record = b'{"date":"2026-11-23","values":[' + values + b"]}"
    return b'{"data":{"head":[' + head + b']},"records":[' + record + b"]}"


@pytest.mark.parametrize(
    ("code", "body", "refusal"),
    [
        ("cbu", b"[]", NoItems),
        ("cbu", b"<html></html>", WebPage),
        ("cbu", b'[{"Ccy":"USD","Nominal":"1","Rate":"12,5","Date":"01.04.2026"}]', BadRate),
        ("cbu", b'[{"Ccy":"USD","Nominal":1,"Rate":"12.5","Date":"01.04.2026"}]', BrokenBody),
        ("cbu", b'[{"Ccy":"USD","Nominal":"1","Rate":"12.5","Date":"31.02.2026"}]', NoDate),
        ("cbu", b"\xff\xfe", BrokenBody),
        ("nbt", b'<ValCurs Date="18.05.2026"></ValCurs>', NoDate),
        ("nbt", b'<ValCurs Date="2026-02-30"></ValCurs>', NoDate),
        ("cbr", b'<Metall Date="17.03.2026"></Metall>', OtherBody),
        ("ecb", b"CURRENCY,TIME_PERIOD\nUSD,2026-11-23\n", ColumnsLack),
        ("ecb", b"CURRENCY,TIME_PERIOD,OBS_VALUE\nUSD,2026-11-23,x\n", BadCell),
        ("ecb", b"CURRENCY,TIME_PERIOD,OBS_VALUE\nGBP,2026-11-23,0.86\n", MissingCurrency),
        ("cfets", b'{"data":{"head":[],"flagMessage":"span too long"},"records":[]}', BankRefused),
        (
            "cfets",
            b'{"data":{"head":["USD/CNY"]},"records":[{"date":"2026-11-23","values":[]}]}',
            BrokenBody,
        ),
        (
            "cfets",
            b'{"data":{"head":["USD/EUR"]},"records":[{"date":"2026-11-23","values":["1"]}]}',
            OtherBody,
        ),
    ],
)
def test_a_bad_answer_of_any_bank_has_a_name(
    code: str, body: bytes, refusal: type[BadBody | BadTable]
) -> None:
    with pytest.raises(refusal):
        parse(code, body)
