"""The declarant's loads and the buyer's papers.

Both show declarations and papers, so they belong to the later of the two stations.
"""

from litestar import Router

from app.accounts.guards import in_our_language, only_declarants, only_importers
from app.documents.views import buyers, loads

shop_router = Router(
    path="/{language:str}/orders",
    guards=[in_our_language, only_importers],
    route_handlers=[*buyers.HANDLERS],
)
router = Router(
    path=loads.DESK,
    guards=[only_declarants],
    route_handlers=[*loads.HANDLERS],
)

__all__ = ["router", "shop_router"]
