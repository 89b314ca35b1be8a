"""Settings for the open network, and what a request's address is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory, override_settings

from motcua.foundation.secret import kept
from motcua.project.address import client
from motcua.project.database import database_of
from motcua.project.secret import secret_key
from tests.project.installed import environment, motcua


def deploy_check(data: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    env = environment(data, **more)
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_on_the_open_network_nothing_is_left_to_warn_of(tmp_path: Path) -> None:
    done = deploy_check(
        tmp_path, MOTCUA_HTTPS="1", MOTCUA_HSTS="3600", MOTCUA_HOSTS="xa.example.vn"
    )
    assert done.returncode == 0, done.stderr


def test_without_https_the_check_barks(tmp_path: Path) -> None:
    done = deploy_check(tmp_path)
    assert done.returncode == 1
    assert "security.W012" in done.stderr


def test_debug_is_never_on() -> None:
    assert settings.DEBUG is False


def test_of_two_proxies_the_outer_one_is_believed() -> None:
    forwarded = "9.9.9.9, 2.2.2.2, 10.0.0.1"
    request = RequestFactory(REMOTE_ADDR="1.1.1.1", HTTP_X_FORWARDED_FOR=forwarded).get("/")
    with override_settings(MOTCUA_HTTPS=True, MOTCUA_PROXIES=2):
        assert client(request) == "2.2.2.2"
    with override_settings(MOTCUA_HTTPS=True, MOTCUA_PROXIES=4):
        assert client(request) == "1.1.1.1"


@pytest.mark.parametrize(
    ("https", "forwarded", "seen"),
    [
        (False, "9.9.9.9", "1.1.1.1"),
        (True, "9.9.9.9, 2.2.2.2", "2.2.2.2"),
        (True, "", "1.1.1.1"),
    ],
)
def test_only_the_proxys_own_word_is_believed(https: bool, forwarded: str, seen: str) -> None:
    request = RequestFactory(REMOTE_ADDR="1.1.1.1", HTTP_X_FORWARDED_FOR=forwarded).get("/")
    with override_settings(MOTCUA_HTTPS=https):
        assert client(request) == seen


def test_a_secret_is_made_once_and_is_its_owners_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "new")
    assert secret_key(tmp_path / "new") == first
    assert len(first) > 50
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_two_that_start_together_agree_on_the_secret(tmp_path: Path) -> None:
    assert [kept(tmp_path / "k", made) for made in ("one", "two")] == ["one", "one"]
    assert os.listdir(tmp_path) == ["k"]  # noqa: PTH208 - nothing else is left there


def test_addresses_of_databases() -> None:
    there = database_of("postgresql://a:p%40ss@db:5433/motcua?sslmode=require", Path("x"))
    assert (there["USER"], there["PASSWORD"], there["HOST"]) == ("a", "p@ss", "db")
    assert (there["PORT"], there["NAME"]) == ("5433", "motcua")
    assert there["OPTIONS"] == {"options": "-c jit=off", "sslmode": "require"}
    assert database_of("postgresql://a@/m?host=/run/pg", Path("x"))["HOST"] == "/run/pg"
    assert database_of("", Path("/d"))["NAME"] == Path("/d/motcua.sqlite3")
    assert database_of("sqlite:////e/f.db", Path("/d"))["NAME"] == Path("/e/f.db")
    with pytest.raises(ValueError, match="neither"):
        database_of("mysql://x/y", Path("x"))


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("1.1.1.1", "1.1.1.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("::ffff:9.9.9.9", "9.9.9.9"),
        ("", ""),
    ],
)
def test_a_subscriber_of_ipv6_is_one_address(address: str, counted: str) -> None:
    assert client(RequestFactory(REMOTE_ADDR=address).get("/")) == counted


def test_real_affairs_with_a_pretended_messenger_do_not_start(tmp_path: Path) -> None:
    done = motcua(tmp_path, "migrate", MOTCUA_LIVE="1")
    assert done.returncode == 3
    assert "MOTCUA_MESSENGER" in done.stderr


def test_what_the_command_writes_is_for_its_own_account_alone(tmp_path: Path) -> None:
    assert motcua(tmp_path / "data", "migrate").returncode == 0
    written = [tmp_path / "data", *(tmp_path / "data").rglob("*")]
    assert tmp_path / "data" / "motcua.sqlite3" in written
    assert [path for path in written if path.stat().st_mode & 0o077] == []
