"""A request, as every handler takes it."""

from typing import Any

from litestar import Request

Web = Request[Any, Any, Any]
"""Litestar's request; our readers and visits lie in its state (`guards.reader_of`)."""
