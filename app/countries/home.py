"""The country that goods leave: our own."""

from typing import Final

HOME: Final = "CN"
