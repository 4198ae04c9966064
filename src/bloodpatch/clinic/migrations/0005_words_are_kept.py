"""No word on a row of a drug table is ever deleted: one taken back is a word added.

An empty table may be emptied again, which is what the tests of a database do between two of them.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

guards = import_module("bloodpatch.clinic.migrations.0002_guards")

TABLE = "clinic_confirmedrow"
SQLITE = (guards.sqlite_guard(TABLE, "delete", guards.ADDED_ONLY),)
POSTGRESQL = (
    f"""
    CREATE FUNCTION {TABLE}_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM {TABLE}) THEN
            RAISE EXCEPTION '{guards.ADDED_ONLY}' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
    END $$
    """,
    f"CREATE TRIGGER {TABLE}_kept BEFORE DELETE OR TRUNCATE ON {TABLE}"
    f" FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_kept()",
)


def guard(apps: Any, schema_editor: Any) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("clinic", "0004_confirmed_rows")]
    operations = [migrations.RunPython(guard, elidable=False)]
