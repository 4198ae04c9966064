"""replay-answer.md: what a replay answers, key by key, and how it ends."""

import json
from collections.abc import Iterator
from typing import Any

from bloodpatch.doors.console.reference.answer_schema import PARTS, SCHEMA
from bloodpatch.doors.console.reference.markdown import Page, code, codes, heading, link, table
from bloodpatch.doors.console.reference.markdown import page as made

ABOUT = "What `bloodpatch replay` answers: the keys of `--json`, what is said again, how it ends."
FILE = "replay-answer.schema.json"

INTRO = f"""\
`bloodpatch replay --json FILE|FOLDER ...` prints one list, a case for each script. Its shape is
[a JSON schema]({FILE}). Keys are only ever added: take what you know, and leave the
rest.

Without `--json` the same is printed for people, a line a step. A finding is told in full where it
is new. What was said at an earlier step with the same values stands in one line, behind *still*."""

ENDS = """\
| Code | When |
|---|---|
| 0 | every script was played; also where a step was refused |
| 1 | with `--strict`: every script was played, and a step with `do` was refused for some member |
| 2 | a script has a fault: every fault of every script is printed, and nothing is played |

An `ask` that is refused is an answer and no fault, with `--strict` too. A fault is printed as
`FILE:LINE: STEP: KEY: what is wrong`, with the nearest words where a word is not known."""

AGAIN = """\
`again` is true where the same code was said to the same member at an earlier step of the script,
and the values that it saw are the same. It compares answers, not rules. An overridden finding can
be said again too."""

SERIES = """\
The steps of a case are printed once, whoever took them. `members` of a step names who did, and
`members` of a finding for whom it was found. The events are those of the first member who took the
step: another member may have them at other positions, which stand in `members` of the case. `stage`
and `obligations` of the case are the first member's; `may_close` is true where every member's is.
So read a difference between members from `members` of the case, where each has its own outcomes,
findings, stage and obligations."""


def page() -> Page:
    return made(
        "replay-answer",
        "The answer of a replay",
        ABOUT,
        (INTRO,),
        (heading(2, "How it ends"), "", ENDS),
        (heading(2, "What was said before"), "", AGAIN),
        (heading(2, "Several members"), "", SERIES),
        parts(),
    )


def schema_text() -> str:
    return json.dumps(SCHEMA, indent=2) + "\n"


def parts() -> Iterator[str]:
    for name, part in PARTS.items():
        yield heading(2, name.capitalize())
        yield ""
        yield part["description"]
        yield ""
        yield from table(("Key", "Type", "Meaning"), (row(*one) for one in keys(part)))
        yield ""


def keys(part: dict[str, Any], within: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each key with its shape; those of a part that has no name of its own stand below it."""
    for key, shape in part["properties"].items():
        yield f"{within}{key}", shape
        item = shape.get("items", {})
        if "properties" in item:
            yield from keys(item, f"{within}{key}[].")


def row(key: str, shape: dict[str, Any]) -> tuple[str, ...]:
    says = shape["description"]
    if "enum" in shape:
        says += f" One of {codes(shape['enum'])}."
    return (code(key), typed(shape), says)


def typed(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return link(name, name.capitalize())
    kind: str | list[str] = shape.get("type", "any value")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"list of {typed(shape['items'])}"
    return {"object": "table", "string": "text", "boolean": "true or false"}.get(kind, kind)
