"""The rules that a clinic brought itself: its title, its reasons and its names are its own.

Two clinics may choose the same values; each keeps its own text. What ships stays in one table for
all. The database keeps both append-only.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

ledger = import_module("bloodpatch.record.migrations.0001_the_ledger")
for_all = import_module("bloodpatch.record.migrations.0002_kept_protocols")

OWN = "record_own_protocol"

TABLE = """
CREATE TABLE record_own_protocol (
    clinic  TEXT NOT NULL,
    hash    TEXT NOT NULL CHECK (length(hash) = 64),
    name    TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (clinic, hash)
){strict}
"""

SQLITE_GUARDS = (
    ledger.refuse_sqlite(OWN, "update", for_all.KEPT),
    ledger.refuse_sqlite(OWN, "delete", for_all.KEPT),
    ledger.refuse_sqlite(
        OWN,
        "insert",
        for_all.KEPT,
        "WHEN EXISTS (SELECT 1 FROM record_own_protocol"
        " WHERE clinic = NEW.clinic AND hash = NEW.hash)",
    ),
)

POSTGRESQL_GUARDS = (
    "CREATE TRIGGER record_own_protocol_refuses BEFORE UPDATE OR DELETE OR TRUNCATE"
    f" ON record_own_protocol FOR EACH STATEMENT EXECUTE FUNCTION record_refuses('{for_all.KEPT}')",
    "ALTER TABLE record_own_protocol ENABLE ALWAYS TRIGGER record_own_protocol_refuses",
)


def create(apps: Any, schema_editor: Any) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    types = ledger.SQLITE_TYPES if sqlite else ledger.POSTGRESQL_TYPES
    guards = SQLITE_GUARDS if sqlite else POSTGRESQL_GUARDS
    for statement in (TABLE.format(**types), *guards):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0003_who_comes_first")]
    # There is no way back: an episode may be pinned to any of these.
    operations = [migrations.RunPython(create, elidable=False)]
