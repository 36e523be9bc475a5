"""Piccolo's configuration: the engine and the stations, in the order the goods travel."""

from piccolo.conf.apps import AppRegistry

from app.kit.db import DB

__all__ = ["APP_REGISTRY", "DB"]

STATIONS = (
    "kit",
    "reference",
    "accounts",
    "pictures",
    "tariff",
    "catalog",
    "imports",
    "listings",
    "stock",
    "rates",
    "shop",
    "quotes",
    "orders",
    "payments",
    "rehearsals",
    "warehouse",
    "declarations",
    "documents",
    "brokers",
    "notices",
)

APP_REGISTRY = AppRegistry(apps=[f"app.{name}.piccolo_app" for name in STATIONS])
