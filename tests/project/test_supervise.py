"""Work that comes and goes has a process of its own, and falls without taking others along."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.project.supervise import Apart, Child
from tests.project.installed import wait_until


@contextmanager
def apart(work: Callable[[], object], said: list[str]) -> Iterator[Apart]:
    one = Apart(Child("press", work), said.append)
    try:
        yield one
    finally:
        one.stop()


def test_it_works_once_for_each_start_and_says_nothing_when_it_ends_well(tmp_path: Path) -> None:
    said: list[str] = []

    def work() -> None:
        (tmp_path / str(os.getpid())).touch()

    with apart(work, said) as one:
        for _ in range(2):
            one.start()
            wait_until(lambda: not one.running())
    assert len(list(tmp_path.iterdir())) == 2
    assert not (tmp_path / str(os.getpid())).exists()
    assert said == []


def test_while_it_works_it_is_not_started_again(tmp_path: Path) -> None:
    with apart(lambda: time.sleep(60), []) as one:
        one.start()
        first = one.child.pid
        one.start()
        assert one.running()
        assert one.child.pid == first
    assert not one.running()


def test_what_falls_again_and_again_is_started_later_and_later() -> None:
    said: list[str] = []
    with apart(lambda: os._exit(7), said) as one:
        for _ in range(2):
            one.start()
            wait_until(lambda: not one.running())
        one.start()
        assert not one.running()
    assert said == ["press ended after 0 s; again in 0 s", "press ended after 0 s; again in 1 s"]
