from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:34:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "What happened before is nobody's news."

BEGIN = (
    "INSERT INTO notice_cursor (name, last_id, since)"
    " SELECT 'moves', coalesce(max(id), 0), now() FROM order_move"
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="notices", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(BEGIN)

    async def run_backwards():
        await DB.run_ddl("DELETE FROM notice_cursor")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
