from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vermilion.files.sealing import (
    CHUNK,
    SEALED_SEGMENT,
    SEGMENT,
    Damaged,
    end_of,
    fresh_key,
    offset_of,
    sealed,
    unsealed,
)

KEY = fresh_key()
EDGES = (1, CHUNK - 1, CHUNK, CHUNK + 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT + 70_000)


def pattern(size: int) -> bytes:
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def seal(plain: bytes) -> bytes:
    return b"".join(sealed([plain], KEY))


def unseal(content: bytes, size: int, start: int = 0) -> bytes:
    return b"".join(unsealed([content[offset_of(start) :]], KEY, size=size, start=start))


@pytest.mark.parametrize("size", EDGES)
def test_what_is_sealed_opens_to_the_same_bytes_from_any_place(size):
    plain = pattern(size)
    content = seal(plain)

    for start in {0, size // 2, size - 1, *(edge for edge in EDGES if edge < size)}:
        assert unseal(content, size, start) == plain[start:]


@settings(max_examples=40, deadline=None)
@given(pieces=st.lists(st.binary(min_size=0, max_size=5_000), min_size=1, max_size=40))
def test_it_does_not_matter_in_which_pieces_the_bytes_come(pieces):
    plain = b"".join(pieces)

    assert unseal(b"".join(sealed(pieces, KEY)), len(plain)) == plain


def test_only_the_segments_that_hold_a_range_are_needed():
    size = 3 * SEGMENT
    content = seal(pattern(size))
    start, stop = SEGMENT + 10, SEGMENT + 20

    part = content[offset_of(start) : end_of(stop)]

    assert len(part) < SEALED_SEGMENT
    opened = next(unsealed([part], KEY, size=size, start=start))
    assert opened[:10] == pattern(size)[start:stop]


@pytest.mark.parametrize("place", [0, 23, 24, 100, SEALED_SEGMENT - 1, SEALED_SEGMENT + 5, -1])
def test_one_changed_bit_anywhere_is_found(place):
    content = bytearray(seal(pattern(SEGMENT + 5_000)))
    content[place] ^= 1

    with pytest.raises(Damaged):
        unseal(bytes(content), SEGMENT + 5_000)


def test_segments_cannot_be_left_out_exchanged_or_cut_off():
    size = 3 * SEGMENT
    content = seal(pattern(size))
    edges = [n * SEALED_SEGMENT for n in range(4)]
    first, second, third = (content[a:b] for a, b in pairwise(edges))

    for forged in (second + first + third, first + third, first + second, first + first + third):
        with pytest.raises(Damaged):
            unseal(forged, size)
    # A row that was made to claim fewer bytes does not open a shortened object either.
    with pytest.raises(Damaged):
        unseal(first + second, 2 * SEGMENT)


def test_another_key_opens_nothing():
    with pytest.raises(Damaged):
        list(unsealed([seal(b"secret")], fresh_key(), size=6))
