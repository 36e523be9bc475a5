"""Documents as the register's structures write them."""

from customs.eaeu.goods import Document
from customs.eaeu.register import code_lists
from customs.eaeu.register.elements import code
from customs.eaeu.register.formats import leaf
from customs.xml import node


def document_element(name: str, shown: Document, *more: str) -> str:
    """Return a document by kind, name, number and day."""
    return node(name, *_named(shown), *more)


def dated_document_element(name: str, shown: Document, *more: str) -> str:
    """Return a document with the days on which it is valid."""
    return node(
        name,
        *_named(shown),
        leaf("csdo:DocStartDate", shown.begins_on),
        leaf("csdo:DocValidityDate", shown.ends_on),
        *more,
    )


def _named(shown: Document) -> tuple[str, ...]:
    return (
        code("csdo:DocKindCode", shown.kind, code_lists.DOCUMENTS),
        leaf("csdo:DocName", shown.name),
        leaf("csdo:DocId", shown.number),
        leaf("csdo:DocCreationDate", shown.issued_on),
    )
