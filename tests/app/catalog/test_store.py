"""Malls, products and search as they come out of a real database."""

import pytest
from moneyed import Money

from app.catalog import repository
from app.catalog.ladder import LadderStep
from app.catalog.mall import NoSuchMall
from app.catalog.paging import NoSuchListPage
from app.catalog.product import NoSuchProduct, Product, Seller, Tariff
from app.kit.i18n import speaking, text_of
from app.web.presenters.sellers import seller_name
from tests.app.catalog.counting import counted_queries
from tests.app.catalog.shelf import RAISINS, list_product

Shelf = dict[str, Product]


async def found(query: str) -> list[str]:
    return [product.sku for product in (await repository.search(query, page=1)).items]


async def test_malls_come_in_their_order_and_in_the_language(shelf: Shelf) -> None:
    assert shelf
    malls = await repository.list_malls("ru")
    assert [(mall.code, mall.name, mall.intro) for mall in malls] == [
        ("bulk", "bulk ru", "Welcome ru"),
        ("hub", "hub ru", "Welcome ru"),
    ]
    assert (malls[0].picture, malls[0].tint) == ("keruen:grapes", 4)
    assert await repository.get_mall("hub", "ru") == malls[1]


async def test_a_mall_that_nobody_opened_is_refused(shelf: Shelf) -> None:
    assert shelf
    with pytest.raises(NoSuchMall):
        await repository.get_mall("kashgar", "en")


async def test_a_product_comes_back_as_it_was_listed(shelf: Shelf) -> None:
    raisins = await repository.get_product("raisins")
    assert raisins == shelf["raisins"]
    assert raisins.names == RAISINS
    assert raisins.ladder.steps == (
        LadderStep(40, Money("62.00", "CNY")),
        LadderStep(200, Money("59.50", "CNY")),
    )
    assert [(each.tariff, each.code) for each in raisins.codes] == [
        (Tariff.HS, "080620"),
        (Tariff.CHINA, "0806200000"),
        (Tariff.EAEU, "0806209000"),
    ]
    assert raisins.elements == ("0", "0", "箱装")
    assert (raisins.carton_net_g, raisins.carton_gross_g) == (20000, 20600)
    assert raisins.malls == ("bulk",)
    assert raisins.seller == Seller(1, "吐鲁番果业", "Turpan Fruit", "新疆吐鲁番市")


async def test_a_product_and_its_seller_are_named_in_the_readers_language(shelf: Shelf) -> None:
    raisins = shelf["raisins"]
    with speaking("kk"):
        assert (text_of(raisins.names), seller_name(raisins.seller)) == (
            RAISINS["kk"],
            "Turpan Fruit",
        )
    with speaking("zh_Hans"):
        assert (text_of(raisins.names), seller_name(raisins.seller)) == (
            RAISINS["zh_Hans"],
            "吐鲁番果业",
        )


async def test_an_address_without_goods_is_refused(shelf: Shelf) -> None:
    assert shelf
    with pytest.raises(NoSuchProduct):
        await repository.get_product("figs")


async def test_products_for_pricing_leave_out_what_is_not_sold(shelf: Shelf) -> None:
    ids = [shelf["walnuts"].id, shelf["raisins"].id]
    products = await repository.get_products_for_pricing([*ids, 999])
    assert products == {ids[0]: shelf["walnuts"], ids[1]: shelf["raisins"]}
    assert await repository.get_products_for_pricing([]) == {}


async def test_a_mall_shows_its_own_goods(shelf: Shelf) -> None:
    assert shelf
    listed = await repository.list_products(await repository.get_mall("hub", "en"), page=1)
    assert [product.sku for product in listed.items] == ["SOCKS", "BAGS"]
    assert (listed.total, listed.last) == (2, 1)
    assert await repository.count_by_mall() == {"bulk": 3, "hub": 2}


@pytest.mark.parametrize("number", [-1, 0, 2, 10**30])
async def test_a_page_that_the_list_has_not_is_refused(shelf: Shelf, number: int) -> None:
    assert shelf
    mall = await repository.get_mall("hub", "en")
    with pytest.raises(NoSuchListPage):
        await repository.list_products(mall, page=number)
    with pytest.raises(NoSuchListPage):
        await repository.search("raisins", page=number)


async def test_pages_of_a_long_list_hold_every_product_once(shelf: Shelf) -> None:
    assert shelf
    for number in range(30):
        await list_product(f"MORE-{number:02}", malls=("hub",))
    mall = await repository.get_mall("hub", "en")
    pages = [await repository.list_products(mall, page=number) for number in (1, 2)]
    assert [len(page.items) for page in pages] == [24, 8]
    assert {page.last for page in pages} == {2}
    assert len({product.id for page in pages for product in page.items}) == 32


@pytest.mark.parametrize(
    "query",
    [
        "raisins",
        "RAISIN turpan",
        "изюм",
        "ЗЕЛЕНЫЙ изюма",
        "зелёный",
        "мейіз",
        "МЕЙІЗДЕР",
        "турпаннын мейиз",
        "тұрпан",
        "葡萄干",
        "绿葡萄",
        "葡萄 吐鲁番",
        "Ｒａｉｓｉｎｓ",
        "080620",
        "0806 20",
        "0806.20.00 00",
        "0806 20 900 0",
        "Turpan Fruit raisins",
    ],
)
async def test_raisins_are_found_however_they_are_asked_for(shelf: Shelf, query: str) -> None:
    assert shelf
    assert (await found(query))[0] == "RAISINS"


@pytest.mark.parametrize(
    ("query", "skus"),
    [
        ("орехи грецкий", ["WALNUTS"]),
        ("жаңғақ", ["WALNUTS"]),
        ("жангак", ["WALNUTS"]),
        ("核桃", ["WALNUTS"]),
        ("袜", ["SOCKS"]),
        ("socks", ["SOCKS"]),
        ("хлопок", ["SOCKS"]),
        ("байпак", ["SOCKS"]),
        ("jinhua", ["SOCKS", "BAGS"]),
        ("0806", ["RAISINS"]),
        ("08", ["RAISINS", "WALNUTS"]),
        ("raisins walnuts", []),
        ("葡萄核", []),
        ("tractor", []),
        ("", []),
        (" ,.- ", []),
        ("x" * 5000, []),
        ("'; DROP TABLE product; --", []),
        ("{} %(x)s", []),
    ],
)
async def test_search_finds_just_what_fits(shelf: Shelf, query: str, skus: list[str]) -> None:
    assert shelf
    assert await found(query) == skus


@pytest.mark.parametrize("query", ["raisins", "изюм", "мейіз", "мейиз", "葡萄干"])
async def test_a_name_comes_before_a_description(shelf: Shelf, query: str) -> None:
    assert shelf
    await list_product("RAISINS-2")
    assert await found(query) == ["RAISINS", "RAISINS-2", "BAGS"]


async def test_more_goods_cost_no_more_queries(shelf: Shelf) -> None:
    assert shelf
    mall = await repository.get_mall("hub", "en")
    async with counted_queries() as few:
        await repository.list_products(mall, page=1)
    async with counted_queries() as few_found:
        await repository.search("raisins", page=1)
    for number in range(22):
        await list_product(f"MORE-{number:02}", malls=("hub",))
    async with counted_queries() as many:
        assert len((await repository.list_products(mall, page=1)).items) == 24
    async with counted_queries() as many_found:
        assert len((await repository.search("raisins", page=1)).items) == 24
    assert len(few) == len(many) == 10
    assert len(few_found) == len(many_found) == 10
