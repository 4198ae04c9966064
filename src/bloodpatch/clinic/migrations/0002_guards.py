"""What the database itself refuses here: two claims on one thing at one time, and a changed log.

The record's own guards are in its own migrations. The two databases spell these differently.
"""

from typing import Any

from django.db import migrations

OVERLAP = "this time is already taken"
LOG_KEPT = "the access log is append-only: a row is never changed or deleted"
ADDED_ONLY = "this is a signature: it is never changed, a new one is added"

SIGNATURES = ("clinic_protocolactivation", "clinic_samenessanswer", "clinic_staffchange")

OTHER_CLAIM = """
    SELECT 1 FROM clinic_slotclaim
    WHERE clinic_id = NEW.clinic_id AND kind = NEW.kind AND resource = NEW.resource
      AND start < NEW."end" AND "end" > NEW.start AND id IS NOT NEW.id
"""


def sqlite_guard(table: str, deed: str, why: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_refuses_{deed} BEFORE {deed.upper()} ON {table} {when}"
        f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


SQLITE = (
    *(
        sqlite_guard("clinic_slotclaim", deed, OVERLAP, f"WHEN EXISTS ({OTHER_CLAIM})")
        for deed in ("insert", "update")
    ),
    sqlite_guard("clinic_accesslog", "update", LOG_KEPT),
    sqlite_guard("clinic_accesslog", "delete", LOG_KEPT),
    # INSERT OR REPLACE would delete the row in its way without asking the trigger above.
    sqlite_guard(
        "clinic_accesslog",
        "insert",
        LOG_KEPT,
        "WHEN EXISTS (SELECT 1 FROM clinic_accesslog WHERE id = NEW.id)",
    ),
    *(sqlite_guard(table, "update", ADDED_ONLY) for table in SIGNATURES),
)

# A range of one number stands for the thing that is claimed, so that no extension is needed for an
# equality beside an overlap. Two things that share a 64-bit hash would refuse a free slot at worst.
POSTGRESQL = (
    """
    ALTER TABLE clinic_slotclaim ADD CONSTRAINT clinic_slotclaim_no_overlap EXCLUDE USING gist (
        int8range(
            hashtextextended(clinic_id || '/' || kind || '/' || resource, 0) >> 1,
            hashtextextended(clinic_id || '/' || kind || '/' || resource, 0) >> 1,
            '[]'
        ) WITH &&,
        tstzrange(start, "end", '[)') WITH &&
    )
    """,
    """
    CREATE FUNCTION clinic_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
    END $$
    """,
    "CREATE TRIGGER clinic_accesslog_refuses BEFORE UPDATE OR DELETE OR TRUNCATE"
    " ON clinic_accesslog"
    f" FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuses('{LOG_KEPT}')",
    *(
        f"CREATE TRIGGER {table}_refuses BEFORE UPDATE ON {table}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuses('{ADDED_ONLY}')"
        for table in SIGNATURES
    ),
)


def guard(apps: Any, schema_editor: Any) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("clinic", "0001_initial")]
    operations = [
        migrations.RunPython(guard, elidable=False),
        migrations.AlterModelOptions("accesslog", {"managed": False}),
    ]
