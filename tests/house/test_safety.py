"""Ways by which a stranger's text becomes code, or a stranger's page acts for a person: none."""

import re
from pathlib import Path

import motcua

ROOMS = Path(motcua.__file__).parent
FORBIDDEN = {
    "a form without its seal": re.compile(r"csrf_exempt"),
    "text taken for HTML": re.compile(r"mark_safe|\|\s*safe\b|autoescape\s+false|autoescape=False"),
    "objects out of bytes": re.compile(r"\bpickle\b|\byaml\.load\b|\bmarshal\b"),
    "code out of text": re.compile(r"(?<![\w.])(?:eval|exec)\("),
    "a shell": re.compile(r"shell=True|os\.system\("),
    "SQL out of a queryset": re.compile(r"\.(?:extra|raw)\(|RawSQL\("),
    "chance that can be guessed": re.compile(r"(?<![\w.])random\.(?:choice|randint|random)\("),
}
# The invented people of the demo are the same at every load.
MAY_GUESS = "demo"


def complaints(text: str) -> list[str]:
    return [what for what, found in FORBIDDEN.items() if found.search(text)]


def test_no_room_has_a_way_in_for_a_strangers_text() -> None:
    files = [*ROOMS.glob("**/*.py"), *ROOMS.glob("*/jinja2/**/*.html")]
    assert len(files) > 300
    said = {
        str(file.relative_to(ROOMS)): found
        for file in files
        if MAY_GUESS not in file.relative_to(ROOMS).parts
        and (found := complaints(file.read_text(encoding="utf-8")))
    }
    assert said == {}


def test_each_way_in_barks() -> None:
    for bad in (
        "@csrf_exempt",
        "{{ name | safe }}",
        "pickle.loads(x)",
        " eval(x)",
        "shell=True",
        "rows.extra(where=[x])",
        "random.choice(x)",
    ):
        assert len(complaints(bad)) == 1, bad
