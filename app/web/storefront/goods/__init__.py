"""Products, and the reasons of their prices."""

from app.web.storefront.goods import goods, why

HANDLERS = (*goods.HANDLERS, *why.HANDLERS)
