"""Keruen: one folder per station, in the order the goods travel.

Clocks are those of the pinned `tzdata` package and never the machine's own table, which may be from
before a country changed its clock (Kazakhstan on 2024-03-01). This runs before any other
module of `app`, in every process.
"""

import zoneinfo

zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()
