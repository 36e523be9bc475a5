from piccolo.apps.migrations.auto.migration_manager import MigrationManager

ID = "2026-11-28T14:40:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Say reserved, the standard word, of the pieces of a lot held for orders."


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="stock", description=DESCRIPTION)
    manager.rename_column(
        table_class_name="Lot",
        tablename="lot",
        old_column_name="promised",
        new_column_name="reserved",
        old_db_column_name="promised",
        new_db_column_name="reserved",
    )
    return manager
