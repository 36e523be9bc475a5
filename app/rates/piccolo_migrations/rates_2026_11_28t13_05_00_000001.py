from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import JSONB, Timestamptz
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-28T13:05:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "A draft keeps the figures it was laid beside, and when it was published."

def _params(default: object, *, null: bool) -> dict[str, object]:
    return {
        "default": default,
        "null": null,
        "primary_key": False,
        "unique": False,
        "index": False,
        "index_method": IndexMethod.btree,
        "choices": None,
        "db_column_name": None,
        "secret": False,
    }


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="rates", description=DESCRIPTION)
    manager.add_column(
        table_class_name="TermsDraft",
        tablename="terms_draft",
        column_name="former",
        db_column_name="former",
        column_class_name="JSONB",
        column_class=JSONB,
        params=_params("{}", null=False),
        schema=None,
    )
    manager.add_column(
        table_class_name="TermsDraft",
        tablename="terms_draft",
        column_name="published_at",
        db_column_name="published_at",
        column_class_name="Timestamptz",
        column_class=Timestamptz,
        params=_params(None, null=True),
        schema=None,
    )
    return manager
