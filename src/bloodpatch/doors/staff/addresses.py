"""Where everything behind this door lives: any address can be guessed from the name of a command.

/staff/episodes/<episode>/recovery/start-rest/      recovery.start_rest
"""

from django.urls import reverse
from django.utils.http import urlencode


def words_of(act: str) -> str:
    """The last part of an act's address: "recovery.start_rest" is start-rest."""
    return act.partition(".")[2].replace("_", "-")


def to_act(episode: str, act: str, **asked: str) -> str:
    where = reverse(f"staff:{act}", kwargs={"episode": episode})
    return f"{where}?{urlencode(asked)}" if asked else where


def to_stage(episode: str, stage: str, **asked: str | int) -> str:
    where = reverse(f"staff:{stage}", kwargs={"episode": episode})
    return f"{where}?{urlencode(asked)}" if asked else where


def to_episode(episode: str, **asked: str | int) -> str:
    where = reverse("staff:episode", kwargs={"episode": episode})
    return f"{where}?{urlencode(asked)}" if asked else where


def to_entry(name: str, episode: str, position: int) -> str:
    return reverse(f"staff:{name}", kwargs={"episode": episode, "position": position})


def to_rule(code: str) -> str:
    """Where a rule stands for itself, to be read and to be disagreed with."""
    return f"{reverse('staff:every_rule')}#{code}"


def to_reentry(episode: str, other: str, at: int) -> str:
    """Where an entry that was struck in another record is entered here."""
    return reverse("staff:reenter", kwargs={"episode": episode, "other": other, "at": at})
