from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T20:31:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Show other stations companies' names; find companies and people by a part of a word."

VIEW = "CREATE VIEW company_name AS SELECT id, name, name_latin, number FROM company"
INDEXES = {
    "company_part": (
        "company USING gin"
        " (name gin_trgm_ops, name_latin gin_trgm_ops, number gin_trgm_ops)"
    ),
    "person_part": "person USING gin (name gin_trgm_ops, email gin_trgm_ops)",
    "company_by_name": "company (name, id)",
    "person_by_name": "person (name, id)",
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="accounts", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(VIEW)
        for name, what in INDEXES.items():
            await DB.run_ddl(f"CREATE INDEX {name} ON {what}")

    async def run_backwards():
        for name in INDEXES:
            await DB.run_ddl(f"DROP INDEX {name}")
        await DB.run_ddl("DROP VIEW company_name")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
