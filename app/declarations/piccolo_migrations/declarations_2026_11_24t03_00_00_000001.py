from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-24T03:00:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Seal files of the Single Window, and what was read of them."
TABLES = ("customs_message", "import_answer")


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="declarations", description=DESCRIPTION)

    async def run():
        for table in TABLES:
            await DB.run_ddl(seal(table))

    async def run_backwards():
        for table in TABLES:
            await DB.run_ddl(unseal(table))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
