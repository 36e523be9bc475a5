from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T20:30:00:000002"
VERSION = "1.38.0"
DESCRIPTION = "Find rows by article number and by verdict; seal what is only added."
INDEXES = {
    "goods_import_row_sku": "goods_import_row (goods_import, sku, number)",
    "goods_import_row_verdict": "goods_import_row (goods_import, verdict, number)",
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="imports", description=DESCRIPTION)

    async def run():
        for name, on in INDEXES.items():
            await DB.run_ddl(f"CREATE INDEX {name} ON {on}")
        await DB.run_ddl(seal("goods_import_move"))

    async def run_backwards():
        await DB.run_ddl(unseal("goods_import_move"))
        for name in INDEXES:
            await DB.run_ddl(f"DROP INDEX {name}")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
