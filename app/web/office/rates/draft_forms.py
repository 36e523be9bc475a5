"""Forms of a draft's page."""

from typing import Annotated

import msgspec


class PublicationForm(msgspec.Struct):
    """The seal of the rehearsal that was read, and the reason in spite of objections."""

    seal: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    reason: Annotated[str, msgspec.Meta(max_length=300)]


class WithdrawalForm(msgspec.Struct):
    """Why a draft is withdrawn; may be empty."""

    why: Annotated[str, msgspec.Meta(max_length=300)]
