"""The keys to patients' words, as the record asks for them (its port `record.ports.Keys`)."""

from bloodpatch.clinic.models import EpisodeOf


class NoSuchEpisode(LookupError):
    """Not in this clinic's register. Never answered with "erased": that is another thing."""


class PatientKeys:
    """Says `None` only of a patient who was erased, and never makes a new key for one."""

    def of_episode(self, clinic: str, episode: str) -> bytes | None:
        found = (
            EpisodeOf.objects.filter(clinic_id=clinic, episode=episode)
            .values_list("patient__key", "patient__erased_at")
            .first()
        )
        if found is None:
            raise NoSuchEpisode(f"Episode {episode} is not in the register of {clinic}.")
        key, erased_at = found
        if erased_at is not None or key is None:
            return None
        return bytes(key)
