from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from app.kit.db import DB

ID = "2026-11-28T14:40:00:000003"
VERSION = "1.38.0"
DESCRIPTION = "Say reservation, the standard word, of the pieces held for an order."

# A loop, since the database names constraints too: NOT NULL ones from PostgreSQL 18 on.
CONSTRAINTS = """
DO $$
DECLARE each record;
BEGIN
  FOR each IN
    SELECT conrelid::regclass AS place, conname AS name,
           replace(replace(conname, '{0}', '{1}'), '{2}', '{3}') AS new_name
    FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND conname ~ '{0}|{2}'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', each.place, each.name, each.new_name);
  END LOOP;
END $$
"""
WORDS = ("promised", "reserved", "promise", "reservation")
WORDS_BACK = ("reserved", "promised", "reservation", "promise")
OTHERS = (
    ("SEQUENCE", "promise_id_seq", "reservation_id_seq"),
    ("INDEX", "promise_lot", "reservation_lot"),
    ("INDEX", "promise_order_number", "reservation_order_number"),
    ("INDEX", "carton_item_promise", "carton_item_reservation"),
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="warehouse", description=DESCRIPTION)

    async def run():
        await DB.run_ddl(CONSTRAINTS.format(*WORDS))
        for kind, old, new in OTHERS:
            await DB.run_ddl(f"ALTER {kind} {old} RENAME TO {new}")

    async def run_backwards():
        await DB.run_ddl(CONSTRAINTS.format(*WORDS_BACK))
        for kind, old, new in OTHERS:
            await DB.run_ddl(f"ALTER {kind} {new} RENAME TO {old}")

    manager.add_raw(run)
    manager.add_raw_backwards(run_backwards)
    manager.rename_table(
        old_class_name="Promise",
        old_tablename="promise",
        new_class_name="Reservation",
        new_tablename="reservation",
    )
    for table_class_name, tablename in (("Pick", "pick"), ("CartonItem", "carton_item")):
        manager.rename_column(
            table_class_name=table_class_name,
            tablename=tablename,
            old_column_name="promise",
            new_column_name="reservation",
            old_db_column_name="promise",
            new_db_column_name="reservation",
        )
    return manager
