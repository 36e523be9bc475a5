"""Documents as the register's structures write them."""

from customs.eaeu.goods import Document
from customs.eaeu.register import lists
from customs.eaeu.register.formats import leaf
from customs.eaeu.register.leaves import code
from customs.xml import node


def paper(name: str, shown: Document, *more: str) -> str:
    """Will give a document by kind, name, number and day."""
    return node(name, *_named(shown), *more)


def valid_paper(name: str, shown: Document, *more: str) -> str:
    """Will give a document that also says from when till when it is valid."""
    return node(
        name,
        *_named(shown),
        leaf("csdo:DocStartDate", shown.begins_on),
        leaf("csdo:DocValidityDate", shown.ends_on),
        *more,
    )


def _named(shown: Document) -> tuple[str, ...]:
    return (
        code("csdo:DocKindCode", shown.kind, lists.DOCUMENTS),
        leaf("csdo:DocName", shown.name),
        leaf("csdo:DocId", shown.number),
        leaf("csdo:DocCreationDate", shown.issued_on),
    )
