from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T21:10:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Name the drawings of the demo shop's goods and malls in place of icons."

DRAWN = (
    "UPDATE product SET picture = 'keruen:' || slug WHERE picture NOT LIKE 'keruen:%'",
    "UPDATE mall SET picture = 'keruen:region-' || code WHERE picture NOT LIKE 'keruen:%'",
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        for statement in DRAWN:
            await DB.run_ddl(statement)

    manager.add_raw(run)
    return manager
