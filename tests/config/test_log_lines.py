"""The log says where it failed, and never what was typed or stored."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

WORDS = "Maya Lindqvist, born 1995"


def test_a_trace_is_written_without_its_words() -> None:
    formatters: Any = settings.LOGGING["formatters"]
    about, nothing = dict(formatters["line"]), dict[str, str]()
    form = import_string(about.pop("()"))(about["format"], style=about["style"])
    try:
        try:
            nothing[WORDS]
        except KeyError as first:
            raise ValueError(WORDS) from first
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, "x.py", 1, "It failed", (), sys.exc_info()
        )
    line = form.format(record)
    assert "It failed" in line and "test_log_lines.py" in line
    assert "builtins.ValueError\nwhich came from" in line and line.endswith("builtins.KeyError")
    assert WORDS not in line
