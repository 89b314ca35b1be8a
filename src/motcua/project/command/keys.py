"""A public key as it is given on the command line."""

import base64
import binascii

import click

_LENGTH = 32


class PublicKey(click.ParamType[bytes]):
    """The 32 bytes of an Ed25519 key in base64."""

    name = "base64"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> bytes:
        try:
            key = base64.b64decode(str(value), validate=True)
        except (ValueError, binascii.Error):
            key = b""
        if len(key) != _LENGTH:
            self.fail("is no Ed25519 public key", param, ctx)
        return key


KEY = PublicKey()
