"""A broker sees the firm's orders aboard and nobody else's, and takes their papers whole."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from app.accounts.person import Reader, Role
from app.brokers import actions, repository
from app.brokers.actions import BrokersCode, DossierNotReady, GoodsNotAboard
from app.brokers.tables import DossierDownload
from app.catalog import repository as catalog
from app.catalog.actions import codes
from app.catalog.code_proposal import CodeState, NoSuchCode, NotComparable
from app.catalog.product import CodeStatus, NoEvidence, Product, Tariff, WrongCode
from app.catalog.tables import ProductCode
from app.declarations.actions import freezing
from app.documents import repository as papers
from app.documents.issuing import papers_due
from app.documents.repository import PaperFacts
from app.kit.db import transaction
from app.orders import repository as orders
from app.tariff.edition import UnknownLine
from app.warehouse.load import NoSuchLoad
from tests.app.catalog.coding import keep_lines
from tests.app.orders.market import Market, place, requested_terms, save_company, save_person
from tests.app.warehouse.walk import LATER, loaded, pack_all, pick_all
from tests.app.warehouse.walk import paid as paid_for

pytestmark = pytest.mark.usefixtures("first_kinds")

FROZEN = LATER + timedelta(hours=1)
TAKEN = LATER + timedelta(hours=2)


async def broker_of(name: str, number: str) -> Reader:
    firm = await save_company(name, kind="broker", country="KZ", number=number)
    return await save_person(f"{name}-agent", role=Role.BROKER, company=firm)


async def shared_load(market: Market, other: Reader) -> tuple[str, list[str]]:
    """Load one truck with an order of each firm; return the load and the orders."""
    numbers = []
    for buyer, firm in ((market.kazakh, market.broker), (market.rival, other)):
        terms = replace(requested_terms(buyer), broker_id=firm.company_id)
        order = await place(buyer, (market.raisins, 10), terms=terms)
        numbers.append(order.number)
    for number in numbers:
        await settle(market, number)
        await pick_all(market, number)
        await pack_all(market, number)
    load = await loaded(market, *numbers)
    await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN, due=papers_due)
    return load.number, numbers


async def settle(market: Market, number: str) -> None:
    async with transaction():
        order = await orders.lock_order(number)
        await orders.save_state(
            order.paid(), was=order.state, at=LATER, by_id=market.operator.person_id
        )


async def issue(firm: Reader, load: str) -> None:
    for declaration in (await repository.get_load_for(firm, load)).declarations:
        for kind in ("declaration", "invoice", "packing_list"):
            name = f"{declaration.order_number}_{kind}_v1.pdf"
            await papers.save_paper(
                declaration.id, PaperFacts(kind, 1, name, "t"), name.encode(), at=FROZEN
            )


async def test_each_firm_sees_its_own_order_on_a_shared_truck(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    load, (mine, theirs) = await shared_load(market, other)
    for firm, order in ((market.broker, mine), (other, theirs)):
        found = await repository.get_load_for(firm, load)
        assert [each.order_number for each in found.declarations] == [order]
        assert [each.number for each in await repository.list_loads_for(firm)] == [load]


async def test_a_firm_that_no_order_names_sees_no_load(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    stranger = await broker_of("jol", "100000000010")
    load, _ = await shared_load(market, other)
    assert await repository.list_loads_for(stranger) == []
    for number in (load, "L-2026-999999"):
        with pytest.raises(NoSuchLoad):
            await repository.get_load_for(stranger, number)
        with pytest.raises(NoSuchLoad):
            await actions.take_dossier(number, reader=stranger, at=TAKEN)
    assert await DossierDownload.count() == 0


async def test_the_dossier_holds_the_firms_papers_and_their_hashes(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    load, (mine, _) = await shared_load(market, other)
    for firm in (market.broker, other):
        await issue(firm, load)
    dossier = await actions.take_dossier(load, reader=market.broker, at=TAKEN)
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        listed = json.loads(archive.read("manifest.json"))["papers"]
        assert {name.split("_")[0] for name in archive.namelist()} == {mine, "manifest.json"}
        for paper in listed:
            body = archive.read(paper["name"])
            assert paper["sha256"] == hashlib.sha256(body).hexdigest()
            assert paper["version"] == 1
    load_id = (await repository.get_load_for(market.broker, load)).id
    taken = await repository.last_download(load_id, market.broker.company_id)
    assert taken == (TAKEN, hashlib.sha256(dossier).hexdigest())
    assert await repository.last_download(load_id, other.company_id) is None


async def test_a_dossier_is_not_given_before_it_is_whole(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    load, _ = await shared_load(market, other)
    with pytest.raises(DossierNotReady):
        await actions.take_dossier(load, reader=market.broker, at=TAKEN)
    assert await DossierDownload.count() == 0


async def test_a_load_that_is_not_frozen_is_not_shown(market: Market) -> None:
    order = await paid_for(market, market.kazakh, (market.raisins, 10))
    await pick_all(market, order.number)
    await pack_all(market, order.number)
    await loaded(market, order.number)
    assert await repository.list_loads_for(market.broker) == []


async def raisins_of(market: Market) -> Product:
    return (await catalog.get_products_for_pricing([market.raisins]))[market.raisins]


async def test_a_brokers_code_counts_for_the_firm_alone_until_it_is_accepted(
    market: Market,
) -> None:
    other = await broker_of("ala", "100000000009")
    load, _ = await shared_load(market, other)
    await keep_lines("0806209000")
    sku = (await raisins_of(market)).sku
    named = BrokersCode(sku, " 0806209000 ", "Decision 12-34 of 1 November 2026", "First code")
    number = await actions.name_code(load, named, reader=market.broker, at=TAKEN)
    own = await seen_by(market.broker, load)
    assert (own.code, own.status, own.evidence) == ("0806209000", "proposed", named.evidence)
    assert (await seen_by(other, load)).code == ""
    assert (await raisins_of(market)).code_in(Tariff.EAEU) == ""
    await codes.decide_code(number, CodeState.CONFIRMED, by=market.operator, at=TAKEN)
    for firm in (market.broker, other):
        assert (await seen_by(firm, load)).status == "confirmed"
    product = await raisins_of(market)
    kept = next(each for each in product.codes if each.tariff == Tariff.EAEU)
    assert (kept.status, kept.set_at) == (CodeStatus.CONFIRMED, TAKEN)


async def test_a_firm_takes_back_its_own_code_and_nobody_elses(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    load, _ = await shared_load(market, other)
    await keep_lines("0806209000")
    named = BrokersCode((await raisins_of(market)).sku, "0806209000", "decision", "First code")
    number = await actions.name_code(load, named, reader=market.broker, at=TAKEN)
    with pytest.raises(NoSuchCode):
        await actions.take_back_code(load, number, why="Not ours", reader=other, at=TAKEN)
    assert (await seen_by(market.broker, load)).code == "0806209000"
    await actions.take_back_code(load, number, why="A slip", reader=market.broker, at=TAKEN)
    assert (await seen_by(market.broker, load)).code == ""
    assigned = await repository.get_load_for(market.broker, load)
    (word,) = await repository.list_words(assigned, market.broker)
    assert (word.id, word.state) == (number, CodeState.WITHDRAWN)


async def seen_by(firm: Reader, load: str) -> repository.CarriedGoods:
    assigned = await repository.get_load_for(firm, load)
    (goods,) = await repository.list_goods(assigned, firm, "EAEU")
    return goods


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        (BrokersCode("", "080620900", "decision"), WrongCode),
        (BrokersCode("", "08062O9000", "decision"), WrongCode),
        (BrokersCode("", "0806209000", "  "), NoEvidence),
        (BrokersCode("NO-SUCH", "0806209000", "decision"), GoodsNotAboard),
        (BrokersCode("", "0806209000", "decision"), NotComparable),
        (BrokersCode("", "0806209000", "decision", "First code"), UnknownLine),
    ],
)
async def test_a_code_that_cannot_be_confirmed_changes_nothing(
    market: Market, named: BrokersCode, refusal: type[Exception]
) -> None:
    other = await broker_of("ala", "100000000009")
    load, _ = await shared_load(market, other)
    named = replace(named, sku=named.sku or (await raisins_of(market)).sku)
    before = await ProductCode.count()
    with pytest.raises(refusal):
        await actions.name_code(load, named, reader=market.broker, at=TAKEN)
    assert await ProductCode.count() == before


async def test_a_firm_that_no_order_names_confirms_nothing(market: Market) -> None:
    other = await broker_of("ala", "100000000009")
    stranger = await broker_of("jol", "100000000010")
    load, _ = await shared_load(market, other)
    before = await ProductCode.count()
    named = BrokersCode((await raisins_of(market)).sku, "0806209000", "decision")
    with pytest.raises(NoSuchLoad):
        await actions.name_code(load, named, reader=stranger, at=TAKEN)
    assert await ProductCode.count() == before
