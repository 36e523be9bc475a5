"""A code is proposed with evidence and counts for everybody once a second person confirmed it."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.accounts.person import Reader, Role
from app.catalog.actions import codes
from app.catalog.code_proposal import (
    CodeCannotMove,
    CodeState,
    Difference,
    NoReason,
    NoSuchCode,
    NotComparable,
    NotGoverned,
    NotYourGoods,
    OtherChapter,
    OtherHeading,
    OwnProposal,
    difference,
)
from app.catalog.product import NoEvidence, NoSuchProduct, Tariff, WrongCode
from app.catalog.repository import codes as counted
from app.catalog.repository import proposals as repository
from app.catalog.tables import CodeDecision, ProductCode
from app.declarations.actions import freezing
from app.declarations.snapshot import LoadSnapshot
from app.documents.issuing import papers_due
from app.orders import repository as orders
from app.tariff.edition import Edition, LineGone, UnknownLine
from app.tariff.repository import editions
from tests.app.catalog.coding import confirm, keep_lines, new_code, sku_of
from tests.app.orders.market import (
    NOON,
    Market,
    place,
    requested_terms,
    save_company,
    save_person,
)
from tests.app.warehouse.walk import LATER, loaded, pack_all, paid, pick_all

OLD, NEW = "0806209000", "0806203000"


@pytest.fixture
async def sku(market: Market) -> str:
    """Return the article number of raisins with an HS code, in a tariff that has two codes."""
    await keep_lines(OLD, NEW, "0813100000", "2008110000")
    await ProductCode(
        product=market.raisins,
        tariff=Tariff.HS,
        code="080620",
        status="proposed",
        source="with the listing",
        set_at=NOON - timedelta(days=1),
    ).save()
    return await sku_of(market.raisins)


async def counting(market: Market, *, firm: int | None = None) -> str:
    """Return the raisins' code that counts in the EAEU's tariff; empty when there is none."""
    found = (await counted.codes_for([market.raisins], firm_id=firm))[market.raisins]
    return found["EAEU"].code if "EAEU" in found else ""


async def rows() -> tuple[int, int]:
    return await ProductCode.count(), await CodeDecision.count()


@pytest.mark.parametrize(
    ("code", "hs", "found"),
    [
        ("0806203000", "080620", Difference.NONE),
        ("0806109000", "080620", Difference.SUBHEADING),
        ("0813100000", "080620", Difference.HEADING),
        ("4420909900", "080620", Difference.CHAPTER),
        ("0806203000", "", Difference.UNKNOWN),
    ],
)
def test_the_difference_from_the_goods_hs_code_is_said_by_name(
    code: str, hs: str, found: Difference
) -> None:
    assert difference(code, hs) is found


async def test_a_code_counts_for_others_once_a_second_person_confirmed_it(
    market: Market, sku: str
) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    assert (await counting(market), await counting(market, firm=market.broker.company_id)) == (
        "",
        OLD,
    )
    await codes.decide_code(number, CodeState.CONFIRMED, by=market.operator, at=NOON)
    assert await counting(market) == OLD
    (decision,) = await repository.list_decisions(number)
    assert (decision.was, decision.state, decision.by) == ("proposed", "confirmed", "Wei")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"code": "2008110000"}, OtherChapter),
        ({"code": "0813100000", "reason": " "}, OtherHeading),
        ({"code": "0806109000"}, UnknownLine),
        ({"code": "080620900"}, WrongCode),
        ({"evidence": " "}, NoEvidence),
        ({"sku": "NO-SUCH"}, NoSuchProduct),
        ({"tariff": Tariff.HS}, NotGoverned),
    ],
)
async def test_a_code_that_does_not_fit_is_refused_and_nothing_is_kept(
    market: Market, sku: str, changes: dict[str, Any], refusal: type[Exception]
) -> None:
    before = await rows()
    with pytest.raises(refusal):
        await codes.propose_code(
            replace(new_code(sku, OLD), **changes), by=market.operator, at=NOON
        )
    assert await rows() == before


async def test_goods_without_an_hs_code_need_a_reason(market: Market, sku: str) -> None:
    assert sku
    walnuts = await sku_of(market.walnuts)
    with pytest.raises(NotComparable):
        await codes.propose_code(new_code(walnuts, OLD, reason=""), by=market.broker, at=NOON)


async def test_who_proposed_a_code_does_not_confirm_it(market: Market, sku: str) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.operator, at=NOON)
    before = await rows()
    with pytest.raises(OwnProposal):
        await codes.decide_code(number, CodeState.CONFIRMED, by=market.operator, at=NOON)
    assert (await rows(), await counting(market)) == (before, "")
    await codes.decide_code(number, CodeState.CONFIRMED, by=await second(), at=NOON)
    assert await counting(market) == OLD


async def second() -> Reader:
    house = await save_company("house", kind="operator", country="CN", number="91650100MA7700001X")
    return await save_person("Fang", role=Role.OPERATOR, company=house)


async def test_a_seller_proposes_codes_of_their_own_goods_alone(market: Market, sku: str) -> None:
    stranger = await save_company(
        "stranger", kind="seller", country="CN", number="91650400MA7700001N"
    )
    seller = await save_person("Gul", role=Role.SELLER, company=stranger)
    before = await rows()
    with pytest.raises(NotYourGoods):
        await codes.propose_code(new_code(sku, OLD), by=seller, at=NOON)
    assert (await rows(), await counting(market)) == (before, "")


async def test_a_broker_confirms_nothing(market: Market, sku: str) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.operator, at=NOON)
    for state in (CodeState.CONFIRMED, CodeState.REFUSED, CodeState.WITHDRAWN):
        with pytest.raises(NoSuchCode):
            await codes.decide_code(number, state, by=market.broker, at=NOON, why="ours")
    assert await CodeDecision.count() == 0


async def test_a_withdrawn_code_leaves_the_one_before_it(market: Market, sku: str) -> None:
    await confirm(market, new_code(sku, OLD), at=NOON)
    number = await confirm(market, new_code(sku, NEW), at=NOON + timedelta(hours=1))
    assert await counting(market) == NEW
    with pytest.raises(NoReason):
        await codes.decide_code(number, CodeState.WITHDRAWN, by=market.operator, at=LATER)
    await codes.decide_code(
        number, CodeState.WITHDRAWN, by=market.operator, at=LATER, why="The ruling is annulled"
    )
    assert (await counting(market), await ProductCode.count()) == (OLD, 3)
    assert [each.state for each in await repository.list_decisions(number)] == [
        CodeState.CONFIRMED,
        CodeState.WITHDRAWN,
    ]


async def test_a_refused_code_counts_for_nobody(market: Market, sku: str) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    await codes.decide_code(
        number, CodeState.REFUSED, by=market.operator, at=NOON, why="The photograph shows a box"
    )
    assert await counting(market, firm=market.broker.company_id) == ""
    with pytest.raises(CodeCannotMove):
        await codes.decide_code(number, CodeState.CONFIRMED, by=market.operator, at=NOON)


async def test_a_code_that_left_the_tariff_meanwhile_is_not_confirmed(
    market: Market, sku: str
) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    edition = Edition(
        tariff="EAEU",
        source="a newer one",
        sha256="f" * 64,
        valid_from=date(2026, 11, 24),
        whole_chapters=("08",),
    )
    await editions.save_edition(edition, [], at=NOON)
    with pytest.raises(LineGone):
        await codes.decide_code(
            number, CodeState.CONFIRMED, by=market.operator, at=NOON + timedelta(days=3)
        )
    assert await CodeDecision.count() == 0


async def test_of_two_who_confirm_at_once_one_is_refused(market: Market, sku: str) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    answers = await asyncio.gather(
        *(
            codes.decide_code(number, CodeState.CONFIRMED, by=by, at=NOON)
            for by in (market.operator, await second())
        ),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in answers) == ["CodeCannotMove", "NoneType"]
    assert (await CodeDecision.count(), await counting(market)) == (1, OLD)


async def test_a_code_taken_back_while_it_is_being_confirmed_moves_once(
    market: Market, sku: str
) -> None:
    number = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    taking = codes.decide_code(number, CodeState.WITHDRAWN, by=market.broker, at=NOON, why="A slip")
    confirming = codes.decide_code(number, CodeState.CONFIRMED, by=market.operator, at=NOON)
    await asyncio.gather(taking, confirming, return_exceptions=True)
    states = [each.state for each in await repository.list_decisions(number)]
    assert states in (
        [CodeState.WITHDRAWN],
        [CodeState.CONFIRMED, CodeState.WITHDRAWN],
    )
    assert await counting(market) == ""


async def test_the_queue_holds_what_nobody_decided_about(market: Market, sku: str) -> None:
    first = await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    done = await confirm(market, new_code(sku, NEW), at=NOON + timedelta(hours=1))
    (waiting,) = await repository.list_waiting(after=0)
    (decided,) = await repository.list_decided()
    assert (waiting.id, waiting.firm, waiting.standing) == (first, "Zhol", NEW)
    assert (decided.id, decided.state) == (done, CodeState.CONFIRMED)
    assert await repository.list_waiting(after=first) == []


async def test_an_order_keeps_the_codes_it_was_placed_with(market: Market, sku: str) -> None:
    await confirm(market, new_code(sku, OLD), at=NOON)
    order = await place(market.kazakh, (market.raisins, 10))
    await confirm(market, new_code(sku, NEW), at=NOON + timedelta(hours=1))
    (line,) = (await orders.get_order(order.number)).lines
    assert (line.codes, await counting(market)) == ({"HS": "080620", "EAEU": OLD}, NEW)


async def test_a_brokers_word_is_in_the_orders_that_name_the_firm_and_in_no_others(
    market: Market, sku: str
) -> None:
    await codes.propose_code(new_code(sku, OLD), by=market.broker, at=NOON)
    terms = replace(requested_terms(market.kazakh), broker_id=market.broker.company_id)
    client = await place(market.kazakh, (market.raisins, 10), terms=terms)
    other = await place(
        market.rival,
        (market.raisins, 10),
        terms=replace(requested_terms(market.rival), broker_id=None),
    )
    assert client.lines[0].codes["EAEU"] == OLD
    assert "EAEU" not in other.lines[0].codes


async def frozen(market: Market, number: str) -> LoadSnapshot:
    await pick_all(market, number)
    await pack_all(market, number)
    load = await loaded(market, number)
    return await freezing.freeze_load(
        load.number, by=market.declarant, at=LATER + timedelta(hours=1), due=papers_due
    )


@pytest.mark.parametrize(
    ("is_withdrawn", "declared"), [(False, OLD), (True, NEW)], ids=["kept", "taken back"]
)
async def test_a_paper_has_the_orders_code_unless_that_was_taken_back(
    market: Market, sku: str, *, is_withdrawn: bool, declared: str
) -> None:
    number = await confirm(market, new_code(sku, OLD), at=NOON - timedelta(hours=2))
    order = await paid(market, market.kazakh, (market.raisins, 10))
    await confirm(market, new_code(sku, NEW), at=NOON - timedelta(hours=1))
    if is_withdrawn:
        await codes.decide_code(
            number, CodeState.WITHDRAWN, by=market.operator, at=NOON, why="Annulled"
        )
    snapshot = await frozen(market, order.number)
    (consignment,) = snapshot.consignments
    assert consignment.lines[0].goods.eaeu_code == declared
