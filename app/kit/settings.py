"""Settings, read once and from the environment only."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.kit.i18n import N_
from app.kit.refusal import Refusal

ROOT = Path(__file__).parents[2]


RUN_HEADER = "x-keruen-run"
"""The response header that names the start of `keruen serve` a web server belongs to."""
FEEDS = ("banks", "off")


class BadSetting(Refusal):
    """An environment variable has a value that is not allowed."""

    code = "setting.bad_setting"
    sentence = N_("%(name)s is %(value)s; it may be one of: %(allowed)s.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that may differ from one machine to the next. `keruen doctor` lists it."""

    database_url: str
    """Empty: the embedded PostgreSQL under `data` is used."""
    data: Path
    secret: str
    base_url: str
    host: str
    port: int
    feeds: str = "banks"
    """Where the worker takes rates from: the `banks`, or `off`."""
    mail: str = ""
    """smtp://user:password@host:port; empty: letters wait until there is one."""
    mail_from: str = "keruen@localhost"
    """Whom letters come from."""
    objects: str = ""
    """s3://bucket or s3://bucket/folder; empty: a folder of `data` keeps pictures."""
    objects_url: str = ""
    """The address of the S3-compatible store; empty: Amazon's own."""
    run: str = ""
    """The start of `keruen serve`, by which it knows its own web server; empty otherwise."""

    @property
    def secure(self) -> bool:
        """Whether the site is served over TLS: then cookies are bound to it."""
        return self.base_url.startswith("https://")

    @property
    def fonts(self) -> Path:
        """The folder of the prepared fonts for papers."""
        return self.data / "fonts"

    @property
    def assets(self) -> Path:
        """The folder of the gathered front-end files."""
        return self.data / "assets"


def read_settings() -> Settings:
    """Read the environment; create the data folder and, when none is set, a secret in it."""
    data = Path(os.environ.get("KERUEN_DATA") or ROOT / "var").resolve()
    data.mkdir(parents=True, exist_ok=True)
    port = int(os.environ.get("PORT") or 8000)
    host = os.environ.get("KERUEN_HOST") or "127.0.0.1"
    return Settings(
        database_url=os.environ.get("DATABASE_URL", ""),
        data=data,
        secret=os.environ.get("KERUEN_SECRET") or _own_secret(data / "secret"),
        base_url=os.environ.get("KERUEN_BASE_URL") or f"http://{host}:{port}",
        host=host,
        port=port,
        feeds=_one_of(os.environ.get("KERUEN_FEEDS") or "banks", FEEDS),
        mail=os.environ.get("KERUEN_SMTP", ""),
        objects=_objects(os.environ.get("KERUEN_OBJECTS", "")),
        objects_url=os.environ.get("KERUEN_OBJECTS_URL", ""),
        run=os.environ.get("KERUEN_RUN", ""),
        mail_from=os.environ.get("KERUEN_MAIL_FROM") or "keruen@localhost",
    )


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise BadSetting(name="KERUEN_FEEDS", value=value, allowed=", ".join(allowed))
    return value


def _objects(value: str) -> str:
    if value and not value.startswith("s3://"):
        raise BadSetting(name="KERUEN_OBJECTS", value=value, allowed="s3://bucket/folder")
    return value


def _own_secret(path: Path) -> str:
    """Return the secret of the data folder, created at the first call with mode 0600."""
    if not (path.exists() and path.read_text(encoding="utf-8").strip()):
        # Written beside and put in place whole: cut between, a file without a secret would stay.
        work = path.with_name(f".{path.name}-{os.getpid()}")
        handle = os.open(work, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
        work.rename(path)
    return path.read_text(encoding="utf-8").strip()
