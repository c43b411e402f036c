"""Sealed streams (libsodium secretstream), and the one key of a backup that opens them.

The key is locked by a passphrase (Argon2id) or for a recipient whose private key lies elsewhere,
so that the machine that makes backups cannot read those it has made.
"""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import Any

from nacl import bindings as sodium
from nacl import pwhash, utils
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

PIECE = 256 * 1024
_SEALED_PIECE = PIECE + sodium.crypto_secretstream_xchacha20poly1305_ABYTES
_HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class Damaged(Exception):
    """A backup is not what was written; the message names the file."""


class CannotOpen(Exception):
    """The passphrase or the private key is not the one this backup was made for."""


@dataclass(frozen=True, slots=True)
class Locks:
    """What a new backup is locked with: a passphrase, or the public key of a recipient."""

    passphrase: str = ""
    recipient: str = ""

    def lock(self, key: bytes) -> dict[str, Any]:
        """The key of a backup, locked, as the manifest keeps it."""
        if self.recipient:
            public = PublicKey(base64.b64decode(self.recipient))
            return {"for": self.recipient, "key": _text(SealedBox(public).encrypt(key))}
        salt = utils.random(pwhash.argon2id.SALTBYTES)
        locked = SecretBox(_stretched(self.passphrase, salt)).encrypt(key)
        return {"salt": _text(salt), "key": _text(locked)}


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens a backup: the passphrase, or the file of the private key."""

    passphrase: str = ""
    private_key: Path | None = None

    def open(self, locked: dict[str, Any]) -> bytes:
        """The key of a backup. `CannotOpen` when this is not what locked it."""
        sealed = base64.b64decode(locked["key"])
        try:
            if "for" in locked:
                if self.private_key is None:
                    raise CannotOpen(f"Name the private key that belongs to {locked['for']}.")
                private = PrivateKey(base64.b64decode(self.private_key.read_text()))
                return SealedBox(private).decrypt(sealed)
            salt = base64.b64decode(locked["salt"])
            return SecretBox(_stretched(self.passphrase, salt)).decrypt(sealed)
        except CryptoError as error:
            raise CannotOpen("This passphrase or private key does not open the backup.") from error


def new_recipient(path: Path) -> str:
    """Write a new private key to a file nobody else may read; gives the public one."""
    private = PrivateKey.generate()
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(_text(bytes(private)) + "\n")
    return _text(bytes(private.public_key))


def new_key() -> bytes:
    made: bytes = sodium.crypto_secretstream_xchacha20poly1305_keygen()
    return made


def mark(key: bytes, content: bytes) -> str:
    """By which the manifest is known to be the one that the holder of the key wrote."""
    return blake2b(content, key=_derived(key, b"manifest"), digest_size=32).hexdigest()


def is_marked(key: bytes, content: bytes, given: str) -> bool:
    return compare_digest(mark(key, content), given)


def sealed(key: bytes, about: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The stream, sealed piece by piece, bound to what it is about; its end is sealed too."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    yield sodium.crypto_secretstream_xchacha20poly1305_init_push(state, _derived(key, b"stream"))
    held = b""
    for piece in _even(pieces, PIECE):
        if held:
            yield _push(state, held, about, _MORE)
        held = piece
    yield _push(state, held, about, _LAST)


def opened(key: bytes, about: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The stream as it was. `Damaged` when a byte differs, is missing or was added."""
    source = _even(pieces, _SEALED_PIECE, first=_HEADER)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    try:
        header = next(source, b"")
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(
            state, header, _derived(key, b"stream")
        )
        tag = _MORE
        for piece in source:
            if tag == _LAST:
                raise Damaged(f"{about} goes on after its end.")
            content, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                state, piece, about.encode()
            )
            yield content
    except (CryptoError, ValueError, RuntimeError) as error:
        raise Damaged(f"{about} is damaged.") from error
    if tag != _LAST:
        raise Damaged(f"{about} is cut short.")


def _push(state: Any, piece: bytes, about: str, tag: int) -> bytes:
    made: bytes = sodium.crypto_secretstream_xchacha20poly1305_push(
        state, piece, about.encode(), tag
    )
    return made


def _even(pieces: Iterable[bytes], size: int, *, first: int | None = None) -> Iterator[bytes]:
    """The same bytes in pieces of one size; the last may be shorter, the first differ."""
    held = bytearray()
    wanted = size if first is None else first
    for piece in pieces:
        held += piece
        while len(held) >= wanted:
            yield bytes(held[:wanted])
            del held[:wanted]
            wanted = size
    if held:
        yield bytes(held)


def _derived(key: bytes, purpose: bytes) -> bytes:
    return blake2b(key=key, person=purpose.ljust(16), digest_size=32).digest()


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_MODERATE,
        memlimit=pwhash.argon2id.MEMLIMIT_MODERATE,
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
