"""What a draft's page sends."""

from typing import Annotated

import msgspec


class PublicationForm(msgspec.Struct):
    """The seal of the rehearsal that was read, and why in spite of what stands against it."""

    seal: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    reason: Annotated[str, msgspec.Meta(max_length=300)]


class WithdrawalForm(msgspec.Struct):
    """Why a draft is given up; may be empty."""

    why: Annotated[str, msgspec.Meta(max_length=300)]
