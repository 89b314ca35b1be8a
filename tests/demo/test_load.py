"""What the one who waits for the demo commune is told meanwhile."""

from motcua.demo.load import Said


def test_each_step_is_said_once_and_of_a_long_one_each_tenth_with_the_seconds() -> None:
    said: list[str] = []
    seconds = iter((100.0, 100.0, 103.26, 104.0, 105.5))
    told = Said(said.append, clock=lambda: next(seconds))
    told.reached("people", 0, 1)
    told.reached("people", 1, 1)
    told.reached("dossiers", 1, 1500)
    for done in (149, 150, 151, 299, 300):
        told.reached("dossiers", done, 1500)
    assert said == [
        "demo: people (0.0 s)",
        "demo: dossiers (3.3 s)",
        "demo: dossiers, 150 of 1,500 acts (4.0 s)",
        "demo: dossiers, 300 of 1,500 acts (5.5 s)",
    ]
