from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:40:00:000002"
VERSION = "1.38.0"
DESCRIPTION = "Name the slots of the declared elements that products have already."

# A product was listed under its first Chinese code, by the line of the warehouse's day.
FILL = """
    UPDATE product SET element_names = line.element_names FROM china_tariff_line AS line
    WHERE line.code = (
        SELECT named.code FROM product_code AS named
        WHERE named.product = product.id AND named.tariff = 'CN'
        ORDER BY named.set_at, named.id LIMIT 1
    )
    AND (product.listed_at AT TIME ZONE 'Asia/Shanghai')::date
        BETWEEN line.valid_from AND coalesce(line.valid_to, 'infinity')
    AND cardinality(line.element_names) = cardinality(product.elements)
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="catalog", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(FILL)

    manager.add_raw(run)
    return manager
