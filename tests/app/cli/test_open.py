"""`keruen open`: by a file, by options, or asked; then the doctor says what lacks."""

import argparse
import io
import json
import tomllib
from pathlib import Path

import msgspec
import pytest

from app.accounts.person import Role
from app.cli.printing.opening import EXAMPLE
from app.cli.shop_facts import NotAPerson, NotGiven, Unanswered, ask_facts, read_person
from app.opening.shop import ShopFacts
from tests.app.cli.running import keruen

FILE = """
countries = ["KZ"]
[company]
name = "霍尔果斯商路有限公司"
name_latin = "Khorgos Road Co., Ltd."
uscc = "91650106MADEM0011T"
address = "霍尔果斯市"
[[staff]]
name = "Erlan"
email = "erlan@firm.example"
role = "operator"
[[staff]]
name = "Li"
email = "li@firm.example"
role = "rates_admin"
language = "zh_Hans"
"""
OPTIONS = (
    *("--name", "霍尔果斯商路有限公司", "--name-latin", "Khorgos Road Co., Ltd."),
    *("--uscc", "91650106MADEM0011T", "--address", "霍尔果斯市"),
    *("--operator", "Erlan <erlan@firm.example>", "--rates", "Li <li@firm.example>"),
)


def test_a_file_opens_the_shop_once_and_the_doctor_says_what_it_lacks(
    reference: str, tmp_path: Path
) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(FILE, "utf-8")
    found = keruen("open", "--file", str(path), database=reference, data=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("The shop is open.")
    assert "/ru/links/" in found.stdout
    assert "/zh_Hans/links/" in found.stdout
    assert "Two operators" in found.stdout
    found = keruen("doctor", database=reference, data=tmp_path)
    assert "open, and lacks:" in found.stdout
    assert "Selling terms of KZT, published: /office/rates" in found.stdout
    assert "KGS" not in found.stdout
    found = keruen("open", "--file", str(path), database=reference, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert "霍尔果斯商路有限公司" in found.stderr


def test_options_open_the_shop_and_a_machine_reads_the_links(
    reference: str, tmp_path: Path
) -> None:
    found = keruen("open", *OPTIONS, "--json", database=reference, data=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    people = [json.loads(line) for line in found.stdout.splitlines()]
    assert [(each["email"], each["role"]) for each in people] == [
        ("erlan@firm.example", "operator"),
        ("li@firm.example", "rates_admin"),
    ]


def test_what_is_not_given_is_named_where_nobody_can_be_asked(
    reference: str, tmp_path: Path
) -> None:
    found = keruen("open", *OPTIONS[2:], database=reference, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("keruen: --name is not given")
    found = keruen("doctor", database=reference, data=tmp_path)
    assert "not open: `keruen open`" in found.stdout


@pytest.mark.parametrize("text", ["no toml [", "[company]\nname = 1\n", "countries = ['KZ']"])
def test_a_file_that_opens_no_shop_is_refused_before_anything_is_asked(
    reference: str, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(text, "utf-8")
    found = keruen("open", "--file", str(path), database=reference, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert "shop.toml does not open a shop" in found.stderr


def test_the_example_has_the_names_that_a_file_is_read_by() -> None:
    written = tomllib.loads(EXAMPLE.replace("# [[", "[[").replace("\n# code", "\ncode"))
    named = {field.name for field in msgspec.structs.fields(ShopFacts)}
    assert set(written) == named


COMPANY = """霍尔果斯商路有限公司

Khorgos Road Co., Ltd.
91650106MADEM0011A
91650106MADEM0011T
霍尔果斯市

"""
ERLAN, LI, NEXT = "Erlan <erlan@firm.example>\n", "Li <li@firm.example>\n", "\n"
ANSWERS = "".join(
    (
        COMPANY,
        *(ERLAN, NEXT, NEXT, NEXT, LI, LI, NEXT),  # twice named: all roles are asked again
        *(ERLAN, NEXT, "nobody\n", LI, NEXT, NEXT, NEXT),
    )
)


def given(**options: str) -> argparse.Namespace:
    company = dict.fromkeys(("name", "name_latin", "uscc", "address", "customs_code", "countries"))
    staff: dict[str, list[str]] = {
        name: [] for name in ("operator", "rates", "warehouse", "declarant")
    }
    return argparse.Namespace(**{**company, **staff, **options})


def test_each_question_is_asked_until_the_answer_is_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(ANSWERS))
    facts = ask_facts(given(), is_terminal=True)
    assert (facts.company.uscc, facts.company.customs_code) == ("91650106MADEM0011T", "")
    assert [(each.email, each.role) for each in facts.staff] == [
        ("erlan@firm.example", Role.OPERATOR),
        ("li@firm.example", Role.RATES),
    ]
    asked = capsys.readouterr().err
    assert "This needs an answer." in asked
    assert "91650106MADEM0011A" in asked
    assert "li@firm.example is named twice" in asked
    assert "nobody is not a person" in asked


def test_answers_that_end_early_open_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("霍尔果斯\n"))
    with pytest.raises(Unanswered):
        ask_facts(given(), is_terminal=True)


def test_options_are_not_asked_again() -> None:
    with pytest.raises(NotGiven, match="--name-latin"):
        ask_facts(given(name="霍尔果斯"), is_terminal=False)
    with pytest.raises(NotAPerson):
        read_person("li@firm.example", role=Role.RATES)
