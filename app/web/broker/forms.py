"""What brokers send."""

import msgspec


class CodeForm(msgspec.Struct):
    """A code of goods aboard, and the evidence it is confirmed on."""

    sku: str
    code: str
    evidence: str
