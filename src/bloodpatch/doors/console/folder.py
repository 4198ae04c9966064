"""The data folder: where it is, whether it is a demo's, and the secret that it keeps.

A folder is live or a demo for good. The mark is a file in it, so no variable and no forgotten
option can make a demo out of a clinic's folder, or pass invented patients off as a clinic's.
Standard library only: this is read before Django is set up, and by the settings themselves.
"""

import contextlib
import os
import secrets
from pathlib import Path

DEMO_MARK = "THIS-IS-A-DEMO"
KEY_FILE = "secret-key"
VARIABLE = "BLOODPATCH_DATA"


def place() -> Path:
    """The folder that the environment names, else the usual place for a user's data."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    kept = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(kept) / "bloodpatch"


def is_demo(folder: Path) -> bool:
    return (folder / DEMO_MARK).exists()


def is_used(folder: Path) -> bool:
    """Whether anything of a clinic may be in it already."""
    return folder.is_dir() and any(folder.iterdir())


def make(folder: Path, *, demo: bool) -> None:
    """Make the folder, for this user's eyes only, and mark it when it is a demo's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if demo:
        (folder / DEMO_MARK).write_text(
            "Everything in this folder is invented. It is never served beyond this machine.\n"
        )


def secret_key(folder: Path) -> str:
    """The key that signs sessions: drawn once, kept in the folder, readable by its owner only.

    Where there is no folder yet there is no session to sign either: the key is drawn and forgotten.
    """
    path = folder / KEY_FILE
    if not folder.is_dir():
        return secrets.token_urlsafe(64)
    if not path.exists():
        _draw(path)
    return path.read_text().strip()


def _draw(path: Path) -> None:
    """Write a new key whole or not at all; of two processes that start together one draws it."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    try:
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # unlike a rename, it never replaces a key that is in use
    finally:
        draft.unlink()
