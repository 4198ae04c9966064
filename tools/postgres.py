"""Run a command beside a throw-away PostgreSQL:   tools/postgres.py -- COMMAND...

The command finds the database in BLOODPATCH_TEST_POSTGRES. The cluster lives in a temporary folder,
listens on a socket in it and on nothing else, and is gone when the command is. PostgreSQL refuses
to run as root, so as root it runs as the user `postgres`; without PostgreSQL and without the means
to install it, the command runs all the same, and the tests count what they left out.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import install

OLDEST = 15
# Nothing in this cluster outlives the command: durability would only cost time. The proofs that
# cut the power start clusters of their own.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "synchronous_commit": "off",
    "unix_socket_permissions": "0777",
}


def programs() -> Path | None:
    """The newest PostgreSQL's own folder; Debian keeps it off the PATH."""
    versions = [
        found
        for found in Path("/usr/lib/postgresql").glob("*/bin")
        if found.parent.name.isdigit() and (found / "initdb").exists()
    ]
    versions.sort(key=lambda found: int(found.parent.name))
    if versions and int(versions[-1].parent.name) >= OLDEST:
        return versions[-1]
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def had() -> Path | None:
    if programs() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        os.environ["RUNLEVEL"] = "1"  # Debian starts no server of its own in this run level
        install(["postgresql"])
    return programs()


def owner() -> str | None:
    """Who the cluster runs as: None is ourselves, a name is for root only."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


class Cluster:
    """One PostgreSQL in one temporary folder, for the length of a `with`."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="bloodpatch-pg-"))
        # The socket stands in this folder: others may pass through, and see nothing else.
        self.folder.chmod(0o711)
        if owner():
            shutil.chown(self.folder, "postgres", "postgres")

    @property
    def dsn(self) -> str:
        return f"postgresql://bloodpatch@/postgres?host={self.folder}"

    def _run(self, program: str, *words: str) -> None:
        log = self.folder / "server.log"
        done = subprocess.run(
            [self.programs / program, *words],
            cwd="/",
            user=owner(),
            group=owner(),
            extra_groups=[] if owner() else None,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            told = log.read_text() if log.exists() else ""
            raise SystemExit(f"PostgreSQL's {program} failed.\n{done.stderr}{told}")

    def __enter__(self) -> "Cluster":
        data = str(self.folder / "data")
        trusted = ["-U", "bloodpatch", "-A", "trust", "-E", "UTF8", "--no-locale"]
        self._run("initdb", "-D", data, *trusted, "--no-sync")
        settings = SETTINGS | {"unix_socket_directories": str(self.folder)}
        words = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = str(self.folder / "server.log")
        self._run("pg_ctl", "-D", data, "-l", log, "-w", "-o", words, "start")
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def follow(command: list[str], dsn: str | None) -> int:
    told = dict(os.environ)
    told.pop("BLOODPATCH_TEST_POSTGRES", None)
    if dsn:
        told["BLOODPATCH_TEST_POSTGRES"] = dsn
    with subprocess.Popen(command, env=told) as running:
        try:
            return running.wait()
        except BaseException:  # Ctrl-C or a polite kill of us is one of the command, too
            running.terminate()
            running.wait()
            raise


def main(words: list[str]) -> int:
    if words[:1] != ["--"] or not words[1:]:
        print(__doc__)
        return 2
    # A polite kill unwinds like any other way out, so that no server is left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    ours = os.environ.get("BLOODPATCH_TEST_POSTGRES")
    if ours:  # somebody brought a server of their own
        return follow(words[1:], ours)
    found = had()
    if found is None:
        print("No PostgreSQL here: the tests that need it are counted at the end of the run.")
        return follow(words[1:], None)
    with Cluster(found) as cluster:
        return follow(words[1:], cluster.dsn)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
