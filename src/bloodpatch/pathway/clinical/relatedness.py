"""How sure it is that a patch brought something about."""

from bloodpatch.pathway.choices import Choice


class Relatedness(Choice):
    UNRELATED = "unrelated"
    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    DEFINITE = "definite"
    NOT_JUDGED = "not_judged", "Not judged"
