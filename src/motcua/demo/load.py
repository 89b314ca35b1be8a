"""What `motcua demo` and `motcua serve --demo` do: load once, say at every start who signs in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from django.utils.module_loading import import_string

from motcua.demo.accounts import SignIn, sign_ins
from motcua.demo.errors import CommuneHasPeople

Say = Callable[[str], object]

# By name: half of the product is imported for it, which every later start would wait for.
_LOADING = "motcua.demo.actions.load"


def load(*, at: datetime, say: Say) -> None:
    """Load the demo commune when there is none; harmless when it, or a real one, is there."""
    known = sign_ins()
    if not known:
        try:
            known = import_string(_LOADING)(at=at, on_progress=Said(say).reached)
        except CommuneHasPeople as refusal:
            say(str(refusal))
            return
    say("REHEARSAL: every person here is invented. Sign in as:")
    for line in known:
        say(_shown(line))


@dataclass(slots=True)
class Said:
    """Says each step once, and of a long one each tenth, with the seconds since it all began."""

    say: Say
    clock: Callable[[], float] = monotonic
    step: str = ""
    tenths: int = 0
    begun: float = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.clock()

    def reached(self, step: str, done: int, of: int) -> None:
        """So much of the step is done."""
        if step != self.step:
            self.step, self.tenths = step, 0
            self.say(f"demo: {step} ({self._seconds})")
        if of > 1 and done * 10 // of > self.tenths:
            self.tenths = done * 10 // of
            self.say(f"demo: {step}, {done:,} of {of:,} acts ({self._seconds})")

    @property
    def _seconds(self) -> str:
        return f"{self.clock() - self.begun:.1f} s"


def _shown(line: SignIn) -> str:
    return f"  {line.login:<11} {line.password}   {line.name}, {line.title}"
