"""Forms of imports."""

from collections.abc import Mapping
from typing import Annotated, Final

import msgspec

from app.imports.heads import MOST_COLUMNS

COLUMN: Final = "column_"
"""What the names of the choices begin with; the column's place follows."""


class WorkbookForm(msgspec.Struct):
    """A workbook; its bytes come beside the fields."""

    file: Annotated[str, msgspec.Meta(max_length=200)]


class ColumnsForm(msgspec.Struct):
    """The meaning of each column, with commas between; empty where it is left out."""

    columns: Annotated[str, msgspec.Meta(pattern="^[a-zA-Z0-9_,]+$", max_length=8000)]

    def meanings(self) -> tuple[str, ...]:
        """Return the meanings in the order of the columns."""
        return tuple(self.columns.split(","))


def gathered(sent: Mapping[str, object]) -> dict[str, object]:
    """Return the choices of a page as the one field of `ColumnsForm`."""
    chosen = [str(sent.get(f"{COLUMN}{place}", "")) for place in range(MOST_COLUMNS)]
    return {"columns": sent.get("columns") or ",".join(chosen)}
