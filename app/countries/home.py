"""The country of export: our own."""

from typing import Final

HOME: Final = "CN"
