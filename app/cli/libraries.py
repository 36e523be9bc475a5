"""The system libraries that printing needs, and the Debian packages that bring them."""

import ctypes.util
from typing import Final

LIBRARIES: Final = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def missing_packages() -> list[str]:
    """List the packages to install; none when papers can be printed."""
    return [
        package for name, package in LIBRARIES.items() if ctypes.util.find_library(name) is None
    ]
