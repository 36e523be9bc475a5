"""Write docs/rules.md from the rules themselves (`make rules`)."""

import sys
from collections.abc import Iterable
from typing import Any

from app.kit.settings import ROOT
from customs.china.rules import CROSS_CHECKS, EXPORT
from customs.eaeu.rules import DECLARATION, TRANSIT, VALUE
from customs.papers.rules import INVOICE, PACKING, RAIL, ROAD
from customs.rules import Rule, RuleBook

PATH = ROOT / "docs" / "rules.md"
BOOKS: tuple[tuple[str, RuleBook[Any]], ...] = (
    ("China: export declaration", EXPORT),
    ("China: export declaration beside other papers", CROSS_CHECKS),
    ("EAEU: goods declaration", DECLARATION),
    ("EAEU: declaration of customs value", VALUE),
    ("EAEU: transit declaration", TRANSIT),
    ("Road waybill", ROAD),
    ("Rail waybill", RAIL),
    ("Invoice", INVOICE),
    ("Packing list", PACKING),
)
HEAD = """# The rules

Made from the rules themselves by `make rules`. A rule holds from `since` on, which is the first
day for which we know it; it may be older. A draft that breaks a rule that blocks is not issued; the
others are shown to the declarant.
"""


def table() -> str:
    parts = [HEAD]
    for title, book in BOOKS:
        parts.append(f"\n## {title}\n")
        parts.append("\n| number | rule | blocks | source | since |\n|---|---|---|---|---|\n")
        parts += _rows(book.rules.values())
    return "".join(parts)


def _rows(rules: Iterable[Rule[Any]]) -> list[str]:
    return [
        f"| {rule.number} | {rule.sentence} | {'yes' if rule.blocks else ''} |"
        f" {rule.source} | {rule.since} |\n"
        for rule in rules
    ]


if __name__ == "__main__":
    PATH.write_text(table(), encoding="utf-8")
    print(f"{PATH.relative_to(ROOT)} is written", file=sys.stderr)
