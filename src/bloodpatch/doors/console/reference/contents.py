"""The page that names the others."""

from bloodpatch.doors.console.reference.markdown import Page
from bloodpatch.doors.console.reference.markdown import page as made


def page(described: tuple[Page, ...]) -> Page:
    about = (
        "What the software can be told, what it keeps, and what it finds, written from the code"
        " itself. `make docs` writes these pages; `make check` fails when one of them is stale."
    )
    lines = [f"- [{one.title}]({one.name}.md): {one.about}" for one in described]
    return made("README", "Reference", about, lines)
