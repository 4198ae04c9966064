"""Make sure that the journeys find a browser, before the tests start.

Playwright needs two things: its driver (a bundled node, which needs libatomic1 on a bare Debian)
and a Chromium. A system Chromium is taken where there is one; as root on Debian it is installed;
elsewhere Playwright fetches its own. Tests find it with `chromium()`, by the same order.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def starts(program: str | None) -> bool:
    """Whether the program is there and runs: a missing library shows only by running it."""
    if not program:
        return False
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def chromium() -> str | None:
    """The browser of this machine; None lets Playwright look for its own."""
    named = os.environ.get("BLOODPATCH_CHROMIUM")
    return named or next(filter(starts, filter(None, map(shutil.which, NAMES))), None)


def driver() -> str:
    import playwright  # a dev dependency: `tools` is also read where it is not installed

    bundled = Path(playwright.__file__).parent / "driver" / "node"
    return os.environ.get("PLAYWRIGHT_NODEJS_PATH") or str(bundled)


def system() -> str:
    release = Path("/etc/os-release")
    lines = release.read_text().splitlines() if release.exists() else []
    return next((line[3:].strip('"') for line in lines if line.startswith("ID=")), "")


def install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, env=quiet, check=True, stdout=subprocess.DEVNULL)


def by_playwright() -> int:
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    if os.geteuid() == 0:
        command.insert(4, "--with-deps")
    return subprocess.run(command, check=False).returncode


def main() -> int:
    wanted = [] if starts(chromium()) else ["chromium", "fonts-dejavu-core"]
    wanted += [] if starts(driver()) else ["libatomic1"]
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        if system() == "ubuntu":  # its `chromium` package only points at a snap
            wanted = [name for name in wanted if name == "libatomic1"]
        if wanted:
            install(wanted)
    if not starts(driver()):
        print("The browser driver does not start. On Debian: sudo apt-get install libatomic1")
        return 1
    if starts(chromium()):
        print(f"browser: {chromium()}")
        return 0
    if by_playwright() != 0:
        print(
            "No browser could be had; the tests that need one are counted at the end of the run.\n"
            "On Debian: sudo apt-get install chromium"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
