from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:31:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Let other stations find goods by words and by a part of the article number."

VIEW = "CREATE VIEW product_word AS SELECT product, words FROM product_search"
INDEX = "CREATE INDEX product_sku_part ON product USING gin (sku gin_trgm_ops)"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(VIEW)
        await DB.run_ddl(INDEX)

    async def run_backwards():
        await DB.run_ddl("DROP INDEX product_sku_part")
        await DB.run_ddl("DROP VIEW product_word")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
