"""Episodes that this process has folded before, kept for the next time.

`folds.py` says when a kept fold may be believed: never by itself.
"""

from collections import OrderedDict
from threading import Lock

from bloodpatch.record.folded import Folded


class Folds:
    """The folds that were used last, at most `most` of them."""

    def __init__(self, most: int = 2048) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str], Folded] = OrderedDict()
        self._lock = Lock()

    def get(self, clinic: str, episode: str) -> Folded | None:
        with self._lock:
            if found := self._kept.get((clinic, episode)):
                self._kept.move_to_end((clinic, episode))
            return found

    def keep(self, folded: Folded) -> None:
        with self._lock:
            self._kept[folded.clinic, folded.episode] = folded
            self._kept.move_to_end((folded.clinic, folded.episode))
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def forget(self, clinic: str, episode: str) -> None:
        """At once, when a patient is erased; other processes notice that the key is gone."""
        with self._lock:
            self._kept.pop((clinic, episode), None)

    def __len__(self) -> int:
        return len(self._kept)
