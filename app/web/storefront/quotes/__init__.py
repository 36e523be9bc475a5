"""Quotes: opening, checkout, and withdrawal."""

from litestar import Router

from app.web.guards import in_our_language, only_importers
from app.web.storefront.quotes import checkout, why

router = Router(
    path="/{language:str}/quotes",
    guards=[in_our_language, only_importers],
    route_handlers=[*checkout.HANDLERS, *why.HANDLERS],
)
