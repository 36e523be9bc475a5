"""Set-up cut in the middle leaves nothing half made, and the next run is whole."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import asyncpg
import pytest

from app.accounts.tables import Company
from app.demo import cast
from app.kit import embedded
from app.kit.assets import PackageMissing, current_version
from app.kit.db import DB
from app.kit.settings import ROOT, read_settings
from app.stock.tables import Lot
from tests.running import unmeasured

_IS_WRITING = (
    "SELECT 1 FROM pg_stat_activity WHERE application_name = 'keruen-cli'"
    " AND datname = current_database() AND backend_xid IS NOT NULL"
)
_GATHERS = """
import sys
from pathlib import Path
from app.kit.assets import gather
gather(Path(sys.argv[1]), {"demo:dot": "<svg/>"})
"""
_IS_MIGRATING = (
    "SELECT count(*) > 1 FROM pg_stat_activity WHERE datname = current_database()"
    " AND (backend_xid IS NOT NULL OR pid = pg_backend_pid())"
)


def keruen(*command: str, database: str, data: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "app", *command],
        cwd=ROOT,
        env={**unmeasured(os.environ), "DATABASE_URL": database, "KERUEN_DATA": str(data)},
        stdout=subprocess.PIPE,
        text=True,
    )


async def wait_until_writing() -> None:
    assert DB.pool is not None
    end = time.monotonic() + 60
    while not await DB.pool.fetchval(_IS_WRITING):
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


@pytest.mark.parametrize("later_s", [0, 1])
async def test_a_seeding_that_is_killed_leaves_nothing_and_the_next_is_whole(
    database: str, tmp_path: Path, later_s: float
) -> None:
    killed = keruen("seed", "--bare", database=database, data=tmp_path)
    await wait_until_writing()
    await asyncio.sleep(later_s)
    killed.send_signal(signal.SIGKILL)
    assert killed.communicate(timeout=30)[0] == ""
    assert killed.returncode == -signal.SIGKILL
    assert await Company.count() == 0
    with keruen("seed", "--bare", database=database, data=tmp_path) as again:
        assert again.communicate(timeout=120)[0] == "The demo shop is made.\n"
    assert await Company.count() == len(cast.demo_companies())
    assert await Lot.count() == len(cast.demo_lots())


async def test_two_seedings_at_once_make_one_shop(database: str, tmp_path: Path) -> None:
    both = [keruen("seed", "--bare", database=database, data=tmp_path) for _ in range(2)]
    said = [process.communicate(timeout=120)[0] for process in both]
    assert sorted(said) == ["The demo shop is made.\n", "The demo shop is there already.\n"]
    assert await Company.count() == len(cast.demo_companies())


async def migrations_of(address: str) -> int:
    connection = await asyncpg.connect(address)
    try:
        if not await connection.fetchval("SELECT to_regclass('migration') IS NOT NULL"):
            return 0
        return int(await connection.fetchval("SELECT count(*) FROM migration"))
    finally:
        await connection.close()


async def is_migrating(address: str) -> bool:
    connection = await asyncpg.connect(address)
    try:
        return bool(await connection.fetchval(_IS_MIGRATING))
    finally:
        await connection.close()


@pytest.mark.parametrize("later_s", [0, 0.3])
async def test_migrations_that_are_killed_leave_nothing_and_the_next_run_is_whole(
    postgres: str, tmp_path: Path, later_s: float
) -> None:
    name = f"cut_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    await embedded.drop_database(postgres, name)
    await embedded.create_database(postgres, name)
    address = embedded.address_of(postgres, name)
    killed = keruen("migrate", database=address, data=tmp_path)
    while not await is_migrating(address):
        assert killed.poll() is None
    await asyncio.sleep(later_s)
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=30)
    assert await migrations_of(address) == 0
    with keruen("migrate", database=address, data=tmp_path) as again:
        again.communicate(timeout=120)
    assert again.returncode == 0
    written = sorted(ROOT.glob("app/*/piccolo_migrations/*_2*.py"))
    assert await migrations_of(address) == len(written)
    await embedded.drop_database(postgres, name)


def test_a_secret_that_was_cut_off_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KERUEN_SECRET", raising=False)
    monkeypatch.setenv("KERUEN_DATA", str(tmp_path))
    (tmp_path / "secret").touch()
    made = read_settings().secret
    assert len(made) == 64
    assert read_settings().secret == made
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_front_end_files_whose_gathering_was_cut_off_are_gathered_anew(tmp_path: Path) -> None:
    gathering = [sys.executable, "-c", _GATHERS, str(tmp_path)]
    with subprocess.Popen(gathering, cwd=ROOT) as process:
        while not any(tmp_path.iterdir()):
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    with pytest.raises(PackageMissing):
        current_version(tmp_path)
    assert subprocess.run(gathering, cwd=ROOT, check=False).returncode == 0
    made = tmp_path / current_version(tmp_path)
    assert (made / "pictures").is_dir()
    assert (made / "vendor" / "htmx.js").stat().st_size > 0
