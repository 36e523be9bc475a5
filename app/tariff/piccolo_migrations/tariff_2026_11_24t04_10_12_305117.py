from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Boolean
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-24T04:10:12:305117"
VERSION = "1.38.0"
DESCRIPTION = "A footnote says whether a source confirms its days."


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="tariff", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="TariffNote",
        tablename="tariff_note",
        column_name="is_confirmed",
        db_column_name="is_confirmed",
        column_class_name="Boolean",
        column_class=Boolean,
        params={
            "default": True,
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
