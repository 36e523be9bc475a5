"""The migrations make exactly the tables that the code declares."""

import importlib

import pytest
from piccolo.apps.migrations.commands.new import AutoMigrationManager
from piccolo.conf.apps import AppConfig

from app.piccolo_conf import STATIONS


@pytest.mark.parametrize("station", STATIONS)
async def test_no_migration_is_missing(station: str) -> None:
    config: AppConfig = importlib.import_module(f"app.{station}.piccolo_app").APP_CONFIG
    changes = await AutoMigrationManager().get_alter_statements(config)
    assert [statement for change in changes for statement in change.statements] == []
