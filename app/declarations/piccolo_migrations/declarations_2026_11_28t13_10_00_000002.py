from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.append_only import seal, unseal
from app.kit.db import DB

ID = "2026-11-28T13:10:00:000002"
VERSION = "1.38.0"
DESCRIPTION = "Record what declarations frozen before were due, and seal it."

# Until today every declaration was due three papers, and all of their readers saw them.
RECORD = """
INSERT INTO due_paper (declaration, kind, version, label, format, audience, required, recorded_at)
SELECT declaration.id, kind.code, snapshot.version, kind.label, 'pdf',
       ARRAY['broker', 'buyer', 'declarant'], true, snapshot.frozen_at
FROM export_declaration declaration
JOIN snapshot ON snapshot.id = declaration.snapshot
CROSS JOIN (VALUES
    (1, 'declaration', 'Export declaration, draft'),
    (2, 'invoice', 'Commercial invoice'),
    (3, 'packing_list', 'Packing list')
) AS kind (place, code, label)
ORDER BY declaration.id, kind.place
"""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="declarations", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(RECORD)
        await DB.run_ddl(seal("due_paper"))

    async def run_backwards():
        await DB.run_ddl(unseal("due_paper"))
        await DB.run_ddl("DELETE FROM due_paper")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    return manager
