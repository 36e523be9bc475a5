"""Presenter of declarations and papers, for the declarant, the broker and the buyer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.countries.clocks import say_instant
from app.declarations.places import place_message
from app.declarations.repository import StoredDeclaration
from app.declarations.repository.inbox import StoredMessage
from app.documents.kind import PaperKind
from app.documents.repository import IssuedPaper, LackingPaper
from app.kit.formats import number
from app.kit.i18n import translate
from app.kit.texts import sentence, written
from customs.china.message.inbox import ImportAnswer
from customs.china.receipt import CHANNELS, CustomsReceipt, DeclarationState
from customs.china.receipt import STATE_NAMES as DECLARATION_NAMES
from customs.rules import Violation

DECLARATION_TONES = {
    DeclarationState.DRAFT: "waiting",
    DeclarationState.LODGED: "busy",
    DeclarationState.ACCEPTED: "busy",
    DeclarationState.REVIEWED: "busy",
    DeclarationState.HELD: "bad",
    DeclarationState.RELEASED: "good",
    DeclarationState.CLOSED: "good",
    DeclarationState.REJECTED: "bad",
    DeclarationState.DELETED: "bad",
}


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """One answer of customs."""

    noticed: str
    channel: str
    entry_number: str
    note: str


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A declaration, and customs' answers so far."""

    number: str
    order_number: str
    entry_number: str
    state: str
    tone: str
    receipts: tuple[ReceiptView, ...]
    sequence: str
    """Its number at the Single Window; empty until there is one."""
    not_taken: str
    """Why the Single Window client refused the draft; empty when it did not."""
    lacking: tuple[tuple[str, str], ...]
    """(place, rule) for each rule that the draft breaks; the rule with its number."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """One issued paper."""

    name: str
    href: str
    file_name: str
    order_number: str
    version: str
    issued: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PaperRequestView:
    """A paper that the declarant can request; one that failed has its reason."""

    name: str
    declaration: str
    kind: str
    order_number: str
    reason: str = ""
    attempts: str = ""
    next_try: str = ""


@dataclass(frozen=True, slots=True)
class MessageView:
    """A saved file that answers no declaration yet."""

    name: str
    href: str
    brought: str


def declaration_view(
    declaration: StoredDeclaration,
    receipts: Sequence[CustomsReceipt],
    *,
    answer: ImportAnswer | None,
    broken: Iterable[Violation],
) -> DeclarationView:
    """Present a declaration with its receipts, in the order customs gave notice.

    `broken` are the rules that its draft breaks, to be mended before lodging.
    """
    known = [answer.sequence] if answer else []
    known += [each.sequence for each in receipts]
    return DeclarationView(
        number=declaration.number,
        order_number=declaration.order_number,
        entry_number=declaration.entry_number,
        state=translate(DECLARATION_NAMES[declaration.state]),
        tone=DECLARATION_TONES[declaration.state],
        receipts=tuple(map(_receipt, sorted(receipts, key=lambda each: each.noticed_at))),
        sequence=next(filter(None, known), ""),
        not_taken=answer.text if answer and not answer.is_taken else "",
        lacking=tuple(map(_lacking_view, broken)),
    )


def _lacking_view(violation: Violation) -> tuple[str, str]:
    rule = f"{translate(violation.sentence)} ({violation.number})"
    return written(place_message(violation.place)), rule


def _receipt(receipt: CustomsReceipt) -> ReceiptView:
    return ReceiptView(
        noticed=say_instant(receipt.noticed_at, None),
        channel=f"{receipt.channel} · {translate(CHANNELS[receipt.channel].name)}",
        entry_number=receipt.entry_number,
        note=receipt.note,
    )


def paper_view(paper: IssuedPaper, *, home: str, country: str) -> PaperView:
    """Present a paper; `home` is the address of its order or load on the reader's desk."""
    return PaperView(
        name=translate(paper.label),
        href=f"{home}/papers/{paper.file_name}",
        file_name=paper.file_name,
        order_number=paper.order_number,
        version=number(paper.version),
        issued=say_instant(paper.issued_at, country),
        sha256=paper.sha256,
    )


def failed_paper_view(lacking: LackingPaper, drawn: StoredDeclaration) -> PaperRequestView | None:
    """Present a due paper that could not be made; None for one not tried yet."""
    trouble = lacking.trouble
    if trouble is None:
        return None
    return PaperRequestView(
        name=translate(lacking.due.label),
        declaration=drawn.number,
        kind=lacking.due.kind,
        order_number=drawn.order_number,
        reason=sentence(trouble.sentence, trouble.fields),
        attempts=number(trouble.attempts),
        next_try=say_instant(trouble.next_try_at, None),
    )


def paper_request_view(kind: PaperKind, drawn: StoredDeclaration) -> PaperRequestView:
    """Present a kind of paper that was not due at the freeze."""
    return PaperRequestView(translate(kind.label), drawn.number, kind.code, drawn.order_number)


def message_view(message: StoredMessage, *, desk: str) -> MessageView:
    """Present a saved file; `desk` is the address of the declarant's desk."""
    return MessageView(
        name=message.file_name or str(message.id),
        href=f"{desk}/messages/{message.id}",
        brought=say_instant(message.brought_at, None),
    )


def channel_options() -> list[tuple[str, str]]:
    """Return the channel codes as options."""
    return [(code, f"{code} · {translate(channel.name)}") for code, channel in CHANNELS.items()]
