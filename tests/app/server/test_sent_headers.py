"""What others write into a request's headers never hides what is ours, and is no fault of ours."""

import asyncio
from typing import Any

import pytest
from litestar.middleware.csrf import generate_csrf_token

from app.accounts import actions as accounts
from app.kit import clock
from app.kit.catalogues import compile_catalogues
from tests.app.orders.market import Market
from tests.app.web.browser import SECRET, application

OTHERS = (
    b'{"a":1}=x',
    b'consent={"v":1,"w":"a,b"}',
    b"foo bar=1",
    "city=Алматы".encode(),
    b"city=\xc0\xeb\xec\xe0\xf2\xfb",
    b"flag",
    b"path=/",
    b"expires=Thu, 01 Jan 1970 00:00:00 GMT",
    b'x="',
    b'x="a; y=b"',
    b"a/b",
    b"a/b=1",
    b"=nameless",
    b";;; ;",
    b"csrf=of-another-program",
    b"visit=1",
    b"visit=",
    b"\x01=\x02",
    b"long=" + b"x" * 8000,
)


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


class Door:
    """The whole application, called with headers as bytes, as a server does."""

    async def ask(
        self,
        path: str,
        *headers: tuple[bytes, bytes],
        method: str = "GET",
        query: bytes = b"",
        body: bytes = b"",
    ) -> tuple[int, str, str]:
        """Return the status, the body and the location."""
        sent: list[dict[str, Any]] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            if waiting:
                return waiting.pop()
            await asyncio.sleep(3600)
            raise AssertionError

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        named = {name for name, _ in headers}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query,
            "headers": [*headers, *(() if b"host" in named else ((b"host", b"test"),))],
            "client": ("127.0.0.1", 1),
            "server": ("test", 80),
            "state": {},
        }
        await application()(scope, receive, send)
        start = next(each for each in sent if each["type"] == "http.response.start")
        text = b"".join(each.get("body", b"") for each in sent).decode()
        location = dict(start["headers"]).get(b"location", b"").decode()
        return start["status"], text, location


@pytest.fixture
def door() -> Door:
    return Door()


async def opened(market: Market) -> bytes:
    key = await accounts.open_visit(market.kazakh, data={}, old_key="", at=clock.now())
    return f"visit={key}".encode()


@pytest.mark.parametrize("other", OTHERS, ids=repr)
async def test_a_cookie_of_another_program_does_not_sign_anybody_out(
    market: Market, door: Door, other: bytes
) -> None:
    ours = await opened(market)
    for cookies in (
        [(b"cookie", other + b"; " + ours)],
        [(b"cookie", ours + b"; " + other)],
        [(b"cookie", other), (b"cookie", ours)],
    ):
        status, text, _ = await door.ask("/en/orders", *cookies)
        assert (status, "Aigerim" in text) == (200, True)


@pytest.mark.parametrize("other", OTHERS, ids=repr)
async def test_a_cookie_of_another_program_does_not_refuse_a_form(
    market: Market, door: Door, other: bytes
) -> None:
    ours = await opened(market)
    token = generate_csrf_token(SECRET).encode()
    cookies = b"; ".join([other, ours, b"csrf=" + token])
    status, _, location = await door.ask(
        "/en/sign-out",
        (b"cookie", cookies),
        (b"content-type", b"application/x-www-form-urlencoded"),
        method="POST",
        body=b"_csrf_token=" + token,
    )
    assert (status, location) == (303, "/en/")


async def test_a_form_token_signed_with_another_secret_is_made_anew(
    market: Market, door: Door
) -> None:
    assert market.kazakh.person_id
    old = generate_csrf_token("the secret of another day")
    _, text, _ = await door.ask("/en/sign-in", (b"cookie", f"csrf={old}".encode()))
    assert 'name="_csrf_token"' in text
    assert old not in text


@pytest.mark.parametrize(
    "header",
    [
        (b"host", b"[::1"),
        (b"host", b"a b/c?d"),
        (b"host", b"\xff\xfe"),
        (b"host", b""),
        (b"host", b"test:99999999"),
        (b"accept-language", b"\xff;q=x,,;;"),
        (b"accept-language", b"q" * 9000),
        (b"hx-request", b"\xff"),
        (b"content-type", b"\xff/\xfe; charset=\xff"),
    ],
    ids=repr,
)
async def test_a_header_that_cannot_be_read_is_no_fault_of_ours(
    market: Market, door: Door, header: tuple[bytes, bytes]
) -> None:
    assert market.kazakh.person_id
    for path in ("/", "/en/", "/en/goods/raisins", "/office/rates", "/en/nowhere"):
        status, _, _ = await door.ask(path, header)
        assert status < 500


@pytest.mark.parametrize(
    "query",
    [b"q=%00", b"q=%ff%fe", b"q=%ED%A0%80", b"&&==&", b"q=a&q=b", b"%00=1", b"q=\xff", b"page=%00"],
    ids=repr,
)
async def test_a_query_that_cannot_be_read_is_no_fault_of_ours(
    market: Market, door: Door, query: bytes
) -> None:
    assert market.kazakh.person_id
    for path in ("/en/search", "/en/sign-in", "/en/goods/raisins"):
        status, _, _ = await door.ask(path, query=query)
        assert status < 500


def _part(head: bytes, value: bytes) -> bytes:
    return b"--cut\r\n" + head + b"\r\n\r\n" + value + b"\r\n--cut--\r\n"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            b"multipart/form-data; boundary=cut",
            _part(
                b'content-disposition: form-data; name="email"\r\n'
                b"content-type: text/plain; charset=klingon",
                b"a",
            ),
        ),
        (
            b"multipart/form-data; boundary=cut",
            _part(b'content-disposition: form-data; name="email"', b"\xff\xfe"),
        ),
        (
            b"multipart/form-data; boundary=cut",
            _part(b'content-disposition: form-data; name="_csrf_token"; filename="a"', b"a"),
        ),
        (b"multipart/form-data; boundary=cut", b"--cut\r\n"),
        (b"multipart/form-data; boundary=cut", b"nothing of the kind"),
        (b"multipart/form-data", b"a"),
        (b"multipart/form-data; boundary=", b"a"),
    ],
)
async def test_a_form_that_cannot_be_read_is_refused_by_name(
    market: Market, door: Door, kind: bytes, body: bytes
) -> None:
    assert market.kazakh.person_id
    status, text, _ = await door.ask(
        "/en/sign-in", (b"content-type", kind), method="POST", body=body
    )
    assert status == 422
    assert "The form could not be read" in text


@pytest.mark.parametrize("charset", [b"klingon", b"windows-1251", b"utf-16"])
async def test_a_form_of_another_charset_is_no_fault_of_ours(
    market: Market, door: Door, charset: bytes
) -> None:
    assert market.kazakh.person_id
    status, _, _ = await door.ask(
        "/en/sign-in",
        (b"content-type", b"application/x-www-form-urlencoded; charset=" + charset),
        method="POST",
        body=b"email=%E0&password=\xff",
    )
    assert status in {403, 422}
