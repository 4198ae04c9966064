"""The throw-away PostgreSQL: there for one command, gone with it, and never in its way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.files import ROOT

TOOL = [sys.executable, str(ROOT / "tools" / "postgres.py"), "--"]
ASK = """
import os, sys, psycopg
with psycopg.connect(os.environ["BLOODPATCH_TEST_POSTGRES"]) as db:
    print(db.execute("SELECT current_setting('unix_socket_directories')").fetchone()[0])
    print(db.execute("SELECT current_setting('listen_addresses')").fetchone()[0] or "nowhere")
sys.exit(3)
"""


def ran(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    told = {k: v for k, v in os.environ.items() if not k.startswith("BLOODPATCH_")}
    return subprocess.run(
        [*TOOL, *command], env=told | variables, capture_output=True, text=True, check=False
    )


@pytest.mark.postgres
def test_it_is_there_for_the_command_and_gone_with_it() -> None:
    done = ran(sys.executable, "-c", ASK)
    assert done.returncode == 3, done.stderr
    folder, reach = done.stdout.split()
    assert reach == "nowhere"
    assert not Path(folder).exists()


def test_a_server_that_somebody_brought_is_used() -> None:
    ask = "import os; print(os.environ['BLOODPATCH_TEST_POSTGRES'])"
    done = ran(sys.executable, "-c", ask, BLOODPATCH_TEST_POSTGRES="postgresql://mine/db")
    assert (done.returncode, done.stdout) == (0, "postgresql://mine/db\n")


def test_without_a_command_it_explains_itself() -> None:
    done = ran()
    assert done.returncode == 2
    assert "Run a command beside a throw-away PostgreSQL" in done.stdout
