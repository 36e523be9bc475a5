"""State machines: the states a thing passes, how they are called, and which move follows which."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.kit.refusal import Conflict

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class StateMachine(Generic[State]):
    """Where a kind of thing begins and how it may move."""

    start: State
    names: Mapping[State, str]
    """A message of the catalogue for each state."""
    moves: Mapping[State, frozenset[State]]
    refusal: type[Conflict]
    """Raised for a move that is not listed; its sentence names `state` and what `about` gives."""

    def allows(self, state: State, to: State) -> bool:
        """Whether the move is listed."""
        return to in self.moves[state]

    def move(self, state: State, to: State, **about: object) -> State:
        """Return the state after the move; raises `refusal`."""
        if not self.allows(state, to):
            raise self.refuse(state, **about)
        return to

    def require(self, state: State, *allowed: State, **about: object) -> None:
        """Raise `refusal` unless the state is one of these."""
        if state not in allowed:
            raise self.refuse(state, **about)

    def refuse(self, state: State, **about: object) -> Conflict:
        """Make the refusal of a step that does not begin in this state."""
        return self.refusal(state=self.names[state], **about)
