"""Signs one dossier in the installation that the environment names, and waits for its paper."""

import time

import django

django.setup()

# isort: split
from motcua.dossiers import actions  # noqa: E402
from motcua.dossiers.models import Dossier  # noqa: E402
from motcua.dossiers.states import State  # noqa: E402
from tests import cast  # noqa: E402
from tests.dossiers import story  # noqa: E402


def main() -> None:
    dossier = story.checked(story.law())
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    until = time.monotonic() + 60
    while Dossier.objects.get(pk=dossier.pk).where != State.DONE:
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.05)


if __name__ == "__main__":
    main()
