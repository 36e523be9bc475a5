"""Pages of the operator's staff: a folder for each duty."""

from app.web.office import goods, letters, loads, orders, payments, rates, set_up, words

ROUTERS = (
    rates.router,
    orders.router,
    payments.router,
    loads.router,
    words.router,
    goods.router,
    set_up.router,
    letters.router,
)
