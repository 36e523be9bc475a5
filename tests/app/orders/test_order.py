"""Orders, their states, terms and prices, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money
from msgspec.structs import replace as replace_struct

from app.accounts.person import Reader, Role
from app.catalog.ladder import Ladder
from app.catalog.ladder import LadderStep as Rung
from app.catalog.product import Product, Seller
from app.countries.repository import crossing_label, get_country
from app.kit.money import from_minor, to_minor
from app.orders.actions import list_deliveries, offered_terms
from app.orders.cancelling import unpaid_since
from app.orders.lists import PAYMENT
from app.orders.order import ORDER_STATES, Order, OrderCannotMove, OrderState, Terms
from app.orders.placing import (
    PaymentTime,
    Placed,
    PriceRose,
    check_agreed,
    order_number,
    pay_by,
    place,
)
from app.orders.terms import (
    TermsDisagree,
    TermsRequest,
    UnknownBroker,
    UnknownCrossing,
    UnknownDelivery,
    agree,
)
from app.orders.timeline import WALK, OrderStep, milestones
from app.quotes.quote import Quote, QuoteRequest, WantedGoods, hold, offer
from app.rates.official import OfficialRate
from app.rates.selling import SellingRate, SellingTerms
from app.reference import current
from app.reference.row import NoRow

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
READER = Reader(1, "Aigerim", "a@b.example", Role.IMPORTER, "kk", 7, "Dastan", "KZ")
SELLER = Seller(3, "吐鲁番", "Turpan", "吐鲁番市")
TERMS = Terms("Dastan", "Almaty", "FCA", "Khorgos", "khorgos", None)


def product(product_id: int, *, price_minor: int, minimum: int = 1, multiple: int = 1) -> Product:
    ladder = Ladder((Rung(1, Money(Decimal(price_minor) / 100, "CNY")),))
    return Product(
        id=product_id,
        sku=f"SKU-{product_id}",
        slug=f"sku-{product_id}",
        seller=SELLER,
        names={"en": "Raisins"},
        descriptions={"en": "Raisins"},
        picture="keruen:grapes",
        tint=0,
        sales_unit="140",
        unit_net_g=500,
        units_per_carton=20,
        carton_tare_g=400,
        packing="22",
        prefecture="turpan",
        minimum=minimum,
        multiple=multiple,
        ladder=ladder,
    )


def selling(value: str = "71.86", percent: str = "2.5", *, nominal: int = 1) -> SellingRate:
    official = OfficialRate("nbk", "CNY", nominal, Decimal(value), MONDAY, MONDAY)
    return SellingRate(official, SellingTerms("KZT", Decimal(percent), NOON))


def quoted(*lines: tuple[int, int], rate: SellingRate | None = None) -> Quote:
    """Quote (price in fen, quantity) pairs."""
    products = {
        number: product(number, price_minor=price)
        for number, (price, _) in enumerate(lines, start=1)
    }
    wanted = tuple(WantedGoods(number, lines[number - 1][1]) for number in products)
    offered = offer(wanted, products=products, selling=rate or selling())
    asked = QuoteRequest("Q-2026-000001", READER, at=NOON, language="kk")
    return hold(offered, asked, span=timedelta(hours=1))


def placed(*lines: tuple[int, int], rate: SellingRate | None = None) -> Order:
    quote = quoted(*lines, rate=rate)
    codes = {line.product_id: {"HS": "080620"} for line in quote.lines}
    who = Placed(number=order_number(2026, 1), reader=READER, at=NOON, codes=codes)
    return place(quote, terms=TERMS, placed=who)


@given(
    lines=st.lists(
        st.tuples(st.integers(10**4, 10**8), st.integers(1, 10**6)), min_size=1, max_size=8
    ),
    value=st.decimals("0.0100", "10000", places=4),
    percent=st.decimals("0", "25", places=3),
    nominal=st.sampled_from([1, 10, 100]),
)
def test_an_orders_totals_are_the_sums_of_its_lines_to_the_coin(
    lines: list[tuple[int, int]], value: Decimal, percent: Decimal, nominal: int
) -> None:
    order = placed(*lines, rate=selling(str(value), str(percent), nominal=nominal))
    nothing = Money(0, "KZT")
    for code in ("goods", "spread", "rounding"):
        amounts = (line.unit.amount(code) * line.quantity for line in order.lines)
        assert order.breakdown.amount(code) == sum(amounts, nothing)
    assert order.total == sum((line.total for line in order.lines), nothing)
    for line in order.lines:
        assert line.unit_price == line.unit.amount("goods") + line.unit.amount("spread")
        assert line.total == line.unit_price * line.quantity
        to_minor(line.unit_price)
    assert [line.position for line in order.lines] == list(range(1, len(lines) + 1))


@given(now=st.integers(1, 10**9), agreed=st.integers(0, 10**9))
def test_after_its_time_a_fall_is_passed_on_and_a_rise_asks(now: int, agreed: int) -> None:
    quote = quoted((1250, 10))
    total = from_minor(now, "KZT")
    if now <= max(to_minor(quote.total), agreed):
        check_agreed(quote, total, agreed_minor=agreed)
    else:
        with pytest.raises(PriceRose) as refused:
            check_agreed(quote, total, agreed_minor=agreed)
        assert (refused.value.old_total, refused.value.new_total) == (quote.total, total)


def test_an_order_copies_who_when_and_the_rate() -> None:
    order = placed((1250, 10))
    assert (order.number, order.state) == ("K-2026-000001", OrderState.PLACED)
    assert (order.buyer_id, order.placed_by_id, order.placed_at) == (7, 1, NOON)
    assert (order.rate.value, order.rate.spread_percent) == (Decimal("71.86"), Decimal("2.5"))
    assert (order.language, order.currency, order.terms) == ("kk", "KZT", TERMS)


def test_five_days_are_left_to_pay() -> None:
    within = PaymentTime("order", days=5)
    assert current.edition().get(PAYMENT, "order", on=MONDAY) == within
    assert pay_by(MONDAY, within) == date(2026, 11, 28)
    assert unpaid_since(date(2026, 11, 28), within) == MONDAY
    assert unpaid_since(date(2026, 11, 29), within) == MONDAY + timedelta(days=1)


@pytest.mark.parametrize("state", list(OrderState))
def test_every_verb_moves_only_from_where_its_step_begins(state: OrderState) -> None:
    order = replace(placed((1250, 10)), state=state)
    verbs = {to: getattr(order, to.value) for to in OrderState if to is not OrderState.PLACED}
    for to, verb in verbs.items():
        if ORDER_STATES.allows(state, to):
            assert verb().state is to
        else:
            with pytest.raises(OrderCannotMove):
                verb()


def test_the_refusal_of_a_step_says_where_the_order_is_in_words() -> None:
    order = placed((1250, 10)).cancelled()
    with pytest.raises(OrderCannotMove, match=r"K-2026-000001 now\. Its state: Cancelled"):
        order.paid()


# The timeline.


def steps(*states: OrderState) -> list[OrderStep]:
    return [OrderStep(state, NOON, "Aigerim", "") for state in states]


def reached(*states: OrderState) -> list[OrderState]:
    return [each.state for each in milestones(steps(*states)) if each.step]


def test_the_timeline_names_every_state_of_the_walk_and_what_is_reached() -> None:
    shown = milestones(steps(OrderState.PLACED, OrderState.PAID))
    assert tuple(each.state for each in shown) == WALK
    assert [each.step is not None for each in shown] == [True, True, *[False] * 6]


def test_the_walk_holds_every_state_but_cancelled() -> None:
    assert set(WALK) == set(OrderState) - {OrderState.CANCELLED}


def test_a_release_that_was_taken_back_lies_ahead_again() -> None:
    back = (*WALK[:7], OrderState.DECLARED)
    assert reached(*back) == list(WALK[:6])


def test_a_cancelled_order_shows_what_it_reached_and_ends_there() -> None:
    shown = milestones(steps(OrderState.PLACED, OrderState.CANCELLED))
    assert [each.state for each in shown] == [OrderState.PLACED, OrderState.CANCELLED]
    assert all(each.step for each in shown)


# Terms.


def ask(delivery: str = "fca-khorgos", crossing: str = "khorgos", broker: int = 0) -> TermsRequest:
    return TermsRequest("Dastan", "Almaty", delivery, crossing, broker or None)


def agreed(asked: TermsRequest, country: str = "KZ", on: date = MONDAY) -> Terms:
    return agree(
        asked,
        country=get_country(country, on=on),
        deliveries=list_deliveries(on=on),
        on=on,
        broker_ids={5},
    )


def test_agreed_terms_name_the_term_its_place_and_the_crossing() -> None:
    terms = agreed(ask("fca-urumqi", broker=5))
    assert (terms.delivery_term, terms.delivery_place) == ("FCA", "Urumqi")
    assert (terms.crossing, terms.broker_id) == ("khorgos", 5)


@pytest.mark.parametrize(
    ("asked", "country", "on", "refusal"),
    [
        (ask(delivery="dap-almaty"), "KZ", MONDAY, UnknownDelivery),
        (ask(), "KG", MONDAY, UnknownCrossing),
        (ask(crossing=""), "KZ", MONDAY, UnknownCrossing),
        (ask(broker=6), "KZ", MONDAY, UnknownBroker),
        (ask(), "KZ", date(2025, 12, 31), UnknownDelivery),
    ],
)
def test_what_is_not_on_our_lists_that_day_is_refused(
    asked: TermsRequest, country: str, on: date, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        agreed(asked, country, on)


@pytest.mark.parametrize(("crossing", "country"), [("torugart", "KG"), ("baketu", "KZ")])
def test_goods_handed_over_at_khorgos_leave_through_khorgos_alone(
    crossing: str, country: str
) -> None:
    with pytest.raises(TermsDisagree, match=r"FCA Khorgos do not leave .* goes with FCA Urumqi"):
        agreed(ask("fca-khorgos", crossing), country)
    assert agreed(ask("fca-urumqi", crossing), country).crossing == crossing


def test_a_term_and_a_crossing_that_share_no_transport_disagree() -> None:
    kazakhstan = get_country("KZ", on=MONDAY)
    (first, *others) = kazakhstan.crossings
    rail = replace_struct(first, transports=("rail",))
    by_rail = replace_struct(kazakhstan, crossings=(rail, *others))
    with pytest.raises(TermsDisagree):
        agree(
            ask(),
            country=by_rail,
            deliveries=list_deliveries(on=MONDAY),
            on=MONDAY,
            broker_ids=(),
        )


def test_each_country_is_offered_what_fits_its_crossings() -> None:
    kyrgyz, kazakh = offered_terms("KG", on=MONDAY), offered_terms("KZ", on=MONDAY)
    assert [each.code for each in kyrgyz.crossings] == ["torugart", "irkeshtam"]
    assert [each.code for each in kyrgyz.deliveries] == ["fca-urumqi"]
    assert [each.code for each in kazakh.crossings] == ["khorgos", "alashankou", "baketu"]
    assert [each.code for each in kazakh.deliveries] == ["fca-khorgos", "fca-urumqi"]
    assert all(each.source for each in get_country("KZ", on=MONDAY).crossings)


def test_a_crossing_is_named_also_when_it_is_used_no_more() -> None:
    assert crossing_label("baketu") == "Baketu – Bakhty"
    with pytest.raises(NoRow, match="narnia"):
        crossing_label("narnia")
