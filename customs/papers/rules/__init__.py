"""Rules about documents that travel with goods: W road, R rail, V invoice, K packing list."""

from customs.papers.rules.rail import RAIL
from customs.papers.rules.road import ROAD
from customs.papers.rules.trade import INVOICE, PACKING

__all__ = ["INVOICE", "PACKING", "RAIL", "ROAD"]
