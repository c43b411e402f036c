"""Encrypt what must be readable again: secrets of one-time codes. XSalsa20-Poly1305 (NaCl)."""

import base64
import hashlib

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

_VERSION = "v1."


class NotOurs(Exception):
    """What was to be read is not sealed, is damaged, or was sealed by another installation."""


def seal(text: str) -> str:
    """The text, encrypted and authenticated under the key of this installation."""
    box = _box().encrypt(text.encode())
    return _VERSION + base64.urlsafe_b64encode(box).decode()


def unseal(sealed: str) -> str:
    """What was sealed. Raises `NotOurs` for anything else: nothing in the clear is accepted."""
    if not sealed.startswith(_VERSION):
        raise NotOurs
    try:
        return _box().decrypt(base64.urlsafe_b64decode(sealed[len(_VERSION) :])).decode()
    except (CryptoError, ValueError) as error:
        raise NotOurs from error


def _box() -> SecretBox:
    secret = settings.VERMILION.secret("second-factors")
    return SecretBox(hashlib.sha256(b"vermilion second factors " + secret.encode()).digest())
