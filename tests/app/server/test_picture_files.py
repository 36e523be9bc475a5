"""Files of pictures as a browser gets them, and the store behind them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.kit.objects import NoSuchObject, Objects, StoreUnavailable, digest_of, try_store
from app.kit.settings import BadSetting, read_settings
from app.server.asgi import Receive, Scope, Send
from app.server.picture_files import PictureFiles
from tests.app.pictures import shots

BODY = shots.jpeg(320, 320)
NAME = digest_of(BODY)
ADDRESS = f"/pictures/{NAME}.jpg"


async def elsewhere(scope: Scope, _: Receive, send: Send) -> None:
    """Answer what is no picture's address."""
    assert scope
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
async def objects() -> Objects:
    found = Objects.in_memory()
    await found.save(ADDRESS.lstrip("/"), BODY)
    return found


@pytest.fixture
async def client(objects: Objects) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(PictureFiles(elsewhere, objects))  # type: ignore[arg-type] # plain ASGI, wider types
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened


async def test_a_picture_may_be_kept_for_good_and_can_do_nothing(client: httpx.AsyncClient) -> None:
    answer = await client.get(ADDRESS)
    assert (answer.status_code, answer.content) == (200, BODY)
    assert dict(answer.headers) == {
        "content-type": "image/jpeg",
        "content-length": str(len(BODY)),
        "etag": f'"{NAME}"',
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
    }


async def test_who_has_it_already_is_not_sent_it_again(client: httpx.AsyncClient) -> None:
    answer = await client.get(ADDRESS, headers={"if-none-match": f'W/"other", "{NAME}"'})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == f'"{NAME}"'


async def test_head_tells_of_a_picture_without_sending_it(client: httpx.AsyncClient) -> None:
    answer = await client.head(ADDRESS)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(BODY))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/pictures/{'0' * 64}.jpg", 404),
        (f"/pictures/{NAME}.webp", 404),
        (f"/pictures/{NAME}.svg", 418),
        (f"/pictures/{NAME[:63]}.jpg", 418),
        (f"/pictures/../masters/{NAME}.jpg", 418),
        (f"/masters/{NAME}.jpg", 418),
        ("/en/goods/raisins", 418),
    ],
)
async def test_no_other_file_of_the_store_is_given_out(
    client: httpx.AsyncClient, objects: Objects, address: str, status: int
) -> None:
    await objects.save(f"masters/{NAME}.jpg", BODY)
    assert (await client.get(address)).status_code == status


async def test_a_picture_is_not_changed_through_its_address(client: httpx.AsyncClient) -> None:
    assert (await client.post(ADDRESS)).status_code == 418
    assert (await client.delete(ADDRESS)).status_code == 418


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """Start an S3 server; return its address. It keeps no signature's secret and no rights."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-W", "ignore", "-m", "moto.server", "-p", str(port))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                httpx.put(f"{address}/goods", headers={"host": f"127.0.0.1:{port}"})
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
        server.terminate()


@pytest.fixture
def on_s3(s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "KERUEN_OBJECTS_URL": s3,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "KERUEN_OBJECTS": "s3://goods/shop",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("on_s3")
async def test_an_s3_store_keeps_gives_and_forgets_a_picture(s3: str) -> None:
    objects = Objects.opened(read_settings())
    await objects.save(ADDRESS.lstrip("/"), BODY)
    assert await objects.read(ADDRESS.lstrip("/")) == BODY
    async with httpx.AsyncClient() as client:
        assert f"shop{ADDRESS}" in (await client.get(f"{s3}/goods?list-type=2")).text
    await try_store(objects)
    await objects.delete(ADDRESS.lstrip("/"))
    await objects.delete(ADDRESS.lstrip("/"))
    with pytest.raises(NoSuchObject):
        await objects.read(ADDRESS.lstrip("/"))


@pytest.mark.usefixtures("on_s3")
async def test_a_bucket_that_is_not_there_is_a_store_that_does_not_answer() -> None:
    objects = Objects.opened(replace(read_settings(), objects="s3://none-such"))
    with pytest.raises((StoreUnavailable, NoSuchObject)):
        await try_store(objects)


async def test_a_store_that_fails_is_tried_later(
    client: httpx.AsyncClient, objects: Objects, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(_: str) -> bytes:
        raise StoreUnavailable

    monkeypatch.setattr(objects, "read", failing)
    answer = await client.get(ADDRESS)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")


async def test_a_folder_that_takes_no_file_is_a_store_that_does_not_answer(tmp_path: Path) -> None:
    objects = Objects.in_folder(tmp_path / "objects")
    (tmp_path / "objects" / "pictures").write_text("a file where a folder must be")
    with pytest.raises(StoreUnavailable):
        await objects.save("pictures/a.jpg", BODY)


def test_a_store_that_we_do_not_know_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERUEN_OBJECTS", "ftp://somewhere")
    with pytest.raises(BadSetting):
        read_settings()
    monkeypatch.delenv("KERUEN_OBJECTS")
    assert os.environ.get("KERUEN_OBJECTS") is None
    assert read_settings().objects == ""
