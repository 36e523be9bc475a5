from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:41:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Orders placed so far keep the codes that they show today."

# Before codes were governed the latest one counted, whoever named it.
KEEP = """
    UPDATE order_line SET codes = latest.codes
    FROM (SELECT product, jsonb_object_agg(tariff, code) AS codes
          FROM (SELECT DISTINCT ON (product, tariff) product, tariff, code FROM product_code
                ORDER BY product, tariff, set_at DESC, id DESC) AS each
          GROUP BY product) AS latest
    WHERE latest.product = order_line.product
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="orders", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(KEEP)

    async def run_backwards():
        await DB.run_ddl("UPDATE order_line SET codes = '{}'")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
