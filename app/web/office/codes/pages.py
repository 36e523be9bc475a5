"""Read models of codes."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalog.code_proposal import CodeProposal, Decision
from app.catalog.repository import proposals


@dataclass(frozen=True, slots=True)
class CodesPage:
    """Codes that wait for a decision, and those decided about last."""

    waiting: Sequence[CodeProposal]
    decided: Sequence[CodeProposal]

    @property
    def after(self) -> int:
        """Where the next page begins; 0 when this is the last."""
        return self.waiting[-1].id if len(self.waiting) == proposals.PAGE else 0


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code and what was decided about it."""

    code: CodeProposal
    decisions: Sequence[Decision]


async def read_codes_page(*, after: int) -> CodesPage:
    """Read the codes that wait after one of them, and on the first page those decided about."""
    waiting = await proposals.list_waiting(after=after)
    return CodesPage(waiting, [] if after else await proposals.list_decided())


async def read_code_page(proposal_id: int) -> CodePage:
    """Read a code; raises `NoSuchCode`."""
    return CodePage(
        await proposals.get_proposal(proposal_id), await proposals.list_decisions(proposal_id)
    )
