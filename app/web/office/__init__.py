"""Pages of the operator's staff: a folder for each duty."""

from app.web.office import (
    codes,
    companies,
    goods,
    home,
    letters,
    listings,
    loads,
    malls,
    orders,
    payments,
    people,
    rates,
    set_up,
    words,
)

ROUTERS = (
    home.router,
    orders.router,
    payments.router,
    loads.router,
    rates.router,
    listings.router,
    goods.router,
    malls.router,
    codes.router,
    companies.router,
    people.router,
    words.router,
    letters.router,
    set_up.router,
)
