"""What can go wrong in the record, each as a sentence: what, why, what now.

None of these is a clinical refusal (that is an outcome, see `outcomes`). Each leaves the record
as it was, or says that this is not known and that trying again is safe.
"""


class RecordFault(Exception):
    """Something the record could not do."""

    def __init__(self, what: str, why: str, now: str) -> None:
        super().__init__(f"{what} {why} {now}")
        self.what, self.why, self.now = what, why, now


class UnknownEpisode(RecordFault):
    """Also raised for an episode of another clinic: it must not be told apart from none."""

    def __init__(self, episode: str) -> None:
        super().__init__(
            f"There is no episode {episode}.",
            "The address may be mistyped, or it belongs to another clinic.",
            "Look the patient up by name.",
        )


class CommandReused(RecordFault):
    """One command_id came with two different commands."""

    def __init__(self, command_id: str) -> None:
        super().__init__(
            f"The form {command_id} was already sent with other contents.",
            "The first contents are recorded; these are not.",
            "Open the page anew, see what is recorded, and enter what is still missing.",
        )


class SeenAhead(RecordFault):
    """The page has seen events that the record does not hold: it was restored from a copy."""

    def __init__(self, episode: str, seen: int, position: int) -> None:
        super().__init__(
            f"This page has seen entry {seen} of episode {episode}; the record ends at {position}.",
            "The record was probably restored from an older copy.",
            "Do not go on from memory: tell the service lead, and compare with the paper.",
        )


class Unreadable(RecordFault):
    """A stored event that this version cannot read: unknown, newer, or damaged."""


class TextTampered(RecordFault):
    """Sealed text that does not open with the patient's own key at the place where it stands."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"A text at {place} does not open.",
            "It was changed, moved from another entry, or the patient's key was replaced.",
            "Run `bloodpatch verify` and tell the service lead.",
        )


class ProtocolTampered(RecordFault):
    """The kept text of a protocol whose values are no longer those of its hash."""

    def __init__(self, hash: str) -> None:
        super().__init__(
            f"The kept text of the protocol {hash[:12]} does not say what it said.",
            "It was changed, or the disk is damaged. Nothing is decided by it.",
            "Run `bloodpatch doctor`, restore the record from a backup, tell the service lead.",
        )


class PatientErased(RecordFault):
    """Words were to be written for a patient whose key was destroyed."""

    def __init__(self, episode: str) -> None:
        super().__init__(
            f"No words can be kept in episode {episode}.",
            "This patient's identity was erased, and the key of the words with it.",
            "Record it without free text.",
        )


class NotDurable(RecordFault):
    """The database is set up so that an acknowledged entry could be lost."""


class StorageFault(RecordFault):
    """The database did not do its part. The same form can be sent again without harm."""


class StorageBusy(StorageFault):
    def __init__(self, why: str) -> None:
        super().__init__(
            "Not saved yet: the record is busy.", why, "What you typed is kept; send it again."
        )


class StorageFull(StorageFault):
    def __init__(self, why: str) -> None:
        super().__init__(
            "Not saved: the disk of the record is full.",
            why,
            "Reading still works. Make room, then send it again.",
        )


class StorageFailed(StorageFault):
    """The connection that met this is abandoned: after a failed sync, a second try on the same
    handle may report success for data that never reached the disk."""

    def __init__(self, why: str) -> None:
        super().__init__(
            "It is not certain that this was saved: the disk or the database failed.",
            why,
            "Send the same form again; if it was saved, it is not entered twice.",
        )
