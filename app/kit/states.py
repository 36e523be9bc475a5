"""State machines: states, their names, and the moves between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.kit.refusal import Conflict

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class StateMachine(Generic[State]):
    """The states of a kind of thing and the moves that it may make."""

    start: State
    names: Mapping[State, str]
    """A message of the catalogue for each state."""
    moves: Mapping[State, frozenset[State]]
    refusal: type[Conflict]
    """Raised for a move that is not listed; its sentence names `state` and what `about` gives."""

    def allows(self, state: State, to: State) -> bool:
        """Return whether the move is listed."""
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
        """Return the refusal of a move that is not possible in this state."""
        return self.refusal(state=self.names[state], **about)
