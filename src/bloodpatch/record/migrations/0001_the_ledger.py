"""The ledger's tables, and the triggers with which the database itself keeps it append-only.

The two databases spell this differently enough that each has its own text. What SQLite refuses by
trigger and PostgreSQL need not: `INSERT OR REPLACE` deletes the row that is in the way without
firing the delete trigger, so an insert over an existing row, and one that would leave a gap or
follow another hash, is refused as well.
"""

from typing import Any

from django.db import migrations

APPEND_ONLY = "the record is append-only: an event is never changed or deleted, it is corrected"
ANSWER_KEPT = "the record is append-only: the answer to a command is never changed or deleted"
NO_GAP = "the record is append-only: an event follows the one before it, without a gap"
HEAD_GROWS = "the record is append-only: the head of a clinic only moves forward"

EVENT = """
CREATE TABLE record_event (
    clinic      TEXT    NOT NULL,
    number      {whole} NOT NULL,
    episode     TEXT    NOT NULL,
    position    {whole} NOT NULL,
    name        TEXT    NOT NULL,
    version     {whole} NOT NULL,
    occurred    TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    command_id  TEXT    NOT NULL,
    protocol    TEXT    NOT NULL,
    software    TEXT    NOT NULL,
    findings    TEXT    NOT NULL,
    used        TEXT    NOT NULL,
    body        {bytes} NOT NULL,
    previous    {bytes} NOT NULL CHECK (length(previous) = 32),
    hash        {bytes} NOT NULL CHECK (length(hash) = 32),
    CONSTRAINT record_event_number   UNIQUE (clinic, number),
    CONSTRAINT record_event_position UNIQUE (clinic, episode, position),
    CHECK (number > 0),
    CHECK (position > 0)
){strict}
"""

HEAD = """
CREATE TABLE record_head (
    clinic TEXT    NOT NULL PRIMARY KEY,
    number {whole} NOT NULL,
    hash   {bytes} NOT NULL CHECK (length(hash) = 32)
){strict}
"""

ANSWER = """
CREATE TABLE record_answer (
    clinic     TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    episode    TEXT    NOT NULL,
    position   {whole} NOT NULL,
    events     {whole} NOT NULL,
    asked      {bytes} NOT NULL,
    findings   {bytes} NOT NULL,
    PRIMARY KEY (clinic, command_id)
){strict}{unclustered}
"""

# What people look at now. These rows can be made anew at any time, so they may change.
EPISODE = """
CREATE TABLE record_episode (
    clinic      TEXT    NOT NULL,
    episode     TEXT    NOT NULL,
    position    {whole} NOT NULL,
    whereabouts TEXT    NOT NULL,
    is_open     {whole} NOT NULL,
    opened_at   TEXT    NOT NULL,
    changed_at  TEXT    NOT NULL,
    patches     {whole} NOT NULL,
    owed        TEXT,
    owner       TEXT,
    due         TEXT,
    act         TEXT,
    PRIMARY KEY (clinic, episode)
){strict}{unclustered}
"""

REBUILT = """
CREATE TABLE record_rebuilt (
    read_model TEXT    NOT NULL PRIMARY KEY,
    shape      {whole} NOT NULL,
    times      {whole} NOT NULL
){strict}
"""

TABLES = (EVENT, HEAD, ANSWER, EPISODE, REBUILT)
OPEN_BY_DUE = "CREATE INDEX record_episode_due ON record_episode (clinic, is_open, due)"

SQLITE_TYPES = {"whole": "INTEGER", "bytes": "BLOB", "strict": " STRICT"}
POSTGRESQL_TYPES = {"whole": "BIGINT", "bytes": "BYTEA", "strict": "", "unclustered": ""}


def refuse_sqlite(table: str, deed: str, why: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_refuses_{deed} BEFORE {deed.upper()} ON {table} {when}"
        f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


SQLITE_GUARDS = (
    refuse_sqlite("record_event", "update", APPEND_ONLY),
    refuse_sqlite("record_event", "delete", APPEND_ONLY),
    # NEW.rowid is -1 here unless a statement names it; nobody but a forger does.
    refuse_sqlite(
        "record_event",
        "insert",
        NO_GAP,
        """WHEN EXISTS (SELECT 1 FROM record_event WHERE rowid = NEW.rowid)
        OR EXISTS (SELECT 1 FROM record_event WHERE clinic = NEW.clinic AND number = NEW.number)
        OR EXISTS (SELECT 1 FROM record_event WHERE clinic = NEW.clinic
                   AND episode = NEW.episode AND position = NEW.position)
        OR (NEW.position > 1 AND NOT EXISTS (SELECT 1 FROM record_event
            WHERE clinic = NEW.clinic AND episode = NEW.episode AND position = NEW.position - 1))
        OR (NEW.number > 1 AND (SELECT hash FROM record_event
            WHERE clinic = NEW.clinic AND number = NEW.number - 1) IS NOT NEW.previous)""",
    ),
    refuse_sqlite("record_answer", "update", ANSWER_KEPT),
    refuse_sqlite("record_answer", "delete", ANSWER_KEPT),
    refuse_sqlite(
        "record_answer",
        "insert",
        ANSWER_KEPT,
        """WHEN EXISTS (SELECT 1 FROM record_answer
        WHERE clinic = NEW.clinic AND command_id = NEW.command_id)""",
    ),
    refuse_sqlite("record_head", "delete", HEAD_GROWS),
    refuse_sqlite(
        "record_head",
        "update",
        HEAD_GROWS,
        "WHEN NEW.clinic <> OLD.clinic OR NEW.number <= OLD.number",
    ),
    refuse_sqlite(
        "record_head",
        "insert",
        HEAD_GROWS,
        "WHEN EXISTS (SELECT 1 FROM record_head WHERE clinic = NEW.clinic)",
    ),
)

POSTGRESQL_GUARDS = (
    """
    CREATE FUNCTION record_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
    END $$
    """,
    *(
        f"CREATE TRIGGER {table}_refuses BEFORE {deeds} ON {table}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION record_refuses('{why}')"
        for table, deeds, why in (
            ("record_event", "UPDATE OR DELETE OR TRUNCATE", APPEND_ONLY),
            ("record_answer", "UPDATE OR DELETE OR TRUNCATE", ANSWER_KEPT),
            ("record_head", "DELETE OR TRUNCATE", HEAD_GROWS),
        )
    ),
    f"""
    CREATE TRIGGER record_head_grows BEFORE UPDATE ON record_head FOR EACH ROW
    WHEN (NEW.clinic <> OLD.clinic OR NEW.number <= OLD.number)
    EXECUTE FUNCTION record_refuses('{HEAD_GROWS}')
    """,
    """
    CREATE FUNCTION record_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF (NEW.position > 1 AND NOT EXISTS (SELECT 1 FROM record_event
            WHERE clinic = NEW.clinic AND episode = NEW.episode AND position = NEW.position - 1))
        OR (NEW.number > 1 AND (SELECT hash FROM record_event
            WHERE clinic = NEW.clinic AND number = NEW.number - 1) IS DISTINCT FROM NEW.previous)
        THEN
            RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    f"CREATE TRIGGER record_event_follows BEFORE INSERT ON record_event"
    f" FOR EACH ROW EXECUTE FUNCTION record_follows('{NO_GAP}')",
    # Triggers fire also while a session plays the part of a replica.
    "ALTER TABLE record_event ENABLE ALWAYS TRIGGER record_event_refuses",
    "ALTER TABLE record_answer ENABLE ALWAYS TRIGGER record_answer_refuses",
    "ALTER TABLE record_head ENABLE ALWAYS TRIGGER record_head_refuses",
    "ALTER TABLE record_head ENABLE ALWAYS TRIGGER record_head_grows",
)


def create(apps: Any, schema_editor: Any) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    types = SQLITE_TYPES if sqlite else POSTGRESQL_TYPES
    guards = SQLITE_GUARDS if sqlite else POSTGRESQL_GUARDS
    clustered = {"unclustered": ", WITHOUT ROWID"} if sqlite else {}
    statements = [table.format(**types | clustered) for table in TABLES]
    for statement in (*statements, OPEN_BY_DUE, *guards):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    # There is no way back: a ledger is not dropped by a migration.
    operations = [migrations.RunPython(create, elidable=False)]
