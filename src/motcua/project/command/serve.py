"""motcua serve: the web and the worker together."""

import signal
import threading
import time

import click
from django.conf import settings

from motcua.project import prepare, web
from motcua.project.command.demo import load_demo
from motcua.project.command.exits import Unready, told
from motcua.project.command.packs import load_changed_packs, said_of
from motcua.project.command.worker import work
from motcua.project.supervise import Child, Family, apart

_PATIENCE = 30.0
_PORT = click.IntRange(1, 65535)


@click.command()
@click.option("--host", envvar="MOTCUA_BIND", default="127.0.0.1", show_default=True)
@click.option(
    "--port", envvar="PORT", default=8000, show_default=True, type=click.IntRange(1, 65535)
)
@click.option("--web-workers", envvar="MOTCUA_WEB_WORKERS", default=1, show_default=True)
@click.option("--demo", is_flag=True, help="Load the demo commune when the database is empty.")
@click.pass_context
def serve(ctx: click.Context, host: str, port: int, web_workers: int, demo: bool) -> None:
    """Open the doors: prepare the database, then run the web and the worker until stopped."""
    _refuse_taken(host, port)
    if code := apart(lambda: _make_ready(demo), meanwhile=web.load):
        ctx.exit(code)
    family = Family(lambda said: click.echo(said, err=True))
    family.children += [
        Child("web", lambda: web.serve(host, port, web_workers)),
        Child("worker", _work),
        Child("greeting", lambda: _greet(host, port), once=True),
    ]
    family.run()
    click.echo("closed")


def _make_ready(demo: bool) -> None:
    """Tables, law, static files and, when asked, the demo commune; ends with the exit code."""
    try:
        with told():
            make_ready(demo)
    except click.ClickException as fault:
        fault.show()
        raise SystemExit(fault.exit_code) from fault


def make_ready(demo: bool) -> None:
    """Each step finds quickly that there is nothing to do."""
    prepare.migrate(click.echo)
    prepare.collect_static(click.echo)
    report = load_changed_packs(settings.PACKS)
    for said in (*(f"pack: {made}" for made in report.made), *said_of(report)):
        click.echo(said)
    if demo:
        load_demo()


def _refuse_taken(host: str, port: int) -> None:
    try:
        taken = web.taken(host, port)
    except OSError as fault:
        raise Unready(f"cannot listen on {host}:{port}: {fault.strerror}") from fault
    if taken:
        raise Unready(
            f"port {port} is taken: something else listens on {host}:{port}. "
            f"Stop it, or choose another: PORT={port + 1} make run"
        )


def _greet(host: str, port: int) -> None:
    """Say the address once it answers, not before."""
    begun = time.monotonic()
    while not web.answers(host, port) and time.monotonic() - begun < _PATIENCE:
        time.sleep(0.05)
    near = host == "::1" or host.startswith(("127.", "0."))
    shown = "localhost" if near else host
    click.echo(f"Motcua is open: http://{shown}:{port}   (Ctrl-C closes)")


def _work() -> None:
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    work(stop)
