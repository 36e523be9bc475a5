"""The warehouse: one task a screen, on a phone, in Chinese; the gate stays shut until release."""

import re
from decimal import Decimal

from tests.journeys.conftest import Street
from tests.journeys.walking import AINUR, BOX, DANA, TARE_KG, TEAPOT, WANG, frozen, paid, released


async def test_a_hand_picks_packs_and_loads_with_a_phone_in_chinese(street: Street) -> None:
    order = await paid(street.server, AINUR, {BOX: 8, TEAPOT: 6})
    wang = await street.person(*WANG, phone=True)
    await wang.goes("/warehouse")
    await wang.goes(f"/warehouse/picks/{order}")
    while await wang.page.locator(f"form[action$='/picks/{order}']").count():
        await wang.sends(f"form[action$='/picks/{order}']")
    await wang.goes(f"/warehouse/packing/{order}")
    for _ in range(2):
        weighed = re.search(r"([\d.]+) ?(?:kg|千克|公斤)", await wang.reads("main"))
        assert weighed is not None
        net_kg = Decimal(weighed[1])
        await wang.sends(f"form[action$='/packing/{order}']", gross=str(net_kg + TARE_KG[net_kg]))
    assert await wang.page.locator(f"form[action$='/packing/{order}']").count() == 0
    await wang.goes("/warehouse/loads/new")
    await wang.sends(
        "form[action$='/warehouse/loads']",
        truck_plate=f"新A{order[-5:]}",
        trailer_plate="",
        driver="马建国",
        border_crossing="KZ-khorgos",
    )
    load = wang.page.url.rsplit("/", 1)[1]
    await wang.sends(f"form[action$='/loads/{load}/orders']")
    assert order in await wang.reads("main")


async def test_the_gate_is_shut_until_customs_lets_the_goods_go(street: Street) -> None:
    _, held = await frozen(street.server, DANA, {BOX: 8})
    load = await released(street.server, AINUR, {TEAPOT: 6}, entry="940220260000000099")
    wang = await street.person(*WANG, phone=True)
    await wang.goes(f"/warehouse/loads/{held}")
    assert await wang.page.locator("form[action$='/departure']").count() == 0
    await wang.goes(f"/warehouse/loads/{load}")
    await wang.page.locator(".confirm summary").first.click()
    await wang.sends("form[action$='/departure']")
    assert await wang.page.locator("form[action$='/departure']").count() == 0
