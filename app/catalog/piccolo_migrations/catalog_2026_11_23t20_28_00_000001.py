from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-23T20:28:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Prices kept so far become each product's first price list."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(
            "INSERT INTO price_list (product, set_at)"
            " SELECT id, listed_at FROM product ORDER BY id"
        )
        await DB.run_ddl(
            "UPDATE ladder_price SET price_list = price_list.id"
            " FROM price_list WHERE price_list.product = ladder_price.product"
        )

    manager.add_raw(run)
    return manager
