"""What every page has: headers, a language, an answer to unknown addresses."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from app.catalog.product import NoSuchProduct
from tests.app.web.browser import browsing


@pytest.fixture
async def client(database: str) -> AsyncIterator[httpx.AsyncClient]:
    assert database
    async with browsing() as browser:
        yield browser.client


async def test_a_page_runs_no_script_and_no_style_but_our_own(client: httpx.AsyncClient) -> None:
    first, second = [await client.get("/ru/sign-in") for _ in range(2)]
    policy = first.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    for part in (
        "default-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert part in policy
    nonces = [
        re.findall(r"'nonce-([^']+)'", page.headers["content-security-policy"])
        for page in (first, second)
    ]
    assert nonces[0]
    assert nonces[0] != nonces[1]
    assert first.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in first.headers["cache-control"]


async def test_looking_at_a_page_keeps_no_visit(client: httpx.AsyncClient) -> None:
    answer = await client.get("/ru/sign-in")
    assert "visit" not in answer.cookies
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=lax" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("kk-KZ,kk;q=0.9", "kk"), ("zh-CN", "zh_Hans"), ("ky", "ky"), ("de", "ru"), ("", "ru")],
)
async def test_the_front_door_leads_to_the_browsers_language(
    client: httpx.AsyncClient, accepted: str, language: str
) -> None:
    answer = await client.get("/", headers={"accept-language": accepted})
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/{language}/"


async def test_head_is_answered_like_get_without_the_body(client: httpx.AsyncClient) -> None:
    got = await client.get("/en/sign-in")
    head = await client.head("/en/sign-in")
    assert (got.status_code, head.status_code, head.content) == (200, 200, b"")


@pytest.mark.parametrize(
    "path",
    ["/xx/", "/en/nowhere", "/en/malls/none", "/office/nowhere", "/en/goods/a%00b", "/%00"],
)
async def test_a_road_that_leads_nowhere_says_so(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "<h1" in answer.text


@pytest.mark.parametrize("desk", ["/office/rates", "/office/loads", "/warehouse", "/broker"])
async def test_a_desk_asks_who_comes(client: httpx.AsyncClient, desk: str) -> None:
    answer = await client.get(desk)
    assert answer.status_code == 401
    assert f"sign-in?next={desk}" in answer.text


async def test_signing_in_leads_on_only_within_the_site(client: httpx.AsyncClient) -> None:
    for outside in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        answer = await client.get("/en/sign-in", params={"next": outside})
        assert answer.status_code == 200
        assert 'action="/en/sign-in"' in answer.text


async def answered(client: httpx.AsyncClient) -> int:
    """Return how many answers were good, as /metrics has it."""
    metrics = (await client.get("/metrics")).text
    return sum(map(int, re.findall(r'keruen_responses_total{status="200"} (\d+)', metrics)))


async def test_health_and_metrics_are_answered(client: httpx.AsyncClient) -> None:
    before = await answered(client)
    assert (await client.get("/health/live")).text == "alive\n"
    assert (await client.get("/health/ready")).text == "ready\n"
    assert await answered(client) == before + len(("metrics", "live", "ready"))


async def test_front_end_files_are_kept_for_good_under_their_version(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/en/sign-in")
    style = re.search(r'href="(/static/[^"]+\.css)"', page.text)
    assert style is not None
    answer = await client.get(style[1])
    assert answer.status_code == 200
    assert "max-age=31536000" in answer.headers["cache-control"]


async def test_a_program_reads_a_refusal_as_problem_details(client: httpx.AsyncClient) -> None:
    answer = await client.get("/ru/goods/nothing/why.json?quantity=1")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == "ru"
    assert answer.json() == {
        "type": "about:blank",
        "status": 404,
        "code": NoSuchProduct.code,
        "title": "Здесь ничего нет",
        "detail": answer.json()["detail"],
    }
    page = await client.get("/ru/goods/nothing")
    assert page.headers["content-type"].startswith("text/html")
    assert answer.json()["detail"] in page.text


async def test_a_page_keeps_what_was_asked_when_the_language_changes(
    client: httpx.AsyncClient,
) -> None:
    shop = await client.get("/ru/search?q=%D0%B8%D0%B7%D1%8E%D0%BC&page=1")
    assert "/kk/search?q=%D0%B8%D0%B7%D1%8E%D0%BC&amp;page=1" in shop.text
    desk = await client.get("/office/rates/history/KZT?days=365&language=ru")
    assert "/office/rates/history/KZT?days=365&amp;language=kk" in desk.text
    assert "next=/office/rates/history/KZT%3Fdays%3D365" in desk.text
