"""What a password must not be. Length is what protects it; there are no rules of composition."""

from django.core.exceptions import ValidationError

from bloodpatch.clinic import names
from bloodpatch.clinic.models import Staff

# Words that everybody who sits before this software thinks of first.
ABOUT_US = ("bloodpatch", "epidural", "anaesthesia", "anesthesia", "bloodpatch123")
ENOUGH = 8
"""How many letters must be left when the words about us are taken out."""
FEWEST_LETTERS = 6
"""Different ones."""


class NotAboutUs:
    """Refuses a password that is little more than the names of the place, the work or the person.

    Django's own check of likeness looks at the account only, and at the password as a whole.
    """

    def validate(self, password: str, user: object | None = None) -> None:
        left = names.folded(password)
        for word in (*ABOUT_US, *_about(user)):
            if len(word) >= 4:
                left = left.replace(word, "")
        if len(left) < ENOUGH:
            raise ValidationError(
                "This password is mostly a name that belongs here. "
                "Take four words that have nothing to do with each other.",
                code="password_about_us",
            )

    def get_help_text(self) -> str:
        return "Not made of your name, your clinic's or this software's."


class NotTheSameAgain:
    """Refuses "passwordpassword" and "aaaaaaaaaaaaaaa1": long, and guessed at once."""

    def validate(self, password: str, user: object | None = None) -> None:
        plain = password.casefold()
        # A text that is a repetition stands inside itself written twice, before its own length.
        repeats = (plain * 2).find(plain, 1) < len(plain)
        if repeats or len(set(plain)) < FEWEST_LETTERS:
            raise ValidationError(
                "This password says the same thing again and again. "
                "Take four words that have nothing to do with each other.",
                code="password_repeats",
            )

    def get_help_text(self) -> str:
        return "Not one thing said again and again."


class NotFromTheDemo:
    """The demo's passwords are printed for everybody to read."""

    def validate(self, password: str, user: object | None = None) -> None:
        from bloodpatch.clinic.demo import PEOPLE

        if password in {person.password for person in PEOPLE}:
            raise ValidationError(
                "This password is printed in the demo. Choose another one.",
                code="password_of_demo",
            )

    def get_help_text(self) -> str:
        return "Not one of the demo's."


def _about(user: object | None) -> list[str]:
    if not isinstance(user, Staff):
        return []
    words = [user.name, user.username]
    if user.clinic_id:
        words.append(user.clinic.name)
    return [word for text in words for word in names.words(text)]
