"""Means of transport as the register's structures write them."""

from customs.eaeu.declaration import Transport
from customs.eaeu.register import code_lists
from customs.eaeu.register.elements import code, country
from customs.eaeu.register.formats import leaf
from customs.xml import node


def transport(name: str, by: Transport | None) -> str:
    """Return the means of transport, or an empty text when none are stated."""
    if by is None:
        return ""
    return node(
        name,
        code("csdo:UnifiedTransportModeCode", by.mode, code_lists.TRANSPORT_MODES),
        leaf("casdo:TransportMeansQuantity", len(by.vehicles)),
        *vehicles("cacdo:TransportMeansItemDetails", by),
    )


def vehicles(name: str, by: Transport | None) -> list[str]:
    """Return an element for each means of transport."""
    if by is None:
        return []
    return [
        node(
            name,
            leaf("csdo:ObjectOrdinal", number),
            code("csdo:UnifiedTransportModeCode", by.mode, code_lists.TRANSPORT_MODES),
            country("casdo:RegistrationNationalityCode", each.country),
            leaf("csdo:TransportMeansRegId", each.plate),
        )
        for number, each in enumerate(by.vehicles, start=1)
    ]
