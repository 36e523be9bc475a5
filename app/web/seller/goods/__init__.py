"""The company's goods: stock, prices, pictures, and whether they are on sale."""

from litestar import Router

from app.web.guards import only_sellers
from app.web.seller.goods import goods, pictures, prices

HANDLERS = (*goods.HANDLERS, *prices.HANDLERS)
pictures_router = Router(
    path="/seller/goods", guards=[only_sellers], route_handlers=[*pictures.HANDLERS]
)
