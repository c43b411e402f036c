"""The two keys of the log, both derived from one secret under the home folder."""

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from vermilion.audit.notes import Verifier


def signing_key() -> Ed25519PrivateKey:
    """The key that signs checkpoints."""
    return Ed25519PrivateKey.from_private_bytes(_derived(_secret(), "checkpoint"))


def seal_key() -> bytes:
    """The key that seals each trace as written by this installation."""
    return _derived(_secret(), "seal")


def origin() -> str:
    """The name under which this log signs."""
    return str(settings.VERMILION.origin)


def verifier() -> Verifier:
    """The public half, by which everybody can check our checkpoints."""
    return Verifier(origin(), signing_key().public_key().public_bytes_raw())


def memory_folder() -> Path:
    """Where this machine remembers, outside the database, what it has signed."""
    folder: Path = settings.VERMILION.home_folder / "log"
    return folder


def _secret() -> str:
    return _read(settings.VERMILION)


@lru_cache(maxsize=4)
def _read(configuration: object) -> str:
    # One read of the file per process and configuration: each act seals a trace.
    return str(configuration.secret("audit"))  # type: ignore[attr-defined] # a Configuration


@lru_cache(maxsize=8)
def _derived(secret: str, purpose: str) -> bytes:
    derivation = HKDF(
        algorithm=SHA256(), length=32, salt=None, info=f"vermilion audit {purpose} 1".encode()
    )
    return derivation.derive(secret.encode())
