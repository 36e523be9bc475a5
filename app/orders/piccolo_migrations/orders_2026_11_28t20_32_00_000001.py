from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:32:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Index what lists of orders are narrowed and sorted by."

INDEXES = {
    "order_number_part": "purchase_order USING gin (number gin_trgm_ops)",
    "order_placed_at": "purchase_order (placed_at)",
    "order_buyer_newest": "purchase_order (buyer, id)",
    "order_state_newest": "purchase_order (state, id)",
    "order_largest": "purchase_order (currency, total_minor, id)",
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="orders", description=DESCRIPTION)

    async def run():
        for name, what in INDEXES.items():
            await DB.run_ddl(f"CREATE INDEX {name} ON {what}")

    async def run_backwards():
        for name in INDEXES:
            await DB.run_ddl(f"DROP INDEX {name}")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
