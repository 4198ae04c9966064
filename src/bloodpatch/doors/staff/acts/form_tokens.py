"""A form belongs to one episode of one patient: posted anywhere else it is refused (H01).

The token is signed, so that nobody can make one, and it names the patient too: an episode that
was opened for the wrong person and moved does not take the forms that were open before.
"""

from django.core import signing

SALT = "bloodpatch.staff.form"
FIELD = "whose"


def draw(episode: str, patient: str) -> str:
    return signing.dumps([episode, patient], salt=SALT)


def belongs(token: str, episode: str, patient: str) -> bool:
    try:
        return bool(signing.loads(token, salt=SALT) == [episode, patient])
    except signing.BadSignature:
        return False
