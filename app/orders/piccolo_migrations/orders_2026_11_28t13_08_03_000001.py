from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.constraints import Check

from app.kit.db import DB

ID = "2026-11-28T13:08:03:000001"
VERSION = "1.38.0"
DESCRIPTION = "What stood in columns becomes the stages of orders and their lines."

LINES = """
UPDATE order_line SET stages = jsonb_build_array(
  jsonb_build_object('stage', 'goods', 'minor', goods_price_minor),
  jsonb_build_object('stage', 'spread', 'minor', spread_price_minor),
  jsonb_build_object('stage', 'rounding', 'minor', rounding_price_minor)
)
"""
ORDERS = """
UPDATE purchase_order SET stages = jsonb_build_array(
  jsonb_build_object('stage', 'goods', 'minor', goods_minor),
  jsonb_build_object('stage', 'spread', 'minor', spread_minor),
  jsonb_build_object('stage', 'rounding', 'minor', rounding_minor)
)
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="orders", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(LINES)
        await DB.run_ddl(ORDERS)

    manager.add_raw(run)

    manager.drop_column(
        table_class_name="Order",
        tablename="purchase_order",
        column_name="goods_minor",
        db_column_name="goods_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="Order",
        tablename="purchase_order",
        column_name="spread_minor",
        db_column_name="spread_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="Order",
        tablename="purchase_order",
        column_name="rounding_minor",
        db_column_name="rounding_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="goods_price_minor",
        db_column_name="goods_price_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="spread_price_minor",
        db_column_name="spread_price_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="rounding_price_minor",
        db_column_name="rounding_price_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="goods_minor",
        db_column_name="goods_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="spread_minor",
        db_column_name="spread_minor",
        schema=None,
    )

    manager.drop_column(
        table_class_name="OrderLine",
        tablename="order_line",
        column_name="rounding_minor",
        db_column_name="rounding_minor",
        schema=None,
    )

    manager.add_constraint(
        table_class_name="Order",
        tablename="purchase_order",
        constraint_name="order_stages_add_up",
        constraint_class=Check,
        params={
            "condition": "total_minor IS NOT DISTINCT FROM price_stages_total(stages)"
        },
        schema=None,
    )

    manager.add_constraint(
        table_class_name="OrderLine",
        tablename="order_line",
        constraint_name="order_line_stages_add_up",
        constraint_class=Check,
        params={
            "condition": "unit_price_minor IS NOT DISTINCT FROM price_stages_total(stages) AND total_minor = unit_price_minor * quantity"
        },
        schema=None,
    )

    return manager
