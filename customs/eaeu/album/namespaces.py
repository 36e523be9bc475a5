"""Namespaces of the album, and the header of its documents."""

from datetime import datetime
from typing import Final

from customs.eaeu.album.formats import leaf
from customs.xml import node

_URN: Final = "urn:customs.ru:"
NAMESPACES: Final = {
    "cat_ru": f"{_URN}CommonAggregateTypes:5.22.0",
    "catESAD_cu": f"{_URN}CUESADCommonAggregateTypesCust:5.22.0",
    "RUScat_ru": f"{_URN}RUSCommonAggregateTypes:5.22.0",
    "RUDECLcat": f"{_URN}RUDeclCommonAggregateTypesCust:5.23.0",
}
ESAD: Final = f"{_URN}Information:CustomsDocuments:ESADout_CU:5.23.0"
DTS: Final = f"{_URN}Information:CustomsDocuments:DTSout_CU:5.23.0"


def edoc_header(name: str, code: str, *, made_at: datetime) -> str:
    """Return the header of a structure of the Union's register, such as R.036."""
    return node(
        name,
        leaf("RUScat_ru:EDocCode", code),
        leaf("RUScat_ru:EDocDateTime", made_at.replace(microsecond=0)),
        leaf("RUScat_ru:LanguageCode", "RU"),
    )
