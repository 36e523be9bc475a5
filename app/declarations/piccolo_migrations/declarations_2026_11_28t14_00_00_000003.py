from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T14:00:00:000003"
VERSION = "1.38.0"
DESCRIPTION = "Show other stations a due paper with its declaration and its snapshot."

VIEW = """
CREATE VIEW due_paper_place AS
SELECT due.id, due.kind, due.declaration, declaration.number AS declaration_number,
       declaration.snapshot
FROM due_paper due JOIN export_declaration declaration ON declaration.id = due.declaration
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="declarations", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(VIEW)

    async def run_backwards():
        await DB.run_ddl("DROP VIEW due_paper_place")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
