from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import BigInt
from piccolo.columns.column_types import JSONB
from piccolo.columns.indexes import IndexMethod

from app.kit.db import DB

ID = "2026-11-28T13:08:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "The stages of a price are data."

FUNCTION = """
CREATE FUNCTION price_stages_total(stages jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN count(*) > 0
     AND count(DISTINCT each->>'stage') = count(*)
     AND count(each->>'minor') = count(*)
    THEN sum((each->>'minor')::bigint)::bigint
  END
  FROM jsonb_array_elements(stages) AS each
$$
"""
"""NULL for no stages, for one without a name or an amount, and for one that comes twice."""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="quotes", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(FUNCTION)

    manager.add_raw(run)

    manager.add_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="stages",
        db_column_name="stages",
        column_class_name="JSONB",
        column_class=JSONB,
        params={
            "default": "{}",
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    manager.add_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="unit_price_minor",
        db_column_name="unit_price_minor",
        column_class_name="BigInt",
        column_class=BigInt,
        params={
            "default": 0,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    manager.add_column(
        table_class_name="QuoteLine",
        tablename="quote_line",
        column_name="total_minor",
        db_column_name="total_minor",
        column_class_name="BigInt",
        column_class=BigInt,
        params={
            "default": 0,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
