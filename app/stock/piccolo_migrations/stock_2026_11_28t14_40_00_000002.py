from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.constraints import Check, Unique

ID = "2026-11-28T14:40:00:000002"
VERSION = "1.38.0"
DESCRIPTION = "Note the new names of table promise and of the constraints that were renamed."


class NamesOnly(MigrationManager):
    """Changes what Piccolo knows of the tables, and nothing in the database.

    Piccolo cannot rename a constraint, only make it anew; and it migrates a new database station
    by station, so that the table is renamed by the last station whose first migration points at
    it by its old name: warehouse, 2026-11-28T14:40:00:000003.
    """

    async def run(self, backwards=False):
        print(f"  - {self.migration_id} [names only]... ", end="")


async def forwards():
    manager = NamesOnly(migration_id=ID, app_name="stock", description=DESCRIPTION)
    manager.rename_table(
        old_class_name="Promise",
        old_tablename="promise",
        new_class_name="Reservation",
        new_tablename="reservation",
    )
    manager.drop_constraint("Lot", "lot", constraint_name="lot_promise_covered")
    manager.add_constraint(
        table_class_name="Lot",
        tablename="lot",
        constraint_name="lot_reservation_covered",
        constraint_class=Check,
        params={"condition": '("reserved" >= 0 AND "reserved" <= "on_hand")'},
    )
    manager.drop_constraint("Reservation", "reservation", constraint_name="promise_once")
    manager.add_constraint(
        table_class_name="Reservation",
        tablename="reservation",
        constraint_name="reservation_once",
        constraint_class=Unique,
        params={"columns": ["order_number", "position", "lot"], "nulls_distinct": True},
    )
    manager.drop_constraint("Reservation", "reservation", constraint_name="promise_positive")
    manager.add_constraint(
        table_class_name="Reservation",
        tablename="reservation",
        constraint_name="reservation_positive",
        constraint_class=Check,
        params={"condition": '"quantity" > 0'},
    )
    return manager
