"""Addresses of the warehouse."""

from typing import Final

HOME: Final = "/warehouse"
