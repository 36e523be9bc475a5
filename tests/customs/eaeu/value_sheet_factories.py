"""Value sheets for tests, each beside the goods declaration that it belongs to."""

from dataclasses import replace
from decimal import Decimal

from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.eaeu.rules import SheetWithDeclaration
from customs.eaeu.value_sheet import (
    Additions,
    Answers,
    Converted,
    Deductions,
    ValuedGoods,
    ValueSheet,
)
from tests.customs.eaeu.factories import BUYER, DAY, SELLER, declaration, good, tenge, yuan

RATE = Decimal("69.31")
ANSWERS = Answers(
    are_related=False,
    is_restricted=False,
    has_conditions=False,
    has_licence=False,
    pays_royalties=False,
    seller_gets_proceeds=False,
)
EVERY_BOX = Additions(
    brokerage=tenge("1.01"),
    packing=tenge("2.02"),
    materials=tenge("3.03"),
    tools=tenge("4.04"),
    consumed=tenge("5.05"),
    design=tenge("6.06"),
    royalties=tenge("7.07"),
    resale=tenge("8.08"),
    carriage=tenge("9.09"),
    arrival_place="ХОРГОС",
    handling=tenge("10.10"),
    insurance=tenge("11.11"),
)
TAKEN_OFF = Deductions(assembly=tenge("1.00"), carriage=tenge("2.00"), taxes=tenge("3.00"))


def valued(number: int = 1, *, additions: Additions = EVERY_BOX) -> ValuedGoods:
    return ValuedGoods(
        number=number,
        sheet=1,
        code="0806209000",
        price=yuan("10000.00"),
        price_own=tenge("693100.00"),
        rate=RATE,
        rated_on=DAY,
        indirect=tenge("100.00"),
        additions=additions,
        deductions=TAKEN_OFF,
        dollar_rate=Decimal("478.77"),
        converted=(Converted("17", yuan("0.13"), RATE, 1, DAY),),
    )


def bare() -> ValuedGoods:
    return replace(
        valued(additions=Additions()), indirect=None, deductions=Deductions(), converted=()
    )


def sheets(*goods: ValuedGoods) -> SheetWithDeclaration:
    lines = goods or (valued(1), valued(2))
    declared = declaration(
        *(
            replace(
                good(each.number),
                price=each.price,
                customs_value=each.declared,
                statistical_value=each.declared_usd,
            )
            for each in lines
        )
    )
    value = ValueSheet(
        document_id="9d444840-9dc0-11d1-b245-5ffdce74fad2",
        declaration_id=declared.document_id,
        made_at=declared.made_at,
        seller=SELLER,
        buyer=BUYER,
        declarant=BUYER,
        terms=DeliveryTerms("FCA", "ХОРГОС"),
        invoices=(Document("04021", "INV-1", DAY, "Инвойс"),),
        contracts=(Document("03011", "C-1", DAY),),
        others=(Document("04031", "F-1", DAY),),
        answers=ANSWERS,
        goods=lines,
    )
    return SheetWithDeclaration(value, declared)
