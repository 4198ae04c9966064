"""The rules that were ever used are kept whole, once, and never changed: on both databases."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bloodpatch.record import kept_protocols, protocol_document
from bloodpatch.record.errors import ProtocolTampered
from bloodpatch.record.protocols import shipped, shipped_names
from bloodpatch.record.sql import Sql, Statement, is_the_databases
from tests.contract.conftest import Desk, in_threads

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
AS_IT_CAME = Statement.of("INSERT INTO record_protocol VALUES (?, ?, ?, ?, ?)")


@pytest.fixture
def using(using: str) -> Iterator[str]:
    kept_protocols.keep_shipped(using, NOW)
    return using


@pytest.mark.parametrize("name", shipped_names())
def test_what_is_kept_is_read_back_as_it_was(using: str, name: str) -> None:
    kept, was = kept_protocols.find(using, shipped(name).hash), shipped(name)
    assert kept == was and kept.hash == was.hash
    assert (kept.parameters, kept.citations) == (was.parameters, was.citations)


def test_it_is_kept_once_whoever_comes(using: str) -> None:
    before = list(kept_protocols.everything(using))
    in_threads(using, 4, lambda _: kept_protocols.keep_shipped(using, datetime.now(UTC)))
    assert list(kept_protocols.everything(using)) == before
    assert {one.hash for one in before} >= {shipped(name).hash for name in shipped_names()}
    assert all(one.whole for one in before if one.name in shipped_names())
    assert kept_protocols.find(using, "f" * 64) is None


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
    before = list(kept_protocols.everything(using))
    with pytest.raises(Exception, match=r"append-only|syntax error") as met:
        desk.run(deed)
    assert is_the_databases(met.value)
    assert list(kept_protocols.everything(using)) == before


@pytest.mark.parametrize("harm", ["a value", "no text"])
def test_a_text_that_does_not_say_what_its_hash_says_decides_nothing(using: str, harm: str) -> None:
    document = json.loads(protocol_document.write(shipped("kaysville")))
    document["values"]["recovery.rest_minutes"]["value"] = 45
    text, hash = ("{", "e" * 64) if harm == "no text" else (json.dumps(document), "d" * 64)
    Sql(using).run(AS_IT_CAME, (hash, "forged", "1", text, "2026"))
    with pytest.raises(ProtocolTampered, match=hash[:12]):
        kept_protocols.find(using, hash)
    assert [one.whole for one in kept_protocols.everything(using) if one.hash == hash] == [False]
