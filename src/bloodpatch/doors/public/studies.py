"""What is known, from which study, with how many people; and what nobody knows.

The counts are the studies' own; chances out of 100 are computed from them. Each names a citation of
the protocols, so that its authors, its year and how it was read are said in one place only.
"""

from dataclasses import dataclass

from bloodpatch.doors.public.words import minutes
from bloodpatch.pathway.protocol import Citation, Protocol, Read

HUNDRED = 100
DOT = 34
"""Width of one person in the drawing of a hundred."""


@dataclass(frozen=True)
class Group:
    """So many people of a study had this outcome; `mark` is its shape on the page."""

    mark: str
    people: int
    says: str
    out_of_100: int = 0


@dataclass(frozen=True)
class Dot:
    """One of the hundred people of the drawing, and where it stands."""

    mark: str
    x: int
    y: int


@dataclass(frozen=True)
class Known:
    """Something that a study found, in words, with the study behind it."""

    asks: str
    says: str
    study: str
    people: int
    source: str = ""


# EPiMAP 2022, by what was so in the first 48 hours: no headache at all; less; severe again on
# standing or a second patch.
GROUPS = (
    Group("well", 195, "had no headache at all"),
    Group("better", 229, "were better, with some headache left"),
    Group("bad", 167, "had a bad headache again, or a second patch"),
)
GROUPS_STUDY = "epimap2022"

SECOND = Known(
    "How many need a second patch?",
    "In the records of one hospital, 17 in 100 people had a second patch.",
    "booth2017",
    394,
)

HARMS = (
    ("More pain", "Your back, or a leg, may be sore for some days."),
    ("No relief", "The headache may stay, or come back."),
    ("A second hole", "The needle may make a new hole by mistake. Under 1 in 100."),
    ("Infection, bleeding, nerve damage", "These are rare. They can be serious."),
)
HARMS_STUDY = "labourpains"

UNSURE = (
    Known(
        "How much blood is best?",
        "One trial gave women up to 15, 20 or 30 mL. To aim at 20 mL seemed best. Of those meant to"
        " get 30 mL, 54 in 100 could take it all.",
        "paech2011",
        121,
    ),
    Known(
        "Is it better to wait?",
        "In one hospital the headache came back for 59 in 100 people who had the patch in the first"
        " 2 days, and for 11 in 100 who had it later. But those who hurt most get it first. So this"
        " does not show that to wait is better.",
        "banks2001",
        58,
    ),
    Known(
        "How rare is bleeding in the head?",
        "It was found in 3 women of 647 who had a patch. If the patch had a part in it, nobody"
        " knows: the hole by itself can lead to it.",
        "epimap2020",
        647,
    ),
)

WITHOUT = (
    Known(
        "How long does it last?",
        "In one study it went away by itself, after 5 days on the average. For some it took 12.",
        "lybecker1995",
        75,
    ),
    Known(
        "And with a patch?",
        "In one small trial, 3 of 19 people with a patch still had the headache after a week."
        " Without a patch, 18 of 21 had it.",
        "vankooten2008",
        40,
    ),
)


REST_STUDY, REST_PEOPLE, REST_ADVISED_MINUTES = "martin1994", 30, 60


def rest(protocol: Protocol) -> Known:
    """The one trial of rest, beside what this clinic asks for."""
    ours = protocol.recovery.rest_minutes
    says = (
        "One small trial let people rest for 30, 60 or 120 minutes. After 120 minutes they hurt"
        " less than after 30. The doctors of the trial ask for"
        f" {minutes(REST_ADVISED_MINUTES)} at least. We ask for {minutes(ours)}."
    )
    if ours < REST_ADVISED_MINUTES:
        says += " You may ask us for more."
    return Known("How long should you rest?", says, REST_STUDY, REST_PEOPLE)


def out_of_100(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Whole people out of 100, to the nearest, that add up: the largest remainders round up."""
    everybody = sum(group.people for group in groups)
    shares = [divmod(group.people * HUNDRED, everybody) for group in groups]
    missing = HUNDRED - sum(whole for whole, _ in shares)
    up = sorted(range(len(groups)), key=lambda i: -shares[i][1])[:missing]
    return tuple(
        Group(g.mark, g.people, g.says, shares[i][0] + (i in up)) for i, g in enumerate(groups)
    )


def dots(groups: tuple[Group, ...]) -> tuple[Dot, ...]:
    """A hundred people in ten rows, one group after the other."""
    marks = [group.mark for group in groups for _ in range(group.out_of_100)]
    return tuple(Dot(mark, n % 10 * DOT, n // 10 * DOT) for n, mark in enumerate(marks))


def sourced(known: Known, protocol: Protocol) -> Known:
    """The same with its study named."""
    source = f"{named(protocol.citation(known.study))}, {known.people} people"
    return Known(known.asks, known.says, known.study, known.people, source)


def named(citation: Citation) -> str:
    """Who and when, and an honest word where we know the study only at second hand."""
    said = ", ".join(filter(None, (citation.authors, str(citation.year or ""))))
    return said if citation.read is Read.PRIMARY else f"{said} (read at second hand)"
