"""The rules that were ever used here, by hash; the database keeps the table append-only."""

from importlib import import_module
from typing import Any

from django.db import migrations

ledger = import_module("bloodpatch.record.migrations.0001_the_ledger")

KEPT = "the record is append-only: a protocol that was kept is never changed or deleted"

TABLE = """
CREATE TABLE record_protocol (
    hash    TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    name    TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL,
    kept_at TEXT NOT NULL
){strict}
"""

SQLITE_GUARDS = (
    ledger.refuse_sqlite("record_protocol", "update", KEPT),
    ledger.refuse_sqlite("record_protocol", "delete", KEPT),
    # INSERT OR REPLACE would delete the row in its way without asking the trigger above.
    ledger.refuse_sqlite(
        "record_protocol",
        "insert",
        KEPT,
        "WHEN EXISTS (SELECT 1 FROM record_protocol WHERE hash = NEW.hash)",
    ),
)

POSTGRESQL_GUARDS = (
    "CREATE TRIGGER record_protocol_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON record_protocol"
    f" FOR EACH STATEMENT EXECUTE FUNCTION record_refuses('{KEPT}')",
    "ALTER TABLE record_protocol ENABLE ALWAYS TRIGGER record_protocol_refuses",
)


def create(apps: Any, schema_editor: Any) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    types = ledger.SQLITE_TYPES if sqlite else ledger.POSTGRESQL_TYPES
    guards = SQLITE_GUARDS if sqlite else POSTGRESQL_GUARDS
    for statement in (TABLE.format(**types), *guards):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_the_ledger")]
    # There is no way back: an episode may be pinned to any of these.
    operations = [migrations.RunPython(create, elidable=False)]
