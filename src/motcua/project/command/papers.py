"""motcua verify-qr."""

from dataclasses import asdict

import click

from motcua.foundation.clock import now
from motcua.project.command.exits import Found
from motcua.project.command.keys import KEY
from motcua.results import queries
from motcua.results.verification import Claim, Forged, Unreadable, verify_offline


@click.command("verify-qr")
@click.argument("text")
@click.option("--key", type=KEY, help="The commune's public key: no database is read then.")
def verify_qr(text: str, key: bytes | None) -> None:
    """Say whether the QR of a paper is genuine; TEXT is what a reader reads from it.

    Ends with 1 unless the paper is valid.
    """
    token = text.rstrip("/").rpartition("/")[2]
    if key is None:
        _ask_the_books(token)
        return
    try:
        claim = verify_offline(token, key)
    except Forged as found:
        raise Found("forged: this key did not seal it") from found
    except Unreadable as found:
        raise Found("this is no QR of a result") from found
    _tell(claim)


def _ask_the_books(token: str) -> None:
    verdict = queries.verify(token, at=now())
    for name, value in asdict(verdict).items():
        if value:
            click.echo(f"{name}: {value}")
    if verdict.outcome != queries.VALID:
        raise Found(verdict.outcome)


def _tell(claim: Claim) -> None:
    click.echo(f"number: {claim.number}\nissued on: {claim.issued_on}\nholder: {claim.initials}")
    click.echo("genuine when it was issued; a key alone tells not whether it was revoked since")
