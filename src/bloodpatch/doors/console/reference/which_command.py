"""which-command.md: which of two commands takes a fact, what is done with a fact that is only
implied, and what each red flag does."""

import re
from collections.abc import Iterator

from bloodpatch.doors.console.reference.markdown import Page, code, heading, link, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.clinical.concepts import MEANING
from bloodpatch.pathway.clinical.red_flags import MEANS
from bloodpatch.pathway.rules import diagnosis, headache_duration, red_flag, weighed
from bloodpatch.pathway.treatment import ACTS

ABOUT = "Which of two commands takes a fact, what is done with an implied one, what a flag does."

INTRO = """\
A command is chosen by who knows the fact and how, not by how important it is. Each fact is told
once: two commands that tell of the same patch, contact or puncture are two of them."""

NAMED = re.compile(r"`([a-z_]+\.[a-z_]+)`")
"""A command in the prose, which becomes a link."""

CHOICES: tuple[tuple[str, str], ...] = (
    (
        "A patch: in detail, or in one line",
        """\
| What is known | Command |
|---|---|
| It was given here, step by step: position, draw, needle, injection | the commands of \
procedure: `procedure.start`, `procedure.record_draw`, `procedure.record_needle`, \
`procedure.record_injection` |
| A report tells of one patch, with its level, needle or reason to stop | \
`procedure.record_needle` where needle, level or approach is told; then \
`procedure.record_injection` for what was injected, how much, how long, why it ended |
| It was given earlier or elsewhere, and is known in one line | `procedure.record_patch`, \
once, with `by` and `number` |
| One line stands for several ("15 blood patches failed") | `procedure.record_patch` with \
`stands_for`, or `blood_patches_before` where only the number before it is known |
| It was begun and given up | `procedure.abandon` |

Tell a patch once. `procedure.record_patch` beside `procedure.record_injection` counts two, unless
`by` says that this clinic gave it, or it is told of less than a day apart and `by` is left out.
Between a patch and the next stands a decision, `repeat.record_decision` with
`decision = "repeat"` or `repeat.decide`: it opens the next round, and what is told after it belongs
to the next patch.""",
    ),
    (
        "How the patient is after a patch",
        """\
| Who knows it, and how | Command |
|---|---|
| In recovery, while observing | `recovery.record_observations` |
| What a patch did for the headache, as a chart or a report says; nobody was spoken to | \
`followup.record_relief` |
| Somebody of the service spoke with the patient, or tried to | `followup.record_contact`; \
`answered = "no"` where nobody was reached |
| The patient told it without being asked, or came back with it | `followup.record_report` |
| One or more attempts at which nobody was reached, and nothing else | `followup.record_no_reply` |
| How it went on over weeks, summed up, or why nobody knows | `followup.record_status` |
| The state at the end, and when it was last known | `closure.record_outcome` |

`followup.record_contact` and `followup.record_report` say that the patient was heard, so they can
be one of the contacts that the protocol plans. `followup.record_relief` and
`followup.record_status` are no contact: what is owed stays owed. A published report that says
*"pain free the next day"* is `followup.record_relief`; *"at a visit on day 14 she was well"* is
`followup.record_contact`.""",
    ),
    (
        "May it be done, or was it done",
        """\
| The script is to say | Command |
|---|---|
| what was decided, whoever agrees | `assessment.record_decision`, `repeat.record_decision` |
| that a person decides it here and now; it can be refused | `assessment.decide_patch`, \
`repeat.decide`, with `do` |
| what the software would answer; nothing is recorded | the same with `ask` |
| that the outcome is known | `closure.record_outcome` |
| that the episode is closed here and now | `closure.close` |""",
    ),
    (
        "A harm, a symptom, a sign",
        """\
| The fact | Command |
|---|---|
| A symptom before the patch | `assessment.record_symptoms` |
| A symptom at home | `symptoms` of `followup.record_contact` or `followup.record_report` |
| It happened at the table | `procedure.record_event_during` |
| A harm that somebody must follow up, whenever it began | `adverse_event.open`; what was done \
about it `adverse_event.record_action`, how it ended `adverse_event.record_outcome` |
| What a scan or a laboratory showed | `assessment.record_investigation`, with `signs` and \
`values` |
| What somebody thinks it is | `assessment.record_diagnosis`; a specialist's advice \
`assessment.record_opinion` |
| One of the red flags was asked about | `assessment.screen_red_flags`; on the day \
`preparation.screen_again`; later `flags` of a contact |
| An entry was wrong | `amendment.correct` a field, `amendment.strike` an entry |""",
    ),
)

IMPLIED = """\
The record holds what was told. So a clerk who reads a report:

1. leaves out what is not there, also where everybody would do it: no *no* from silence, no clock
   time from *the next day*, no level from *the usual place*;
2. records what follows from the words without a choice, and says so: `certainty = "implied"`. *"She
   had her baby on Monday"* implies a birth; *"it was worse when she sat up"* implies
   `position_dependent = "yes"`;
3. records what the reporter was not sure of with `certainty = "probable"` or `"uncertain"`;
4. puts words that fit no field into `note` of the command that they belong to; no rule reads it;
5. never computes: a volume per kilogram, an age, an interval that the report does not state.
   Rules compute from what is recorded."""

FLAGS = """\
A red flag that is answered *yes* acts at every permit up to the patch, until it ends: a hold by a
later *no*, a stop by a physician's word only. The same fact told in another form does the same.
**Stop**: nobody overrides it; a recorded examination or image may lift it. **Hold**: a physician
may go on, by name and with a reason. **Advise**: it is said, and holds nothing. **Background**: it
holds nothing; the threshold for imaging is lower. The last column says which flags must be asked:
one of them that nobody asked holds the patch as *missing*."""

NEAR_BIRTH = "hold, in pregnancy and after birth"
EFFECTS = {
    "stop": red_flag.STOP_FLAG.code,
    "hold": red_flag.HOLD_FLAG.code,
    NEAR_BIRTH: red_flag.HOLD_FLAG.code,
    "advise": weighed.ALSO_TOLD.code,
    "background": red_flag.BACKGROUND_FLAG.code,
}
"""What a flag does, and the finding that says so."""
IN_OTHER_WORDS = {
    RedFlag.IMMEDIATE_ONSET: ("advise", headache_duration.AT_ONCE.code),
    RedFlag.NO_PUNCTURE: ("hold", diagnosis.ANOTHER_PATHWAY.code),
    RedFlag.PERSISTS_AFTER_PATCH: ("advise", weighed.ALSO_TOLD.code),
}
"""Said by a rule that knows more of it."""


def page() -> Page:
    sections = [
        line for title, text in CHOICES for line in (heading(2, title), "", linked(text), "")
    ]
    return made(
        "which-command",
        "Which command",
        ABOUT,
        (INTRO,),
        sections,
        (heading(2, "A fact that is only implied"), "", linked(IMPLIED)),
        (heading(2, "What each red flag does"), "", FLAGS, "", *flags()),
    )


def linked(text: str) -> str:
    def to_command(found: re.Match[str]) -> str:
        name = found[1]
        return link(code(name), name, "commands.md") if name in ACTS else found[0]

    return NAMED.sub(to_command, text)


def flags() -> Iterator[str]:
    order = {name: place for place, name in enumerate(EFFECTS)}
    known = sorted(RedFlag, key=lambda flag: order[effect(flag)])
    yield from table(
        ("Flag", "Asked as", "Does", "Finding", "Must be asked"),
        (
            (
                code(flag.value),
                flag.label,
                effect(flag),
                link(code(finding(flag)), finding(flag), "findings.md"),
                "yes" if flag in RED_FLAGS_ASKED else "",
            )
            for flag in known
        ),
    )


def effect(flag: RedFlag) -> str:
    if flag in IN_OTHER_WORDS:
        return IN_OTHER_WORDS[flag][0]
    if MEANS[flag] in red_flag.OF_PREGNANCY:
        return NEAR_BIRTH
    return MEANING[MEANS[flag]].weight.name.lower()


def finding(flag: RedFlag) -> str:
    return IN_OTHER_WORDS[flag][1] if flag in IN_OTHER_WORDS else EFFECTS[effect(flag)]
