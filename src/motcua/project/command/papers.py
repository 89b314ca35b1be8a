"""motcua verify-qr and qr-key."""

import base64
from dataclasses import asdict

import click

from motcua.foundation.clock import now
from motcua.project.command.exits import Found
from motcua.project.command.keys import KEY
from motcua.results import queries
from motcua.results.verification import (
    Claim,
    Forged,
    Unreadable,
    names,
    number_on_paper,
    verify_offline,
)


@click.command("verify-qr")
@click.argument("text")
@click.option("--key", type=KEY, help="The commune's public key: no database is read then.")
@click.option("--name", help="With --key: the holder that the paper names, to tell a copied QR.")
def verify_qr(text: str, key: bytes | None, name: str | None) -> None:
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
    if name is not None and not names(claim, name):
        raise Found("this QR was sealed for another holder")
    _tell(claim)


@click.command("qr-key")
@click.argument("commune")
def qr_key(commune: str) -> None:
    """Print the public keys (base64) that verify the papers of a COMMUNE, given by its code."""
    keys = queries.public_keys(commune)
    if not keys:
        raise Found(f"{commune} has made no result yet")
    for key in keys:
        click.echo(base64.b64encode(key).decode())


def _ask_the_books(token: str) -> None:
    verdict = queries.verify(token, at=now())
    for name, value in asdict(verdict).items():
        if value:
            click.echo(f"{name}: {value}")
    if verdict.outcome != queries.VALID:
        raise Found(verdict.outcome)


def _tell(claim: Claim) -> None:
    number = number_on_paper(claim.number)
    click.echo(f"number: {number}\nissued on: {claim.issued_on}\nholder: {claim.initials}")
    click.echo(
        "genuine when it was issued; a key alone tells not whether it was revoked since\n"
        "or has run out: where the paper names a term, count it from the day of issue"
    )
