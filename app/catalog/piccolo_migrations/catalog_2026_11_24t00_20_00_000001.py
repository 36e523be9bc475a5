from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-24T00:20:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Codes kept so far were named when their product was listed; seal what is only added."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(
            "UPDATE product_code SET set_at = product.listed_at"
            " FROM product WHERE product.id = product_code.product"
        )
        await DB.run_ddl(seal("product_code"))

    async def run_backwards():
        await DB.run_ddl(unseal("product_code"))

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
