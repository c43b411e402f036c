"""Master keys: files under the home folder, one a key, that wrap the keys of sealed objects.

The database names a key and holds its fingerprint; whoever has the database or the store alone
can read nothing.
"""

import base64
import hashlib
import os
import re
import secrets
from pathlib import Path

from django.conf import settings
from nacl import bindings as sodium
from nacl.exceptions import CryptoError

NONCE: int = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


class KeyMissing(Exception):
    """The file of a master key is not there, or holds another key than the one named."""


def folder() -> Path:
    """Where the master keys lie. Each machine of an installation needs all of them."""
    home: Path = settings.VERMILION.home_folder
    return home / "keys" / "files"


def make(name: str) -> str:
    """Make a master key under a name unless it is there already; give its fingerprint.

    Of several processes that start at once the first makes it and the others use it.
    """
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    try:
        with draft.open("wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(32)))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
        _sync(path.parent)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return fingerprint(_read(name))


def forget(name: str) -> None:
    """Remove the file of a key that no row names any more."""
    _path(name).unlink(missing_ok=True)


def is_sound(name: str, expected: str) -> bool:
    """Whether the file is there and holds the key of this fingerprint."""
    try:
        return fingerprint(_read(name)) == expected
    except KeyMissing:
        return False


def fingerprint(key: bytes) -> str:
    return hashlib.blake2b(key, digest_size=16, person=b"vermilion-files").hexdigest()


def wrapped(data_key: bytes, *, name: str, expected: str, about: bytes) -> bytes:
    """Encrypt the key of an object under a master key, bound to what it is about."""
    nonce = secrets.token_bytes(NONCE)
    made: bytes = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        data_key, about, nonce, _checked(name, expected)
    )
    return nonce + made


def unwrapped(sealed: bytes, *, name: str, expected: str, about: bytes) -> bytes:
    """The key of an object. `KeyMissing` when the master key is not the one that wrapped it."""
    try:
        opened: bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed[NONCE:], about, sealed[:NONCE], _checked(name, expected)
        )
    except CryptoError as fault:
        raise KeyMissing(name) from fault
    return opened


def _checked(name: str, expected: str) -> bytes:
    key = _read(name)
    if fingerprint(key) != expected:
        raise KeyMissing(name)
    return key


def _read(name: str) -> bytes:
    try:
        return base64.b64decode(_path(name).read_bytes(), validate=True)
    except (FileNotFoundError, ValueError) as fault:
        raise KeyMissing(name) from fault


def _path(name: str) -> Path:
    if not re.fullmatch(r"[a-z0-9-]{1,60}", name):
        raise KeyMissing(name)
    return folder() / name


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
