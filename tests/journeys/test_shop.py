"""Buyers at the shop: one with a phone, in Kazakh and tenge; one at a desk, in Kyrgyz and som."""

from decimal import Decimal

from customs.rounding import half_up
from tests.journeys.conftest import Street
from tests.journeys.person import Person
from tests.journeys.walking import AIBEK, AINUR, BOX, DANA, RAISINS, TEAPOT, coming, placed


async def test_a_buyer_with_a_phone_finds_orders_and_reads_what_to_pay_in_kazakh(
    street: Street,
) -> None:
    ainur = await street.stranger("kk", phone=True)
    await ainur.signs_in(AINUR.email)
    await ainur.shops("")
    await ainur.shops(f"/goods/{RAISINS}")
    assert await ainur.reads("#price strong") == f"{raisins_cost(street, 'nbk', '2.5')} ₸"
    order = await buys(ainur, {RAISINS: 100, BOX: 8}, crossing="khorgos")
    await ainur.shops("/orders")
    await ainur.shops(f"/orders/{order}")
    assert (await ainur.reads(".pay code")).startswith("PF-")
    await ainur.goes(await ainur.page.locator(".pay a.button").get_attribute("href") or "")


async def test_a_buyer_at_a_desk_sees_som_and_nobody_elses_order_in_kyrgyz(street: Street) -> None:
    others = await placed(street.server, DANA, {BOX: 8})
    aibek = await street.person(AIBEK.email, "ky")
    await aibek.shops(f"/goods/{RAISINS}")
    assert await aibek.reads("#price strong") == f"{raisins_cost(street, 'nbkr', '3')} сом"
    order = await buys(aibek, {TEAPOT: 6}, crossing="torugart")
    assert order != others
    await aibek.goes(f"/ky/orders/{others}", status=404)
    await aibek.goes(f"/ky/orders/{others}/papers", status=404)
    await aibek.goes("/office/orders", status=403)


async def buys(person: Person, goods: dict[str, int], *, crossing: str) -> str:
    """Put goods into the basket, order them, and return the order's number."""
    for slug, quantity in goods.items():
        await person.shops(f"/goods/{slug}")
        await person.sends("form[action$='/basket']", quantity=str(quantity))
    await person.shops("/basket")
    await person.sends("form[action$='/quotes']")
    page = person.page
    await page.locator("[name='delivery_term']").first.check()
    await page.locator("#broker").select_option(index=1)
    await person.sends("form[action$='/order']", border_crossing=crossing)
    return page.url.rsplit("/", 1)[1]


def raisins_cost(street: Street, bank: str, spread_percent: str) -> str:
    """Return what 15.80 CNY are at the bank's rate of today, and the spread on top of it."""
    rate = street.server.rate(bank, "CNY")
    goods = half_up(Decimal("15.80") * rate, 2)
    price = goods + half_up(goods * Decimal(spread_percent) / 100, 2)
    return f"{price:,}".replace(",", " ").replace(".", ",")


async def test_two_administrators_agree_and_the_price_changes_at_once_but_not_of_an_old_order(
    street: Street,
) -> None:
    """Two windows, in Russian and in Chinese: one drafts, the other agrees; nobody does both."""
    order = await placed(street.server, DANA, {BOX: 8})
    async with coming(street.server, (DANA.email, DANA.language)) as dana:
        before = pay_amount((await dana.get(f"/ru/orders/{order}")).text)
        try:
            await two_administrators_agree(street, spread_percent="3", why="Дороже держать юани")
            shown = (await dana.get(f"/ru/goods/{RAISINS}")).text
            assert raisins_cost(street, "nbk", "3") in plain(shown)
            assert pay_amount((await dana.get(f"/ru/orders/{order}")).text) == before
        finally:
            await two_administrators_agree(street, spread_percent="2.5", why="Как было")


def plain(page: str) -> str:
    return page.replace("\u00a0", " ").replace("\u202f", " ")


def pay_amount(page: str) -> str:
    return page.partition("pay-amount")[2].partition("<")[0]


async def two_administrators_agree(street: Street, *, spread_percent: str, why: str) -> None:
    marat = await street.person("marat@keruen.example", "ru")
    li_wei = await street.person("liwei@keruen.example", "zh_Hans")
    await marat.goes("/office/rates")
    await marat.goes("/office/rates/history/KZT")
    await marat.goes("/office/rates/drafts/new?currency=KZT")
    await marat.sends("form[action$='/drafts']", spread_percent=spread_percent, why=why)
    draft = marat.page.url.removeprefix(marat.address)
    await marat.sends("form[action$='/rehearsals']")
    assert await marat.page.locator("form[action$='/publication']").count() == 0
    await li_wei.goes("/office/rates")
    await li_wei.goes(draft)
    await li_wei.sends("form[action$='/rehearsals']")
    await li_wei.sends("form[action$='/publication']", reason="同意")
    await li_wei.goes("/office/rates/log")
