from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import FUNCTION, FUNCTION_BACK
from app.kit.db import DB

ID = "2026-11-23T14:50:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "The function that refuses changes to sealed tables."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="kit", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(FUNCTION)

    async def run_backwards():
        await DB.run_ddl(FUNCTION_BACK)

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
