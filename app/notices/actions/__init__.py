"""Telling people of what concerns them, and what they do without."""

from app.notices.actions.telling import choose, forget_told, tell_ending_quotes, tell_moves

__all__ = ["choose", "forget_told", "tell_ending_quotes", "tell_moves"]
