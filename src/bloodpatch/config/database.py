"""Where the record is kept: SQLite in the data folder, or the PostgreSQL that an address names."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from bloodpatch.config import sqlite

# A page waits this long for another writer and then says "not saved", keeping what was typed.
BUSY_SECONDS = 5

# A commit is acknowledged when it is on disk (and on the standby, where there is one); a statement
# or a forgotten transaction does not hold up the clinic for ever.
POSTGRES_SESSION = {
    "synchronous_commit": "on",
    "lock_timeout": f"{BUSY_SECONDS}s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}


def embedded(folder: Path) -> dict[str, Any]:
    """SQLite, in one file of the data folder."""
    sqlite.prefer_wheel()
    sqlite.refuse_unsafe(sqlite.version())
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "bloodpatch.sqlite3",
        # Kept per thread: a new connection would repeat every pragma for every page.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            # A deferred transaction that turns to writing fails at once when another one writes.
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(f"PRAGMA {k}={v}" for k, v in sqlite.PRAGMAS.items()),
        },
    }


def server(address: str) -> dict[str, Any]:
    """PostgreSQL, named by an address: postgresql://user:password@host:port/name?sslmode=..."""
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise ImproperlyConfigured(
            "BLOODPATCH_DATABASE_URL cannot be read: it must look like "
            "postgresql://user:password@host:5432/name. Correct it, or unset it to use SQLite."
        )
    options: dict[str, str] = dict(parse_qsl(parts.query))
    # A socket's folder cannot stand before the slash, so it comes as ?host=.
    host = options.pop("host", "") or parts.hostname or ""
    session = " ".join(f"-c {k}={v}" for k, v in POSTGRES_SESSION.items())
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "options": session},
    }
