"""A seller's goods."""

from litestar import Router

from app.web.guards import only_sellers
from app.web.seller.goods import pictures

router = Router(path="/seller/goods", guards=[only_sellers], route_handlers=[*pictures.HANDLERS])
