"""Proformas, payments and refunds: every query."""

from datetime import date, datetime
from typing import Final

from piccolo.querystring import QueryString

from app.accounts.person import Reader
from app.kit.listing import Asked, KeyPage, Listing, Sort, containing
from app.kit.money import from_minor, to_minor
from app.kit.records import Record, read_column, read_first
from app.orders.order import OrderState
from app.payments.proforma import NoSuchReference, Proforma, Received
from app.payments.refund import Refund, RefundEntry
from app.payments.tables import Payment as PaymentRow
from app.payments.tables import Proforma as ProformaRow
from app.payments.tables import Refund as RefundRow

_PROFORMA = (*ProformaRow.all_columns(), ProformaRow.order.number.as_alias("order_number"))

_WITHOUT_PROFORMA = (
    "SELECT standing.number FROM order_standing AS standing WHERE standing.state = {} AND"
    ' NOT EXISTS (SELECT 1 FROM proforma WHERE proforma."order" = standing.id)'
    " ORDER BY standing.id LIMIT {}"
)
_LOCK_BANK_REFERENCE = "SELECT pg_advisory_xact_lock(hashtextextended({}, 1))"


class ProformaRecord(Record):
    """A proforma with its order's number."""

    id: int
    order: int
    order_number: str
    reference: str
    amount_minor: int
    currency: str
    issued_at: datetime
    due_on: date


_UNPAID: Final = Listing(
    shape=ProformaRecord,
    table=ProformaRow,
    columns=(
        'asked.id, asked."order", placed.number AS order_number, asked.reference,'
        " asked.amount_minor, asked.currency, asked.issued_at, asked.due_on"
    ),
    source='proforma AS asked JOIN order_standing AS placed ON placed.id = asked."order"',
    id="asked.id",
    sorts={"due": Sort("asked.due_on", date)},
)


def _proforma(row: ProformaRecord) -> Proforma:
    return Proforma(
        id=row.id,
        order_number=row.order_number,
        order_id=row.order,
        reference=row.reference,
        amount=from_minor(row.amount_minor, row.currency),
        issued_at=row.issued_at,
        due_on=row.due_on,
    )


async def find_proforma(order_id: int) -> Proforma | None:
    """Return the order's proforma, if one has been issued."""
    query = ProformaRow.select(*_PROFORMA).where(ProformaRow.order == order_id).first()
    row = await read_first(ProformaRecord, query)
    return _proforma(row) if row else None


async def get_proforma(reference: str) -> Proforma:
    """Return the proforma of a reference; raises `NoSuchReference`."""
    query = ProformaRow.select(*_PROFORMA).where(ProformaRow.reference == reference).first()
    row = await read_first(ProformaRecord, query)
    if row is None:
        raise NoSuchReference(field="reference", reference=reference)
    return _proforma(row)


async def list_unpaid(words: str, asked: Asked) -> KeyPage[Proforma]:
    """Read a page of the proformas of unpaid orders, the first due first.

    `words` is a part of the reference or of the order's number. Raises `BadPlace`, `NoSuchSort`.
    """
    where = [QueryString("placed.state = {}", OrderState.PLACED.value)]
    if words:
        either = "(asked.reference ILIKE {} OR placed.number ILIKE {})"
        where.append(QueryString(either, containing(words), containing(words)))
    page = await _UNPAID.page(where, asked)
    return KeyPage(tuple(map(_proforma, page.items)), page.previous, page.next)


async def count_overdue(*, on: date) -> int:
    """Count the proformas of unpaid orders whose last day to pay lies before the day."""
    late = (ProformaRow.order.state == OrderState.PLACED.value) & (ProformaRow.due_on < on)
    return int(await ProformaRow.count().where(late))


async def list_numbers_without_proforma(*, most: int) -> list[str]:
    """List the numbers of placed orders without a proforma, the oldest first."""
    query = ProformaRow.raw(_WITHOUT_PROFORMA, OrderState.PLACED.value, most)
    return await read_column(str, query)


async def save_proforma(proforma: Proforma) -> Proforma:
    """Save a new proforma and return it with its id."""
    await ProformaRow(
        order=proforma.order_id,
        reference=proforma.reference,
        amount_minor=to_minor(proforma.amount),
        currency=proforma.amount.currency.code,
        issued_at=proforma.issued_at,
        due_on=proforma.due_on,
    ).save()
    return await get_proforma(proforma.reference)


async def lock_bank_reference(bank_reference: str) -> None:
    """Serialize entries of the same transfer, to the end of the transaction."""
    await PaymentRow.raw(_LOCK_BANK_REFERENCE, bank_reference)


async def is_bank_reference_known(bank_reference: str) -> bool:
    """Return whether a payment with the bank's number is entered."""
    return await PaymentRow.exists().where(PaymentRow.bank_reference == bank_reference)


async def is_paid(proforma_id: int) -> bool:
    """Return whether the proforma has its payment."""
    return await PaymentRow.exists().where(PaymentRow.proforma == proforma_id)


async def save_payment(received: Received, *, proforma: Proforma, by: Reader, at: datetime) -> None:
    """Save the payment of exactly the proforma's amount, with who entered it and when."""
    await PaymentRow(
        proforma=proforma.id,
        amount_minor=to_minor(proforma.amount),
        currency=proforma.amount.currency.code,
        received_on=received.received_on,
        bank_reference=received.bank_reference,
        entered_by=by.person_id,
        entered_at=at,
    ).save()


# Refunds.


async def count_refunded(order_id: int, position: int) -> int:
    """Count the units of a line that were refunded already."""
    query = RefundRow.select(RefundRow.quantity).where(
        (RefundRow.order == order_id) & (RefundRow.position == position)
    )
    return sum(await read_column(int, query))


async def is_refund_known(bank_reference: str) -> bool:
    """Return whether a refund with the bank's number is entered."""
    return await RefundRow.exists().where(RefundRow.bank_reference == bank_reference)


async def save_refund(
    refund: Refund, *, bank_reference: str, by: Reader, at: datetime, why: str
) -> None:
    """Save a refund with its FX difference."""
    await RefundRow(
        order=refund.order_id,
        position=refund.position,
        sku=refund.sku,
        quantity=refund.quantity,
        currency=refund.amount.currency.code,
        amount_minor=to_minor(refund.amount),
        fx_difference_minor=to_minor(refund.fx_difference),
        official_rate=refund.rate_id,
        bank_reference=bank_reference,
        refunded_by=by.person_id,
        refunded_at=at,
        why=why,
    ).save()


class RefundRecord(Record):
    """A refund with its order's number and who entered it."""

    order: int
    order_number: str
    position: int
    sku: str
    quantity: int
    amount_minor: int
    fx_difference_minor: int
    currency: str
    official_rate: int
    who: str
    refunded_at: datetime
    bank_reference: str
    why: str


async def list_refunds(order_id: int) -> list[RefundEntry]:
    """Return the refunds of an order, newest first."""
    where = [QueryString('given."order" = {}', order_id)]
    return [_refund(row) async for part in _REFUNDS.parts(where, Asked()) for row in part]


async def refund_page(asked: Asked) -> KeyPage[RefundEntry]:
    """Read a page of all refunds, newest first; raises `BadPlace` or `NoSuchSort`."""
    page = await _REFUNDS.page([], asked)
    return KeyPage(tuple(map(_refund, page.items)), page.previous, page.next)


_REFUNDS: Final = Listing(
    shape=RefundRecord,
    table=RefundRow,
    columns=(
        'given."order", placed.number AS order_number, given.position, given.sku, given.quantity,'
        " given.amount_minor, given.fx_difference_minor, given.currency, given.official_rate,"
        " person_name.name AS who, given.refunded_at, given.bank_reference, given.why"
    ),
    source=(
        'refund AS given JOIN order_standing AS placed ON placed.id = given."order"'
        " JOIN person_name ON person_name.id = given.refunded_by"
    ),
    id="given.id",
    sorts={"newest": Sort("given.id", int, is_descending=True)},
)


def _refund(row: RefundRecord) -> RefundEntry:
    refund = Refund(
        order_number=row.order_number,
        order_id=row.order,
        position=row.position,
        sku=row.sku,
        quantity=row.quantity,
        amount=from_minor(row.amount_minor, row.currency),
        fx_difference=from_minor(row.fx_difference_minor, row.currency),
        rate_id=row.official_rate,
    )
    return RefundEntry(refund, row.who, row.refunded_at, row.bank_reference, row.why)
