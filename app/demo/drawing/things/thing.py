"""What a maker of a thing is."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from app.demo.drawing.art import Art

Thing: TypeAlias = Callable[[Random, Sequence[str]], Art]
"""Draws a thing in its colours, the first the main one."""
