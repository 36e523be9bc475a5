from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T13:06:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Drafts of before take their former figures from the log."

# The log has both by the instant: of publishing where it was published, of drafting elsewhere.
FILL = (
    "UPDATE terms_draft AS draft SET published_at = terms.published_at"
    " FROM selling_terms AS terms WHERE terms.draft = draft.id",
    "UPDATE terms_draft AS draft SET former = log.before FROM rates_log AS log"
    " WHERE log.about = draft.currency"
    " AND ((log.kind = 'drafted' AND log.at = draft.drafted_at AND draft.published_at IS NULL)"
    " OR (log.kind = 'published' AND log.at = draft.published_at))",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="rates", description=DESCRIPTION)

    async def run() -> None:
        for statement in FILL:
            await DB.run_ddl(statement)

    manager.add_raw(run)
    return manager
