"""The `bloodpatch` command: find the verb, let it run, and end with a sentence and a code."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

import bloodpatch
from bloodpatch.doors.console import django_setup
from bloodpatch.doors.console.exits import Exit, Refusal, table
from bloodpatch.doors.console.verbs import VERBS, Verb


def overview() -> str:
    verbs = "\n".join(f"  {name:<10} {verb.says}" for name, verb in VERBS.items())
    return (
        "Usage: bloodpatch VERB [options]     (bloodpatch VERB --help says more)\n\n"
        f"Verbs:\n{verbs}\n\nExit codes:\n{table()}"
    )


def parser_of(name: str, verb: Verb) -> ArgumentParser:
    parser = ArgumentParser(
        prog=f"bloodpatch {name}",
        description=verb.says[0].upper() + verb.says[1:] + ".",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    return parser


def named_folder(words: Sequence[str]) -> Path | None:
    """What --data says, read before the verb's own words: its module may need the folder."""
    early = ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--data", type=Path)
    said: Path | None = early.parse_known_args(words)[0].data
    return said


def follow(name: str, words: Sequence[str]) -> Exit:
    verb = VERBS[name]
    if verb.opens and not {"-h", "--help"} & set(words):
        django_setup.open_folder(named_folder(words))
    elif verb.opens:
        django_setup.ready()
    module = verb.load()
    parser = parser_of(name, verb)
    module.words(parser)
    said: Namespace = parser.parse_args(words)
    return module.run(said)


def dispatch(words: Sequence[str]) -> Exit:
    match list(words):
        case [] | ["help"] | ["-h"] | ["--help"]:
            print(overview())
            return Exit.DONE if words else Exit.USAGE
        case ["--version"]:
            print(f"bloodpatch {bloodpatch.__version__}")
            return Exit.DONE
        case [name, *rest] if name in VERBS:
            return follow(name, rest)
        case [name, *_]:
            raise Refusal(Exit.USAGE, f"There is no verb {name!r}.\n\n{overview()}")
    raise AssertionError(words)


def guarded(words: Sequence[str]) -> Exit:
    """Whatever goes wrong becomes a sentence and a code."""
    try:
        return dispatch(words)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.code
    except ImproperlyConfigured as fault:
        print(fault, file=sys.stderr)
        return Exit.SETUP
    except DatabaseError as fault:
        print(f"The database does not answer as it should: {fault}", file=sys.stderr)
        print("`bloodpatch doctor` says what it finds.", file=sys.stderr)
        return Exit.SETUP
    except BrokenPipeError:
        # Whoever read has read enough (`| head`); what Python still wants to say goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return Exit.INTERRUPTED
    except Exception as fault:
        if os.environ.get("BLOODPATCH_TRACE"):
            raise
        print(
            f"Something unforeseen: {type(fault).__name__}: {fault}. This is a fault of the "
            "software. BLOODPATCH_TRACE=1 before the same command shows where it happened.",
            file=sys.stderr,
        )
        return Exit.UNFORESEEN


def main() -> None:
    sys.exit(guarded(sys.argv[1:]))
