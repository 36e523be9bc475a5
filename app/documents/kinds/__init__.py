"""The kinds of paper, one file each.

A new one is its file, a line here, and its template if it is printed. Loads frozen before it are
not due it.
"""

from typing import Final

from app.documents.kind import PaperKind
from app.documents.kinds import declaration, invoice, packing_list, single_window

KINDS: Final[dict[str, PaperKind]] = {
    kind.code: kind
    for kind in (
        declaration.KIND,
        invoice.KIND,
        packing_list.KIND,
        single_window.KIND,
    )
}
"""The kinds by code, in the order of recording, making and display."""
