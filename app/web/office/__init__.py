"""The operator's staff at their desks: a folder or a file for each duty."""

from app.web.office import loads, orders, payments, rates, words

ROUTERS = (rates.router, orders.router, payments.router, loads.router, words.router)
