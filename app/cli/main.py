"""The command line of `keruen`.

Exit status: 0 done, 1 refused with one line on standard error, 2 wrong usage. Also 1, without a
line, when the reader of a pipe closed it.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from app.cli import commands, demo, tariff
from app.cli.backup.command import add_backup
from app.cli.opening import add_open
from app.cli.people import add_people
from app.cli.reference import add_reference, add_texts
from app.countries.home import HOME
from app.kit.refusal import Refusal
from app.kit.settings import ROOT
from customs.valuation.incoterms import Charge

Run = Callable[[argparse.Namespace], int]
_BANKS = "nbk, nbkr, cbu, nbt, cbt, cbr, ecb or cfets"
COLUMNS = {
    "notes": "mark, rate_text, [countries], valid_from, [valid_to], source, [is_confirmed]",
    "exemptions": "code, country, rate_text, valid_from, [valid_to], source",
    "measures": "prefix, origin, name, valid_from, [valid_to], source",
    "requirements": "prefix, [countries], kind, name, valid_from, [valid_to], source",
    "figures": "country, name, value, valid_from, [valid_to], source, [is_confirmed]",
    "excises": "prefix, country, rate_text, valid_from, [valid_to], source",
}
"""Columns of each list that `tariff enter` reads; here so that help need not load the lists."""

_DEMO = {
    "web": "show the demo shop's sign-ins",
    "worker": "bring the demo shop's own rates, and ask no bank",
    "prepare": "draw the demo shop's pictures too",
}
"""What `--demo` does for each command that takes it."""
_DATA = ("templates", "locale", "node_modules")
"""Folders of the checkout that are not in the package."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    missing = [name for name in _DATA if not (ROOT / name).is_dir()]
    if missing:
        print(
            f"keruen: it runs from a checkout after `make setup`, and {ROOT} has no folder"
            f" {', '.join(missing)}.",
            file=sys.stderr,
        )
        return 1
    given = _parser().parse_args(arguments)
    run: Run = given.run
    try:
        status = run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return 1
    except Refusal as refusal:
        print(f"keruen: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return status


def _discard_output() -> None:
    """Redirect output to nowhere: flushing a closed pipe at exit would print a traceback."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="keruen", description="Goods, money and papers.")
    groups = parser.add_subparsers(required=True, metavar="command")
    for name, run, help_text in (
        ("serve", demo.serve, "prepare what is missing, then run database, web and worker"),
        ("web", commands.web, "answer requests"),
        ("worker", commands.worker, "let every station pull its work"),
        ("prepare", commands.prepare, "gather front-end files, fonts and catalogues"),
        ("migrate", commands.migrate, "bring the tables to where the code is"),
        ("seed", demo.seed, "make the demo shop, once"),
        ("doctor", commands.doctor, "check this machine, and say what to do"),
    ):
        command = groups.add_parser(name, help=help_text)
        command.set_defaults(run=run)
        if name in _DEMO:
            command.add_argument("--demo", action="store_true", help=_DEMO[name])
        if name == "seed":
            command.add_argument(
                "--bare", action="store_true", help="as it opens, without three months of trade"
            )
    add_backup(groups)
    _add_rates(groups)
    _add_tariff(groups)
    _add_duty(groups)
    add_open(groups)
    add_people(groups)
    add_reference(groups)
    add_texts(groups)
    return parser


def _add_rates(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rates = groups.add_parser("rates", help="official rates").add_subparsers(
        required=True, metavar="verb"
    )
    taken = rates.add_parser("import", help="read a bank's answer from a file")
    taken.add_argument("--bank", required=True, help=_BANKS)
    taken.add_argument("file", help="the bank's answer as it came: XML, JSON or CSV")
    taken.add_argument("--dry-run", action="store_true", help="print the rates, keep nothing")
    taken.set_defaults(run=commands.rates_import)
    fetched = rates.add_parser("fetch", help="ask the banks for their rates")
    fetched.add_argument("--bank", help=f"{_BANKS}; every bank without it")
    fetched.add_argument("--on", metavar="DAY", help="the bank's today without it")
    fetched.set_defaults(run=commands.rates_fetch)
    shown = rates.add_parser("show", help="the rates in force on a day")
    shown.add_argument("--bank", required=True, help=_BANKS)
    shown.add_argument("--on", required=True, metavar="DAY", help="such as 2026-11-23")
    shown.set_defaults(run=commands.rates_show)
    month = rates.add_parser("month", help="enter China customs' rates of a month from a file")
    month.add_argument("file", help="CSV: month, currency, value, fixing_on, source")
    month.add_argument("--dry-run", action="store_true", help="print the rates, keep nothing")
    month.add_argument("--because", default="", help="why a rate that jumped is right")
    month.set_defaults(run=commands.rates_month)
    holidays = rates.add_parser("holidays", help="enter China's statutory holidays from a file")
    holidays.add_argument("file", help="CSV: day, name, source")
    holidays.set_defaults(run=commands.rates_holidays)
    for parser in (taken, fetched, shown):
        parser.add_argument("--json", action="store_true", help="one object a line")


def _add_tariff(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verbs = groups.add_parser("tariff", help="the Union's customs tariff").add_subparsers(
        required=True, metavar="verb"
    )
    taken = verbs.add_parser("import", help="read chapters of the official publication")
    taken.add_argument("files", nargs="+", metavar="file", help="PDF as published, or CSV")
    taken.add_argument(
        "--from", dest="valid_from", metavar="DAY", help="first day in force; else the name's"
    )
    taken.add_argument("--tariff", default="EAEU", help="EAEU, or a country of its own tariff")
    taken.add_argument("--dry-run", action="store_true", help="print the lines, keep nothing")
    taken.add_argument("--json", action="store_true", help="one object a line")
    taken.set_defaults(run=tariff.import_publications)
    shown = verbs.add_parser("show", help="the line of a code in force on a day")
    shown.add_argument("code", help="ten digits")
    shown.add_argument("--on", metavar="DAY", help="such as 2026-11-23; today without it")
    shown.add_argument("--tariff", default="EAEU", help="EAEU, or a country of its own tariff")
    shown.add_argument("--json", action="store_true", help="one object")
    shown.set_defaults(run=tariff.show_line)
    chinese = verbs.add_parser(
        "china", help="lines of the Chinese tariff, from a CSV of our own form"
    )
    chinese.add_argument("file", help="CSV: code, name_zh, unit_1, elements, valid_from, source …")
    chinese.add_argument("--dry-run", action="store_true", help="read the lines, keep nothing")
    chinese.set_defaults(run=tariff.enter_china)
    entered = verbs.add_parser(
        "enter",
        help="rows beside the tariff, from a CSV of our own form",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_columns_text(),
    )
    entered.add_argument(
        "list", help="notes, exemptions, measures, requirements, figures or excises"
    )
    entered.add_argument("file", help="CSV, UTF-8, its first row names the columns")
    entered.add_argument("--dry-run", action="store_true", help="read the rows, keep nothing")
    entered.set_defaults(run=tariff.enter_rows)


def _columns_text() -> str:
    """Name the columns of each list, those that may be left out in brackets."""
    names = "".join(f"  {name:<14}{columns}\n" for name, columns in COLUMNS.items())
    return (
        f"columns of each list; those in brackets may be left out:\n{names}"
        "days as 2026-11-23; what each cell may hold: docs/lists.md"
    )


def _add_duty(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    duty = groups.add_parser("duty", help="what a line of goods would pay at import, and why")
    for name, help_text in (
        ("country", "KZ, KG, UZ, TJ or TM"),
        ("code", "ten digits of that country's tariff"),
        ("value", "price paid, in --currency"),
        ("currency", "ISO 4217"),
    ):
        duty.add_argument(f"--{name}", required=True, help=help_text)
    duty.add_argument("--date", metavar="DAY", help="whose rates count; today without it")
    duty.add_argument("--net-kg", help="net weight with the inseparable packing")
    duty.add_argument("--quantity", help="how many of --unit")
    duty.add_argument("--unit", help="pair, square_metre, piece, litre … or its code")
    duty.add_argument(
        *("--rate",),
        action="append",
        default=[],
        metavar="EUR=548.62",
        help="instead of the bank's",
    )
    for charge in Charge:
        help_text = f"box {charge.box} of ДТС-1, in --currency or with its own: 800USD"
        duty.add_argument(f"--{charge}", help=help_text)
    duty.add_argument("--term", help="delivery term, such as FCA")
    duty.add_argument("--origin", default=HOME, help=f"country of origin; {HOME} without it")
    duty.add_argument("--exemption", action="store_true", help="the country's exemption rate")
    duty.add_argument("--json", action="store_true", help="one object")
    duty.set_defaults(run=tariff.duty)
