"""Pages of the operator's staff: a folder for each duty."""

from app.web.office import (
    companies,
    goods,
    home,
    letters,
    loads,
    orders,
    payments,
    people,
    rates,
    set_up,
    words,
)

ROUTERS = (
    home.router,
from app.web.office import codes, loads, malls, orders, payments, rates, words

ROUTERS = (
    rates.router,
    orders.router,
    payments.router,
    loads.router,
    goods.router,
    companies.router,
    people.router,
    words.router,
    letters.router,
    set_up.router,
    codes.router,
    malls.router,
    words.router,
)
