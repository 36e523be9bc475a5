"""Entering what customs answered, and letting order and load follow."""

from datetime import datetime

from app.accounts.person import Reader
from app.declarations import repository
from app.declarations.lodging import Withdrawn, check_receipt
from app.declarations.repository import Frozen, KeptDeclaration
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
    """Save an answer of customs, and let the declaration, its order and its load follow.

    `message` is the kept file that it was read from, if it was not entered by hand.
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
        await _let_order_follow(declaration, by=by, at=at)
        await _let_load_follow(load, by=by, at=at)


async def _get_frozen(declaration: KeptDeclaration, load: Load) -> Frozen:
    """Return what the declaration was drawn from; raises `Withdrawn` when that is over."""
    is_latest = declaration.snapshot_id == await repository.last_snapshot_of(load.number)
    if load.state is LoadState.OPEN or not is_latest:
        raise Withdrawn(number=declaration.number)
    return await repository.get_frozen(declaration.snapshot_id)


async def _let_order_follow(declaration: KeptDeclaration, *, by: Reader, at: datetime) -> None:
    """A release moves the order on; a release taken back brings it back."""
    state = (await repository.get_declaration(declaration.number)).state
    order = await orders.lock_order(declaration.order_number)
    passes = state in PASSES_THE_GATE
    if passes and order.state is OrderState.DECLARED:
        await orders.save_state(order.released(), was=order.state, at=at, by_id=by.person_id)
    elif not passes and order.state is OrderState.RELEASED:
        await orders.save_state(order.declared(), was=order.state, at=at, by_id=by.person_id)


async def _let_load_follow(load: Load, *, by: Reader, at: datetime) -> None:
    """The load is released when every declaration is, and no longer when one is not."""
    declarations = await repository.latest_declarations(load.number)
    all_pass = all(each.state in PASSES_THE_GATE for each in declarations)
    if all_pass and load.state is LoadState.FROZEN:
        await warehouse.save_load_state(load.released(), was=load.state, at=at, by_id=by.person_id)
    elif not all_pass and load.state is LoadState.RELEASED:
        await warehouse.save_load_state(load.held(), was=load.state, at=at, by_id=by.person_id)
