"""Products, and why they cost what they cost."""

from app.web.storefront.goods import goods, why

HANDLERS = (*goods.HANDLERS, *why.HANDLERS)
