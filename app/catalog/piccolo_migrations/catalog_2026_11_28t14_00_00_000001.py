from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T14:00:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Show other stations each product's article number."

VIEW = "CREATE VIEW product_sku AS SELECT id, sku FROM product"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(VIEW)

    async def run_backwards():
        await DB.run_ddl("DROP VIEW product_sku")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
