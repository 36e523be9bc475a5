from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import ForeignKey
from piccolo.constraints import Unique

ID = "2026-11-23T20:28:18:587147"
VERSION = "1.38.0"
DESCRIPTION = "A price stands in a price list."


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="catalog", description=DESCRIPTION
    )

    manager.drop_column(
        table_class_name="LadderPrice",
        tablename="ladder_price",
        column_name="product",
        db_column_name="product",
        schema=None,
    )

    manager.alter_column(
        table_class_name="LadderPrice",
        tablename="ladder_price",
        column_name="price_list",
        db_column_name="price_list",
        params={"null": False},
        old_params={"null": True},
        column_class=ForeignKey,
        old_column_class=ForeignKey,
        schema=None,
    )

    manager.drop_constraint(
        table_class_name="LadderPrice",
        tablename="ladder_price",
        constraint_name="ladder_step_once",
        schema=None,
    )

    manager.add_constraint(
        table_class_name="LadderPrice",
        tablename="ladder_price",
        constraint_name="ladder_price_once",
        constraint_class=Unique,
        params={
            "columns": ["price_list", "from_quantity"],
            "nulls_distinct": True,
        },
        schema=None,
    )

    return manager
