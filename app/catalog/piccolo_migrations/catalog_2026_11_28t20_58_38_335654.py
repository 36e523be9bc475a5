from piccolo.apps.migrations.auto.migration_manager import MigrationManager

ID = "2026-11-28T20:58:38:335654"
VERSION = "1.38.0"
DESCRIPTION = "Leave out what no rule of a mall reads."


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="catalog", description=DESCRIPTION
    )

    manager.drop_column(
        table_class_name="Mall",
        tablename="mall",
        column_name="countries",
        db_column_name="countries",
        schema=None,
    )

    manager.drop_column(
        table_class_name="Mall",
        tablename="mall",
        column_name="currencies",
        db_column_name="currencies",
        schema=None,
    )

    manager.drop_column(
        table_class_name="Mall",
        tablename="mall",
        column_name="minimums",
        db_column_name="minimums",
        schema=None,
    )

    return manager
