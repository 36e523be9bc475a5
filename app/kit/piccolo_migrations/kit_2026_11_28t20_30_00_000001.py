from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:30:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Let a part of a text be found by an index."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="kit", description=DESCRIPTION)

    async def run():
        await DB.run_ddl("CREATE EXTENSION IF NOT EXISTS pg_trgm")

    async def run_backwards():
        await DB.run_ddl("DROP EXTENSION IF EXISTS pg_trgm")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
