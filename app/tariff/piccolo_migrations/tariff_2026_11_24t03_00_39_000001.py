from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-24T03:00:39:000001"
VERSION = "1.38.0"
DESCRIPTION = "Seal rates of excise: they are only added."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="tariff", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(seal("excise_rate"))

    async def run_backwards():
        await DB.run_ddl(unseal("excise_rate"))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
