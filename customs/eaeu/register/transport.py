"""Means of transport as the register's structures write them."""

from customs.eaeu.declaration import Transport
from customs.eaeu.register import lists
from customs.eaeu.register.leaves import code, country
from customs.xml import leaf, node


def transport(name: str, by: Transport | None) -> str:
    """Will give the means of transport; nothing when none is stated."""
    if by is None:
        return ""
    return node(
        name,
        code("csdo:UnifiedTransportModeCode", by.mode, lists.TRANSPORT_MODES),
        leaf("casdo:TransportMeansQuantity", len(by.vehicles)),
        *(
            node(
                "cacdo:TransportMeansItemDetails",
                country("casdo:RegistrationNationalityCode", each.country),
                leaf("csdo:TransportMeansRegId", each.plate),
            )
            for each in by.vehicles
        ),
    )
