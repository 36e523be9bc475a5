"""Numbered rules about a document, each with a sentence, a source and a check.

The sentence is the message, the manual and the name of the test. A rule is in force from `since`
on; a document is checked against the rules of its own day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from customs.refusal import N_, CustomsRefusal

Subject = TypeVar("Subject")
Place = str
"""A path into the document, such as `lines/2/total`, or the number of a part."""

HEADER: Final[Place] = N_("header")
"""The place of a violation that concerns the whole document."""


class RuleTwice(CustomsRefusal):
    """Raised when two rules have one number."""

    code = "customs.rules.rule_twice"
    sentence = N_("There are two rules %(number)s.")


class DraftIsBlocked(CustomsRefusal):
    """Raised when a draft breaks a rule that blocks."""

    code = "customs.rules.draft_is_blocked"
    sentence = N_("The draft breaks rules that block it: %(broken)s.")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule, and the function that yields every place where it is broken."""

    number: str
    sentence: str
    source: str
    since: date
    blocks: bool
    """Whether a draft that breaks it is not issued; else the declarant is warned."""
    places: Callable[[Subject], Iterable[Place]]


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule with its place."""

    number: str
    sentence: str
    place: Place
    blocks: bool


class RuleBook(Generic[Subject]):
    """The rules about one type of document."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule[Subject]] = {}

    @property
    def rules(self) -> Mapping[str, Rule[Subject]]:
        """The rules by number, in numeric order: C2 before C10."""
        return {number: self._rules[number] for number in sorted(self._rules, key=_in_order)}

    def rule(
        self, number: str, sentence: str, *, source: str, since: date, blocks: bool = False
    ) -> Callable[[Callable[[Subject], Iterator[Place]]], Callable[[Subject], Iterator[Place]]]:
        """Register the decorated function as a rule; raises `RuleTwice`."""
        if number in self._rules:
            raise RuleTwice(number=number)

        def enter(
            places: Callable[[Subject], Iterator[Place]],
        ) -> Callable[[Subject], Iterator[Place]]:
            self._rules[number] = Rule(number, sentence, source, since, blocks, places)
            return places

        return enter

    def check(self, subject: Subject, *, on: date) -> tuple[Violation, ...]:
        """Return every violation of the rules in force on the day."""
        return tuple(_found(self.rules.values(), subject, on))

    def admit(self, subject: Subject, *, on: date) -> None:
        """Check the rules in force on the day that block; raises `DraftIsBlocked`."""
        blocking = (rule for rule in self.rules.values() if rule.blocks)
        broken = [f"{each.number} ({each.place})" for each in _found(blocking, subject, on)]
        if broken:
            raise DraftIsBlocked(broken=", ".join(broken))


def _found(rules: Iterable[Rule[Subject]], subject: Subject, on: date) -> Iterator[Violation]:
    for rule in rules:
        if rule.since <= on:
            for place in rule.places(subject):
                yield Violation(rule.number, rule.sentence, place, rule.blocks)


def header_if(wrong: bool) -> Iterator[Place]:  # noqa: FBT001 -- the question itself
    """Yield the header as the place when something is wrong."""
    if wrong:
        yield HEADER


def _in_order(number: str) -> tuple[str, int]:
    letter = number.rstrip("0123456789")
    return letter, int(number.removeprefix(letter))
