from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T14:00:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Show other stations where each order stands."

VIEW = "CREATE VIEW order_standing AS SELECT id, number, state FROM purchase_order"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="orders", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(VIEW)

    async def run_backwards():
        await DB.run_ddl("DROP VIEW order_standing")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
