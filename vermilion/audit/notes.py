"""Signed notes and checkpoints, as C2SP describes them (signed-note, tlog-checkpoint, tlog-proof).

A checkpoint says in three lines: this log, so many entries, this root. Pure: keys come in, text
goes out.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"
_PROOF = "c2sp.org/tlog-proof@v1"


class Unreadable(Exception):
    """Text that is no signed note, no checkpoint, or no key."""


class NotSigned(Exception):
    """A note that the expected key did not sign as it stands."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a checkpoint says: the log called `origin` has `size` entries under this root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{_base64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> "Head":
        lines = text.split("\n")
        if len(lines) < 4 or not lines[0] or lines[-1]:
            raise Unreadable("a checkpoint has at least three lines")
        if not (lines[1].isascii() and lines[1].isdigit()) or str(int(lines[1])) != lines[1]:
            raise Unreadable("the size of a checkpoint is a plain number")
        root = _bytes(lines[2])
        if len(root) != 32:
            raise Unreadable("a root has 32 bytes")
        return cls(lines[0], int(lines[1]), root)


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key and the name under which it signs."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes by which a signature names its key."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_base64(_ED25519 + self.public)}"

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """Read a verifier key `name+id+key`. Another kind of key, or a wrong id, is refused."""
        name, _, rest = text.strip().partition("+")
        key_id, _, key = rest.partition("+")
        public = _bytes(key)
        if not name or public[:1] != _ED25519 or len(public) != 33:
            raise Unreadable("this is no Ed25519 verifier key")
        verifier = cls(name, public[1:])
        if verifier.id.hex() != key_id:
            raise Unreadable("the id of the key does not belong to it")
        return verifier


def sign(text: str, *, name: str, key: Ed25519PrivateKey) -> str:
    """The note: a text, an empty line, and the signature of this key under this name."""
    verifier = Verifier(name, key.public_key().public_bytes_raw())
    signature = _base64(verifier.id + key.sign(text.encode()))
    return f"{text}\n— {name} {signature}\n"


def opened(note: str, verifier: Verifier) -> str:
    """The text of a note that this key signed. Signatures of unknown keys are passed over."""
    text, separator, signatures = note.rpartition("\n\n")
    if not separator or not note.endswith("\n"):
        raise Unreadable("a note ends in a signature after an empty line")
    text += "\n"
    for line in signatures.splitlines():
        mark, _, rest = line.partition(" ")
        name, _, value = rest.partition(" ")
        if mark != "—" or not name:
            raise Unreadable("this is no line of a signature")
        signature = _bytes(value)
        if name == verifier.name and signature[:4] == verifier.id:
            _check(verifier, signature[4:], text)
            return text
    raise NotSigned("no signature of the expected key")


def head_of(note: str, verifier: Verifier) -> Head:
    """What a signed checkpoint says, once its signature has been found good."""
    return Head.parse(opened(note, verifier))


def proof_text(*, index: int, hashes: Sequence[bytes], checkpoint: str) -> str:
    """A proof in one file, to be checked offline: the index, the hashes, the checkpoint."""
    lines = [_PROOF, f"index {index}", *(_base64(each) for each in hashes)]
    return "\n".join(lines) + "\n\n" + checkpoint


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof as it was read: not yet checked."""

    index: int
    hashes: list[bytes]
    checkpoint: str


def parse_proof(text: str) -> Proof:
    """Read a proof file. Extra lines that nobody signed are passed over."""
    head, separator, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    if not separator or lines.pop(0) != _PROOF:
        raise Unreadable("this is no proof of an entry")
    if lines and lines[0].startswith("extra "):
        lines.pop(0)
    word, _, number = lines.pop(0).partition(" ") if lines else ("", "", "")
    if word != "index" or not number.isdigit():
        raise Unreadable("a proof names the index of its entry")
    return Proof(int(number), [_bytes(line) for line in lines], checkpoint)


def _check(verifier: Verifier, signature: bytes, text: str) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(verifier.public).verify(signature, text.encode())
    except InvalidSignature as invalid:
        raise NotSigned("the signature does not fit the text") from invalid


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise Unreadable("this is not base64") from wrong
