"""`motcua serve`: web and worker together, on a port of its own, gone when it is told to go."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from tests.project.installed import (
    answers,
    environment,
    free_port,
    motcua,
    serving,
    wait_until,
)

pytestmark = pytest.mark.xdist_group("serve")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data directory for all, so that the first start is paid once."""
    folder = tmp_path_factory.mktemp("served")
    with serving(folder, free_port()):
        return folder


def cpu_seconds(pid: int) -> float:
    """What a process, those it has, and those it had, have spent."""
    times = [process.cpu_times() for process in (psutil.Process(pid), *family(pid))]
    return sum(t.user + t.system + t.children_user + t.children_system for t in times)


def family(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def test_it_answers_and_stops_when_it_is_told(data: Path) -> None:
    port = free_port()
    with serving(data, port) as process:
        assert answers(port)
        children = family(process.pid)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"Motcua is open: http://localhost:{port}" in said
    assert said.endswith("closed\n")
    assert not any(child.is_running() for child in children)
    assert not answers(port)


def test_a_second_start_is_quick_and_keeps_the_data(data: Path) -> None:
    before = (data / "secret-key").read_text()
    port = free_port()
    with serving(data, port) as process:
        spent = cpu_seconds(process.pid)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=20)
    # Of the processor, since the tests share their machine; bench measures the clock.
    assert spent < 6
    assert "migrations" not in said
    assert "pack:" not in said
    assert (data / "secret-key").read_text() == before


def test_a_taken_port_is_said_and_not_shared(data: Path) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = motcua(data, "serve", PORT=str(port))
    assert done.returncode == 3
    assert f"port {port} is taken" in done.stderr


def test_a_web_that_is_killed_comes_back(data: Path) -> None:
    port = free_port()
    with serving(data, port) as process:
        web = next(child for child in family(process.pid) if child.children())
        web.kill()
        wait_until(lambda: not web.is_running())
        wait_until(lambda: answers(port))


def facts(data: Path, program: str) -> None:
    """Run a program of these tests against the installation."""
    subprocess.run([sys.executable, "-m", program], env=environment(data), check=True, timeout=120)


def test_a_press_that_is_killed_comes_again_with_the_next_paper(data: Path) -> None:
    with serving(data, free_port()) as process:
        before = {child.pid for child in family(process.pid)}
        facts(data, "tests.project.paper")
        [press] = [child for child in family(process.pid) if child.pid not in before]
        press.kill()
        wait_until(lambda: not press.is_running())
        facts(data, "tests.project.paper")
        assert [child for child in family(process.pid) if child.pid not in before]


def test_nothing_is_left_when_the_parent_is_killed(data: Path) -> None:
    port = free_port()
    with serving(data, port) as process:
        children = family(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        wait_until(lambda: not any(child.is_running() for child in children))
    assert not answers(port)


def test_lines_that_fall_silent_hold_nobody_up(data: Path) -> None:
    port = free_port()
    with serving(data, port), ExitStack() as lines:
        for _ in range(12):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port)))
            line.sendall(
                b"POST /line HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nhalf a fo"
            )
        assert answers(port)
