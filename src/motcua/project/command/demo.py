"""motcua demo: the invented commune, for trying and teaching."""

import click
from django.utils.module_loading import import_string

from motcua.foundation.clock import now


@click.command()
def demo() -> None:
    """Load the demo commune into an empty database; harmless when it is there."""
    load_demo()


def load_demo() -> None:
    """Places, people, books and dossiers of the demo commune, made through the real actions."""
    import_string("motcua.demo.load.load")(at=now(), say=click.echo)
