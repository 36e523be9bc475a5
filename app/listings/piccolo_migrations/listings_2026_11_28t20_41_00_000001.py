from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T20:41:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Seal draft_move: its rows are only added."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="listings", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(seal("draft_move"))

    async def run_backwards():
        await DB.run_ddl(unseal("draft_move"))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
