"""Pages of the running service: the list, writers at once, screens that ask every second."""

import re
import shutil
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from uuid import uuid4

from django.db import connections
from django.test import Client

from benchmarks import clinic as patients
from benchmarks.figures import Figure, at_least, at_most, in_pairs, in_turn
from benchmarks.served import Server, Visitor, server
from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.config import records
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.record.handle import handle

LIST, EMPTY, PULSE = "/staff/", "/up/", "/staff/pulse/"
OPEN_EPISODES = 25
WRITERS, WRITES_EACH = 32, 12
PAIRS = 80
BOARDS, BOARD_SECONDS = 200, 6
CSRF = "a" * 32
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def figures(folder: Path, clinic: Clinic) -> Iterator[Figure]:
    """On a clinic with 25 open episodes and, in the end, 100,000 closed ones behind them."""
    episodes = with_open_episodes(clinic)
    cookies = signed_in(clinic)
    patients.append_closed(clinic, 100 * patients.EVENTS_EACH, first=1_000_000)
    with server(folder) as served:
        yield Figure("start to first answer", served.started_in, "seconds")
        yield at_most("idle memory", served.memory_mib, 150, "MiB")
        few, empty = page_against_empty(served, cookies)
        yield Figure("list page", 1 / few, "per second, one visitor")
        yield at_least("list page with 25 open against an empty view", empty / few, 1 / 40)
        yield from writers_at_once(served, cookies, episodes)
        yield from boards(served, cookies)
    yield closed_ones_behind(folder, clinic, cookies)


def closed_ones_behind(folder: Path, clinic: Clinic, cookies: dict[str, str]) -> Figure:
    """The same clinic twice, served at the same time: with 100 closed episodes and with 100,000.

    Asked in pairs. Two lives of one server, minutes apart, differ by more than the bar allows.
    """
    connections.close_all()  # what is copied is then one whole file
    with TemporaryDirectory(prefix=".bench-few-", dir=folder.parent) as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        patients.append_closed(clinic, 100_000 * patients.EVENTS_EACH, first=2_000_000)
        with server(Path(copy)) as few, server(folder) as many:
            behind = in_pairs(PAIRS, *(lists(one.visitor(cookies)) for one in (few, many)))
    return at_most("list page, 100,000 against 100 closed behind it", behind, 1.2)


def lists(visitor: Visitor) -> Callable[[], object]:
    """The list page, a few times over; the first times make it warm."""
    for _ in range(20):
        assert visitor.get(LIST)[0] == 200
    return lambda: [visitor.get(LIST) for _ in range(5)]


def with_open_episodes(clinic: Clinic) -> list[str]:
    by = patients.actor(clinic, Role.NURSE)
    episodes = patients.with_people(clinic, OPEN_EPISODES)
    for episode in episodes:
        handle(
            records.record(), Receive(), episode=episode, actor=by,
            command_id=str(uuid4()), seen=None,
        )  # fmt: skip
    return episodes


def signed_in(clinic: Clinic) -> dict[str, str]:
    client = Client()
    client.force_login(Staff.objects.get(clinic=clinic, role=Role.NURSE), backend=BACKEND)
    return {name: cookie.value for name, cookie in client.cookies.items()} | {"csrftoken": CSRF}


def page_against_empty(served: Server, cookies: dict[str, str]) -> tuple[float, float]:
    """Seconds of one list page and of one empty answer, medians of many in turn."""
    visitor = served.visitor(cookies)
    assert visitor.get(LIST)[0] == 200

    def ask(path: str) -> Callable[[], object]:
        return lambda: [visitor.get(path) for _ in range(10)]

    in_turn(2, ask(LIST), ask(EMPTY))
    few, empty = in_turn(15, ask(LIST), ask(EMPTY))
    return few / 10, empty / 10


def writers_at_once(
    served: Server, cookies: dict[str, str], episodes: list[str]
) -> Iterator[Figure]:
    """32 people, each recording one thing after the other in an episode."""
    times: list[float] = []
    faults: list[int] = []
    visitors = [served.visitor(cookies) for _ in range(WRITERS)]

    def write(visitor: Visitor, episode: str) -> None:
        path = f"/staff/episodes/{episode}/amendment/note/"
        hidden = carried(visitor.get(path)[1].decode())
        for _ in range(WRITES_EACH):
            typed = {**hidden, "text": "seen", "command_id": str(uuid4())}
            typed["csrfmiddlewaretoken"] = CSRF
            began = time.perf_counter()
            status, _, _ = visitor.post(path, urlencode(typed).encode())
            times.append(time.perf_counter() - began)
            if status not in (200, 302, 303):
                faults.append(status)

    work = [partial(write, v, episodes[i % len(episodes)]) for i, v in enumerate(visitors)]
    at_once(work)
    ordered = sorted(times)
    p50, p99 = statistics.median(ordered), ordered[int(len(ordered) * 0.99)]
    yield Figure("one of 32 writers over HTTP, p50", p50 * 1000, "ms")
    yield at_most("32 writers over HTTP, p99 against p50", p99 / p50, 8)
    yield at_most("32 writers over HTTP, faults", len(faults), 0, "count")


def carried(page: str) -> dict[str, str]:
    """The hidden fields of a form."""
    found = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name:
            found[name[1]] = value[1] if value else ""
    return found


def boards(served: Server, cookies: dict[str, str]) -> Iterator[Figure]:
    """200 screens that ask each second whether anything is new."""
    answer = served.visitor(cookies).get(PULSE)
    tag = next(value for name, value in answer[2].items() if name.lower() == "etag")
    answered = []
    stop = time.perf_counter() + BOARD_SECONDS

    def screens(visitor: Visitor, number: int) -> None:
        """One thread stands for several screens, each asking in its own second."""
        due = time.perf_counter()
        while due < stop:
            for i in range(number):
                time.sleep(max(0.0, due + i / number - time.perf_counter()))
                answered.append(visitor.get(PULSE, **{"If-None-Match": tag})[0])
            due += 1.0

    before = served.cpu_seconds
    visitors = [served.visitor(cookies) for _ in range(10)]
    at_once([partial(screens, v, BOARDS // len(visitors)) for v in visitors])
    spent = served.cpu_seconds - before
    yield Figure("boards: questions answered", len(answered) / BOARD_SECONDS, "per second")
    yield Figure("boards: answered as unchanged", answered.count(304) / len(answered), "share")
    yield Figure("200 boards each second take", spent / BOARD_SECONDS, "share of one core")


def at_once(works: list[Callable[[], object]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
