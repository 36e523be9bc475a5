"""This slice's tables and migrations, for Piccolo."""

from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="listings",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(["app.listings.tables"], exclude_imported=True),
    migration_dependencies=["app.accounts.piccolo_app", "app.catalog.piccolo_app"],
)
