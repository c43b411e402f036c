"""Encrypt a stream of bytes so that it can be read from any place, and any change is found.

Libsodium's secretstream (XChaCha20-Poly1305 in chunks) does the work. One stream covers a
segment of 1 MiB; a reader who wants byte n opens the segment that holds it and no other. Each
segment is bound to its number, and only the last chunk of the last segment carries the final
tag, so that segments cannot be exchanged, left out or cut off unnoticed.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

CHUNK: Final = 64 * 1024
CHUNKS_IN_SEGMENT: Final = 16
SEGMENT: Final = CHUNK * CHUNKS_IN_SEGMENT

HEADER: Final[int] = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
OVERHEAD: Final[int] = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
SEALED_CHUNK: Final = CHUNK + OVERHEAD
SEALED_SEGMENT: Final = HEADER + CHUNKS_IN_SEGMENT * SEALED_CHUNK

_State = sodium.crypto_secretstream_xchacha20poly1305_state

MESSAGE: Final[int] = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
PUSH: Final[int] = sodium.crypto_secretstream_xchacha20poly1305_TAG_PUSH
FINAL: Final[int] = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class Damaged(Exception):
    """The sealed bytes are not those that were written under this key."""


def fresh_key() -> bytes:
    """A key for one object and no other."""
    key: bytes = sodium.crypto_secretstream_xchacha20poly1305_keygen()
    return key


def sealed(plain: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """Encrypt a stream as it passes by, holding one chunk in memory."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    for number, (chunk, is_last) in enumerate(_chunks(plain)):
        segment, place = divmod(number, CHUNKS_IN_SEGMENT)
        if place == 0:
            yield sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
        yield sodium.crypto_secretstream_xchacha20poly1305_push(
            state, chunk, _bound_to(segment), _tag(place, is_last=is_last)
        )


def unsealed(stream: Iterable[bytes], key: bytes, *, size: int, start: int = 0) -> Iterator[bytes]:
    """Decrypt from byte `start` to the end, verifying each chunk before it is given out.

    `stream` begins at `offset_of(start)` in the sealed object; `size` is that of the plain
    bytes. `Damaged` is raised for a single changed bit, and for anything missing or added.
    """
    last = max(0, size - 1) // CHUNK
    first = start // SEGMENT * CHUNKS_IN_SEGMENT
    source = _Source(stream)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    for number in range(first, last + 1):
        segment, place = divmod(number, CHUNKS_IN_SEGMENT)
        if place == 0:
            _begin(state, source.take(HEADER), key)
        is_last = number == last
        length = size - number * CHUNK if is_last else CHUNK
        expected = _tag(place, is_last=is_last)
        chunk = _opened(state, source.take(length + OVERHEAD), segment, expected)
        skipped = start - number * CHUNK
        if skipped < len(chunk):
            yield chunk[max(0, skipped) :]


def offset_of(start: int) -> int:
    """Where in the sealed object the segment begins that holds byte `start`."""
    return start // SEGMENT * SEALED_SEGMENT


def end_of(stop: int) -> int:
    """Where in the sealed object the chunk ends that holds byte `stop - 1`."""
    segment, within = divmod(max(0, stop - 1), SEGMENT)
    return segment * SEALED_SEGMENT + HEADER + (within // CHUNK + 1) * SEALED_CHUNK


class _Source:
    """Gives out exact lengths of a stream that comes in any lengths."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = iter(stream)
        self._held = bytearray()

    def take(self, length: int) -> bytes:
        while len(self._held) < length:
            more = next(self._stream, None)
            if more is None:
                raise Damaged("the object ends too early")
            self._held += more
        taken = bytes(self._held[:length])
        del self._held[:length]
        return taken


def _chunks(plain: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    held = bytearray()
    for piece in plain:
        held += piece
        # A chunk is let go only when more follows: the last one carries the final tag.
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK]), False
            del held[:CHUNK]
    yield bytes(held), True


def _begin(state: _State, header: bytes, key: bytes) -> None:
    try:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    except CryptoError as fault:
        raise Damaged("the header of a segment is not sound") from fault


def _opened(state: _State, chunk: bytes, segment: int, expected: int) -> bytes:
    try:
        plain, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
            state, chunk, _bound_to(segment)
        )
    except CryptoError as fault:
        raise Damaged(f"segment {segment} does not open") from fault
    if tag != expected:
        raise Damaged(f"segment {segment} ends in the wrong place")
    opened: bytes = plain
    return opened


def _tag(place: int, *, is_last: bool) -> int:
    if is_last:
        return FINAL
    return PUSH if place == CHUNKS_IN_SEGMENT - 1 else MESSAGE


def _bound_to(segment: int) -> bytes:
    return b"vermilion.files.1:" + segment.to_bytes(8, "big")
