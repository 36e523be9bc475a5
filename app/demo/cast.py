"""The demo shop's people, companies and goods, read from the TOML files in `app/demo/data/`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from app.accounts.person import Role, SignIn
from app.demo.drawing.picture import draw_good
from app.demo.drawing.regions import draw_region

DATA: Final = Path(__file__).parent / "data"
Facts: TypeAlias = dict[str, Any]
"""A TOML table, untyped."""
DEMO_PASSWORD: Final = "keruen-demo"  # noqa: S105 -- the demo shop's, printed at start; never made outside it


@dataclass(frozen=True, slots=True)
class DemoPerson:
    email: str
    name: str
    role: str
    company: str
    language: str


@cache
def _read(name: str) -> Facts:
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


def _read_all(pattern: str, key: str) -> list[Facts]:
    names = sorted(str(path.relative_to(DATA)) for path in DATA.glob(pattern))
    return [thing for name in names for thing in _read(name)[key]]


def demo_malls() -> list[Facts]:
    found: list[Facts] = _read("malls.toml")["mall"]
    return found


def demo_companies() -> list[Facts]:
    found: list[Facts] = _read("companies.toml")["company"]
    return found


def demo_people() -> list[DemoPerson]:
    """Return the people who sign in."""
    return [
        DemoPerson(
            email=person["email"],
            name=person["name"],
            role=person["role"],
            company=person["company"],
            language=person["language"],
        )
        for person in _read("people.toml")["person"]
    ]


def demo_goods() -> list[Facts]:
    """Return the goods, file by file."""
    return _read_all("goods/*.toml", "good")


def demo_lots() -> list[Facts]:
    """Return the lots on the shelf when the shop opens."""
    return _read_all("lots*.toml", "lot")


def demo_china_lines() -> list[Facts]:
    """Return the lines of the Chinese tariff that the goods need, each once."""
    lines = {line["code"]: line for line in _read_all("china_tariff*.toml", "line")}
    return list(lines.values())


def demo_pictures() -> dict[str, str]:
    """Return the drawings of goods and malls, SVG by name."""
    goods = {good["picture"]: draw_good(good["drawing"], good["sku"]) for good in demo_goods()}
    return goods | {mall["picture"]: draw_region(mall["code"]) for mall in demo_malls()}


def demo_sign_ins() -> list[SignIn]:
    """Return the accounts that the demo shop's sign-in page shows."""
    return [
        SignIn(person.name, Role(person.role), person.email, DEMO_PASSWORD)
        for person in demo_people()
    ]
