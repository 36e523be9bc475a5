"""Append-only tables: a trigger refuses updates and deletions. Migrations import this."""

FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only added, never changed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$
"""
FUNCTION_BACK = "DROP FUNCTION refuse_change()"


def seal(table: str) -> str:
    """Return the statement that makes a table append-only."""
    return (
        f"CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def unseal(table: str) -> str:
    """Return the statement that undoes `seal`, for a migration backwards."""
    return f"DROP TRIGGER only_added ON {table}"
