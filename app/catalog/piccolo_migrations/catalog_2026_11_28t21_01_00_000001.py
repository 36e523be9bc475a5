from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T21:01:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Seal product_move: its rows are only added."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(seal("product_move"))

    async def run_backwards():
        await DB.run_ddl(unseal("product_move"))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
