"""Entering the answers of customs, and updating order and load."""

from datetime import datetime

from app.accounts.person import Reader
from app.declarations import repository
from app.declarations.lodging import Withdrawn, check_receipt
from app.declarations.repository import Frozen, StoredDeclaration
from app.kit import once
from app.kit.db import transaction
from app.orders import repository as orders
from app.orders.order import OrderState
from app.warehouse import repository as warehouse
from app.warehouse.load import Load, LoadState
from customs.china.receipt import PASSES_THE_GATE, CustomsReceipt, state_after


async def enter_receipt(
    number: str, receipt: CustomsReceipt, *, by: Reader, at: datetime, message: int | None = None
) -> None:
    """Save an answer of customs, and update the declaration, its order and its load.

    `message` is the id of the file that it was read from; None when entered by hand.
    Raises `UnknownChannel`, `EntryNumberMissing`, `ReceiptFromTheFuture`,
    `ReceiptBeforeTheFreeze`, `ReceiptKnown`, or `Withdrawn` for a draft of an earlier freeze.
    """
    async with transaction():
        await once.claim()
        found = await repository.get_declaration(number)
        load = await warehouse.lock_load(found.load_number)
        declaration = await repository.lock_declaration(number)
        frozen = await _get_frozen(declaration, load)
        check_receipt(receipt, frozen_at=frozen.snapshot.frozen_at, at=at)
        await repository.save_receipt(
            declaration, receipt, by_id=by.person_id, at=at, message=message
        )
        receipts = await repository.receipts_of(declaration.id)
        entry_number = next((each.entry_number for each in receipts[::-1] if each.entry_number), "")
        await repository.save_declaration_state(
            declaration, state=state_after(receipts), entry_number=entry_number
        )
        await _update_order(declaration, by=by, at=at)
        await _update_load(load, by=by, at=at)


async def _get_frozen(declaration: StoredDeclaration, load: Load) -> Frozen:
    """Return the declaration's snapshot; raises `Withdrawn` unless it is the latest."""
    is_latest = declaration.snapshot_id == await repository.last_snapshot_of(load.number)
    if load.state is LoadState.OPEN or not is_latest:
        raise Withdrawn(number=declaration.number)
    return await repository.get_frozen(declaration.snapshot_id)


async def _update_order(declaration: StoredDeclaration, *, by: Reader, at: datetime) -> None:
    """Move the order on with a release, and back when the release is revoked."""
    state = (await repository.get_declaration(declaration.number)).state
    order = await orders.lock_order(declaration.order_number)
    passes = state in PASSES_THE_GATE
    if passes and order.state is OrderState.DECLARED:
        await orders.save_state(order.released(), was=order.state, at=at, by_id=by.person_id)
    elif not passes and order.state is OrderState.RELEASED:
        await orders.save_state(order.declared(), was=order.state, at=at, by_id=by.person_id)


async def _update_load(load: Load, *, by: Reader, at: datetime) -> None:
    """Release the load when every declaration is released, and hold it when one no longer is."""
    declarations = await repository.latest_declarations(load.number)
    all_pass = all(each.state in PASSES_THE_GATE for each in declarations)
    if all_pass and load.state is LoadState.FROZEN:
        await warehouse.save_load_state(load.released(), was=load.state, at=at, by_id=by.person_id)
    elif not all_pass and load.state is LoadState.RELEASED:
        await warehouse.save_load_state(load.held(), was=load.state, at=at, by_id=by.person_id)
