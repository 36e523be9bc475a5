"""Goods that are not listed yet, written down step by step."""

from app.web.seller.listings import listings, steps

HANDLERS = (*listings.HANDLERS, *steps.HANDLERS)
