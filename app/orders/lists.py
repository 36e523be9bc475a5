"""The reference lists of orders."""

from pathlib import Path
from typing import Final

from app.orders.placing import PaymentTime
from app.orders.terms import Delivery
from app.reference.row import ReferenceList

DELIVERIES: Final = ReferenceList(
    "deliveries",
    Delivery,
    Path(__file__).parent / "data" / "deliveries.json",
    "delivery terms with their places",
)
PAYMENT: Final = ReferenceList(
    "payment",
    PaymentTime,
    Path(__file__).parent / "data" / "payment.csv",
    "how many days are left to pay for an order",
)
