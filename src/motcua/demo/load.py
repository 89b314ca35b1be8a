"""What `motcua demo` and `motcua serve --demo` do: load once, say at every start who signs in."""

from collections.abc import Callable
from datetime import datetime

from motcua.demo.accounts import SignIn, sign_ins
from motcua.demo.actions import load as load_commune
from motcua.demo.errors import CommuneHasPeople

Say = Callable[[str], object]


def load(*, at: datetime, say: Say) -> None:
    """Load the demo commune when there is none; harmless when it, or a real one, is there."""
    known = sign_ins()
    if not known:
        try:
            known = load_commune(at=at, on_progress=lambda step, done, of: _tell(say, step, done))
        except CommuneHasPeople as refusal:
            say(str(refusal))
            return
    say("REHEARSAL: every person here is invented. Sign in as:")
    for line in known:
        say(_shown(line))


def _tell(say: Say, step: str, done: int) -> None:
    if done < 6:
        say(f"demo: {step}")


def _shown(line: SignIn) -> str:
    return f"  {line.login:<11} {line.password}   {line.name}, {line.title}"
