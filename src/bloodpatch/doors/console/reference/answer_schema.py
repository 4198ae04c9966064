"""The shape of what `bloodpatch replay --json` prints, as a JSON schema (draft 2020-12).

Keys are only ever added, so a reader must take keys that it does not know, and a key that is
required here stays.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from bloodpatch.doors.console.replay.play import NOT_TAKEN
from bloodpatch.doors.console.replay.shape import POINTS
from bloodpatch.pathway.findings import Cause, Level
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import Precision
from bloodpatch.pathway.whereabouts import Whereabouts

Schema = dict[str, Any]

OUTCOMES = ("recorded", "permitted", "refused", NOT_TAKEN)
LEVELS = (*(level.name.lower() for level in Level), "overridden")
ID = "bloodpatch-replay-answer/1"


def text(says: str, **more: Any) -> Schema:
    return {"type": "string", "description": says, **more}


def number(says: str) -> Schema:
    return {"type": "integer", "minimum": 1, "description": says}


def yes_or_no(says: str) -> Schema:
    return {"type": "boolean", "description": says}


def word(kinds: Iterable[Any], says: str) -> Schema:
    return text(says, enum=[kind.value if isinstance(kind, Enum) else kind for kind in kinds])


def many(items: Schema, says: str) -> Schema:
    return {"type": "array", "items": items, "description": says}


def named(values: Schema, says: str) -> Schema:
    """A table with names that are not known beforehand."""
    return {"type": "object", "additionalProperties": values, "description": says}


def whole(says: str, required: dict[str, Schema], **optional: Schema) -> Schema:
    return {
        "type": "object",
        "description": says,
        "required": list(required),
        "properties": required | optional,
    }


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


MEMBERS = many(number("The number of a member."), "The members whom it is about, by number.")
CODES = many(text("The code of a finding."), "What was found for this member, by code.")
POSITIONS = many(number("A position."), "The positions of the entries that this step made.")

EVENT = whole(
    "One entry that was made.",
    {
        "name": text("The stored name of the event; see events.md."),
        "position": number("Its place in the episode of the first member who took the step."),
        "occurred": text("The time as it is kept: an instant, its precision, its zone."),
        "precision": word(Precision, "How exactly the time is known."),
        "when": text("The time in words, no more exact than it is known."),
        "fields": named({}, "What was stated, each value as it is kept. Nothing else is there."),
        "used": named(text("A fact."), "Facts from outside the episode that were used."),
    },
)
FINDING = whole(
    "What speaks against the step, or is worth knowing.",
    {
        "code": text("Its code; see findings.md."),
        "level": word(LEVELS, "How strongly it speaks."),
        "cause": word(Cause, "present: a fact speaks against it; missing: nobody asked."),
        "at": word(POINTS, "The point of the step."),
        "replay": many(text("A code."), "Codes of the published cases' scoring."),
        "says": text("The sentence for staff."),
        "seen": named(text("A value."), "The values that the rule saw; `saw` of an override."),
        "rule": text("The rule in one sentence."),
        "cites": text("The keys of its sources; see protocol.md."),
        "certainty": word(Certainty, "How sure the source is."),
        "to_be_confirmed": yes_or_no("Whether no clinician answers for it yet."),
        "clears": text("What would make it go away."),
        "who_may_override": text("Who may decide otherwise."),
        "hazards": many(text("A hazard."), "The hazards that it is a control of."),
        "again": yes_or_no(
            "Whether it was said to this member at an earlier step, with the same values seen."
        ),
        "members": MEMBERS,
    },
)
STEP = whole(
    "One step of the script, in its order.",
    {
        "id": text("Its id, or `step 7` where it has none."),
        "at": word(POINTS, "The point of the pathway."),
        "by": word(Role, "The role that acted."),
        "outcome": word(
            OUTCOMES,
            "recorded, permitted or refused; not_taken where the step is another member's.",
        ),
        "members": MEMBERS,
        "events": many(ref("event"), "What was recorded; empty where nothing was."),
        "findings": many(ref("finding"), "What was found for any member, each code once."),
    },
    do=text("The command that was given. Each step has this or `ask`."),
    ask=text("The command that was asked about."),
)
STEP["oneOf"] = [{"required": ["do"]}, {"required": ["ask"]}]
OBLIGATION = whole(
    "What is owed at the end.",
    {
        "code": text("Its code."),
        "owner": word(Role, "Who owes it."),
        "due": text("The instant by which it is due."),
        "says": text("What it is, in words."),
        "act": {"type": ["string", "null"], "description": "The command that would do it."},
    },
)
MEMBER = whole(
    "How it went for one patient of the case.",
    {
        "number": number("Its number: the first `[[member]]` is 1."),
        "age_years": {"type": ["integer", "null"], "description": "As the script states it."},
        "language": {"type": ["string", "null"], "description": "As the script states it."},
        "stage": word(Whereabouts, "Where this patient is at the end."),
        "obligations": many(text("A code."), "What is owed for this patient, by code."),
        "may_close": yes_or_no("Whether this patient's episode may be closed."),
        "steps": many(
            whole(
                "One step, in the order of the script.",
                {
                    "id": text("The id of the step."),
                    "outcome": word(OUTCOMES, "What came of it for this member."),
                    "positions": POSITIONS,
                    "findings": CODES,
                },
            ),
            "Every step of the script.",
        ),
    },
)
CASE = whole(
    "One script, played.",
    {
        "case": text("Its name."),
        "title": text("Its title."),
        "protocol": text("The protocol that it was played under."),
        "steps": many(ref("step"), "Its steps. Events are those of the first who took each."),
        "stage": word(Whereabouts, "Where the first member is at the end; see stages.md."),
        "obligations": many(ref("obligation"), "What is owed for the first member."),
        "may_close": yes_or_no("Whether every member's episode may be closed."),
        "members": many(ref("member"), "Each patient of the case, and how it went for each."),
    },
)
PARTS = {
    "case": CASE,
    "step": STEP,
    "event": EVENT,
    "finding": FINDING,
    "obligation": OBLIGATION,
    "member": MEMBER,
}
SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": ID,
    "description": "What `bloodpatch replay --json` prints. Keys are only ever added.",
    "type": "array",
    "items": ref("case"),
    "$defs": PARTS,
}
