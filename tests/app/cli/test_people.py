"""`keruen people`: somebody is let in, listed, blocked, and given a new link."""

import json
from pathlib import Path

from tests.app.cli.running import keruen
from tests.app.orders.market import Market

EMAIL = "erlan@firm.example"


def test_people_are_let_in_listed_blocked_and_given_links(
    market: Market, database: str, tmp_path: Path
) -> None:
    def people(*arguments: str) -> str:
        found = keruen("people", *arguments, database=database, data=tmp_path)
        assert (found.returncode, found.stderr) == (0, "")
        return found.stdout

    added = people("add", EMAIL, "--name", "Erlan", "--role", "operator", "--json")
    made = json.loads(added)
    assert made["email"] == EMAIL
    assert "/ru/links/" in made["link"]
    listed = [json.loads(line) for line in people("list", "--json").splitlines()]
    (erlan,) = [each for each in listed if each["email"] == EMAIL]
    assert (erlan["role"], erlan["active"], erlan["has_password"]) == ("operator", True, False)
    assert {each["email"] for each in listed} >= {market.kazakh.email, market.broker.email}
    assert people("block", EMAIL) == f"{EMAIL} signs in no longer.\n"
    assert f"{EMAIL:<36} operator" in people("list")
    assert "(blocked)" in people("list")
    assert people("unblock", EMAIL) == f"{EMAIL} may sign in again.\n"
    assert made["link"] not in people("link", EMAIL)


def test_who_cannot_be_let_in_is_refused_in_one_line(
    market: Market, database: str, tmp_path: Path
) -> None:
    taken = ("people", "add", market.operator.email, "--name", "E", "--role", "operator")
    found = keruen(*taken, database=database, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == f"keruen: Somebody already signs in with {market.operator.email}.\n"
