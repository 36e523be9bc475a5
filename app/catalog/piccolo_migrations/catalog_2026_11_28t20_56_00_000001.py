from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T20:56:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "A code named by a broker counts for the firm's clients until a second person confirms it."

SEALED = ("code_decision", "mall_change")
FIRMS = """
    UPDATE product_code SET firm = person.company FROM person
    WHERE person.id = product_code.set_by AND person.role = 'broker'
"""
VIEW = """
    CREATE VIEW standing_code AS
    SELECT DISTINCT ON (named.product, named.tariff)
           named.id, named.product, named.tariff, named.code, named.source,
           CASE WHEN confirmed.id IS NULL THEN named.status ELSE 'confirmed' END AS status,
           coalesce(confirmed.at, named.set_at) AS set_at
    FROM product_code named
    LEFT JOIN code_decision confirmed
      ON confirmed.named = named.id AND confirmed.to_state = 'confirmed'
    WHERE (named.set_by IS NULL OR confirmed.id IS NOT NULL)
      AND NOT EXISTS (
          SELECT FROM code_decision gone
          WHERE gone.named = named.id AND gone.to_state IN ('refused', 'withdrawn'))
    ORDER BY named.product, named.tariff,
             coalesce(confirmed.at, named.set_at) DESC, named.id DESC
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(unseal("product_code"))
        await DB.run_ddl(FIRMS)
        await DB.run_ddl(seal("product_code"))
        await DB.run_ddl(VIEW)
        for table in SEALED:
            await DB.run_ddl(seal(table))

    async def run_backwards():
        for table in SEALED:
            await DB.run_ddl(unseal(table))
        await DB.run_ddl("DROP VIEW standing_code")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
