"""A shop goes into one file and comes back whole, or not at all."""

import tarfile
import tracemalloc
from dataclasses import replace
from pathlib import Path

import asyncpg
import pyrage
import pytest

from app.cli.backup import age, archive, restoring, rows
from app.cli.backup.checking import check_file
from app.cli.backup.folder import Staging
from app.cli.backup.refusals import (
    BackupDamaged,
    CannotTry,
    FilesInTheWay,
    FileTaken,
    NoSuchFile,
    NotABackup,
    NotEmpty,
    NotTheSame,
    OtherMigrations,
    OtherSecret,
    WrongPassphrase,
)
from app.cli.backup.restoring import Restored, restore_backup, try_backup
from app.cli.backup.writing import write_backup
from app.kit import db
from app.kit.letters import Letter, write_letter
from app.kit.migrations import known_migrations, migrate, migrating, run_only
from app.kit.settings import Settings
from tests.app.cli.backup.conftest import PASSPHRASE, PICTURE, SECRET, rows_of, shape_of
from tests.app.orders.market import NOON, Market, place


@pytest.fixture
async def backup(shop: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "keruen.age"
    await write_backup(path, PASSPHRASE, shop, at=NOON)
    return path


async def restore(backup: Path, address: str, *, own_secret: str = "") -> Restored:
    return await restore_backup(
        backup,
        PASSPHRASE,
        address=address,
        data=backup.parent / "second",
        own_secret=own_secret,
    )


async def is_empty(address: str, data: Path) -> bool:
    """Return whether neither table nor file is there."""
    return await rows_of(address) == {} and files_in(data) == []


def files_in(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def keep_share(path: Path, share: float) -> None:
    """Cut the file off."""
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])


async def test_every_table_comes_back_row_by_row(backup: Path, shop: Settings, empty: str) -> None:
    restored = await restore(backup, empty)
    saved = await rows_of(shop.database_url)
    assert len(saved["purchase_order"]) == 2
    assert await rows_of(empty) == saved
    assert not restored.is_behind
    assert restored.head.made_at == NOON
    assert {name: table.rows for name, table in restored.manifest.tables.items()} == {
        name: len(lines) for name, lines in saved.items()
    }


async def test_constraints_triggers_and_views_come_back(
    backup: Path, shop: Settings, empty: str
) -> None:
    await restore(backup, empty)
    assert await shape_of(empty) == await shape_of(shop.database_url)
    connection = await asyncpg.connect(empty)
    with pytest.raises(asyncpg.RestrictViolationError):
        await connection.execute("UPDATE order_move SET at = now()")
    await connection.close()


async def test_sequences_go_on_where_they_stood(backup: Path, shop: Settings, empty: str) -> None:
    await restore(backup, empty)
    first, second = [await asyncpg.connect(each) for each in (shop.database_url, empty)]
    assert await rows.read_sequences(second) == await rows.read_sequences(first)
    await first.close()
    await second.close()


async def test_pictures_and_the_secret_come_back_and_what_is_made_again_does_not(
    backup: Path, empty: str, tmp_path: Path
) -> None:
    await restore(backup, empty)
    second = tmp_path / "second"
    assert files_in(second) == [
        "objects/ab/изюм.webp",
        "objects/empty",
        "secret",
    ]
    assert (second / "objects" / "ab" / "изюм.webp").read_bytes() == PICTURE
    assert (second / "secret").read_text() == SECRET
    assert (second / "secret").stat().st_mode & 0o777 == 0o600


async def test_a_backup_is_never_written_over(backup: Path, shop: Settings) -> None:
    before = files_in(backup.parent)
    with pytest.raises(FileTaken):
        await write_backup(backup, PASSPHRASE, shop, at=NOON)
    assert files_in(backup.parent) == before
    assert check_file(backup, PASSPHRASE).tables


def test_the_file_is_for_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


async def test_orders_placed_meanwhile_are_not_in_it_nor_half_of_one(
    market: Market, shop: Settings, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_out, before = rows.copy_out, await rows_of(shop.database_url)
    placed = []

    async def trade_between(
        connection: asyncpg.Connection, table: str, columns: list[str], take: rows.Take
    ) -> object:
        if table.startswith("p"):
            placed.append(await place(market.rival, (market.raisins, 10)))
        return await copy_out(connection, table, columns, take)

    monkeypatch.setattr(rows, "copy_out", trade_between)
    await write_backup(tmp_path / "busy.age", PASSPHRASE, shop, at=NOON)
    monkeypatch.undo()
    assert len(placed) > 5
    await restore(tmp_path / "busy.age", empty)
    assert await rows_of(empty) == before
    assert await rows_of(shop.database_url) != before


async def test_another_passphrase_restores_nothing(backup: Path, empty: str) -> None:
    data = backup.parent / "second"
    with pytest.raises(WrongPassphrase):
        await restore_backup(backup, "eight camels", address=empty, data=data, own_secret="")
    assert await is_empty(empty, data)


def test_a_file_altered_or_cut_anywhere_is_refused(backup: Path) -> None:
    whole = backup.read_bytes()
    step = len(whole) // 40
    for at in [*range(0, len(whole), step), len(whole) - 1]:
        backup.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises((BackupDamaged, WrongPassphrase, NotABackup)):
            check_file(backup, PASSPHRASE)
        backup.write_bytes(whole[:at])
        with pytest.raises((BackupDamaged, NotABackup)):
            check_file(backup, PASSPHRASE)


@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
async def test_a_file_found_damaged_on_the_way_leaves_nothing(
    backup: Path, empty: str, share: float
) -> None:
    keep_share(backup, share)
    with pytest.raises(BackupDamaged):
        await restore(backup, empty)
    assert await is_empty(empty, backup.parent / "second")


async def test_a_file_that_is_none_is_refused(tmp_path: Path, empty: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear sirs")
    with pytest.raises(NotABackup):
        await restore(path, empty)
    with pytest.raises(NoSuchFile):
        await restore(tmp_path / "nowhere.age", empty)
    with path.with_name("other.age").open("wb") as file:
        sealer = age.Sealer(file, PASSPHRASE)
        sealer.write(b"A sealed letter." * 1000)
        sealer.close()
    with pytest.raises(NotABackup):
        await restore(path.with_name("other.age"), empty)
    assert await is_empty(empty, tmp_path / "second")


async def test_a_database_with_tables_is_left_alone(backup: Path, shop: Settings) -> None:
    before = await rows_of(shop.database_url)
    with pytest.raises(NotEmpty):
        await restore(backup, shop.database_url)
    assert await rows_of(shop.database_url) == before


async def test_a_folder_with_files_is_left_alone(backup: Path, empty: str) -> None:
    kept = backup.parent / "second" / "objects" / "kept"
    kept.parent.mkdir(parents=True)
    kept.write_text("here before")
    with pytest.raises(FilesInTheWay):
        await restore(backup, empty)
    assert await rows_of(empty) == {}
    assert kept.read_text() == "here before"


async def test_another_secret_in_the_environment_is_refused(backup: Path, empty: str) -> None:
    with pytest.raises(OtherSecret):
        await restore(backup, empty, own_secret="another")
    assert await is_empty(empty, backup.parent / "second")
    await restore(backup, empty, own_secret=SECRET)


async def test_a_commit_that_fails_takes_the_files_back(
    backup: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place = Staging.put_in_place

    def put_and_fail(staging: Staging, secret: str) -> None:
        put_in_place(staging, secret)
        raise ConnectionResetError

    monkeypatch.setattr(Staging, "put_in_place", put_and_fail)
    with pytest.raises(ConnectionResetError):
        await restore(backup, empty)
    assert await is_empty(empty, backup.parent / "second")


async def test_a_backup_of_later_code_is_refused(
    backup: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = known_migrations() - {("brokers", "2026-11-23T14:47:06:771298")}
    monkeypatch.setattr(restoring, "known_migrations", lambda: known)
    with pytest.raises(OtherMigrations) as refused:
        await restore(backup, empty)
    assert "brokers 2026-11-23T14:47:06:771298" in str(refused.value)
    assert await is_empty(empty, backup.parent / "second")


async def test_a_backup_of_earlier_code_comes_back_as_it_was_and_can_be_migrated(
    shop: Settings, empty: str, tmp_path: Path
) -> None:
    last = max(known_migrations(), key=lambda each: each[1])
    async with migrating(empty):
        await run_only(known_migrations() - {last})
    earlier = replace(shop, database_url=empty)
    await write_backup(tmp_path / "earlier.age", PASSPHRASE, earlier, at=NOON)
    saved = await rows_of(empty)
    connection = await asyncpg.connect(empty)
    await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    await connection.close()
    restored = await restore(tmp_path / "earlier.age", empty)
    assert restored.is_behind
    assert await rows_of(empty) == saved
    await migrate(empty)
    assert await shape_of(empty) == await shape_of(shop.database_url)


async def test_trying_a_backup_compares_it_in_a_second_database_and_drops_that(
    backup: Path, shop: Settings
) -> None:
    before = sorted(shop.data.rglob("*"))
    restored = await try_backup(backup, PASSPHRASE, address=shop.database_url, data=shop.data)
    assert len(restored.manifest.tables) == len(await rows_of(shop.database_url))
    connection = await asyncpg.connect(shop.database_url)
    names = await connection.fetch("SELECT datname FROM pg_database")
    await connection.close()
    assert "keruen_trial" not in {row["datname"] for row in names}
    assert sorted(shop.data.rglob("*")) == before


async def test_a_role_that_owns_nothing_but_its_database_restores_and_backs_up(
    backup: Path, shop: Settings, plain: str, tmp_path: Path
) -> None:
    await restore(backup, plain)
    assert await rows_of(plain) == await rows_of(shop.database_url)
    own = replace(shop, database_url=plain)
    await write_backup(tmp_path / "own.age", PASSPHRASE, own, at=NOON)
    with pytest.raises(CannotTry):
        await try_backup(tmp_path / "own.age", PASSPHRASE, address=plain, data=shop.data)
    assert await rows_of(plain) == await rows_of(shop.database_url)


async def test_a_row_that_came_back_otherwise_is_named(
    backup: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_in = rows.copy_in

    async def lose(*given: object) -> None:
        if given[1] != "lot":
            await copy_in(*given)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(rows, "copy_in", lose)
    monkeypatch.setattr(rows, "loosen", _loosen_for_good)
    with pytest.raises(NotTheSame) as refused:
        await restore(backup, empty)
    assert str(refused.value).startswith("lot came back other than it was saved")
    assert await is_empty(empty, backup.parent / "second")


_LOOSEN = rows.loosen


async def _loosen_for_good(connection: asyncpg.Connection, tables: list[str]) -> list[str]:
    await _LOOSEN(connection, tables)
    return []


async def test_memory_is_bounded_however_many_rows_there_are(
    shop: Settings, empty: str, tmp_path: Path
) -> None:
    async with db.transaction():
        for number in range(32):
            await write_letter(Letter("a@b.example", f"{number}", "x" * 1_000_000), at=NOON)
    tracemalloc.start()
    await write_backup(tmp_path / "big.age", PASSPHRASE, shop, at=NOON)
    written = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    await restore(tmp_path / "big.age", empty)
    restored = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "big.age").stat().st_size > 32_000_000
    assert max(written, restored) < 24_000_000


def test_the_tools_age_and_tar_open_it_without_keruen(backup: Path) -> None:
    inside = pyrage.passphrase.decrypt(backup.read_bytes(), PASSPHRASE)
    backup.with_suffix(".tar").write_bytes(inside)
    with tarfile.open(backup.with_suffix(".tar")) as tar:
        names = tar.getnames()
    assert names[:2] == [archive.HEAD, archive.SECRET]
    assert "tables/purchase_order/000000001" in names
    assert names[-1] == archive.MANIFEST
