"""The rules that were ever used are kept whole, once, and never changed: on both databases."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bloodpatch.pathway.protocol import Parameter, Protocol
from bloodpatch.record import protocol_document, protocol_versions
from bloodpatch.record.errors import ProtocolTampered
from bloodpatch.record.protocols import on_shipped_base, shipped, shipped_names
from bloodpatch.record.sql import Sql, Statement, is_the_databases
from tests.contract.conftest import Desk, in_threads
from tests.spec.protocol.writing import entry, mine

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
AS_IT_CAME = Statement.of("INSERT INTO record_protocol VALUES (?, ?, ?, ?, ?)")


@pytest.fixture
def using(using: str) -> Iterator[str]:
    protocol_versions.keep_shipped(using, NOW)
    return using


@pytest.mark.parametrize("name", shipped_names())
def test_what_is_kept_is_read_back_as_it_was(using: str, name: str) -> None:
    kept, was = protocol_versions.find(using, "juniper", shipped(name).hash), shipped(name)
    assert kept == was and kept.hash == was.hash
    assert (kept.parameters, kept.citations) == (was.parameters, was.citations)


def test_it_is_kept_once_whoever_comes(using: str) -> None:
    before = list(protocol_versions.everything(using))
    in_threads(using, 4, lambda _: protocol_versions.keep_shipped(using, datetime.now(UTC)))
    assert list(protocol_versions.everything(using)) == before
    assert {one.hash for one in before} >= {shipped(name).hash for name in shipped_names()}
    assert all(one.whole for one in before if one.name in shipped_names())
    assert protocol_versions.find(using, "juniper", "f" * 64) is None


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE record_protocol SET text = 'x'",
        "DELETE FROM record_protocol",
        "INSERT OR REPLACE INTO record_protocol SELECT hash, name, '9', text, kept_at"
        " FROM record_protocol",
    ],
)
def test_the_database_refuses_to_change_it(desk: Desk, using: str, deed: str) -> None:
    before = list(protocol_versions.everything(using))
    with pytest.raises(Exception, match=r"append-only|syntax error") as met:
        desk.run(deed)
    assert is_the_databases(met.value)
    assert list(protocol_versions.everything(using)) == before


@pytest.mark.parametrize("harm", ["a value", "no text"])
def test_a_text_that_does_not_say_what_its_hash_says_decides_nothing(using: str, harm: str) -> None:
    document = json.loads(protocol_document.write(shipped("kaysville")))
    document["values"]["recovery.rest_minutes"]["value"] = 45
    text, hash = ("{", "e" * 64) if harm == "no text" else (json.dumps(document), "d" * 64)
    Sql(using).run(AS_IT_CAME, (hash, "forged", "1", text, "2026"))
    with pytest.raises(ProtocolTampered, match=hash[:12]):
        protocol_versions.find(using, "juniper", hash)
    assert [one.whole for one in protocol_versions.everything(using) if one.hash == hash] == [False]


# a clinic's own


def of(title: str, minutes: int) -> Protocol:
    """Both have the same values; what stands around them is a clinic's own."""
    text = mine(entry("recovery.rest_minutes", value=minutes, certainty="clinic"))
    return replace(on_shipped_base(text), title=title)


def test_two_clinics_with_the_same_values_read_each_their_own(using: str) -> None:
    ours, theirs = of("Rest at Juniper", 47), of("Rest at Cedar", 47)
    assert ours.hash == theirs.hash
    assert protocol_versions.keep(using, "juniper", ours, NOW)
    assert protocol_versions.find(using, "cedar", ours.hash) is None, "nor anybody else's"
    assert protocol_versions.keep(using, "cedar", theirs, NOW)
    assert not protocol_versions.keep(using, "cedar", theirs, NOW)
    found = {c: protocol_versions.find(using, c, ours.hash) for c in ("juniper", "cedar")}
    assert {c: p and p.title for c, p in found.items()} == {
        "juniper": "Rest at Juniper",
        "cedar": "Rest at Cedar",
    }
    kept = [one for one in protocol_versions.everything(using) if one.hash == ours.hash]
    assert {one.clinic for one in kept} == {"juniper", "cedar"} and all(k.whole for k in kept)


@pytest.mark.parametrize(
    "deed",
    ["UPDATE record_own_protocol SET text = 'x'", "DELETE FROM record_own_protocol"],
)
def test_nor_is_a_clinics_own_ever_changed(desk: Desk, using: str, deed: str) -> None:
    protocol_versions.keep(using, "juniper", of("Rest at Juniper", 48), NOW)
    with pytest.raises(Exception, match="append-only") as met:
        desk.run(deed)
    assert is_the_databases(met.value)


@pytest.mark.parametrize("harm", [{"certainty": "guessed"}, {"value": [47]}])
def test_a_text_that_would_not_give_it_back_is_not_kept(
    using: str, monkeypatch: pytest.MonkeyPatch, harm: dict[str, object]
) -> None:
    """Else the newest version's value would decide in its place, and nobody had signed that."""
    whole, ours = protocol_document.entry, of("Rest at Juniper", 49)

    def harmed(one: Parameter) -> dict[str, Any]:
        return whole(one) | (harm if one.id == "recovery.rest_minutes" else {})

    monkeypatch.setattr(protocol_document, "entry", harmed)
    monkeypatch.setattr(protocol_document, "fingerprint", lambda _: ours.hash)
    with pytest.raises(AssertionError, match="another one"):
        protocol_versions.keep(using, "juniper", ours, NOW)
    assert protocol_versions.find(using, "juniper", ours.hash) is None
