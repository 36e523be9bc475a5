from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.constraints import Check

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T13:08:01:000001"
VERSION = "1.38.0"
DESCRIPTION = "What stood in columns becomes the stages of each quote's lines."

STAGES = """
UPDATE quote_line SET
  stages = jsonb_build_array(
    jsonb_build_object('stage', 'goods', 'minor', goods_price_minor),
    jsonb_build_object('stage', 'spread', 'minor', spread_price_minor),
    jsonb_build_object('stage', 'rounding', 'minor', rounding_price_minor)
  ),
  unit_price_minor = goods_price_minor + spread_price_minor + rounding_price_minor,
  total_minor = (goods_price_minor + spread_price_minor + rounding_price_minor) * quantity
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="quotes", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(unseal("quote_line"))
        await DB.run_ddl(STAGES)
        await DB.run_ddl(seal("quote_line"))

    manager.add_raw(run)

    manager.drop_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="goods_price_minor",
        db_column_name="goods_price_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="spread_price_minor",
        db_column_name="spread_price_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="rounding_price_minor",
        db_column_name="rounding_price_minor",
        schema=None,
    )

    manager.add_constraint(
        table_class_name="QuoteLine",
        tablename="quote_line",
        constraint_name="quote_line_stages_add_up",
        constraint_class=Check,
        params={
            "condition": "unit_price_minor IS NOT DISTINCT FROM price_stages_total(stages) AND total_minor = unit_price_minor * quantity"
        },
        schema=None,
    )

    return manager
