"""One order goes through the whole application, from a price in yuan to the open gate.

Here by the pages' own forms; each desk is walked with a browser in the file named for it.
"""

from app.kit.i18n import LANGUAGES
from tests.journeys.walking import BOX, DANA, WANG, coming, released
from tests.running import LiveServer

STATES_OF_AN_ORDER = 8
"""From placed to left the gate."""


async def test_an_order_walks_from_the_price_to_the_open_gate_and_its_timeline_shows_it_all(
    server: LiveServer,
) -> None:
    load = await released(server, DANA, {BOX: 8}, entry="940220260000000042")
    async with coming(server, WANG) as wang:
        await wang.get(f"/warehouse/loads/{load}")
        await wang.sends("/departure")
    async with coming(server, (DANA.email, "ru")) as dana:
        await dana.get("/ru/orders")
        order = dana.page.text.partition("/ru/orders/")[2][:13]
        for language in LANGUAGES:
            page = await dana.get(f"/{language}/orders/{order}")
            assert page.text.count("is-done") == STATES_OF_AN_ORDER
