from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-23T22:59:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Seal what is only added."
TABLES = (
    "tariff_edition",
    "tariff_line",
    "tariff_note",
    "exemption_rate",
    "trade_measure",
    "goods_requirement",
    "country_figure",
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="tariff", description=DESCRIPTION)

    async def run():
        for table in TABLES:
            await DB.run_ddl(seal(table))

    async def run_backwards():
        for table in TABLES:
            await DB.run_ddl(unseal(table))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
