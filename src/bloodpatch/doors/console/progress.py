"""How far long work has come: one line that is written over, on a terminal only."""

import sys
from collections.abc import Callable


def line(what: str) -> Callable[[int, int], None]:
    """A progress function for `what`, such as "events"; silent where nobody watches."""

    def show(done: int, all_of_them: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done >= all_of_them else ""
            print(f"\r{done} of {all_of_them} {what}", end=end, file=sys.stderr, flush=True)

    return show
