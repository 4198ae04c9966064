"""Promise 12: no direct identifier in the ledger; words under the patient's own key; erasing."""

from pathlib import Path

import pytest
from django.db import connections

from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record import ledger
from bloodpatch.record.errors import CommandReused, PatientErased, TextTampered
from bloodpatch.record.rebuild import compare
from bloodpatch.record.text_cipher import ERASED
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk, a_record

WORDS = "Grandmother Zebulon's kitchen"


def labelled(*words: str) -> jar.Fill:
    return jar.Fill(count=Count(1), labels=tuple(FreeText(word) for word in words))


def test_p12_words_are_nowhere_in_the_files_of_the_database(desk_alone: Desk) -> None:
    desk = desk_alone
    desk.accepted(jar.Find(where=FreeText(WORDS)))
    desk.accepted(labelled(WORDS, "two"), command_id="c")
    assert desk.afresh().state().labels == (WORDS, "two")
    folder = Path(str(connections[desk.record.using].settings_dict["NAME"])).parent
    files = [file.read_bytes() for file in folder.iterdir() if file.is_file()]
    assert sum(len(file) for file in files) > 10_000
    assert not any(b"Zebulon" in file for file in files)


def test_p12_erasing_destroys_the_words_and_the_chain_still_verifies(desk: Desk) -> None:
    desk.accepted(jar.Find(where=FreeText(WORDS)))
    desk.accepted(labelled(WORDS, "two"), command_id="c")
    assert desk.state().labels == (WORDS, "two")
    desk.record.keys.erase(desk.clinic, "jar-1")
    # Also the process that has the words in memory, and was not told.
    assert desk.state().labels == (ERASED, ERASED)
    assert desk.afresh().state().inside == 1
    assert verify(desk.record.using, desk.clinic).whole
    assert compare(desk.record, desk.clinic) == []


def test_p12_after_erasing_facts_can_be_recorded_and_words_not(desk: Desk) -> None:
    desk.accepted(jar.Find(where=FreeText(WORDS)))
    desk.record.keys.erase(desk.clinic, "jar-1")
    desk.accepted(jar.Fill(count=Count(2)))
    with pytest.raises(PatientErased, match="without free text"):
        desk.give(labelled("more"))
    assert desk.state().inside == 2


def test_p04_the_answer_to_a_command_outlives_the_words(desk: Desk) -> None:
    desk.accepted(jar.Find())
    first = desk.accepted(labelled(WORDS), command_id="c")
    desk.record.keys.erase(desk.clinic, "jar-1")
    again = desk.afresh().accepted(labelled("whatever was said"), command_id="c")
    assert again.again
    assert again.positions == first.positions
    with pytest.raises(CommandReused):
        desk.give(jar.Shake(), command_id="c")


@pytest.mark.parametrize(
    ("to", "at"),
    [
        ("clinic", "c2"),
        ("episode", "jar-2"),
        ("position", 3),
        ("field", "where"),
        ("item", 1),
    ],
)
def test_p12_sealed_words_open_only_where_they_were_written(
    desk: Desk, to: str, at: object
) -> None:
    from bloodpatch.record.codec import TextCipher

    key = b"k" * 32
    place: dict[str, object] = {
        "clinic": "c", "episode": "jar-1", "position": 2, "field": "labels", "item": 0,
    }  # fmt: skip
    moved = place | {to: at}

    def words(where: dict[str, object]) -> TextCipher:
        return TextCipher(lambda *_: key, str(where["clinic"]), str(where["episode"]))

    def spot(where: dict[str, object]) -> tuple[int, str, int]:
        return where["position"], where["field"], where["item"]  # type: ignore[return-value]

    sealed = words(place).seal(WORDS, *spot(place))["~sealed"]
    assert words(place).open(sealed, *spot(place)) == WORDS
    with pytest.raises(TextTampered, match="does not open"):
        words(moved).open(sealed, *spot(moved))


def test_p12_equal_words_look_different_each_time(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(labelled("same", "same"))
    desk.accepted(labelled("same", "same"))
    bodies = desk.rows("SELECT body FROM record_event WHERE clinic = ?", desk.clinic)
    pieces = [piece for (body,) in bodies for piece in bytes(body).split(b'"~sealed":"')[1:]]
    assert len(pieces) == 4
    assert len({piece.partition(b'"')[0] for piece in pieces}) == 4


def test_p12_the_clinic_is_not_asked_for_facts_that_nobody_looks_at(using: str) -> None:
    asked = []

    def facts(clinic: str, episode: str) -> Facts:
        asked.append(episode)
        return Facts(age_years=70)

    desk = Desk(a_record(using, facts=facts))
    desk.accepted(jar.Find())
    desk.accepted(jar.Shake())
    assert asked == []
    desk.accepted(jar.Close())
    assert asked == ["jar-1"]


def test_p12_only_the_facts_that_a_decision_looked_at_are_kept(desk: Desk) -> None:
    desk.accepted(jar.Find())
    closed = desk.accepted(jar.Close())
    assert closed.events[0].used == {"age_years": "70"}
    found = ledger.follow(desk.sql, desk.record.codec, desk.record.keys.of_episode, desk.clinic, 0)
    assert [dict(f.happened.used) for f in found] == [{}, {"age_years": "70"}]
    assert found[1].happened.findings == ("advise:jar.old",)
