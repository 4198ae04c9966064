"""`bloodpatch protocol`: what a physician who writes a protocol file is told."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from bloodpatch.doors.console import protocol
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.pathway.protocol import KINDS
from bloodpatch.record.protocols import shipped_text
from tests.spec.protocol.writing import entry, mine


def told(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[Exit, str]:
    parser = ArgumentParser()
    protocol.words(parser)
    code = protocol.run(parser.parse_args([str(word) for word in words]))
    return code, capsys.readouterr().out


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def test_list_names_what_is_shipped_also_where_there_is_no_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOODPATCH_DATA", str(tmp_path / "nowhere"))
    code, text = told(capsys, "list")
    assert code == Exit.DONE
    assert [line.split()[0] for line in text.splitlines()] == [
        "house",
        "kaysville",
        "multisociety",
        "aagbi_2013",
        "asra_pain_2018",
        "asra_regional_2025",
    ]


def test_show_prints_every_value_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "show", "kaysville")
    assert code == Exit.DONE
    assert all(f"\n{name}\n" in text for name in KINDS)
    assert "The patient rests lying flat after the patch for: 30 min" in text
    assert "martin1994: Martin and others. Can J Anaesth 41:23-5. 1994 (read: primary)" in text


def test_a_drug_table_is_shown_and_checked_as_well(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    code, text = told(capsys, "show", "asra_regional_2025")
    assert code == Exit.DONE
    assert "Draft after ASRA 2025, regional; drug table" in text
    assert "\nasra_regional_2025.warfarin.any.any\n" in text
    assert "needle after 120 h; taken again after 0 h; needs inr" in text
    assert "no time told, a physician judges" in text
    file.write_text(shipped_text("antithrombotics/aagbi_2013"))
    assert told(capsys, "check", file)[1].startswith("No fault. aagbi_2013 0.1:")
    file.write_text(shipped_text("antithrombotics/aagbi_2013").replace('"any"', '"all"', 1))
    code, text = told(capsys, "check", file)
    assert code == Exit.FAULT and "row[1].dose_class" in text


def test_check_of_a_sound_file(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    file.write_text(mine(entry("recovery.rest_minutes", value=45, certainty="clinic")))
    code, text = told(capsys, "check", file)
    assert code == Exit.DONE
    assert text.startswith("No fault. mine 1.0: My clinic on house, kaysville;")


def test_check_prints_every_fault_with_its_line(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    file.write_text(mine(entry("recovery.rest_minutes", value=3, certainty="sure")))
    code, text = told(capsys, "check", file)
    assert code == Exit.FAULT == 1
    assert "line 8: recovery.rest_minutes.value: 3 min is outside" in text
    assert "line 9: recovery.rest_minutes.certainty:" in text
    assert text.splitlines()[-1].startswith("2 faults.")


def test_check_prints_a_fault_of_syntax_with_its_line(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    file.write_text(mine("[recovery\n"))
    code, text = told(capsys, "check", file)
    assert code == Exit.FAULT
    assert text.startswith("line 7: This is not TOML:")


def test_check_of_a_file_that_extends_what_is_not_shipped(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    file.write_text(mine("").replace("kaysville", "elsewhere"))
    code, text = told(capsys, "check", file)
    assert code == Exit.FAULT
    assert text.startswith("line 5: protocol.extends:")
    assert "house, kaysville, multisociety" in text


def test_check_of_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(Refusal, match="cannot be read") as refused:
        protocol.run(parsed("check", file))
    assert refused.value.code == 2


def test_check_of_a_file_that_is_not_text(file: Path) -> None:
    file.write_bytes(b"[protocol]\nname = '\xff'")
    with pytest.raises(Refusal, match=r"not UTF-8 text \(byte 20\)") as refused:
        protocol.run(parsed("check", file))
    assert refused.value.code == 2


def parsed(*words: object):
    parser = ArgumentParser()
    protocol.words(parser)
    return parser.parse_args([str(word) for word in words])


def test_diff_of_two_shipped_protocols(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "diff", "house", "kaysville")
    assert code == Exit.DONE
    assert "recovery.rest_minutes: 60 min (from house) -> 30 min (from kaysville)" in text


def test_diff_with_a_file(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    file.write_text(mine(""))
    assert told(capsys, "diff", "kaysville", file) == (Exit.DONE, "No value differs.\n")


def test_show_of_an_unknown_name() -> None:
    with pytest.raises(Refusal, match="house, kaysville, multisociety"):
        protocol.run(parsed("show", "utah"))
