"""`bloodpatch serve` as it is installed, and visitors who ask it things over loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PATIENCE_SECONDS = 60


@contextmanager
def server(folder: Path) -> Iterator["Server"]:
    port = free_port()
    env = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bloodpatch.doors.console", "serve", "--port", str(port)],
        env={**env, "BLOODPATCH_DATA": str(folder)},
        stdout=subprocess.DEVNULL,
    )
    try:
        found = Server(port, process.pid)
        while not found.answers():
            if time.perf_counter() - began > PATIENCE_SECONDS or process.poll() is not None:
                raise RuntimeError("The server did not start.")
            time.sleep(0.01)
        found.started_in = time.perf_counter() - began
        yield found
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Server:
    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid, self.started_in = port, pid, 0.0

    def answers(self) -> bool:
        try:
            return self.visitor({}).get("/up/")[0] == 200
        except OSError:
            return False

    def visitor(self, cookies: dict[str, str]) -> "Visitor":
        return Visitor(self.port, cookies)

    @property
    def memory_mib(self) -> float:
        """Resident memory of all processes of the server, pages that they share counted once."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(proportional_kib(pid) for pid in (str(self.pid), *children)) / 1024

    @property
    def cpu_seconds(self) -> float:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        ticks = 0
        for pid in (str(self.pid), *children):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def proportional_kib(pid: str) -> int:
    rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))


class Visitor:
    """One kept connection with its cookies. Not for two threads at once."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        self.connection.request("GET", path, headers={"Cookie": self.cookies, **headers})
        return self.read()

    def post(self, path: str, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        kind = "application/x-www-form-urlencoded"
        self.connection.request(
            "POST", path, body, headers={"Cookie": self.cookies, "Content-Type": kind}
        )
        return self.read()

    def read(self) -> tuple[int, bytes, dict[str, str]]:
        answer = self.connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
