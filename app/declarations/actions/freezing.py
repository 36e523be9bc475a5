"""Freezing a load, and reopening it."""

from collections import defaultdict
from datetime import datetime

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.catalog.product import Tariff
from app.countries.repository import get_country
from app.declarations import repository
from app.declarations.assembling import (
    NothingAboard,
    Numbers,
    Parties,
    consign,
    declaration_number,
    invoice_number,
    product_ids,
)
from app.declarations.draft import draft_declaration
from app.declarations.due import PapersDue
from app.declarations.frozen import fingerprint, to_body
from app.declarations.lodging import AlreadyLodged
from app.declarations.reconcile import reconcile
from app.declarations.repository import due as due_papers
from app.declarations.repository.goods import declared_goods
from app.declarations.snapshot import (
    SCHEMA,
    Consignment,
    LoadSnapshot,
    PackedCarton,
    PackedItem,
)
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.orders import repository as orders
from app.orders.order import Order
from app.warehouse import repository as warehouse
from app.warehouse.carton import PackedCartonFacts
from app.warehouse.load import Load
from customs.china.receipt import DeclarationState


async def freeze_load(number: str, *, by: Reader, at: datetime, due: PapersDue) -> LoadSnapshot:
    """Make the load's facts immutable and draw up a declaration for each order aboard.

    The papers that `due` returns for each order are recorded; later kinds are not required.
    Raises `NothingAboard`, `LoadCannotMove` for a load that is not open, and `FiguresDiffer`
    when cartons, invoice and declaration do not add up to the gram and the coin: then nothing
    is saved and nothing is issued.
    """
    async with transaction():
        await once.claim()
        load = await warehouse.lock_load(number)
        load.frozen()  # raises before anything is drawn up
        aboard = [await orders.lock_order(each) for each in await warehouse.orders_on(number)]
        snapshot = await _snapshot(load, aboard, at=at)
        declarations = {
            consignment.order_number: draft_declaration(
                consignment, load=snapshot, declared_on=day_at(at)
            )
            for consignment in snapshot.consignments
        }
        reconcile(snapshot, declarations)
        snapshot_id = await _save(load, aboard, snapshot, by=by, at=at)
        await _record_due(snapshot_id, snapshot, due, at=at)
    return snapshot


async def _snapshot(load: Load, aboard: list[Order], *, at: datetime) -> LoadSnapshot:
    if not aboard:
        raise NothingAboard(number=load.number)
    version = await repository.last_version(load.id) + 1
    return LoadSnapshot(
        load_number=load.number,
        version=version,
        frozen_at=at,
        truck_plate=load.truck_plate,
        trailer_plate=load.trailer_plate,
        driver=load.driver,
        crossing=load.crossing,
        destination=load.destination,
        consignments=await _consignments(load, aboard, at=at),
        schema=SCHEMA,
    )


async def _consignments(
    load: Load, aboard: list[Order], *, at: datetime
) -> tuple[Consignment, ...]:
    products = await catalog.get_products_for_pricing(product_ids(aboard))
    tariff = Tariff(get_country(load.destination, on=day_at(at)).tariff)
    sellers = {
        product.id: await accounts.get_company(product.seller.id) for product in products.values()
    }
    cartons = _by_order(await warehouse.packed_facts(load.number))
    exporter = await accounts.get_operator()
    earlier = await repository.invoice_numbers_of(load.id)
    made = []
    for order in aboard:
        parties = Parties(
            exporter=exporter,
            buyer=await accounts.get_company(order.buyer_id),
            sellers=sellers,
            broker=await orders.broker_name(order.id),
        )
        invoice = earlier.get(order.number) or await _next_invoice(at)
        numbers = Numbers(invoice=invoice, signed_on=day_at(order.placed_at))
        made.append(
            consign(
                order,
                parties=parties,
                numbers=numbers,
                goods=await declared_goods(order, products, on=day_at(at), tariff=tariff),
                cartons=cartons[order.number],
            )
        )
    return tuple(made)


async def _next_invoice(at: datetime) -> str:
    year = day_at(at).year
    return invoice_number(year, await next_number(f"invoice-{year}"))


def _by_order(facts: list[PackedCartonFacts]) -> dict[str, list[PackedCarton]]:
    """Convert the packed cartons to those of the snapshot, by order number."""
    found: dict[str, list[PackedCarton]] = defaultdict(list)
    for carton in facts:
        items = tuple(
            PackedItem(
                position=item.position,
                batch=item.batch,
                produced_on=item.produced_on,
                best_before=item.best_before,
                quantity=item.quantity,
                net_g=item.net_g,
            )
            for item in carton.items
        )
        found[carton.order_number].append(
            PackedCarton(carton.number, carton.packing, carton.gross_g, items)
        )
    return found


async def _save(
    load: Load, aboard: list[Order], snapshot: LoadSnapshot, *, by: Reader, at: datetime
) -> int:
    body = to_body(snapshot)
    snapshot_id = await repository.save_snapshot(
        load.id, body, sha256=fingerprint(body), by_id=by.person_id, at=at
    )
    for order in aboard:
        number = declaration_number(day_at(at), await next_number("declaration"))
        await repository.save_declaration(number, snapshot_id=snapshot_id, order_id=order.id)
        await orders.save_state(order.declared(), was=order.state, at=at, by_id=by.person_id)
    await warehouse.save_load_state(load.frozen(), was=load.state, at=at, by_id=by.person_id)
    return snapshot_id


async def _record_due(
    snapshot_id: int, snapshot: LoadSnapshot, due: PapersDue, *, at: datetime
) -> None:
    consignments = {each.order_number: each for each in snapshot.consignments}
    for declaration in await repository.declarations_of(snapshot_id):
        for paper in due(snapshot, consignments[declaration.order_number]):
            await due_papers.record_due(declaration.id, paper, version=snapshot.version, at=at)


async def reopen_load(number: str, *, by: Reader, at: datetime, why: str) -> None:
    """Reopen a frozen load before anything is lodged; raises `AlreadyLodged`.

    The snapshot and its papers stay as they were; the next freeze makes their successors.
    """
    async with transaction():
        await once.claim()
        load = await warehouse.lock_load(number)
        for declaration in await repository.latest_declarations(number):
            if declaration.state is not DeclarationState.DRAFT:
                raise AlreadyLodged(number=declaration.number)
        for each in await warehouse.orders_on(number):
            order = await orders.lock_order(each)
            await orders.save_state(
                order.loaded(), was=order.state, at=at, by_id=by.person_id, why=why
            )
        await warehouse.save_load_state(
            load.reopened(), was=load.state, at=at, by_id=by.person_id, why=why
        )
